"""The explorer's map once more as a table: country by country what it shows, and what it cannot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from movingcities.design.components import Column, Link
from movingcities.explorer.filters import PlaceFilter
from movingcities.explorer.queries.place_counts import CountryShare
from movingcities.languages.saying import say_number
from movingcities.map.drawing import Drawing
from movingcities.map.glow import Cell, beyond_by_country
from movingcities.map.lights import Light
from movingcities.places.models import Place
from movingcities.website.addresses import list_address
from movingcities.website.designations import country_label, designation_note

ON_THE_MAP = 2
"""The column of the places that the map shows."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in words; a phone leaves out those that say nothing new: 0, or once more all of the places."""

    text: str
    is_minor: bool = False


@dataclass(frozen=True, slots=True)
class CountryRow:
    """A country, its numbers in the order of the columns."""

    name: Link
    cells: Sequence[Number]


@dataclass(frozen=True, slots=True)
class CountryTable:
    """The places of a view by country; the total is that of the heading."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[CountryRow]
    total: Sequence[str]
    note: str


def outside_by_country(
    drawing: Drawing, cells: Sequence[Cell], place_of: Mapping[Light, Place]
) -> Counter[str]:
    """How many places of each country lie outside a drawing: lights, and places summed up in cells."""
    lights = Counter(place_of[light].country_id for light in drawing.outside)
    return lights + beyond_by_country(tuple(cells), drawing.frame)


def country_table(
    view: PlaceFilter, shares: Sequence[CountryShare], outside: Mapping[str, int], language: str
) -> CountryTable | None:
    """The table of a view; None where all places lie in one country.

    A column of noughts is left out, and the one of those on the map where the map shows all.
    """
    if len(shares) < 2:
        return None
    numbers = {
        share.country: (
            share.count,
            share.with_approach,
            share.count - share.without_position - outside.get(share.country, 0),
            outside.get(share.country, 0),
            share.without_position,
        )
        for share in shares
    }
    totals = [sum(column) for column in zip(*numbers.values(), strict=True)]
    labels = (
        _("Places"),
        _("With an approach"),
        _("On the map"),
        _("Outside the map"),
        _("Without a position"),
    )
    shown = [
        number
        for number, total in enumerate(totals)
        if total and not (number == ON_THE_MAP and total == totals[0])
    ]
    return CountryTable(
        title=ngettext(
            "Country by country: %(count)s country", "Country by country: %(count)s countries", len(shares)
        )
        % {"count": say_number(len(shares), language)},
        columns=[Column(labels[number]) for number in shown],
        rows=[
            CountryRow(
                Link(
                    country_label(country, language),
                    list_address("places") + view.changed(countries=(country,)).query_string(),
                ),
                [
                    Number(
                        say_number(counted[number], language),
                        not counted[number] or (number == ON_THE_MAP and counted[number] == counted[0]),
                    )
                    for number in shown
                ],
            )
            for country, counted in numbers.items()
        ],
        total=[say_number(totals[number], language) for number in shown],
        note=designation_note(numbers),
    )
