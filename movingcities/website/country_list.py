"""What the list of countries says, read and put into words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from movingcities.design.components import Column, Figure, Link, Row
from movingcities.explorer.countries import CountryFigures, country_figures
from movingcities.kit.folding import fold
from movingcities.languages.saying import say_number
from movingcities.map.drawing import Drawing, draw_europe
from movingcities.places.models import Place
from movingcities.website.addresses import country_address
from movingcities.website.designations import country_label, designation_note
from movingcities.website.lights import light_of
from movingcities.website.map_gaps import not_drawn


@dataclass(frozen=True, slots=True)
class CountryList:
    """Everything the list of countries prints."""

    heading: str
    opening: str
    figures: Sequence[Figure]
    drawing: Drawing
    not_drawn: Sequence[str]
    columns: Sequence[Column]
    rows: Sequence[Row]
    told: Sequence[Link]
    told_title: str
    quiet: Sequence[Link]
    quiet_title: str
    designation: str


def read_country_list(language: str) -> CountryList:
    """Read what is known of every country; seven queries."""
    everything = country_figures()
    active = [each for each in everything if each.active_places]
    quiet = [each for each in everything if not each.active_places]
    told = [each for each in everything if each.has_context]
    drawing = draw_europe(
        [light_of(place, language) for place in Place.objects.active().for_lights()],
        title=_("Map: the places of Europe that act"),
        labelled=False,
    )
    return CountryList(
        heading=ngettext(
            "In %(count)s country of Europe, places act",
            "In %(count)s countries of Europe, places act",
            len(active),
        )
        % {"count": say_number(len(active), language)},
        opening=_(
            "Our scope is %(count)s countries and territories: %(members)s are members of the Council of "
            "Europe; Kosovo*, Vatican City and territories with a code of their own come on top."
        )
        % {
            "count": say_number(len(everything), language),
            "members": say_number(
                sum(1 for each in everything if each.country.is_council_of_europe_member), language
            ),
        },
        figures=_figures(everything, language),
        drawing=drawing,
        not_drawn=not_drawn(drawing, language),
        columns=(
            Column(_("Places that act")),
            Column(_("Networks")),
            Column(_("Approaches")),
            Column(_("Decisions")),
            Column(_("Portraits")),
        ),
        rows=[_row(each, language) for each in sorted(active, key=lambda each: -each.active_places)],
        told=_links(told, language),
        told_title=ngettext(
            "For one country we have read what municipalities may decide",
            "For %(count)s countries we have read what municipalities may decide",
            len(told),
        )
        % {"count": say_number(len(told), language)},
        quiet=_links(quiet, language),
        quiet_title=ngettext(
            "One country or territory without a light",
            "%(count)s countries and territories without a light",
            len(quiet),
        )
        % {"count": say_number(len(quiet), language)},
        designation=designation_note(each.country.code for each in everything),
    )


def _figures(everything: Sequence[CountryFigures], language: str) -> list[Figure]:
    counted = (
        (_("places that act"), sum(each.active_places for each in everything)),
        (_("memberships"), sum(each.memberships for each in everything)),
        (_("approaches"), sum(each.approaches for each in everything)),
        (_("council decisions"), sum(each.decisions for each in everything)),
    )
    return [Figure(say_number(count, language), label) for label, count in counted]


def _row(figures: CountryFigures, language: str) -> Row:
    return Row(
        letters="",
        name=Link(country_label(figures.country.code, language), country_address(figures.country.code)),
        cells=[
            say_number(count, language)
            for count in (
                figures.active_places,
                figures.networks,
                figures.approaches,
                figures.decisions,
                figures.portraits,
            )
        ],
    )


def _links(found: Sequence[CountryFigures], language: str) -> list[Link]:
    links = [
        Link(country_label(each.country.code, language), country_address(each.country.code)) for each in found
    ]
    return sorted(links, key=lambda link: fold(link.label))
