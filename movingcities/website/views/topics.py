"""Topics: the fields in which municipalities act, and the page of one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from movingcities.approaches.models import Topic
from movingcities.design.components import Link
from movingcities.kit.slugs import slug_for
from movingcities.website.addresses import list_address, topic_address
from movingcities.website.phrases import foreign
from movingcities.website.topic_list import read_topic_list
from movingcities.website.topic_page import read_topic_page
from movingcities.website.views.page import PageMeta, render_page


@require_safe
def topics(request: HttpRequest) -> HttpResponseBase:
    """Every topic with the number of its approaches."""
    page = read_topic_list(get_language() or "en")
    meta = PageMeta(
        title=_("Topics"),
        description=_("The fields in which European municipalities act on migration, with their approaches."),
    )
    return render_page(request, "website/topics.html", {"page": page}, meta=meta)


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One topic; capitals and accents in its slug are forgiven."""
    found = Topic.objects.filter(slug=slug).first()
    if found is None:
        respelled = Topic.objects.filter(slug=slug_for(slug)).first()
        if respelled is None:
            raise Http404(slug)
        return HttpResponsePermanentRedirect(topic_address(respelled))
    language = get_language() or "en"
    page = read_topic_page(found, language)
    context = {
        "topic": found,
        "page": page,
        "figures": page.figures,
        "crumbs": [
            Link(_("Approaches"), list_address("approaches")),
            Link(_("Topics"), list_address("topics")),
        ],
        "lights": list_address("lights", {"topic": found.slug}),
        "approaches_url": list_address("approaches", {"topic": found.slug}),
    }
    meta = PageMeta(
        share_card=request.path + "share.png",
        title=page.title.text,
        title_language=foreign(page.title.language, language),
        description=_(
            "Approaches of European municipalities on “%(topic)s”: where, what came of them, and how we know."
        )
        % {"topic": page.title.text},
    )
    return render_page(request, "website/topic.html", context, meta=meta)
