"""Loads the starter dataset."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from movingcities.contributions.actions import load_starter_data
from movingcities.contributions.starter.problems import DamagedData
from movingcities.contributions.starter.progress import Progress
from movingcities.contributions.starter.report import table


class Command(BaseCommand):
    """`manage.py load_starter_data [--data DIR] [--no-search]`."""

    # It serves no page: the checks of addresses and templates would only make every start slower.
    requires_system_checks = ()
    help = "Load the starter dataset, all or nothing; unchanged records are skipped, editors’ changes kept."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--data", type=Path, default=settings.ROOT / "data", help="The folder of the dataset."
        )

        parser.add_argument("--no-search", action="store_true", help="Leave the search index as it is.")

    def handle(self, *args: Any, data: Path, no_search: bool, **options: Any) -> None:
        try:
            loaded = load_starter_data(
                data=data, at=timezone.now(), progress=Progress(sys.stderr), with_search=not no_search
            )
        except DamagedData as error:
            raise CommandError(str(error)) from error
        if not loaded.tallies:
            self.stdout.write("The starter data has not changed since it was loaded.")
            return
        for line in table(loaded.tallies):
            self.stdout.write(line)
