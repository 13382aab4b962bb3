"""Networks: the list by kind, and the page of one."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from movingcities.evidence.models import PreviousSlug
from movingcities.explorer.filters import NetworkFilter
from movingcities.networks.models import Network
from movingcities.website import structured_data
from movingcities.website.citation import citation
from movingcities.website.network_list import read_network_list
from movingcities.website.network_overlay import PARAMETER
from movingcities.website.network_page import read_network_page, short_description
from movingcities.website.phrases import foreign
from movingcities.website.problems import problem_texts
from movingcities.website.redirects import moved_or_missing
from movingcities.website.views.page import PageMeta, render_page


@require_safe
def networks(request: HttpRequest) -> HttpResponseBase:
    """Networks by kind, narrowed by whatever the address says; never fails on an address."""
    language = get_language() or "en"
    view = NetworkFilter.from_query(request.GET)
    page = read_network_list(view, language)
    context = {"page": page, "problems": problem_texts(view.problems)}
    meta = PageMeta(
        title=page.heading,
        description=_("%(sentence)s: who stands together, since when, and how we know.")
        % {"sentence": page.heading},
        canonical_path=request.path + view.query_string(),
        is_indexable=view.is_indexable,
    )
    return render_page(request, "website/networks.html", context, meta=meta)


@require_safe
def network(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One network with its members; a former or misspelt slug leads to today’s."""
    found = Network.objects.filter(slug=slug).prefetch_related("sources").first()
    if found is None:
        return moved_or_missing(kind=PreviousSlug.Kind.NETWORK, slug=slug)
    language = get_language() or "en"
    page = read_network_page(found, language, request.GET.getlist(PARAMETER))
    name = found.name_in(language)
    overlay = page.overlay
    said = overlay.plain_sentence if overlay else short_description(found, language)
    context = {
        "network": found,
        "name": name,
        "own_name": found.own_name if name.text != found.name else None,
        "page": page,
        "crumbs": page.crumbs,
        "figures": page.figures,
        "citation": citation(name.text, request.path, found.changed_at.date(), language),
    }
    meta = PageMeta(
        text=page.story,
        share_card=request.path + "share.png",
        title=overlay.page_title if overlay else name.text,
        title_language="" if overlay else foreign(name.language, language),
        description=said,
        # A comparison is a view of the network's page, not a page of its own.
        is_indexable=not (overlay or page.overlay_problem),
        structured_data=[
            structured_data.network(
                found,
                path=request.path,
                language=language,
                description=said,
                sources=[line.url for line in page.sources],
            )
        ],
    )
    return render_page(request, "website/network.html", context, meta=meta)
