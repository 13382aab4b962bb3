"""Writes to stories; they keep the story counts of the places true."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone
from wagtail.models import Locale, ReferenceIndex, Revision
from wagtail.signals import published

from movingcities.accounts.models import User
from movingcities.evidence.actions import log_change, log_changes, require_sources
from movingcities.evidence.models import Source
from movingcities.languages.maps import FALLBACK_LANGUAGE
from movingcities.places.actions import Activity, set_activity
from movingcities.places.models import Place
from movingcities.stories.story import Story
from movingcities.translation.rules import Texts, standing_of
from movingcities.translation.segments import texts_of

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
        original = _originals(model, [fact], origin).get(fact.pk)
        for name, text in _with_ids_of(original, words).items():
            setattr(story, name, text)
        story.origin = origin
        story.standing = _standing(story, original)
        story.outdated = []
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


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """What is to be published about a fact; `words` as `publish_story` takes them."""

    fact: Any
    words: Mapping[str, Any]
    sources: Sequence[Source]
    written: str = ""


def publish_new_stories(
    *,
    model: type[AnyStory],
    entries: Sequence[StoryEntry],
    language: str,
    origin: str = Story.Origin.ORIGINAL,
    by: User | None,
    at: datetime,
    why: str = "",
) -> list[AnyStory]:
    """Write and publish many stories of one kind and language at once, in the order of the entries.

    Leaves what `publish_story` would leave for each of them: a revision, a line in the log, references.
    None of the facts may have a story in the language yet. Raises MissingSource.
    """
    locale = Locale.objects.get(language_code=language)
    keys: dict[Any, UUID] = dict(
        model._default_manager.filter(**{f"{model.fact_name}__in": [entry.fact.pk for entry in entries]})
        .order_by("-pk")
        .values_list(f"{model.fact_name}_id", "translation_key")
    )
    originals = _originals(model, [entry.fact for entry in entries], origin)
    # The clock of the editorial system, as for stories that are published one by one.
    now = timezone.now()
    stories = []
    for entry in entries:
        cited = require_sources(entry.sources, f"The text about “{entry.fact}”")
        story = model(
            **{model.fact_name: entry.fact},
            **_with_ids_of(originals.get(entry.fact.pk), entry.words),
            locale=locale,
            translation_key=keys.get(entry.fact.pk) or uuid4(),
            origin=origin,
            written=entry.written,
            live=True,
            first_published_at=now,
            last_published_at=now,
        )
        story.standing = _standing(story, originals.get(entry.fact.pk))
        story.sources.set(cited)
        story.clean_fields(exclude=[model.fact_name, "locale"])
        stories.append(story)
    with transaction.atomic():
        model._default_manager.bulk_create(stories)
        _link_sources(model, stories, entries)
        revisions = Revision.objects.bulk_create(
            Revision(
                content_object=story,
                base_content_type=story.get_base_content_type(),
                created_at=now,
                user=by,
                object_str=str(story),
                content=story.serializable_data(),
            )
            for story in stories
        )
        for story, revision in zip(stories, revisions, strict=True):
            story.latest_revision = story.live_revision = revision
        model._default_manager.bulk_update(stories, ["latest_revision", "live_revision"])
        log_changes(
            verb="published",
            kind=f"{model.fact_name} story",
            object_ids=[story.pk for story in stories],
            by=by,
            at=at,
            why=why,
        )
        for story, revision in zip(stories, revisions, strict=True):
            ReferenceIndex.create_or_update_for_object(story)
            published.send(sender=model, instance=story, revision=revision)
    return stories


def _originals(model: type[Story], facts: Sequence[Any], origin: str) -> dict[Any, Any]:
    """{primary key of the fact: its story in the fallback language}; empty for texts that are originals."""
    if origin == Story.Origin.ORIGINAL:
        return {}
    return model.objects.by_fact([fact.pk for fact in facts], FALLBACK_LANGUAGE)


def _with_ids_of(original: Any, words: Mapping[str, Any]) -> dict[str, Any]:
    """The words, in which each block has the id of the one it translates: it is known by its place."""
    return {
        name: _aligned(value, getattr(original, name)) if original and isinstance(value, list) else value
        for name, value in words.items()
    }


def _aligned(blocks: Sequence[dict[str, Any]], former: Iterable[Any]) -> list[dict[str, Any]]:
    ids = {(place, block.block_type): block.id for place, block in enumerate(former)}
    return [
        {**block, "id": ids.get((place, block["type"]), block["id"])} for place, block in enumerate(blocks)
    ]


def _standing(story: Story, original: Any) -> dict[str, Any]:
    if not story.is_translation:
        return {}
    theirs: Texts = texts_of(original) if original is not None else {}
    return dict(standing_of(texts_of(story), theirs, story.origin))


def _link_sources(model: type[Story], stories: Sequence[Story], entries: Sequence[StoryEntry]) -> None:
    through: Any = model._meta.get_field("sources").remote_field.through
    through.objects.bulk_create(
        through(**{model._meta.model_name or "": story, "source": source})
        for story, entry in zip(stories, entries, strict=True)
        for source in entry.sources
    )


def section_values(sections: Iterable[tuple[str, str]]) -> list[dict[str, Any]]:
    """Stream data of (heading, rich text) pairs; every block has an id, else a translation would lose it."""
    return [
        {
            "type": "section",
            "id": str(uuid4()),
            "value": {"heading": heading, "text": text, "footnotes": []},
        }
        for heading, text in sections
    ]


def takeaway_values(takeaways: Iterable[str]) -> list[dict[str, Any]]:
    """Stream data of sentences; every block has an id, else a translation would lose it."""
    return [{"type": "takeaway", "id": str(uuid4()), "value": takeaway} for takeaway in takeaways]


def recount_stories(*, place_ids: Iterable[int]) -> None:
    """Count again the published portraits of these places (primary keys); translations are not counted."""
    counts = dict.fromkeys(place_ids, 0)
    counts.update(
        Place.objects.filter(pk__in=counts)
        .annotate(count=Count("stories__translation_key", filter=Q(stories__live=True), distinct=True))
        .values_list("pk", "count")
    )
    set_activity(activity=Activity.STORIES, counts=counts)
