"""The smallest decision, written by its action."""

import factory

from movingcities.decisions.actions import DecisionEntry, record_decision
from movingcities.decisions.models import Decision
from movingcities.evidence.tests.factories import NOW, SourceFactory
from movingcities.places.tests.factories import PlaceFactory


class DecisionFactory(factory.Factory):
    class Meta:
        model = Decision

    slug = factory.Sequence(lambda number: f"test-decision-{number}")
    kind = Decision.Kind.OTHER
    place = factory.SubFactory(PlaceFactory)

    @classmethod
    def _create(cls, model_class, *args, **fields):
        sources = fields.pop("sources", None) or [SourceFactory()]
        place, network = fields.pop("place"), fields.pop("network", None)
        decision = record_decision(
            entry=DecisionEntry(**fields), place=place, network=network, sources=sources, by=None, at=NOW
        )
        place.refresh_from_db()
        return decision
