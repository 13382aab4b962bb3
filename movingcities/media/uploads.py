"""Taking a file in without letting it fill memory or disk."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadhandler import TemporaryFileUploadHandler

LARGEST = 25 * 1024 * 1024
"""Bytes that are kept of an upload; the largest document we take."""


class LimitedUpload(TemporaryFileUploadHandler):
    """Writes a file to the disk as it arrives and throws away what goes beyond the limit.

    The form is told the true size, so that it can say that the file is too large, in its place.
    """

    kept = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        self.kept = 0
        super().new_file(*args, **kwargs)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        rest = LARGEST - self.kept
        if rest > 0:
            self.kept += len(raw_data[:rest])
            super().receive_data_chunk(raw_data[:rest], start)
