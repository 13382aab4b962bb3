"""Hashed, compressed static files: the address of a file changes with its content, so it is kept for ever."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import brotli
from django.apps import apps
from django.core.files.base import ContentFile, File
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

# Brotli's best level takes ten times as long as level 9 and saves 3 to 8 %: worth it for what readers
# load, not for the megabytes of the editorial system.
LEVEL_FOR_EDITORS = 9


class StaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Static files with the hash in their names, and beside each one its brotli and gzip form."""

    support_js_module_import_aggregation = True

    def _save(self, name: str, content: File[Any]) -> str:
        """Store our own scripts without what only their authors read."""
        if name.endswith(".js") and Path(name).parts[0] in _our_folders():
            content.seek(0)
            content = ContentFile(squeezed(content.read().decode()).encode())
        stored: str = super()._save(name, content)
        return stored

    def create_compressor(self, **kwargs: Any) -> Compressor:
        """Compress our own files as well as can be, all others quickly."""
        return _PatientWithOurs(Path(self.location), **kwargs)


def squeezed(script: str) -> str:
    """A script without comments, indentation and needless ends of lines: a fifth of its compressed size.

    Lines that begin with // or * are taken for comments, and what follows ; and //. A test fails if a
    comment that stands elsewhere is left.
    """
    script = re.sub(r"(?<=;) // .*", "", script)
    script = re.sub(r"^\s*(?:(?://|/?\*).*\n)?", "", script, flags=re.MULTILINE)
    return re.sub(r"(?<=[;{,(\[])\n", "", script)


class _PatientWithOurs(Compressor):
    def __init__(self, root: Path, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.root = root
        self.quick = _Quick(**kwargs)

    def compress(self, path: str) -> list[str]:
        """Write the compressed forms of a file; give their paths."""
        folder = Path(path).relative_to(self.root).parts[0]
        compress = super().compress if folder in _our_folders() else self.quick.compress
        paths: list[str] = compress(path)
        return paths


class _Quick(Compressor):
    @staticmethod
    def compress_brotli(data: bytes) -> bytes:
        """Compress for editors, who load a file once."""
        return brotli.compress(data, quality=LEVEL_FOR_EDITORS)


@cache
def _our_folders() -> frozenset[str]:
    return frozenset(app.label for app in apps.get_app_configs() if app.name.startswith("movingcities."))
