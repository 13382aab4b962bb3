"""The smallest published story of each kind, written by its action; language English unless said."""

from typing import Any

from movingcities.approaches.tests.factories import ApproachFactory
from movingcities.decisions.tests.factories import DecisionFactory
from movingcities.evidence.tests.factories import NOW, SourceFactory
from movingcities.languages.actions import ensure_locales
from movingcities.networks.tests.factories import NetworkFactory
from movingcities.places.tests.factories import CountryFactory, PlaceFactory
from movingcities.stories.actions import publish_story
from movingcities.stories.models import (
    ApproachStory,
    CountryStory,
    DecisionStory,
    NetworkStory,
    PlaceStory,
)
from movingcities.stories.story import Story


def _publish(model: type[Story], fact: Any, language: str, words: dict[str, Any]) -> Any:
    ensure_locales()
    origin = words.pop("origin", Story.Origin.ORIGINAL)
    story = publish_story(
        model=model,
        fact=fact,
        language=language,
        words=words,
        sources=[SourceFactory()],
        origin=origin,
        by=None,
        at=NOW,
    )
    fact.refresh_from_db()
    return story


def place_story(place=None, *, language="en", **words):
    words = {"subtitle": "Test subtitle", "introduction": "Test introduction.", **words}
    return _publish(PlaceStory, place or PlaceFactory(), language, words)


def approach_story(approach=None, *, language="en", **words):
    words = {"title": "Test approach", "summary": "Test summary.", **words}
    return _publish(ApproachStory, approach or ApproachFactory(), language, words)


def network_story(network=None, *, language="en", **words):
    words = {"description": "Test description.", **words}
    return _publish(NetworkStory, network or NetworkFactory(), language, words)


def decision_story(decision=None, *, language="en", **words):
    words = {"title": "Test decision", "what_was_decided": "Test words.", **words}
    return _publish(DecisionStory, decision or DecisionFactory(), language, words)


def country_story(country=None, *, language="en", **words):
    words = {"context": "Test context.", **words}
    return _publish(CountryStory, country or CountryFactory(), language, words)


def rewrite(story, **words):
    """Publish other words of a story, as an editor does."""
    fresh = type(story).objects.get(pk=story.pk)
    for name, text in words.items():
        setattr(fresh, name, text)
    fresh.save_revision().publish()
    return type(story).objects.get(pk=story.pk)
