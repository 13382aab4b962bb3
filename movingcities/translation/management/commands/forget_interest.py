"""Deletes what was counted of readers' interest more than a year ago."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from movingcities.translation.actions import forget_interest


class Command(BaseCommand):
    """Months that began more than a year ago go; the translators' queue no longer counts them."""

    help = "Delete what was counted of how often texts were asked for, of months more than a year ago."

    def handle(self, *args: Any, **options: Any) -> None:
        today = timezone.localdate()
        number = forget_interest(before=today.replace(year=today.year - 1, day=1))
        if number and options["verbosity"] > 1:
            self.stdout.write(f"{number} numbers deleted.")
