"""What the list of decisions says: one view of the filter as sentence, form and rows by year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from movingcities.decisions.models import Decision
from movingcities.design.components import Chip, DecisionLine, Field, Link, Pages
from movingcities.explorer.filters import DecisionFilter, DecisionSort
from movingcities.explorer.queries.decisions import DecisionFacets, decision_facets, list_decisions
from movingcities.explorer.queries.listing import Listing
from movingcities.languages.in_countries import in_country
from movingcities.languages.saying import say_number
from movingcities.stories.models import DecisionStory
from movingcities.website.addresses import list_address
from movingcities.website.filter_form import (
    chips,
    choice_field,
    kept_values,
    labels_of,
    option_links,
    pages,
    select_field,
    text_field,
)
from movingcities.website.rows import decision_line
from movingcities.website.translations import Told, TranslationNote, translation_note

PER_PAGE = 40


@dataclass(frozen=True, slots=True)
class YearGroup:
    """The decisions of one year on this page; `count` is of the year on all pages, or empty."""

    title: str
    count: str
    note: str
    decisions: Sequence[DecisionLine]


@dataclass(frozen=True, slots=True)
class DecisionList:
    """Everything the list of decisions prints."""

    address: str
    heading: str
    fields: Sequence[Field]
    kept: Sequence[tuple[str, str]]
    button: str
    kinds: Sequence[Link]
    chips: Sequence[Chip]
    listing: Listing[Decision]
    groups: Sequence[YearGroup]
    pages: Pages
    translation: TranslationNote | None


def read_decision_list(view: DecisionFilter, language: str) -> DecisionList:
    """Read one page of the decisions; six queries, eight with country and words."""
    address = list_address("decisions")
    listing = list_decisions(view, per_page=PER_PAGE)
    facets = decision_facets(view, language=language)
    stories = DecisionStory.objects.by_fact([each.pk for each in listing.rows], language)
    fields = _fields(view, facets, language)
    labels = labels_of({"kind": facets.kinds, "country": facets.countries, "year": facets.years})
    labels["q", view.q] = _("“%(text)s”") % {"text": view.q}
    return DecisionList(
        address=address,
        heading=heading(view, facets, listing.total, language),
        fields=fields,
        kept=kept_values(view, fields),
        button=ngettext("Show %(count)s decision", "Show %(count)s decisions", listing.total)
        % {"count": say_number(listing.total, language)},
        kinds=option_links(facets.kinds, address),
        chips=chips(view, labels, address),
        listing=listing,
        groups=_groups(view, facets, listing.rows, stories, language),
        pages=pages(view, listing, address),
        translation=translation_note(language, Told(stories.values(), ("title",))),
    )


def heading(view: DecisionFilter, facets: DecisionFacets, total: int, language: str) -> str:
    """The sentence above the list; what it leaves out stands in the chips below the form."""
    countries = sum(1 for option in facets.countries if option.count)
    words = {
        "count": say_number(total, language),
        "in_country": in_country(view.countries[0], language) if view.countries else "",
        "countries": say_number(countries, language),
        "year": view.year,
    }
    asked = [condition.parameter for condition in view.active_conditions()]
    if not total:
        return _("No decision fits")
    if not asked:
        return (
            ngettext(
                "%(count)s council decision",
                "%(count)s council decisions in %(countries)s countries",
                total,
            )
            % words
        )
    if asked == ["country"]:
        return (
            ngettext(
                "%(count)s council decision %(in_country)s",
                "%(count)s council decisions %(in_country)s",
                total,
            )
            % words
        )
    if asked == ["year"]:
        return (
            ngettext(
                "%(count)s council decision of %(year)s", "%(count)s council decisions of %(year)s", total
            )
            % words
        )
    return ngettext("%(count)s council decision fits", "%(count)s council decisions fit", total) % words


def _groups(
    view: DecisionFilter,
    facets: DecisionFacets,
    decisions: Sequence[Decision],
    stories: dict[int, DecisionStory],
    language: str,
) -> list[YearGroup]:
    """By year, undated ones at the end; in one group where the list is ordered by place."""
    if view.sort == DecisionSort.PLACE:
        return [YearGroup(_("By place"), "", "", _lines(decisions, stories, language))] if decisions else []
    in_year = {option.value: option.count for option in facets.years}
    groups = []
    for year, of_year in groupby(decisions, key=lambda decision: decision.decided[:4]):
        lines = _lines(list(of_year), stories, language)
        if year:
            count = in_year.get(year, len(lines))
            groups.append(YearGroup(year, say_number(count, language), "", lines))
        else:
            groups.append(YearGroup(_("Undated"), "", _("No source says when the council decided."), lines))
    return groups


def _lines(
    decisions: Sequence[Decision], stories: dict[int, DecisionStory], language: str
) -> list[DecisionLine]:
    return [decision_line(each, stories.get(each.pk), language) for each in decisions]


def _fields(view: DecisionFilter, facets: DecisionFacets, language: str) -> list[Field]:
    return [
        text_field(_("Word"), view.q, _("What was decided")),
        select_field("kind", _("Matter"), facets.kinds, language),
        select_field("country", _("Country"), facets.countries, language),
        select_field("year", _("Year"), facets.years, language),
        choice_field("sort", _("Order"), DecisionSort, view.sort),
    ]
