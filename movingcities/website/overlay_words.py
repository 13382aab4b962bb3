"""What two networks share, in whole sentences: no share in per cent where numbers are small."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from movingcities.languages.maps import Said
from movingcities.languages.saying import say_number, say_percent
from movingcities.map.drawing import Drawing
from movingcities.networks.models import Network
from movingcities.website.phrases import marked

ENOUGH_FOR_A_SHARE = 50
"""Members; of fewer, a share in per cent would sound more exact than it is."""

ENOUGH_IN_BOTH = 10
"""Places; one place more or less may not move the share by half."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two networks, with how many places of ours stand in each and in both."""

    first: Network
    second: Network
    first_count: int
    second_count: int
    both_count: int

    @property
    def projects(self) -> int:
        """How many of the two are projects, in which places took part for a time."""
        return int(self.first.is_time_limited) + int(self.second.is_time_limited)


def heading(overlap: Overlap, language: str) -> str:
    """Above the map, under the name of the first network."""
    return marked(_("With %(name)s laid over it"), name=overlap.second.name_in(language))


def page_title(overlap: Overlap, language: str) -> str:
    """For the window and for shared links."""
    return _("%(first)s and %(second)s: what they share") % _names(overlap, language)


def map_title(overlap: Overlap, language: str) -> str:
    """What the map is a picture of."""
    return _("Map: %(first)s, with %(second)s laid over it") % _names(overlap, language)


def map_description(overlap: Overlap, language: str) -> str:
    """What the map shows, for those who do not see it."""
    return _(
        "In both: %(both)s. Only in %(first)s: %(first_only)s. Only in %(second)s: %(second_only)s. "
        "The lists below name them all."
    ) % {
        **_names(overlap, language),
        "both": say_number(overlap.both_count, language),
        "first_only": say_number(overlap.first_count - overlap.both_count, language),
        "second_only": say_number(overlap.second_count - overlap.both_count, language),
    }


def sentence(overlap: Overlap, language: str) -> str:
    """How many places stand in both, and how much of each network that is; names carry their language."""
    if not overlap.both_count:
        return _nowhere(overlap)
    return marked(
        _sharing(overlap),
        count=say_number(overlap.both_count, language),
        first_share=_share(overlap.first, overlap.first_count, overlap.both_count, language),
        second_share=_share(overlap.second, overlap.second_count, overlap.both_count, language),
    )


def caption(overlap: Overlap, language: str) -> str:
    """What the two lines mean, and what they do not."""
    names = {"first": overlap.first.name_in(language), "second": overlap.second.name_in(language)}
    if overlap.projects:
        return marked(
            _(
                "The yellow line joins the places of %(first)s, the dashed white line those of %(second)s, "
                "each by the shortest way that reaches all. They show who stands or took part together, not "
                "who works with whom today. Pale dots: other places."
            ),
            **names,
        )
    return marked(
        _(
            "The yellow line joins the members of %(first)s, the dashed white line those of %(second)s, each "
            "by the shortest way that reaches all. They show who stands together, not who works with whom. "
            "Pale dots: other places."
        ),
        **names,
    )


def not_drawn(drawing: Drawing, language: str) -> list[str]:
    """How many places of both networks the map leaves out; the lists below it name them."""
    said = []
    if drawing.outside:
        text = ngettext(
            "%(count)s place lies beyond the edge of this map; the lists below name it.",
            "%(count)s places lie beyond the edge of this map; the lists below name them.",
            len(drawing.outside),
        )
        said.append(text % {"count": say_number(len(drawing.outside), language)})
    if drawing.without_position:
        text = ngettext(
            "Of %(count)s place no position is known to us.",
            "Of %(count)s places no position is known to us.",
            len(drawing.without_position),
        )
        said.append(text % {"count": say_number(len(drawing.without_position), language)})
    return said


def both_title(overlap: Overlap) -> str:
    """Above the list of places in both."""
    return [_("In both"), _("In the one and in the other"), _("Took part in both")][overlap.projects]


def only_title(network: Network, language: str) -> str:
    """Above the list of the others, and in the key of the map."""
    text = _("Took part in %(name)s only") if network.is_time_limited else _("In %(name)s only")
    return marked(text, name=network.name_in(language))


def _names(overlap: Overlap, language: str) -> dict[str, str]:
    return {
        "first": overlap.first.name_in(language).text,
        "second": overlap.second.name_in(language).text,
    }


def _sharing(overlap: Overlap) -> str:
    count = overlap.both_count
    if not overlap.projects:
        return ngettext(
            "%(count)s place of our data stands in both: %(first_share)s, and %(second_share)s.",
            "%(count)s places of our data stand in both: %(first_share)s, and %(second_share)s.",
            count,
        )
    if overlap.projects == 1:
        return ngettext(
            "%(count)s place of our data stands in the one and took part in the other: "
            "%(first_share)s, and %(second_share)s.",
            "%(count)s places of our data stand in the one and took part in the other: "
            "%(first_share)s, and %(second_share)s.",
            count,
        )
    return ngettext(
        "%(count)s place of our data took part in both: %(first_share)s, and %(second_share)s.",
        "%(count)s places of our data took part in both: %(first_share)s, and %(second_share)s.",
        count,
    )


def _nowhere(overlap: Overlap) -> str:
    return [
        _("No place of our data stands in both. That may be our gap: our lists are not complete."),
        _(
            "No place of our data stands in the one and took part in the other. That may be our gap: our "
            "lists are not complete."
        ),
        _("No place of our data took part in both. That may be our gap: our lists are not complete."),
    ][overlap.projects]


def _share(network: Network, total: int, part: int, language: str) -> str:
    words: dict[str, str | Said] = {
        "name": network.name_in(language),
        "total": say_number(total, language),
        "part": say_number(part, language),
        "share": say_percent(part, total, language),
    }
    in_percent = total >= ENOUGH_FOR_A_SHARE and part >= ENOUGH_IN_BOTH
    if network.is_time_limited:
        text = (
            ngettext(
                "%(share)s of the %(total)s place that took part in %(name)s",
                "%(share)s of the %(total)s places that took part in %(name)s",
                total,
            )
            if in_percent
            else ngettext(
                "the only place that took part in %(name)s",
                "%(part)s of the %(total)s places that took part in %(name)s",
                total,
            )
        )
    else:
        text = (
            ngettext(
                "%(share)s of the %(total)s member of %(name)s",
                "%(share)s of the %(total)s members of %(name)s",
                total,
            )
            if in_percent
            else ngettext(
                "the only member of %(name)s", "%(part)s of the %(total)s members of %(name)s", total
            )
        )
    return marked(text, **words)
