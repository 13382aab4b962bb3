"""Writes to sources and previous addresses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from movingcities.accounts.models import User
from movingcities.evidence.models import Change, PreviousSlug, Source


class MissingSource(ValueError):
    """A record was to be written without saying how we know."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} has no source: add at least one page where it can be read.")


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """What is known of a source when a record cites it; dates are partial (ISO 8601)."""

    url: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    language: str = ""
    read_on: str = ""


def note_sources(*, entries: Iterable[SourceEntry]) -> list[Source]:
    """Find or make the sources, in the order given; where an address is known, fill what was empty.

    What somebody wrote by hand is never replaced: only empty fields are filled.
    """
    wanted: dict[str, SourceEntry] = {}
    for entry in entries:
        wanted.setdefault(entry.url, entry)
    with transaction.atomic():
        known = {source.url: source for source in Source.objects.filter(url__in=wanted)}
        for url, entry in wanted.items():
            source = known.get(url)
            if source is None:
                source = Source(url=url)
                known[url] = source
            changed = source.pk is None
            for name in ("title", "publisher", "published", "language", "read_on"):
                if getattr(entry, name) and not getattr(source, name):
                    setattr(source, name, getattr(entry, name))
                    changed = True
            if changed:
                source.full_clean(validate_unique=False)
                source.save()
    return [known[url] for url in wanted]


def correct_source(
    *, source: Source, entry: SourceEntry, by: User | None, at: datetime, why: str = ""
) -> Source:
    """Replace what is stated about a page; a new address has not been checked or archived yet."""
    if entry.url != source.url:
        source.url = entry.url
        source.last_checked_at = source.last_status = None
        source.archive_url = ""
    source.title = entry.title
    source.publisher = entry.publisher
    source.published = entry.published
    source.language = entry.language
    source.read_on = entry.read_on
    with transaction.atomic():
        source.full_clean(validate_unique=False)
        source.save()
        log_change(verb="corrected", kind="source", object_id=source.pk, by=by, at=at, why=why)
    return source


def remember_slug(*, kind: PreviousSlug.Kind, within: str, slug: str, object_id: int) -> None:
    """Let a former address lead to the object from now on."""
    PreviousSlug.objects.update_or_create(
        kind=kind, within=within, slug=slug, defaults={"object_id": object_id}
    )


def require_sources(sources: Iterable[Source], what: str) -> list[Source]:
    """The sources as a list; raises MissingSource when there is none."""
    listed = list(sources)
    if not listed:
        raise MissingSource(what)
    return listed


def log_change(
    *,
    verb: str,
    kind: str,
    object_id: int | None,
    by: User | None,
    at: datetime,
    why: str = "",
) -> None:
    """Note who did what to which record, when and why; `by` is None for a command run on the server."""
    Change.objects.create(verb=verb, kind=kind, object_id=object_id, by=by, at=at, why=why)


def log_changes(
    *,
    verb: str,
    kind: str,
    object_ids: Iterable[int],
    by: User | None,
    at: datetime,
    why: str = "",
) -> None:
    """Note the same of many records of a kind, a line for each; one query."""
    Change.objects.bulk_create(
        Change(verb=verb, kind=kind, object_id=object_id, by=by, at=at, why=why) for object_id in object_ids
    )
