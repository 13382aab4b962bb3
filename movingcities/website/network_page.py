"""What the page of a network says, read and put into words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from movingcities.decisions.queries import decisions_that_led_to
from movingcities.design.components import (
    DecisionLine,
    Field,
    Figure,
    Link,
    MemberGroup,
    NetworkLine,
    SourceLine,
)
from movingcities.evidence.models import Source
from movingcities.explorer.queries.by_year import count_years
from movingcities.languages.saying import say_large_number, say_number, say_partial_date
from movingcities.languages.templatetags.languages import in_words
from movingcities.map.drawing import Drawing, draw_constellation
from movingcities.map.lights import Light
from movingcities.networks.models import Membership, Network
from movingcities.networks.queries import SharedMembers, networks_like, networks_sharing_members
from movingcities.places.models import Place
from movingcities.stories.models import DecisionStory, NetworkStory
from movingcities.website.addresses import list_address
from movingcities.website.body import Body, body_of
from movingcities.website.by_year import ByYear, members_figure
from movingcities.website.designations import country_label, designation_note
from movingcities.website.lights import light_of
from movingcities.website.map_gaps import not_drawn
from movingcities.website.network_members import datings_of, groups_of, undated_in_words
from movingcities.website.network_overlay import (
    Overlay,
    asked_for,
    chooser,
    overlay_address,
    read_overlay,
)
from movingcities.website.phrases import listed
from movingcities.website.rows import (
    decision_line,
    merged_sources,
    network_line,
    network_link,
    own_name_link,
    source_line,
    sources_checked_text,
)
from movingcities.website.translations import Told, TranslationNote, translation_note

SHARED_NETWORKS = 6
# Counted together with the towns they hold, these make a sum of residents too large.
_HOLDS_TOWNS = frozenset({Place.Kind.COUNTY, Place.Kind.REGION, Place.Kind.METROPOLITAN})


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """Everything the page of a network prints."""

    crumbs: Sequence[Link]
    description: str
    body: Body
    figures: Sequence[Figure]
    residents_note: str
    drawing: Drawing | None
    lights: str
    """Where the script of the map finds the names of all places on it."""
    is_of_one_country: bool
    """The map is that of a country: upright, with room beside it."""
    not_drawn: Sequence[str]
    groups: Sequence[MemberGroup]
    undated: str
    scope_countries: str
    decisions: Sequence[DecisionLine]
    shared: Sequence[NetworkLine]
    same_kind: Sequence[NetworkLine]
    sources: Sequence[SourceLine]
    sources_checked: str
    designation: str
    translation: TranslationNote | None
    story: NetworkStory | None
    by_year: ByYear | None
    overlay: Overlay | None
    """Another network laid over this one; the plain map is left out then."""
    overlay_problem: str
    chooser: Field | None


def read_network_page(network: Network, language: str, laid_over: Sequence[str] = ()) -> NetworkPage:
    """Read what is known of a network; at most 14 queries, whatever the number of its members.

    `laid_over` are the slugs of which the first names a network to compare it with.
    """
    sharing = networks_sharing_members(network) if network.member_count else []
    asked = asked_for(laid_over, network, sharing, language)
    wanted = [network, asked.network] if asked.network else [network]
    found = list(Membership.objects.all().of_networks(wanted).prefetch_related("sources"))
    memberships = [each for each in found if each.network_id == network.pk]
    story = NetworkStory.objects.by_fact([network.pk], language).get(network.pk)
    stated_countries = [] if memberships else sorted(network.countries.values_list("pk", flat=True))
    datings = datings_of(memberships, network, language)
    others = _other_lights() if memberships else []
    overlay = read_overlay(network, asked.network, found, others, language) if asked.network else None
    drawing = _constellation(network, memberships, others, language) if memberships and not overlay else None
    shared = _shared(network, sharing[:SHARED_NETWORKS], language)
    decisions = decisions_that_led_to(network)
    decision_stories = (
        DecisionStory.objects.by_fact([each.pk for each in decisions], language) if decisions else {}
    )
    body = body_of(story, language)
    sources = merged_sources(
        story.sources.all() if story else (),
        body.sources,
        network.sources.all(),
        *(each.sources.all() for each in found),
    )
    return NetworkPage(
        crumbs=_crumbs(network),
        description=in_words(story.said("description")) if story else "",
        body=body,
        figures=_figures(network, memberships, language),
        residents_note=_residents_note(memberships, language),
        drawing=drawing,
        lights=list_address("lights", {"network": [each.slug for each in wanted]}),
        is_of_one_country=drawing is not None and drawing.kind == "country",
        not_drawn=not_drawn(drawing, language),
        groups=groups_of(memberships, datings, language),
        undated=undated_in_words(datings, language),
        scope_countries=listed((country_label(code, language) for code in stated_countries), language)
        if stated_countries
        else "",
        decisions=[decision_line(each, decision_stories.get(each.pk), language) for each in decisions],
        shared=shared,
        same_kind=[]
        if shared
        else [network_line(each, language) for each in networks_like(network, limit=SHARED_NETWORKS)],
        sources=_source_lines(sources, memberships, network, language),
        sources_checked=sources_checked_text(sources, language),
        designation=designation_note([*stated_countries, *(each.place.country_id for each in found)]),
        story=story,
        translation=translation_note(
            language,
            Told([story] if story else [], ("description", "body")),
            Told(decision_stories.values(), ("title",)),
        ),
        by_year=None if overlay else _by_year(network, memberships, language),
        overlay=overlay,
        overlay_problem=asked.problem,
        chooser=chooser(sharing, asked.network, language),
    )


def short_description(network: Network, language: str) -> str:
    """One sentence for search engines and shared links."""
    words = {
        "name": network.name_in(language).text,
        "count": say_number(network.member_count, language),
    }
    if not network.member_count:
        return _("%(name)s: what it is and how we know. Our data names no member yet.") % words
    if network.is_time_limited:
        return (
            ngettext(
                "%(count)s place of ours took part in %(name)s: where it lies and how we know.",
                "%(count)s places of ours took part in %(name)s: where they lie and how we know.",
                network.member_count,
            )
            % words
        )
    return (
        ngettext(
            "%(count)s place of ours stands in %(name)s: where it lies, since when, and how we know.",
            "%(count)s places of ours stand in %(name)s: where they lie, since when, and how we know.",
            network.member_count,
        )
        % words
    )


def _crumbs(network: Network) -> list[Link]:
    return [
        Link(_("Networks"), list_address("networks")),
        Link(capfirst(network.get_kind_display()), list_address("networks", {"kind": network.kind})),
        Link(capfirst(network.get_scope_display()), list_address("networks", {"scope": network.scope})),
    ]


def _figures(network: Network, memberships: Sequence[Membership], language: str) -> list[Figure]:
    figures = []
    count = len(memberships)
    if count:
        label = (
            ngettext("took part, in our data", "took part, in our data", count)
            if network.is_time_limited
            else ngettext("member in our data", "members in our data", count)
        )
        figures.append(Figure(say_number(count, language), label))
        countries = len({each.place.country_id for each in memberships})
        figures.append(Figure(say_number(countries, language), ngettext("country", "countries", countries)))
        residents = sum(each.place.population or 0 for each in memberships)
        if residents:
            figures.append(Figure(say_large_number(residents, language), _("residents together, about")))
    if network.founded_on:
        label = _("begun") if network.is_time_limited else _("founded")
        figures.append(Figure(say_partial_date(network.founded_on, language), label))
    return figures


def _residents_note(memberships: Sequence[Membership], language: str) -> str:
    """What the sum of residents hides; empty without a sum."""
    if not any(each.place.population for each in memberships):
        return ""
    unknown = sum(1 for each in memberships if not each.place.population)
    overlaps = any(each.place.kind in _HOLDS_TOWNS for each in memberships)
    parts = [_("Residents as GeoNames gives them, undated.")]
    if unknown:
        parts.append(
            ngettext(
                "For %(count)s member no figure is known.",
                "For %(count)s members no figure is known.",
                unknown,
            )
            % {"count": say_number(unknown, language)}
        )
    if overlaps:
        parts.append(
            _(
                "Counties, regions and metropolitan bodies stand among the members: "
                "who lives in one and in a town of it is counted twice."
            )
        )
    return " ".join(parts)


def _other_lights() -> list[Light]:
    return [
        Light(longitude, latitude, kind="pale")
        for longitude, latitude in Place.objects.active().on_the_map().values_list("longitude", "latitude")
    ]


def _constellation(
    network: Network, memberships: Sequence[Membership], others: Sequence[Light], language: str
) -> Drawing:
    name = network.name_in(language).text
    title = (
        _("Map: the places that took part in %(name)s")
        if network.is_time_limited
        else _("Map: the members of %(name)s")
    )
    return draw_constellation(
        [light_of(each.place, language) for each in memberships],
        countries={each.place.country_id for each in memberships},
        title=title % {"name": name},
        others=others,
    )


def _by_year(network: Network, memberships: Sequence[Membership], language: str) -> ByYear | None:
    return members_figure(
        count_years(each.since_on.year if each.since_on else None for each in memberships),
        language,
        address=lambda year: list_address("places", {"network": network.slug, "by": year}),
        is_time_limited=network.is_time_limited,
    )


def _shared(network: Network, sharing: Sequence[SharedMembers], language: str) -> list[NetworkLine]:
    """Where else its members stand: the number is of members in both."""
    return [
        NetworkLine(
            each.count,
            network_link(each.network, language),
            _("of its %(count)s in our data") % {"count": say_number(each.network.member_count, language)},
            own_name_link(each.network, language),
            Link(_("Both on one map"), overlay_address(network, each.network)),
        )
        for each in sharing
    ]


def _source_lines(
    sources: Sequence[Source], memberships: Sequence[Membership], network: Network, language: str
) -> list[SourceLine]:
    """Each source with what it shows of this network."""
    shown = Counter(source.pk for each in memberships for source in each.sources.all())
    lines = []
    for source in sources:
        line = source_line(source, language)
        count = shown[source.pk]
        if count:
            text = (
                ngettext("shows %(count)s participation", "shows %(count)s participations", count)
                if network.is_time_limited
                else ngettext("shows %(count)s membership", "shows %(count)s memberships", count)
            )
            line = replace(line, detail=text % {"count": say_number(count, language)})
        lines.append(line)
    return lines
