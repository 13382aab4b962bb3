"""What must stay true of translations when an editor publishes a text."""

from __future__ import annotations

from typing import Any

from wagtail.signals import published

from movingcities.translation.actions import (
    follow_original,
    take_stock,
    take_stock_of_rewriting,
)
from movingcities.translation.queries import jobs_of


def follow(model: type[Any]) -> None:
    """Listen to the publication of texts of a kind; the apps above name theirs when they are ready."""
    published.connect(_follow, sender=model, dispatch_uid=f"follow_{model._meta.label_lower}")


def _follow(instance: Any, **_: Any) -> None:
    if jobs_of(instance).filter(enabled=True).exists():
        take_stock(translation=instance)
    elif instance.is_translation:
        take_stock_of_rewriting(translation=instance)
    else:
        follow_original(original=instance)
