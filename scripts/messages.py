"""Interface strings: finds them in code and templates, brings the catalogues up to date, compiles them.

Babel does the work, so that no gettext program has to be installed. Templates are turned into something
Babel's Python extractor understands by Django's own `templatize`.
"""

import argparse
import io
import os
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from catalogue_faults import catalogue_faults

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "locale"
SOURCES = ("config", "movingcities")
LAZY = ("gettext", "ngettext", "pgettext", "npgettext")
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    **{f"{name}_lazy": DEFAULT_KEYWORDS[name] for name in LAZY},
    "gettext_noop": None,
}
TRANSLATOR_NOTE = ("Translators:",)
# How many strings are named for each kind of fault.
SHOWN = 8


class Marked(NamedTuple):
    """A string marked for translation: alone, or singular and plural."""

    file: str
    text: str | tuple[str, ...]
    notes: list[str]
    context: str | None


def main() -> None:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("action", choices=["update", "check", "compile"])
    action = parser.parse_args().action
    if action == "compile":
        for path in _catalogue_paths():
            compile_if_changed(path)
        return
    outdated = [path for path in _catalogue_paths() if update(path, write=action == "update")]
    for path in outdated:
        print(f"{path.relative_to(ROOT)}: {'brought up to date' if action == 'update' else 'out of date'}")
    faulty = report_faults()
    if outdated and action == "check":
        sys.exit("Run `just messages` and commit the catalogues.")
    if faulty and action == "check":
        sys.exit("Correct the translations and commit the catalogues.")


def report_faults() -> bool:
    """Say what is wrong with each catalogue, and whether anything is."""
    is_faulty = False
    for path in _catalogue_paths():
        with path.open("rb") as source:
            catalogue = read_po(source, locale=path.parent.parent.name)
        texts: dict[str, list[str]] = defaultdict(list)
        for fault in catalogue_faults(catalogue):
            texts[fault.kind].append(fault.text)
        for kind, wrong in texts.items():
            is_faulty = True
            print(f"{path.relative_to(ROOT)}: {len(wrong)} × {kind}")
            for text in wrong[:SHOWN]:
                print(f"    {' '.join(text.split())[:90]}")
    return is_faulty


def found_messages() -> Catalog:
    """Collect every string that code and templates mark for translation, with the files it stands in."""
    catalogue = Catalog(fuzzy=False)
    for marked in _marked_strings():
        catalogue.add(
            marked.text, locations=[(marked.file, 0)], auto_comments=marked.notes, context=marked.context
        )
    return catalogue


def update(path: Path, *, write: bool) -> bool:
    """Bring one catalogue up to date and tell whether it was not; strings that are gone are dropped."""
    before = path.read_bytes()
    catalogue = read_po(io.BytesIO(before), locale=path.parent.parent.name)
    catalogue.update(found_messages(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    body = io.BytesIO()
    write_po(body, catalogue, width=100, sort_output=True, include_lineno=False, omit_header=True)
    # The header stays as it is: Babel would put the time and its own name into it.
    header = before.split(b"\n\n", 1)[0]
    after = header.rstrip() + b"\n\n" + body.getvalue().strip() + b"\n"
    if write:
        path.write_bytes(after)
    return after != before


def compile_if_changed(path: Path) -> None:
    """Write the `.mo` file beside a catalogue unless it is newer than the catalogue and this script."""
    target = path.with_suffix(".mo")
    newest = max(path.stat().st_mtime, Path(__file__).stat().st_mtime)
    if target.exists() and target.stat().st_mtime >= newest:
        return
    with path.open("rb") as source:
        catalogue = read_po(source, locale=path.parent.parent.name)
    # read_po makes no other class than its own.
    catalogue.__class__ = _WithSingulars
    # Written beside and moved into place: a server that is running never reads half a file.
    temporary = target.with_suffix(f".{os.getpid()}")
    with temporary.open("wb") as output:
        write_mo(output, catalogue)
    temporary.replace(target)


class _WithSingulars(Catalog):
    """A catalogue in which a string that is also counted somewhere can be asked for alone as well.

    The Python of Debian 12 (3.11.2) finds “network” only with a number where another place counts “networks”.
    """

    def __iter__(self) -> Iterator[Message]:
        for message in super().__iter__():
            yield message
            if isinstance(message.id, tuple | list) and isinstance(message.string, tuple | list):
                yield Message(message.id[0], message.string[0], context=message.context)


def _catalogue_paths() -> list[Path]:
    return sorted(LOCALE.glob("*/LC_MESSAGES/django.po"))


def _marked_strings() -> Iterator[Marked]:
    for folder in SOURCES:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix not in {".py", ".html", ".txt"} or {"tests", "migrations"} & set(path.parts):
                continue
            source = path.read_text()
            if path.suffix != ".py":
                source = _python_of_template(source, path)
            found = extract("python", io.BytesIO(source.encode()), KEYWORDS, TRANSLATOR_NOTE)
            for _line, text, notes, context in found:
                yield Marked(str(path.relative_to(ROOT)), text, notes, context)


def _python_of_template(source: str, path: Path) -> str:
    from django.conf import settings

    if not settings.configured:
        settings.configure()
    from django.utils.translation import templatize

    # What is not translated becomes words of X, B, S; only their indentation would disturb the tokenizer.
    return "\n".join(line.strip() for line in templatize(source, origin=str(path)).splitlines())


if __name__ == "__main__":
    main()
