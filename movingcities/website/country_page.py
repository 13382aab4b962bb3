"""What the page of a country says, read and put into words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from movingcities.approaches.models import Approach
from movingcities.approaches.queries import approaches_in_country
from movingcities.decisions.models import Decision
from movingcities.decisions.queries import decisions_in_country
from movingcities.design.components import (
    ApproachLine,
    DecisionLine,
    Figure,
    Link,
    NetworkLine,
    Row,
    SourceLine,
)
from movingcities.explorer.queries.by_year import by_first_year
from movingcities.languages.in_countries import in_country
from movingcities.languages.saying import say_number
from movingcities.map.drawing import Drawing, draw_country
from movingcities.networks.queries import NetworkInCountry, networks_in_country
from movingcities.places.models import Country, Place
from movingcities.stories.models import ApproachStory, CountryStory, DecisionStory, PlaceStory
from movingcities.website.addresses import list_address
from movingcities.website.body import Body, body_of
from movingcities.website.by_year import ByYear, places_figure
from movingcities.website.lights import light_of
from movingcities.website.map_gaps import not_drawn
from movingcities.website.phrases import Passage, network_kind, opened_passage
from movingcities.website.rows import (
    approach_line,
    decision_line,
    merged_sources,
    network_link,
    own_name_link,
    place_row,
    source_line,
    sources_checked_text,
)
from movingcities.website.takeaways import Takeaway, takeaway_of_approach, takeaways_of_portraits
from movingcities.website.translations import Told, TranslationNote, translation_note

LARGEST_PLACES = 12
LISTED = 8
TAKEAWAYS = 3


@dataclass(frozen=True, slots=True)
class CountryPage:
    """Everything the page of a country prints."""

    crumbs: Sequence[Link]
    sentence: str
    context: Passage
    body: Body
    figures: Sequence[Figure]
    drawing: Drawing | None
    shows_story: bool
    shows_network: bool
    not_drawn: Sequence[str]
    takeaways: Sequence[Takeaway]
    places: Sequence[Row]
    place_count: int
    places_caption: str
    places_first: str
    all_places: str
    whole_gazetteer: str
    network_count: int
    has_more_networks: bool
    networks: Sequence[NetworkLine]
    all_networks: Link
    approach_count: int
    has_more_approaches: bool
    approaches: Sequence[ApproachLine]
    all_approaches: Link
    decision_count: int
    has_more_decisions: bool
    decisions: Sequence[DecisionLine]
    all_decisions: Link
    by_year: ByYear | None
    missing: Sequence[str]
    changed_on: date | None
    sources: Sequence[SourceLine]
    sources_checked: str
    translation: TranslationNote | None
    story: CountryStory | None


def read_country_page(country: Country, language: str) -> CountryPage:
    """Read what is known of a country; at most 13 queries, whatever the length of its lists."""
    code = country.code
    places = list(
        Place.objects.active()
        .filter(country=country)
        .for_listing()
        .order_by(F("population").desc(nulls_last=True), "sort_name", "pk")
    )
    story = CountryStory.objects.by_fact([code], language).get(code)
    body = body_of(story, language)
    sources = merged_sources(story.sources.all() if story else (), body.sources)
    networks = networks_in_country(code)
    approaches = approaches_in_country(code)
    approach_stories = ApproachStory.objects.by_fact([each.pk for each in approaches], language)
    decisions = decisions_in_country(code)
    decision_stories = DecisionStory.objects.by_fact([each.pk for each in decisions], language)
    portraits = PlaceStory.objects.by_fact([place.pk for place in places if place.story_count], language)
    drawing = _map(code, places, language)
    place_total = Place.objects.filter(country=country).count()
    return CountryPage(
        crumbs=[Link(_("Countries"), list_address("countries")), *_institutions(country)],
        sentence=_sentence(place_total, len(places), language),
        context=opened_passage(story, "context", language),
        body=body,
        figures=_figures(places, networks, approaches, decisions, language),
        drawing=drawing,
        shows_story=any(place.story_count or place.approach_count for place in places),
        shows_network=any(not (place.story_count or place.approach_count) for place in places),
        not_drawn=not_drawn(drawing, language),
        takeaways=takeaways_of_portraits(
            [(place, portraits[place.pk]) for place in places if place.pk in portraits],
            language,
            limit=TAKEAWAYS,
        )
        or [
            takeaway
            for approach in approaches
            if (takeaway := takeaway_of_approach(approach, approach_stories.get(approach.pk), language))
        ][:TAKEAWAYS],
        places=[place_row(place, language, names_country=False) for place in places[:LARGEST_PLACES]],
        place_count=len(places),
        whole_gazetteer=ngettext(
            "The one place %(in_country)s", "All %(count)s places %(in_country)s", place_total
        )
        % {"count": say_number(place_total, language), "in_country": in_country(code, language)},
        places_caption=_("Places %(in_country)s that act, the largest first")
        % {"in_country": in_country(code, language)},
        places_first=_("Place"),
        all_places=ngettext("The one place that acts", "All %(count)s places that act", len(places))
        % {"count": say_number(len(places), language)},
        network_count=len(networks),
        has_more_networks=len(networks) > LISTED,
        networks=[_network_line(each, language) for each in networks[:LISTED]],
        all_networks=Link(
            ngettext(
                "The one network with places here", "All %(count)s networks with places here", len(networks)
            )
            % {"count": say_number(len(networks), language)},
            list_address("networks", {"country": code}),
        ),
        approach_count=len(approaches),
        has_more_approaches=len(approaches) > LISTED,
        approaches=[
            replace(
                approach_line(each, approach_stories.get(each.pk), language, places=_places_here(each, code)),
                status_text="",
            )
            for each in approaches[:LISTED]
        ],
        all_approaches=Link(
            ngettext("The one approach here", "All %(count)s approaches here", len(approaches))
            % {"count": say_number(len(approaches), language)},
            list_address("approaches", {"country": code}),
        ),
        decision_count=len(decisions),
        has_more_decisions=len(decisions) > LISTED,
        decisions=[
            decision_line(each, decision_stories.get(each.pk), language) for each in decisions[:LISTED]
        ],
        all_decisions=Link(
            ngettext("The one decision here", "All %(count)s decisions here", len(decisions))
            % {"count": say_number(len(decisions), language)},
            list_address("decisions", {"country": code}),
        ),
        by_year=places_figure(
            by_first_year(place.pk for place in places),
            language,
            address=lambda year: list_address("places", {"country": code, "by": year}),
        ),
        missing=_missing(places, approaches, decisions, language),
        changed_on=max((each.changed_at.date() for each in (*places, *approaches, *decisions)), default=None),
        sources=[source_line(source, language) for source in sources],
        sources_checked=sources_checked_text(sources, language),
        story=story,
        translation=translation_note(
            language,
            Told([story] if story else [], ("context", "body")),
            Told(approach_stories.values(), ("title",) if portraits else ("title", "transferability")),
            Told(portraits.values(), ("takeaways",)),
            Told(decision_stories.values(), ("title",)),
        ),
    )


def _institutions(country: Country) -> list[Link]:
    """The larger union the country belongs to; of territories and Kosovo nothing is said."""
    if country.is_eu_member:
        return [Link(_("Member of the European Union"))]
    if country.is_council_of_europe_member:
        return [Link(_("Member of the Council of Europe"))]
    return []


def _sentence(known: int, active: int, language: str) -> str:
    """How many of the places we know of act: of the gazetteer, and of bodies it does not list."""
    words = {"known": say_number(known, language), "active": say_number(active, language)}
    if not active:
        return (
            ngettext(
                "The one place in our gazetteer does not act yet, as far as we know.",
                "None of the %(known)s places in our gazetteer acts yet, as far as we know.",
                known,
            )
            % words
        )
    return (
        ngettext(
            "%(active)s of %(known)s places here acts, as far as we know.",
            "%(active)s of %(known)s places here act, as far as we know.",
            active,
        )
        % words
    )


def _places_here(approach: Approach, code: str) -> list[Place]:
    return [place for place in approach.places.all() if place.country_id == code]


def _figures(
    places: Sequence[Place],
    networks: Sequence[NetworkInCountry],
    approaches: Sequence[Approach],
    decisions: Sequence[Decision],
    language: str,
) -> list[Figure]:
    counted = (
        (len(places), ngettext("place that acts", "places that act", len(places))),
        (len(networks), ngettext("network with members here", "networks with members here", len(networks))),
        (len(approaches), ngettext("approach", "approaches", len(approaches))),
        (len(decisions), ngettext("council decision", "council decisions", len(decisions))),
    )
    figures = [Figure(say_number(count, language), label) for count, label in counted]
    return figures if any(count for count, _label in counted) else []


def _map(code: str, places: Sequence[Place], language: str) -> Drawing | None:
    return draw_country(
        code,
        [light_of(place, language) for place in places],
        title=_("Map: places %(in_country)s that act") % {"in_country": in_country(code, language)},
    )


def _network_line(found: NetworkInCountry, language: str) -> NetworkLine:
    """A network as seen from the country: the number is of its members here."""
    words = {
        "kind": network_kind(found.network),
        "count": say_number(found.network.member_count, language),
    }
    return NetworkLine(
        found.count,
        network_link(found.network, language),
        _("%(kind)s · of %(count)s in our data") % words,
        own_name_link(found.network, language),
    )


def _missing(
    places: Sequence[Place],
    approaches: Sequence[Approach],
    decisions: Sequence[Decision],
    language: str,
) -> list[str]:
    """What we have not read, or not found: said so that nobody takes our gap for their inaction."""
    said = []
    only_listed = sum(
        1 for place in places if not (place.decision_count or place.approach_count or place.story_count)
    )
    if places and only_listed:
        said.append(
            ngettext(
                "Of %(count)s place we know only in which networks it stands, not what it does.",
                "Of %(count)s places we know only in which networks they stand, not what they do.",
                only_listed,
            )
            % {"count": say_number(only_listed, language)}
        )
    if not decisions:
        said.append(_("Council decisions: none known to us."))
    if not approaches:
        said.append(_("Approaches: none known to us."))
    unknown = sum(1 for approach in approaches if approach.status == Approach.Status.UNKNOWN)
    if unknown:
        said.append(
            ngettext(
                "For %(count)s approach no source shows whether it still runs.",
                "For %(count)s approaches no source shows whether they still run.",
                unknown,
            )
            % {"count": say_number(unknown, language)}
        )
    return said
