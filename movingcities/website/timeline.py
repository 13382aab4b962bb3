"""Memberships on a time axis: dated pennants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from movingcities.design.components import DatedPennant, Tick
from movingcities.networks.models import Membership
from movingcities.website.phrases import membership_dating, network_kind
from movingcities.website.rows import network_link, own_name_link, source_link

SHORTEST_AXIS = 8
"""Years; a single membership of last spring should not fill the page."""

MOST_TICKS = 7
STEPS = (1, 2, 4, 5, 10, 20, 50)


@dataclass(frozen=True, slots=True)
class Timeline:
    """What timeline.html prints, and what its note has to explain."""

    pennants: Sequence[DatedPennant]
    ticks: Sequence[Tick]
    has_since: bool
    """At least one membership is dated by its source."""
    has_sighting: bool
    """At least one was only seen on a day."""
    has_undated: bool
    """At least one has no day at all."""


def timeline_of(memberships: Sequence[Membership], language: str, today: date) -> Timeline:
    """The memberships of one place, with network and sources, on an axis from the first day to today."""
    datings = [
        membership_dating(membership, membership.network, membership.sources.all(), language)
        for membership in memberships
    ]
    first = min((dating.start.year for dating in datings if dating.start), default=today.year)
    axis = _Axis(min(first, today.year - SHORTEST_AXIS), today)
    return Timeline(
        pennants=[
            DatedPennant(
                name=network_link(membership.network, language),
                detail=network_kind(membership.network),
                since=dating.text,
                start=axis.position(dating.start),
                end=axis.position(dating.end),
                is_sighting=dating.is_sighting,
                sources=[source_link(source) for source in membership.sources.all()],
                own_name=own_name_link(membership.network, language),
            )
            for membership, dating in zip(memberships, datings, strict=True)
        ],
        ticks=axis.ticks() if any(dating.start for dating in datings) else (),
        has_since=any(dating.start and not dating.is_sighting for dating in datings),
        has_sighting=any(dating.is_sighting for dating in datings),
        has_undated=any(not dating.start and not dating.end for dating in datings),
    )


@dataclass(frozen=True, slots=True)
class _Axis:
    first_year: int
    today: date

    def position(self, day: date | None) -> float | None:
        if day is None:
            return None
        start = date(self.first_year, 1, 1)
        length = (self.today - start).days or 1
        return min(max((day - start).days / length, 0.0), 1.0)

    def ticks(self) -> list[Tick]:
        years = self.today.year - self.first_year + 1
        step = next((step for step in STEPS if years / step <= MOST_TICKS), STEPS[-1])
        return [
            Tick(self.position(date(year, 1, 1)) or 0.0, str(year))
            for year in range(self.first_year, self.today.year + 1, step)
        ]
