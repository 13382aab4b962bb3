"""Writes to the glossary that translations keep to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from movingcities.accounts.models import User
from movingcities.evidence.actions import log_change
from movingcities.translation.models import GlossaryTerm


def set_term(
    *,
    language: str,
    source: str,
    required: Sequence[str],
    forbidden: Sequence[str],
    note: str = "",
    existing: GlossaryTerm | None = None,
    by: User | None,
    at: datetime,
    why: str = "",
) -> GlossaryTerm:
    """Say how a term of the originals is told in a language, or which words are never used there."""
    term = existing or GlossaryTerm()
    term.language, term.source, term.note = language, source, note
    term.required, term.forbidden = list(required), list(forbidden)
    term.full_clean()
    with transaction.atomic():
        term.save()
        log_change(
            verb="corrected" if existing else "added", kind="term", object_id=term.pk, by=by, at=at, why=why
        )
    return term
