"""What must stay true when an editor publishes, withdraws or deletes a story in the editorial system."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete
from wagtail.signals import published, unpublished

from movingcities.stories.actions import recount_stories
from movingcities.stories.models import PlaceStory


def connect() -> None:
    """Listen to the signals for portraits of places."""
    published.connect(_recount, sender=PlaceStory, dispatch_uid="recount_published_stories")
    unpublished.connect(_recount, sender=PlaceStory, dispatch_uid="recount_unpublished_stories")
    post_delete.connect(_recount, sender=PlaceStory, dispatch_uid="recount_deleted_stories")


def _recount(instance: PlaceStory, **_: Any) -> None:
    recount_stories(place_ids=[instance.place_id])
