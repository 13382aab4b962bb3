"""Brings the permissions of the roles up to what this version says."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from movingcities.newsroom.actions import ensure_roles


class Command(BaseCommand):
    """Groups and their permissions, and the way a story takes to publication."""

    help = "Bring the permissions of each role, and the review of stories, up to what this version says."

    def handle(self, *args: Any, **options: Any) -> None:
        ensure_roles()
