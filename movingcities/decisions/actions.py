"""Writes to decisions; they keep the counts of the places true."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Count

from movingcities.accounts.models import User
from movingcities.decisions.models import Decision
from movingcities.evidence.actions import log_change, remember_slug, require_sources
from movingcities.evidence.models import PreviousSlug, Source
from movingcities.networks.models import Network
from movingcities.places.actions import Activity, set_activity
from movingcities.places.models import Place


@dataclass(frozen=True, slots=True)
class DecisionEntry:
    """What somebody states about a decision; `decided` is a partial date."""

    slug: str
    kind: str
    decided: str = ""
    vote: str = ""


def record_decision(
    *,
    entry: DecisionEntry,
    place: Place,
    network: Network | None,
    sources: Iterable[Source],
    existing: Decision | None = None,
    by: User | None,
    at: datetime,
    why: str = "",
) -> Decision:
    """Add a decision or correct one; a changed slug keeps its former address. Raises MissingSource."""
    cited = require_sources(sources, f"The decision “{entry.slug}”")
    decision = existing or Decision(created_at=at)
    former_slug = decision.slug if existing else ""
    former_place_id = decision.place_id if existing else place.pk
    decision.slug = entry.slug
    decision.kind = entry.kind
    decision.decided = entry.decided
    decision.vote = entry.vote
    decision.place = place
    decision.network = network
    decision.changed_at = at
    with transaction.atomic():
        decision.full_clean()
        decision.save()
        decision.sources.set(cited)
        if former_slug and former_slug != decision.slug:
            remember_slug(
                kind=PreviousSlug.Kind.DECISION,
                within="",
                slug=former_slug,
                object_id=decision.pk,
            )
        verb = "corrected" if existing else "added"
        log_change(verb=verb, kind="decision", object_id=decision.pk, by=by, at=at, why=why)
        recount_decisions(place_ids={former_place_id, place.pk})
    return decision


def recount_decisions(*, place_ids: Iterable[int]) -> None:
    """Count again the decisions of these places (primary keys)."""
    counts = dict.fromkeys(place_ids, 0)
    counts.update(
        Place.objects.filter(pk__in=counts).annotate(count=Count("decisions")).values_list("pk", "count")
    )
    set_activity(activity=Activity.DECISIONS, counts=counts)
