"""What the library of approaches says: one view of the filter as sentence, form, rows and readings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from movingcities.approaches.models import Approach
from movingcities.design.components import ApproachLine, Chip, Field, Link, Pages
from movingcities.explorer.filters import ApproachFilter, ApproachSort
from movingcities.explorer.queries.approaches import ApproachFacets, approach_facets, list_approaches
from movingcities.explorer.queries.listing import Listing
from movingcities.languages.in_countries import in_country
from movingcities.languages.saying import say_number
from movingcities.stories.models import ApproachStory
from movingcities.website.addresses import list_address
from movingcities.website.filter_form import (
    Labels,
    chips,
    choice_field,
    kept_values,
    labels_of,
    option_links,
    pages,
    select_field,
    text_field,
)
from movingcities.website.phrases import first_sentence, words_of
from movingcities.website.rows import approach_line
from movingcities.website.takeaways import Takeaway, takeaway_of_approach
from movingcities.website.translations import Told, TranslationNote, translation_note

TAKEAWAYS = 3


@dataclass(frozen=True, slots=True)
class ApproachList:
    """Everything the library prints."""

    address: str
    heading: str
    fields: Sequence[Field]
    kept: Sequence[tuple[str, str]]
    button: str
    topics: Sequence[Link]
    statuses: Sequence[Link]
    chips: Sequence[Chip]
    listing: Listing[Approach]
    rows: Sequence[ApproachLine]
    pages: Pages
    takeaways: Sequence[Takeaway]
    translation: TranslationNote | None


def read_approach_list(view: ApproachFilter, language: str) -> ApproachList:
    """Read one page of the library; nine queries, ten with words to look for."""
    address = list_address("approaches")
    listing = list_approaches(view)
    facets = approach_facets(view, language=language)
    stories = ApproachStory.objects.by_fact([each.pk for each in listing.rows], language)
    fields = _fields(view, facets, language)
    return ApproachList(
        address=address,
        heading=heading(view, facets, listing.total, language),
        fields=fields,
        kept=kept_values(view, fields),
        button=ngettext("Show %(count)s approach", "Show %(count)s approaches", listing.total)
        % {"count": say_number(listing.total, language)},
        topics=option_links(facets.topics, address),
        statuses=option_links(facets.statuses, address),
        chips=chips(view, _labels(view, facets), address),
        listing=listing,
        rows=[_row(each, stories.get(each.pk), language) for each in listing.rows],
        pages=pages(view, listing, address),
        takeaways=[
            takeaway
            for each in listing.rows
            if (takeaway := takeaway_of_approach(each, stories.get(each.pk), language))
        ][:TAKEAWAYS],
        translation=translation_note(
            language,
            Told(stories.values(), ("title", "summary", "transferability")),
            topics=[topic for each in listing.rows for topic in each.topics.all()],
        ),
    )


def heading(view: ApproachFilter, facets: ApproachFacets, total: int, language: str) -> str:
    """The sentence above the list; what it leaves out stands in the chips below the form."""
    countries = sum(1 for option in facets.countries if option.count)
    topic = next((option.label.text for option in facets.topics if option.is_selected), "")
    words = {
        "count": say_number(total, language),
        "in_country": in_country(view.countries[0], language) if view.countries else "",
        "countries": say_number(countries, language),
        "topic": topic,
    }
    asked = [condition.parameter for condition in view.active_conditions()]
    if not total:
        return _("No approach fits")
    if not asked:
        return (
            ngettext(
                "%(count)s approach of a municipality",
                "%(count)s approaches from %(countries)s countries",
                total,
            )
            % words
        )
    if asked == ["country"]:
        return (
            ngettext("%(count)s approach %(in_country)s", "%(count)s approaches %(in_country)s", total)
            % words
        )
    if asked == ["topic"]:
        return ngettext("%(topic)s: %(count)s approach", "%(topic)s: %(count)s approaches", total) % words
    if sorted(asked) == ["country", "topic"]:
        return (
            ngettext(
                "%(topic)s: %(count)s approach %(in_country)s",
                "%(topic)s: %(count)s approaches %(in_country)s",
                total,
            )
            % words
        )
    return ngettext("%(count)s approach fits", "%(count)s approaches fit", total) % words


def _row(approach: Approach, story: ApproachStory | None, language: str) -> ApproachLine:
    line = approach_line(
        approach,
        story,
        language,
        places=list(approach.places.all()),
        topics=list(approach.topics.all()),
    )
    if story is None:
        return line
    summary = story.said("summary")
    return replace(line, text=words_of(first_sentence(summary.text), summary.language))


def _fields(view: ApproachFilter, facets: ApproachFacets, language: str) -> list[Field]:
    """What is typed or chosen from many; topics and statuses are links that combine."""
    return [
        text_field(_("Word"), view.q, _("What it is about")),
        select_field("country", _("Country"), facets.countries, language),
        Field("started_after", _("Begun from (year)"), value=str(view.started_after or "")),
        Field("started_before", _("Begun before (year)"), value=str(view.started_before or "")),
        choice_field("sort", _("Order"), ApproachSort, view.sort),
    ]


def _labels(view: ApproachFilter, facets: ApproachFacets) -> Labels:
    labels = labels_of({"topic": facets.topics, "country": facets.countries, "status": facets.statuses})
    labels["q", view.q] = _("“%(text)s”") % {"text": view.q}
    labels["started_after", str(view.started_after)] = _("Begun in %(year)s or later") % {
        "year": view.started_after
    }
    labels["started_before", str(view.started_before)] = _("Begun before %(year)s") % {
        "year": view.started_before
    }
    labels["has_results", "yes"] = _("With results")
    return labels
