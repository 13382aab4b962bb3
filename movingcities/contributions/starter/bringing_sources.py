"""Sources: one record per address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from movingcities.contributions.starter.memory import WHY, Kind
from movingcities.evidence.actions import SourceEntry, correct_source, note_sources
from movingcities.evidence.models import Source


class SourceKind(Kind[SourceEntry, SourceEntry, Source]):
    """A page; the key is its address."""

    name = "source"
    label = "sources"

    def find(self, keys: Iterable[str]) -> Mapping[str, int]:
        return dict(Source.objects.filter(url__in=list(keys)).values_list("url", "pk"))

    def objects(self, ids: Iterable[int]) -> Mapping[int, Source]:
        return Source.objects.in_bulk(list(ids))

    def wanted(self, row: SourceEntry) -> SourceEntry:
        return row

    def state(self, thing: Source) -> SourceEntry:
        return SourceEntry(
            url=thing.url,
            title=thing.title,
            publisher=thing.publisher,
            published=thing.published,
            language=thing.language,
            read_on=thing.read_on,
        )

    def write(self, state: SourceEntry, existing: Source | None) -> Source:
        if existing is None:
            return note_sources(entries=[state])[0]
        return correct_source(source=existing, entry=state, by=None, at=self.at, why=WHY)
