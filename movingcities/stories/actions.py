"""Writes to stories; they keep the story counts of the places true."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, TypeVar
from uuid import uuid4

from django.db import transaction
from django.db.models import Count, Q
from wagtail.models import Locale

from movingcities.accounts.models import User
from movingcities.evidence.actions import log_change, require_sources
from movingcities.evidence.models import Source
from movingcities.places.actions import Activity, set_activity
from movingcities.places.models import Place
from movingcities.stories.models import Story

AnyStory = TypeVar("AnyStory", bound=Story)


def publish_story(
    *,
    model: type[AnyStory],
    fact: Any,
    language: str,
    words: Mapping[str, Any],
    sources: Iterable[Source],
    origin: str = Story.Origin.ORIGINAL,
    written: str = "",
    existing: AnyStory | None = None,
    by: User | None,
    at: datetime,
    why: str = "",
) -> AnyStory:
    """Write and publish the story of a fact in a language, as a revision that editors can go back from.

    `words` maps the model's text fields to texts; stream fields take a list as `section_values` and
    `takeaway_values` make it. Raises MissingSource.
    """
    cited = require_sources(sources, f"The text about “{fact}”")
    with transaction.atomic():
        story = existing or model(locale=Locale.objects.get(language_code=language), live=False)
        if existing is None:
            other = model._default_manager.filter(**{model.fact_name: fact}).first()
            if other is not None:
                story.translation_key = other.translation_key
        setattr(story, model.fact_name, fact)
        for name, text in words.items():
            setattr(story, name, text)
        story.origin = origin
        story.written = written
        story.sources.set(cited)
        story.full_clean(validate_unique=existing is None)
        story.save()
        story.save_revision(user=by, log_action=False).publish(user=by, log_action=False)
        verb = "corrected" if existing else "published"
        kind = f"{model.fact_name} story"
        log_change(verb=verb, kind=kind, object_id=story.pk, by=by, at=at, why=why)
    # Publishing wrote another copy of the story.
    story.refresh_from_db()
    return story


def section_values(sections: Iterable[tuple[str, str]]) -> list[dict[str, Any]]:
    """Stream data of (heading, text) pairs; every block has an id, else a translation would lose it."""
    return [
        {
            "type": "section",
            "id": str(uuid4()),
            "value": {"heading": heading, "text": text},
        }
        for heading, text in sections
    ]


def takeaway_values(takeaways: Iterable[str]) -> list[dict[str, Any]]:
    """Stream data of sentences; every block has an id, else a translation would lose it."""
    return [{"type": "takeaway", "id": str(uuid4()), "value": takeaway} for takeaway in takeaways]


def recount_stories(*, place_ids: Iterable[int]) -> None:
    """Count again the published portraits of these places (primary keys)."""
    counts = dict.fromkeys(place_ids, 0)
    counts.update(
        Place.objects.filter(pk__in=counts)
        .annotate(count=Count("stories", filter=Q(stories__live=True)))
        .values_list("pk", "count")
    )
    set_activity(activity=Activity.STORIES, counts=counts)
