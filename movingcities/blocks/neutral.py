"""What reads the same in every language, and what wagtail-localize cannot take apart by itself."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock as WagtailTableBlock
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.strings import StringValue


class NeutralBlock(blocks.CharBlock):
    """A line that is not translated: an address, a date, a query."""

    def get_translatable_segments(self, value: str) -> list[StringSegmentValue]:
        return []

    def restore_translated_segments(self, value: str, segments: Sequence[StringSegmentValue]) -> str:
        return value


class TableBlock(WagtailTableBlock):
    """Rows and columns with a caption, without which nobody who listens knows what they hold."""

    def clean(self, value: dict[str, Any] | None) -> dict[str, Any] | None:
        cleaned: dict[str, Any] | None = super().clean(value)
        has_caption = bool(((cleaned or {}).get("table_caption") or "").strip())
        if not has_caption and not self.is_deferred_validation:
            raise ValidationError(_("Write a caption that says what the table shows."))
        return cleaned

    def get_translatable_segments(self, value: dict[str, Any] | None) -> list[StringSegmentValue]:
        """The caption, then each cell that holds words, by its row and column."""
        return [StringSegmentValue(path, text) for path, text in _words(value)]

    def restore_translated_segments(
        self, value: dict[str, Any] | None, segments: Sequence[StringSegmentValue]
    ) -> dict[str, Any] | None:
        """The table with the words of another language in its cells."""
        restored = copy.deepcopy(value)
        known = dict(_words(restored))
        for segment in segments:
            if restored is None or segment.path not in known:
                continue
            if segment.path == "caption":
                restored["table_caption"] = segment.render_text()
            else:
                row, column = segment.path.split("-")
                restored["data"][int(row)][int(column)] = segment.render_text()
        return restored

    class Meta:
        label = gettext_lazy("Table")
        icon = "table"


def _words(table: dict[str, Any] | None) -> Iterator[tuple[str, StringValue | str]]:
    if not table:
        return
    if table.get("table_caption"):
        yield "caption", table["table_caption"]
    for row, cells in enumerate(table.get("data") or ()):
        for column, text in enumerate(cells):
            # A number is written the same by whoever translates.
            if isinstance(text, str) and any(letter.isalpha() for letter in text):
                yield f"{row}-{column}", text
