"""Word index of SQLite: an FTS5 table that reads SearchDocument and follows it by triggers."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import BigIntegerField
from django.db.models.expressions import RawSQL

# The text is folded already, so the tokenizer only has to part words.
_TABLE = """
CREATE VIRTUAL TABLE search_words USING fts5(
    names, text, content='search_searchdocument', content_rowid='id',
    tokenize='unicode61 remove_diacritics 0', prefix='2 3'
)
"""
_ADD = "INSERT INTO search_words(rowid, names, text) VALUES (new.id, new.names, new.text);"
_REMOVE = (
    "INSERT INTO search_words(search_words, rowid, names, text) "
    "VALUES ('delete', old.id, old.names, old.text);"
)
_TRIGGERS = {
    "search_words_added": f"AFTER INSERT ON search_searchdocument BEGIN {_ADD} END",
    "search_words_removed": f"AFTER DELETE ON search_searchdocument BEGIN {_REMOVE} END",
    "search_words_changed": (
        f"AFTER UPDATE OF names, text ON search_searchdocument BEGIN {_REMOVE} {_ADD} END"
    ),
}


class SqliteBackend:
    """FTS5, external content."""

    def create(self, schema_editor: BaseDatabaseSchemaEditor) -> None:
        """Make the FTS5 table and the triggers that keep it true."""
        schema_editor.execute(_TABLE)
        for name, body in _TRIGGERS.items():
            schema_editor.execute(f"CREATE TRIGGER {name} {body}")

    def drop(self, schema_editor: BaseDatabaseSchemaEditor) -> None:
        """Drop triggers and FTS5 table."""
        for name in _TRIGGERS:
            schema_editor.execute(f"DROP TRIGGER {name}")
        schema_editor.execute("DROP TABLE search_words")

    def documents_with(self, words: Sequence[str], *, is_beginning: bool, in_names: bool) -> RawSQL:
        """Quoted, because AND, OR, NOT and NEAR are words too."""
        asked = " ".join(f'"{word}"' for word in words) + ("*" if is_beginning else "")
        if in_names:
            asked = f"names : ({asked})"
        return RawSQL(
            "SELECT rowid FROM search_words WHERE search_words MATCH %s",
            [asked],
            output_field=BigIntegerField(),
        )

    def empty(self) -> None:
        """Triggers would take each of 100,000 documents out of the word index one by one."""
        with connection.cursor() as cursor:
            for name in _TRIGGERS:
                cursor.execute(f"DROP TRIGGER {name}")
            cursor.execute("INSERT INTO search_words(search_words) VALUES ('delete-all')")
            cursor.execute("DELETE FROM search_searchdocument")

    def fill(self) -> None:
        """Read the whole table once, then let the triggers follow again."""
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO search_words(search_words) VALUES ('rebuild')")
            for name, body in _TRIGGERS.items():
                cursor.execute(f"CREATE TRIGGER {name} {body}")
            cursor.execute("ANALYZE search_searchdocument")
