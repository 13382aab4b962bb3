"""Approaches: the library, and the page of one."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from movingcities.approaches.models import Approach
from movingcities.design.components import Link
from movingcities.evidence.models import PreviousSlug
from movingcities.explorer.filters import ApproachFilter
from movingcities.website import structured_data
from movingcities.website.addresses import list_address
from movingcities.website.approach_list import read_approach_list
from movingcities.website.approach_page import read_approach_page
from movingcities.website.citation import citation
from movingcities.website.phrases import approach_state, foreign
from movingcities.website.problems import problem_texts
from movingcities.website.redirects import moved_or_missing
from movingcities.website.views.page import PageMeta, render_page


@require_safe
def approaches(request: HttpRequest) -> HttpResponseBase:
    """Approaches narrowed by whatever the address says; never fails on an address."""
    language = get_language() or "en"
    view = ApproachFilter.from_query(request.GET)
    page = read_approach_list(view, language)
    context = {"page": page, "problems": problem_texts(view.problems)}
    meta = PageMeta(
        title=page.heading,
        description=_("%(sentence)s: how each works, what came of it, and what it takes elsewhere.")
        % {"sentence": page.heading},
        canonical_path=request.path + view.query_string(),
        is_indexable=view.is_indexable,
    )
    return render_page(request, "website/approaches.html", context, meta=meta)


@require_safe
def approach(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One approach; a former or misspelt slug leads to today’s."""
    found = Approach.objects.filter(slug=slug).for_listing().prefetch_related("sources").first()
    if found is None:
        return moved_or_missing(kind=PreviousSlug.Kind.APPROACH, slug=slug)
    language = get_language() or "en"
    page = read_approach_page(found, language)
    context = {
        "approach": found,
        "page": page,
        "state": approach_state(found, language),
        "crumbs": [Link(_("Approaches"), list_address("approaches"))],
        "citation": citation(page.title.text, request.path, found.changed_at.date(), language),
    }
    meta = PageMeta(
        text=page.story,
        share_card=request.path + "share.png",
        title=page.title.text,
        description=page.summary.paragraphs[0] if page.summary.paragraphs else "",
        title_language=foreign(page.title.language, language),
        description_language=page.summary.language,
        structured_data=[
            structured_data.approach(
                found,
                page.story,
                found.places.all(),
                path=request.path,
                topics=[topic.label_in(language).text for topic in found.topics.all()],
                sources=[line.url for line in page.sources],
            )
        ]
        if page.story
        else [],
    )
    return render_page(request, "website/approach.html", context, meta=meta)
