"""Word index of PostgreSQL: generated tsvector columns with a GIN index each."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import BigIntegerField
from django.db.models.expressions import RawSQL

# PostgreSQL's own parser would read numbers and hosts its way; the text is parted into words already.
_WORDS = "array_to_tsvector(array_remove(string_to_array(translate({columns}, '|', ' '), ' '), ''))"
_COLUMNS = {"name_words": "names", "all_words": "names || ' ' || text"}


class PostgresqlBackend:
    """tsvector of plain words; no extension needed."""

    def create(self, schema_editor: BaseDatabaseSchemaEditor) -> None:
        """Add the generated columns and their indexes."""
        for name, columns in _COLUMNS.items():
            words = _WORDS.format(columns=columns)
            schema_editor.execute(
                f"ALTER TABLE search_searchdocument ADD COLUMN {name} tsvector "
                f"GENERATED ALWAYS AS ({words}) STORED"
            )
            schema_editor.execute(
                f"CREATE INDEX search_document_{name} ON search_searchdocument USING gin ({name})"
            )

    def drop(self, schema_editor: BaseDatabaseSchemaEditor) -> None:
        """Drop the columns; their indexes go with them."""
        for name in _COLUMNS:
            schema_editor.execute(f"ALTER TABLE search_searchdocument DROP COLUMN {name}")

    def documents_with(self, words: Sequence[str], *, is_beginning: bool, in_names: bool) -> RawSQL:
        """Quoted as tsquery wants it; a folded word holds neither quotes nor backslashes."""
        asked = " & ".join(f"'{word}'" for word in words) + (":*" if is_beginning else "")
        column = "name_words" if in_names else "all_words"
        return RawSQL(
            f"SELECT id FROM search_searchdocument WHERE {column} @@ %s::tsquery",
            [asked],
            output_field=BigIntegerField(),
        )

    def empty(self) -> None:
        """Not TRUNCATE: readers would have to wait until the new documents are there."""
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM search_searchdocument")

    def fill(self) -> None:
        """The generated columns are up to date; the planner needs to know how much there is."""
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE search_searchdocument")
