"""The objects that later records refer to, by their identifiers in the dataset."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from movingcities.approaches.models import Approach, Topic
from movingcities.contributions.starter.memory import Unwritable
from movingcities.decisions.models import Decision
from movingcities.evidence.models import Source
from movingcities.networks.models import Network
from movingcities.places.models import Country, Place
from movingcities.stories.story import Story

Thing = TypeVar("Thing")


@dataclass(slots=True)
class Known:
    """What has been brought in so far, and the time of this run."""

    at: datetime
    sources: Mapping[str, Source] = field(default_factory=dict)
    countries: Mapping[str, Country] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    networks: Mapping[str, Network] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    approaches: Mapping[str, Approach] = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)

    def facts_of(self, model: type[Story]) -> Mapping[str, Any]:
        """The facts that the stories of a model tell of, by their identifiers in the dataset."""
        by_fact: dict[str, Mapping[str, Any]] = {
            "place": self.places,
            "approach": self.approaches,
            "network": self.networks,
            "decision": self.decisions,
            "country": self.countries,
        }
        return by_fact[model.fact_name]

    def source_ids(self, urls: Iterable[str]) -> tuple[int, ...]:
        """The primary keys of the sources, ascending: the order in which the files first name them."""
        return tuple(sorted(pick(self.sources, url, "source").pk for url in urls))


def pick(things: Mapping[str, Thing], key: str, what: str) -> Thing:
    """The thing with the identifier; raises Unwritable if an editor has removed it."""
    thing = things.get(key)
    if thing is None:
        raise Unwritable(f"the {what} “{key}” is not here any more")
    return thing


def ids_of_sources(sources: Iterable[Source]) -> tuple[int, ...]:
    """The primary keys of prefetched sources, ascending."""
    return tuple(sorted(source.pk for source in sources))
