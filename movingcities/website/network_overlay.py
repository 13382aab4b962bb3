"""A second network laid over the first: what both share, on the map, as a list and in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from movingcities.design.components import Choice, Field, Link, MemberGroup
from movingcities.languages.saying import say_number
from movingcities.languages.templatetags.languages import in_words
from movingcities.map.drawing import Drawing, draw_constellation
from movingcities.map.lights import Kind, Light
from movingcities.networks.models import Membership, Network
from movingcities.networks.queries import SharedMembers
from movingcities.places.models import Place
from movingcities.website import overlay_words
from movingcities.website.addresses import network_address
from movingcities.website.designations import country_label
from movingcities.website.lights import light_of
from movingcities.website.network_members import datings_of, groups_of, undated_in_words
from movingcities.website.overlay_words import Overlap
from movingcities.website.phrases import Dating, foreign, marked
from movingcities.website.rows import place_link

PARAMETER = "with"

ANCHOR = "#overlay"

LONGEST_SHOWN = 60
"""Letters of a slug nobody has that are repeated to the reader."""

NAMED_FIRST = 100.0
"""Added to the weight of a place in both, so that the map names it before all others."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks to lay over a network: another one, or why that cannot be."""

    network: Network | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One form on the map, how many places it stands for, and what it means."""

    kind: Kind
    count: str
    label: str


@dataclass(frozen=True, slots=True)
class InBoth:
    """A place in both networks, with what the sources say of the time in each."""

    letters: str
    place: Link
    country: str
    in_first: str
    in_second: str


@dataclass(frozen=True, slots=True)
class OnlyIn:
    """The members of one of two networks that do not stand in the other."""

    anchor: str
    title: str
    count: str
    groups: Sequence[MemberGroup]
    undated: str


@dataclass(frozen=True, slots=True)
class Overlay:
    """What the page of a network prints while another lies over it."""

    heading: str
    page_title: str
    sentence: str
    plain_sentence: str
    """The same without markup, for machines."""
    address_of_second: str
    to_second: str
    key: Sequence[KeyEntry]
    drawing: Drawing
    is_of_one_country: bool
    not_drawn: Sequence[str]
    caption: str
    first_name: str
    second_name: str
    both_title: str
    both_count: str
    rows: Sequence[InBoth]
    only: Sequence[OnlyIn]


def asked_for(slugs: Sequence[str], first: Network, sharing: Sequence[SharedMembers], language: str) -> Asked:
    """Find the network to lay over the first; one query where it shares no member with it."""
    slug = next((slug.strip() for slug in slugs if slug.strip()), "").lower().replace("\0", "")
    if not slug:
        return Asked()
    if slug == first.slug:
        return Asked(problem=_("A network cannot be laid over itself. Choose another one."))
    found = next((each.network for each in sharing if each.network.slug == slug), None)
    found = found or Network.objects.filter(slug=slug).first()
    if found is None:
        words = {"value": slug[:LONGEST_SHOWN]}
        return Asked(problem=_("We know no network “%(value)s” that could be laid over this one.") % words)
    if not found.member_count:
        text = _("Our data names no member of %(name)s yet: there is nothing to lay over this map.")
        return Asked(problem=marked(text, name=found.name_in(language)))
    if not first.member_count:
        return Asked(
            problem=_("Our data names no member of this network yet: there is no map to lay it over.")
        )
    return Asked(found)


def chooser(sharing: Sequence[SharedMembers], chosen: Network | None, language: str) -> Field | None:
    """The networks that share a member, each with how many; None without any."""
    if not sharing:
        return None
    option = _("%(option)s (%(count)s)")
    choices = [
        Choice(
            each.network.slug,
            option
            % {
                "option": each.network.name_in(language).text,
                "count": say_number(each.count, language),
            },
            is_chosen=chosen is not None and each.network.pk == chosen.pk,
            language=foreign(each.network.name_in(language).language, language),
        )
        for each in sharing
    ]
    return Field(PARAMETER, _("Lay another network over it"), [Choice("", _("Choose a network")), *choices])


def overlay_address(first: Network, second: Network) -> str:
    """The page of the first with the second laid over it."""
    return f"{network_address(first)}?{PARAMETER}={second.slug}{ANCHOR}"


def read_overlay(
    first: Network,
    second: Network,
    memberships: Sequence[Membership],
    others: Sequence[Light],
    language: str,
) -> Overlay:
    """Compare two networks by the memberships of both, with places and sources; no query.

    `others` are the lights of all other places.
    """
    of_first = {each.place_id: each for each in memberships if each.network_id == first.pk}
    of_second = {each.place_id: each for each in memberships if each.network_id == second.pk}
    shared = [place_id for place_id in of_first if place_id in of_second]
    overlap = Overlap(first, second, len(of_first), len(of_second), len(shared))
    datings = {
        **datings_of(list(of_first.values()), first, language),
        **datings_of(list(of_second.values()), second, language),
    }
    first_only = [each for key, each in of_first.items() if key not in of_second]
    second_only = [each for key, each in of_second.items() if key not in of_first]
    drawing = _draw(
        overlap,
        [
            *(_light(each.place, "network", language) for each in first_only),
            *(_light(each.place, "second", language) for each in second_only),
            *(_light(of_first[key].place, "both", language) for key in shared),
        ],
        {each.place.country_id for each in of_first.values()},
        others,
        language,
    )
    said = overlay_words.sentence(overlap, language)
    first_title = overlay_words.only_title(first, language)
    second_title = overlay_words.only_title(second, language)
    both_title = overlay_words.both_title(overlap)
    return Overlay(
        heading=overlay_words.heading(overlap, language),
        page_title=overlay_words.page_title(overlap, language),
        sentence=said,
        plain_sentence=strip_tags(said),
        address_of_second=network_address(second),
        to_second=marked(_("More about %(name)s"), name=second.name_in(language)),
        key=[
            KeyEntry("both", say_number(len(shared), language), both_title),
            KeyEntry("network", say_number(len(first_only), language), first_title),
            KeyEntry("second", say_number(len(second_only), language), second_title),
        ],
        drawing=drawing,
        is_of_one_country=drawing.kind == "country",
        not_drawn=overlay_words.not_drawn(drawing, language),
        caption=overlay_words.caption(overlap, language),
        first_name=in_words(first.name_in(language)),
        second_name=in_words(second.name_in(language)),
        both_title=both_title,
        both_count=say_number(len(shared), language),
        rows=[_row(of_first[key], of_second[key], datings, language) for key in shared],
        only=[
            OnlyIn(
                anchor,
                title,
                say_number(len(group), language),
                groups_of(group, datings, language),
                _undated(group, datings, language),
            )
            for anchor, title, group in (
                ("first-only", first_title, first_only),
                ("second-only", second_title, second_only),
            )
            if group
        ],
    )


def _light(place: Place, kind: Kind, language: str) -> Light:
    light = light_of(place, language)
    return replace(light, kind=kind, weight=light.weight + (NAMED_FIRST if kind == "both" else 0))


def _draw(
    overlap: Overlap, lights: Sequence[Light], countries: set[str], others: Sequence[Light], language: str
) -> Drawing:
    return draw_constellation(
        lights,
        countries=countries,
        title=overlay_words.map_title(overlap, language),
        description=overlay_words.map_description(overlap, language),
        others=others,
    )


def _row(one: Membership, other: Membership, datings: Mapping[int, Dating], language: str) -> InBoth:
    return InBoth(
        letters=one.place.hoist,
        place=place_link(one.place, language),
        country=country_label(one.place.country_id, language),
        in_first=datings[one.pk].text,
        in_second=datings[other.pk].text,
    )


def _undated(memberships: Sequence[Membership], datings: Mapping[int, Dating], language: str) -> str:
    return undated_in_words({each.pk: datings[each.pk] for each in memberships}, language)
