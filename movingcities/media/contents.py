"""What a file is by what it holds: pure."""

from __future__ import annotations

import zipfile
from typing import IO

HEAD = 1024
_MACROS = ("vbaProject.bin", "Basic/", "Scripts/")
_OPEN_DOCUMENTS = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}
_OFFICE = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}


def document_kind(file: IO[bytes]) -> str:
    """The extension that fits the content of a document; empty if it is none we take.

    Leaves the file at its beginning.
    """
    file.seek(0)
    head = file.read(HEAD)
    file.seek(0)
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        kind = _packed_kind(file)
        file.seek(0)
        return kind
    return "txt" if _is_text(file) else ""


def _packed_kind(file: IO[bytes]) -> str:
    """Of an office document, which is a zip; one with macros is none."""
    try:
        with zipfile.ZipFile(file) as packed:
            names = set(packed.namelist())
            if any(macro in name for name in names for macro in _MACROS):
                return ""
            if "mimetype" in names and packed.getinfo("mimetype").file_size < HEAD:
                return _OPEN_DOCUMENTS.get(packed.read("mimetype").strip(), "")
            return next((kind for name, kind in _OFFICE.items() if name in names), "")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError):
        return ""


def _is_text(file: IO[bytes]) -> bool:
    """Whether it is plain text in UTF-8, and not a page of HTML or XML in disguise."""
    content = file.read()
    file.seek(0)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return "\0" not in text and not text.lstrip().startswith("<")
