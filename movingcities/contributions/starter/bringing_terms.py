"""The glossary of the translation desk: a term for each language and key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from movingcities.contributions.starter.dataset import TermRow
from movingcities.contributions.starter.memory import WHY, Kind
from movingcities.translation.glossary_actions import set_term
from movingcities.translation.models import GlossaryTerm


class TermKind(Kind[TermRow, TermRow, GlossaryTerm]):
    """What translations into a language say for a term, and never say; the key is “language/key”."""

    name, label = "term", "glossary terms"

    def __init__(self, rows: Mapping[str, TermRow], **options: object) -> None:
        super().__init__(**options)  # type: ignore[arg-type]
        self.rows = rows

    def find(self, keys: Iterable[str]) -> Mapping[str, int]:
        wanted = {key: self.rows[key] for key in keys}
        known = {
            (term.language, term.source, tuple(term.forbidden)): term.pk
            for term in GlossaryTerm.objects.filter(language__in={row.language for row in wanted.values()})
        }
        places = {key: (row.language, row.term, row.never) for key, row in wanted.items()}
        return {key: known[place] for key, place in places.items() if place in known}

    def objects(self, ids: Iterable[int]) -> Mapping[int, GlossaryTerm]:
        return GlossaryTerm.objects.in_bulk(list(ids))

    def wanted(self, row: TermRow) -> TermRow:
        return row

    def state(self, thing: GlossaryTerm) -> TermRow:
        return TermRow(
            language=thing.language,
            term=thing.source,
            say=tuple(thing.required),
            never=tuple(thing.forbidden),
            note=thing.note,
        )

    def write(self, state: TermRow, existing: GlossaryTerm | None) -> GlossaryTerm:
        return set_term(
            language=state.language,
            source=state.term,
            required=state.say,
            forbidden=state.never,
            note=state.note,
            existing=existing,
            by=None,
            at=self.at,
            why=WHY,
        )
