"""Writes of what reaches us from outside; for now the starter dataset."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import connection, transaction

from movingcities.contributions.models import LoadedFile
from movingcities.contributions.starter.checking import check_dataset, digests_of_files, file_names
from movingcities.contributions.starter.checking_places import GAZETTEER, PLACES
from movingcities.contributions.starter.loading import bring_in, make_home_pages
from movingcities.contributions.starter.memory import Tally
from movingcities.contributions.starter.progress import Progress
from movingcities.search.actions import count_records, paused, rebuild_index


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a run did; no tallies where no file had changed."""

    tallies: list[Tally]


def load_starter_data(*, data: Path, at: datetime, progress: Progress, with_search: bool = True) -> Loaded:
    """Bring the files of the folder into the database, all or nothing; a second run finds nothing to do.

    Raises DamagedData with every problem of every file before anything is written. Without the search
    the index is left as it was.
    """
    digests = digests_of_files(data)
    remembered = dict(LoadedFile.objects.values_list("name", "digest"))
    changed_files = {name for name, value in digests.items() if not value or remembered.get(name) != value}
    if not changed_files:
        # A language may have been added to the settings since.
        make_home_pages({})
        return Loaded([])
    with progress.step("Checking the files", len(file_names())) as advance:
        dataset = check_dataset(data, advance=lambda name: advance(1))
    with transaction.atomic():
        # What is written one by one is indexed one by one; the gazetteer is written in bulk.
        anew = with_search and not changed_files.isdisjoint({GAZETTEER, PLACES})
        with paused() if anew or not with_search else nullcontext():
            tallies = bring_in(dataset, changed_files=changed_files, at=at, progress=progress)
        if anew:
            with progress.step("Search index", count_records()) as advance:
                rebuild_index(progress=advance)
        LoadedFile.objects.bulk_create(
            [LoadedFile(name=name, digest=value) for name, value in digests.items()],
            update_conflicts=True,
            unique_fields=["name"],
            update_fields=["digest"],
        )
        # Without statistics SQLite chooses plans that take seconds instead of milliseconds.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    return Loaded(tallies)
