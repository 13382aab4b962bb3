"""What follows when a picture is saved."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save

from movingcities.media.models import Image
from movingcities.media.tasks import make_renditions_of


def connect() -> None:
    """Listen to pictures being saved."""
    post_save.connect(_prepare, sender=Image, dispatch_uid="prepare_renditions")


def _prepare(instance: Image, **_: Any) -> None:
    transaction.on_commit(partial(make_renditions_of.enqueue, instance.pk))
