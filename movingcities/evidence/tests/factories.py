"""The smallest source, and the moment at which everything of a test happens."""

from datetime import UTC, datetime

import factory

from movingcities.evidence.models import Source

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


class SourceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Source

    url = factory.Sequence(lambda number: f"https://test.example/source-{number}")
    title = factory.Sequence(lambda number: f"Test source {number}")
    read_on = "2026-11"
