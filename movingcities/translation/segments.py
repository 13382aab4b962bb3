"""The passages of a text, as wagtail-localize takes it apart."""

from __future__ import annotations

from typing import Any

from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments


def texts_of(instance: Any) -> dict[str, list[str]]:
    """{path: strings in order} of a story or page; empty passages are left out."""
    texts: dict[str, list[str]] = {}
    for segment in extract_segments(instance):
        if isinstance(segment, StringSegmentValue):
            texts.setdefault(segment.path, []).append(segment.string.data)
    return texts
