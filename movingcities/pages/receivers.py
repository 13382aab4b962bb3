"""What must stay true of pages when an editor changes one."""

from __future__ import annotations

from typing import Any

from wagtail.signals import page_slug_changed

from movingcities.pages.actions import keep_addresses_alike
from movingcities.pages.editorial import EditorialPage


def connect() -> None:
    """Listen to changes of addresses."""
    page_slug_changed.connect(_follow, dispatch_uid="pages_keep_addresses_alike")


def _follow(instance: Any, instance_before: Any, **_: Any) -> None:
    if isinstance(instance, EditorialPage):
        keep_addresses_alike(page=instance, before=instance_before)
