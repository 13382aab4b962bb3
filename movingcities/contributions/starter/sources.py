"""Sources as the files name them: the same page in several records is one source."""

from __future__ import annotations

from movingcities.contributions.starter.dataset import READ_ON
from movingcities.contributions.starter.records import Record
from movingcities.evidence.actions import SourceEntry

NO_SOURCE = "is empty: this record has no source; name at least one page where it can be read"
_FIELDS = ("url", "title", "publisher", "published")


class SourceBook:
    """Collects the sources of all files; of several statements about a page the fullest wins."""

    def __init__(self) -> None:
        self.entries: dict[str, SourceEntry] = {}

    def cite(self, url: str, *, title: str = "", publisher: str = "", published: str = "") -> str:
        """Note what a record says of a page, and give the address back."""
        if url:
            known = self.entries.get(url)
            if known is None:
                self.entries[url] = SourceEntry(url, title, publisher, published, read_on=READ_ON)
            else:
                self.entries[url] = SourceEntry(
                    url,
                    _fuller(known.title, title),
                    _fuller(known.publisher, publisher),
                    _fuller(known.published, published),
                    read_on=READ_ON,
                )
        return url

    def cite_row(self, record: Record, *, title_field: str = "") -> str:
        """The one source of a row of a table (`source_url`)."""
        url = record.url("source_url", required=True, missing=NO_SOURCE)
        title = record.text(title_field, limit=500) if title_field else ""
        return self.cite(url, title=title)

    def cite_list(self, record: Record) -> tuple[str, ...]:
        """The sources of a record of a list (`sources`), in its order, each once."""
        urls: dict[str, None] = {}
        for source in record.records("sources", required=True, missing=NO_SOURCE):
            for name in source.names - set(_FIELDS):
                source.refuse(name, f"is unknown; the fields of a source are {', '.join(_FIELDS)}")
            url = self.cite(
                source.url("url", required=True),
                title=source.text("title", limit=500),
                publisher=source.text("publisher", limit=300),
                published=source.partial_date("published"),
            )
            urls[url] = None
        return tuple(urls)


def _fuller(known: str, other: str) -> str:
    return other if len(other) > len(known) else known
