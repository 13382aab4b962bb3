"""Checks of the terms that translations keep to; the file may be absent."""

from __future__ import annotations

from django.conf import settings

from movingcities.contributions.starter.dataset import Dataset, TermRow
from movingcities.contributions.starter.files import DataFolder

TERMS = "translation_terms.yaml"
_FIELDS = ("term", "say", "never", "note")


def check_terms(folder: DataFolder, dataset: Dataset) -> None:
    """Read for each language what its translations say and never say."""
    if not (folder.path / TERMS).exists():
        return
    languages = dict(settings.LANGUAGES)
    for section in folder.sections(TERMS):
        if section.title not in languages:
            message = f"is no language of the site; those are {', '.join(languages)}"
            folder.problems.note(TERMS, section.line, section.title, message)
        for key, record in section.records.items():
            record.expect_no_other(_FIELDS)
            row = TermRow(
                language=section.title,
                term=record.text("term", limit=120),
                say=record.texts("say", limit=120),
                never=record.texts("never", limit=120),
                note=record.text("note", limit=300),
            )
            if not row.never and not (row.term and row.say):
                record.refuse("say", "is empty; expected is a term with words to say, or words never to say")
            dataset.terms[f"{section.title}/{key}"] = row
