"""The smallest topic and approach, written by their actions."""

import factory

from movingcities.approaches.actions import ApproachEntry, TopicEntry, record_approach, record_topic
from movingcities.approaches.models import Approach, Topic
from movingcities.evidence.tests.factories import NOW, SourceFactory
from movingcities.places.tests.factories import PlaceFactory


class TopicFactory(factory.Factory):
    class Meta:
        model = Topic

    slug = factory.Sequence(lambda number: f"test-topic-{number}")
    position = factory.Sequence(lambda number: number)
    labels = factory.LazyAttribute(lambda topic: {"en": topic.slug.replace("-", " ").capitalize()})

    @classmethod
    def _create(cls, model_class, *args, **fields):
        return record_topic(entry=TopicEntry(**fields), by=None, at=NOW)


class ApproachFactory(factory.Factory):
    class Meta:
        model = Approach

    slug = factory.Sequence(lambda number: f"test-approach-{number}")
    status = Approach.Status.UNKNOWN

    @classmethod
    def _create(cls, model_class, *args, **fields):
        places = fields.pop("places", None) or [PlaceFactory()]
        topics = fields.pop("topics", None) or [TopicFactory()]
        sources = fields.pop("sources", None) or [SourceFactory()]
        approach = record_approach(
            entry=ApproachEntry(**fields), places=places, topics=topics, sources=sources, by=None, at=NOW
        )
        for place in places:
            place.refresh_from_db()
        return approach
