"""Decisions of councils: the list by year, and the page of one."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from movingcities.decisions.models import Decision
from movingcities.evidence.models import PreviousSlug
from movingcities.explorer.filters import DecisionFilter
from movingcities.website import structured_data
from movingcities.website.citation import citation
from movingcities.website.decision_list import read_decision_list
from movingcities.website.decision_page import read_decision_page, short_description
from movingcities.website.phrases import foreign, place_and_country
from movingcities.website.problems import problem_texts
from movingcities.website.redirects import moved_or_missing
from movingcities.website.views.page import PageMeta, render_page


@require_safe
def decisions(request: HttpRequest) -> HttpResponseBase:
    """Decisions narrowed by whatever the address says; never fails on an address."""
    language = get_language() or "en"
    view = DecisionFilter.from_query(request.GET)
    page = read_decision_list(view, language)
    context = {"page": page, "problems": problem_texts(view.problems)}
    meta = PageMeta(
        title=page.heading,
        description=_("%(sentence)s: what was decided, how the council voted, and how we know.")
        % {"sentence": page.heading},
        canonical_path=request.path + view.query_string(),
        is_indexable=view.is_indexable,
    )
    return render_page(request, "website/decisions.html", context, meta=meta)


@require_safe
def decision(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One decision; a former or misspelt slug leads to today’s."""
    found = (
        Decision.objects.filter(slug=slug)
        .select_related("place", "network")
        .prefetch_related("sources")
        .first()
    )
    if found is None:
        return moved_or_missing(kind=PreviousSlug.Kind.DECISION, slug=slug)
    language = get_language() or "en"
    page = read_decision_page(found, language)
    where = place_and_country(found.place, language)
    context = {
        "decision": found,
        "page": page,
        "crumbs": page.crumbs,
        "citation": citation(f"{page.title.text} ({where})", request.path, found.changed_at.date(), language),
    }
    meta = PageMeta(
        text=page.story,
        share_card=request.path + "share.png",
        title=f"{page.title.text} · {where}",
        title_language=foreign(page.title.language, language),
        description=short_description(page, where),
        structured_data=[
            structured_data.decision(
                found,
                page.story,
                path=request.path,
                language=language,
                sources=[line.url for line in page.sources],
            )
        ]
        if page.story
        else [],
    )
    return render_page(request, "website/decision.html", context, meta=meta)
