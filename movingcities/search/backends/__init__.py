"""The two word indexes over SearchDocument: one interface, the same answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from django.db import connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models.expressions import RawSQL

from movingcities.search.backends.postgresql import PostgresqlBackend
from movingcities.search.backends.sqlite import SqliteBackend


class Backend(Protocol):
    """What a database must be able to do."""

    def create(self, schema_editor: BaseDatabaseSchemaEditor) -> None:
        """Make the word index when the table exists."""

    def drop(self, schema_editor: BaseDatabaseSchemaEditor) -> None:
        """Take the word index away before the table goes."""

    def documents_with(self, words: Sequence[str], *, is_beginning: bool, in_names: bool) -> RawSQL:
        """Primary keys of the documents that hold all these folded words, in names or anywhere.

        Of the last word only the beginning is asked for if `is_beginning`; there is at least one word.
        """

    def empty(self) -> None:
        """Remove all documents at once; the word index follows in `fill`."""

    def fill(self) -> None:
        """Index all documents that were written since `empty`."""


def backend_for(vendor: str) -> Backend:
    """The backend of a database; `vendor` is Django's word for it."""
    return PostgresqlBackend() if vendor == "postgresql" else SqliteBackend()


def backend() -> Backend:
    """The backend of the database in use."""
    return backend_for(connection.vendor)
