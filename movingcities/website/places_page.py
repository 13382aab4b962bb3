"""What the explorer of places says: one view of the filter as form, chips, register and map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from movingcities.design.components import Field, Figure, Link
from movingcities.explorer.filters import PlaceFilter, PlaceSort, Scope
from movingcities.explorer.queries.by_year import YearCounts
from movingcities.explorer.queries.places import PlaceExploration, PlaceFacets, PlaceSummary
from movingcities.languages.in_countries import in_country
from movingcities.languages.saying import say_number
from movingcities.map.drawing import Drawing, draw_countries, outlined
from movingcities.website.by_year import undated_remarks, year_field
from movingcities.website.filter_form import Labels, choice_field, labels_of, select_field, text_field
from movingcities.website.lights import light_of
from movingcities.website.places_by_country import outside_by_country
from movingcities.website.rows import place_link

PER_PAGE = 24
"""Rows of a page: about as high as the map and its words beside them."""

MOST_LINKED_LIGHTS = 250
"""Lights are links of their own up to here; beyond, they would weigh more than the list."""

NAMED_OUTSIDE = 12


@dataclass(frozen=True, slots=True)
class PlacesMap:
    """The drawn map of a view, and in words what it cannot show."""

    drawing: Drawing
    notes: Sequence[str]
    outside: Sequence[Link]
    shows_story: bool
    shows_network: bool
    shows_pale: bool
    outside_by_country: Mapping[str, int]


def fields(view: PlaceFilter, facets: PlaceFacets, years: YearCounts, language: str) -> list[Field]:
    """The form; every option with how many places it would leave."""
    return [
        text_field(_("Place or word"), view.q, _("Name of a place")),
        select_field("country", _("Country"), facets.countries, language),
        select_field("network", _("Network"), facets.networks, language),
        select_field("topic", _("Topic"), facets.topics, language),
        *(
            replace(field, is_further=True)
            for field in (
                select_field("has", _("With"), facets.has, language),
                select_field("size", _("Residents"), facets.sizes, language),
                select_field("kind", _("Kind"), facets.kinds, language),
                year_field(view.by, years, language),
                choice_field("scope", _("Which places"), Scope, view.scope),
                choice_field("sort", _("Order"), PlaceSort, view.sort),
            )
        ),
    ]


def labels(view: PlaceFilter, facets: PlaceFacets) -> Labels:
    """What each condition is called where it stands alone, on a chip."""
    said = labels_of(
        {
            "country": facets.countries,
            "network": facets.networks,
            "topic": facets.topics,
            "kind": facets.kinds,
        }
    )
    for option in facets.sizes:
        said["size", option.value] = _("%(size)s residents") % {"size": option.label.text}
    for option in facets.has:
        said["has", option.value] = _("With %(thing)s") % {"thing": option.label.text}
    said["scope", Scope.ALL.value] = str(capfirst(str(Scope.ALL.label)))
    said["area", str(view.area)] = _("In this part of the map")
    said["by", str(view.by)] = _("By the end of %(year)s") % {"year": view.by}
    said["letter", view.letter] = _("Flies %(letter)s first") % {"letter": view.letter}
    said["q", view.q] = _("“%(text)s”") % {"text": view.q}
    return said


def button(total: int, language: str) -> str:
    """What the form would show now."""
    if not total:
        return _("Show places")
    return ngettext("Show %(count)s place", "Show %(count)s places", total) % {
        "count": say_number(total, language)
    }


def figures(view: PlaceFilter, summary: PlaceSummary, language: str) -> list[Figure]:
    """What the places listed add up to; nothing for a number that is zero or already in the sentence."""
    counted = [
        (summary.network_count, ngettext("network", "networks", summary.network_count)),
        (summary.decision_count, ngettext("council decision", "council decisions", summary.decision_count)),
        (summary.approach_count, ngettext("approach", "approaches", summary.approach_count)),
    ]
    if len(view.countries) != 1:
        counted.append((summary.country_count, ngettext("country", "countries", summary.country_count)))
    return [Figure(say_number(count, language), label) for count, label in counted if count]


def remarks(view: PlaceFilter, summary: PlaceSummary, years: YearCounts, language: str) -> list[str]:
    """What has to be said beside the number: counties among towns, city districts among places."""
    said = undated_remarks(view.by, years, language)
    if summary.not_municipalities:
        said.append(
            ngettext(
                "%(count)s of them is a county, region, metropolitan area or borough.",
                "%(count)s of them are counties, regions, metropolitan areas or boroughs.",
                summary.not_municipalities,
            )
            % {"count": say_number(summary.not_municipalities, language)}
        )
    if len(view.countries) != 1 and summary.country_count > 1:
        said.append(
            _("The largest number lies %(in_country)s: %(count)s.")
            % {
                "in_country": in_country(summary.largest_country, language),
                "count": say_number(summary.largest_country_count, language),
            }
        )
    if view.scope == Scope.ALL:
        said.append(
            _(
                "GeoNames lists populated places, districts of cities among them: a place is not always a "
                "municipality."
            )
        )
    return said


def draw(view: PlaceFilter, exploration: PlaceExploration, title: str, language: str) -> PlacesMap:
    """The map of the same places as the list; one query."""
    places = list(exploration.lights.active)
    is_linked = len(places) <= MOST_LINKED_LIGHTS
    lights = [light_of(place, language, is_linked=is_linked) for place in places]
    place_of = dict(zip(lights, places, strict=True))
    drawing = draw_countries(
        view.countries,
        lights,
        title=_("Map: %(sentence)s") % {"sentence": title},
        cells=exploration.lights.pale,
        linked=is_linked,
    )
    if view.area:
        drawing = outlined(drawing, view.area.box)
    return PlacesMap(
        drawing=drawing,
        notes=_map_notes(exploration, drawing, language),
        outside=[place_link(place_of[light], language) for light in drawing.outside[:NAMED_OUTSIDE]],
        shows_story=any(light.kind == "story" for light in lights),
        shows_network=any(light.kind == "network" for light in lights),
        shows_pale=bool(exploration.lights.pale),
        outside_by_country=outside_by_country(drawing, exploration.lights.pale, place_of),
    )


def _map_notes(exploration: PlaceExploration, drawing: Drawing, language: str) -> list[str]:
    summary = exploration.summary
    notes = []
    if summary.without_position:
        notes.append(
            ngettext(
                "%(count)s place has no position known to us and is missing on the map.",
                "%(count)s places have no position known to us and are missing on the map.",
                summary.without_position,
            )
            % {"count": say_number(summary.without_position, language)}
        )
    if drawing.outside_count:
        notes.append(_outside_note(drawing) % {"count": say_number(drawing.outside_count, language)})
    return notes


def _outside_note(drawing: Drawing) -> str:
    """Says whether the names that follow it are all there are."""
    count, named = drawing.outside_count, len(drawing.outside[:NAMED_OUTSIDE])
    if not named:
        return ngettext(
            "%(count)s place lies outside this map.", "%(count)s places lie outside this map.", count
        )
    if named < count:
        return ngettext(
            "%(count)s place lies outside this map, among them:",
            "%(count)s places lie outside this map, among them:",
            count,
        )
    return ngettext("%(count)s place lies outside this map:", "%(count)s places lie outside this map:", count)
