"""Promises that the database keeps about stories: one per fact and language."""

from uuid import uuid4

import pytest

from movingcities.places.tests.factories import CountryFactory
from movingcities.stories.models import STORY_MODELS
from movingcities.stories.tests.factories import (
    approach_story,
    country_story,
    decision_story,
    network_story,
    place_story,
)
from tests.constraints import violates

pytestmark = pytest.mark.django_db

MAKERS = [place_story, approach_story, network_story, decision_story, country_story]
PER_FACT = [
    "place_story_is_unique_per_language",
    "approach_story_is_unique_per_language",
    "network_story_is_unique_per_language",
    "decision_story_is_unique_per_language",
    "country_story_is_unique_per_language",
]
PER_TRANSLATION = [
    "place_story_translation_is_unique_per_language",
    "approach_story_translation_is_unique_per_language",
    "network_story_translation_is_unique_per_language",
    "decision_story_translation_is_unique_per_language",
    "country_story_translation_is_unique_per_language",
]


def copy_of(story, **changes):
    """An unsaved second row of the same story."""
    names = [column.attname for column in story._meta.local_concrete_fields if not column.primary_key]
    return type(story)(**{**{name: getattr(story, name) for name in names}, **changes})


@pytest.mark.parametrize(("make", "name"), list(zip(MAKERS, PER_FACT, strict=True)))
def test_a_fact_has_one_story_in_a_language(make, name):
    story = make()

    with violates(type(story), name):
        copy_of(story, translation_key=uuid4(), latest_revision_id=None, live_revision_id=None).save_base(
            raw=True
        )


@pytest.mark.parametrize(("make", "name"), list(zip(MAKERS, PER_TRANSLATION, strict=True)))
def test_a_translation_exists_once_in_a_language(make, name):
    story = make()
    other = country_story(CountryFactory(code="IT")) if make is country_story else make()

    with violates(type(story), name):
        type(story).objects.filter(pk=other.pk).update(translation_key=story.translation_key)


def test_every_story_has_a_maker_here():
    assert len(MAKERS) == len(STORY_MODELS)
