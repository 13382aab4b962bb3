"""All the pages our facts were read on."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from urllib.parse import unquote

from django.http import HttpRequest, HttpResponse
from django.utils.text import Truncator
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from movingcities.design.components import Figure, Pages
from movingcities.languages.saying import say_number
from movingcities.website.addresses import list_address
from movingcities.website.asked import numbered_pages, page_number, printable
from movingcities.website.queries import SourcePage, list_sources, source_totals
from movingcities.website.rows import source_line
from movingcities.website.views.page import PageMeta, render_page

LONGEST_TEXT = 100
LONGEST_ADDRESS = 60


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """The list of sources, by publisher, with a text filter."""
    language = get_language() or "en"
    text = printable(request.GET.get("q", ""))[:LONGEST_TEXT]
    listing = list_sources(text=text, page=page_number(request.GET.get("page", "")))
    totals = source_totals()
    lines = [
        replace(
            source_line(source, language, detail=cited_by(listing.citations[source.pk], language)),
            title=source.title or shown_address(source.url),
        )
        for source in listing.sources
    ]
    context = {
        "text": text,
        "lines": lines,
        "heading": ngettext("%(count)s source", "%(count)s sources", listing.total)
        % {"count": say_number(listing.total, language)},
        "figures": [
            Figure(say_number(totals.dated, language), _("say when they were published")),
            Figure(say_number(totals.checked, language), _("links checked by us")),
            Figure(say_number(totals.without_title, language), _("without a title, shown by host")),
        ],
        "pages": _pages(listing, text),
    }
    meta = PageMeta(
        title=_("Sources"),
        description=_("Every page our facts were read on, by publisher, and how many facts rest on it."),
        canonical_path=list_address("sources"),
        is_indexable=not request.GET,
    )
    return render_page(request, "website/sources.html", context, meta=meta)


def shown_address(url: str) -> str:
    """An address as a reader recognises it: without its scheme, at most 60 characters."""
    bare = unquote(url.split("://", 1)[-1]).removeprefix("www.").rstrip("/")
    return Truncator(bare).chars(LONGEST_ADDRESS)


def cited_by(citations: Counter[str], language: str) -> str:
    """“36 memberships, 1 network”: what rests on a source."""
    said = {
        "membership": lambda count: ngettext("%(count)s membership", "%(count)s memberships", count),
        "network": lambda count: ngettext("%(count)s network", "%(count)s networks", count),
        "approach": lambda count: ngettext("%(count)s approach", "%(count)s approaches", count),
        "decision": lambda count: ngettext("%(count)s decision", "%(count)s decisions", count),
        "place_story": lambda count: ngettext("%(count)s portrait", "%(count)s portraits", count),
        "country_story": lambda count: ngettext(
            "%(count)s country’s context", "%(count)s countries’ contexts", count
        ),
    }
    return ", ".join(
        phrase(citations[kind]) % {"count": say_number(citations[kind], language)}
        for kind, phrase in said.items()
        if citations[kind]
    )


def _pages(listing: SourcePage, text: str) -> Pages:
    question = {"q": text} if text else {}
    return numbered_pages(
        listing.number,
        listing.page_count,
        lambda number: list_address("sources", {**question, "page": number}),
    )
