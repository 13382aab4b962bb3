"""Checks of the editorial pages: a file for each page and language, and the menus that lead to them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.core.exceptions import ValidationError
from wagtail.blocks import Block, ListBlock, StreamBlock, StructBlock
from wagtail.blocks.field_block import ChooserBlock
from wagtail.contrib.table_block.blocks import TableBlock

from movingcities.blocks.bodies import PageBodyBlock
from movingcities.contributions.starter.checking_translations import translated_languages
from movingcities.contributions.starter.dataset import Dataset, MenuRow, PageRow, Reference, Translation
from movingcities.contributions.starter.files import DataFolder
from movingcities.contributions.starter.records import Record
from movingcities.languages.maps import FALLBACK_LANGUAGE
from movingcities.pages.frames import is_reserved
from movingcities.pages.models import Menu, MenuItem

FOLDER = "pages"
MENUS = f"{FOLDER}/menus.yaml"
KINDS = ("section", "guide", "news")
_FIELDS = ("slug", "kind", "parent", "audience", "title", "teaser", "adapt", "body")
_REFERENCES = {"place": "place", "approach": "approach", "network": "network", "source": "source"}
"""{field of a block that chooses a record: kind of the record}."""


def page_files(path: Path) -> list[str]:
    """The files of pages there are, by language and name."""
    folders = [f"{FOLDER}/{code}" for code in (FALLBACK_LANGUAGE, *translated_languages())]
    return [f"{folder}/{file.name}" for folder in folders for file in sorted((path / folder).glob("*.yaml"))]


def check_pages(folder: DataFolder, dataset: Dataset, sources: Collection[str]) -> None:
    """Read the pages in English, then their translations; blocks are checked as an editor's would be."""
    for name in page_files(folder.path):
        language = name.split("/")[1]
        row = _check_page(folder, dataset, sources, name, language)
        if row is None:
            continue
        if language == FALLBACK_LANGUAGE:
            rows = dataset.pages
        else:
            rows = dataset.translations.setdefault(language, Translation()).pages
        if row.slug in rows:
            folder.problems.note(name, 1, "slug", f"“{row.slug}” is the page of another file, too")
        rows[row.slug] = row
    for slug, row in dataset.pages.items():
        if row.parent and row.parent not in dataset.pages:
            name = f"{FOLDER}/{FALLBACK_LANGUAGE}/{slug}.yaml"
            folder.problems.note(name, 1, "parent", f"“{row.parent}” is not a page of {FOLDER}/en")


def _check_page(
    folder: DataFolder, dataset: Dataset, sources: Collection[str], name: str, language: str
) -> PageRow | None:
    document = folder.document(name)
    if document is None:
        return None
    record, plain = document
    record.expect_no_other(_FIELDS)
    slug = record.slug("slug", limit=60)
    original = dataset.pages.get(slug) if language != FALLBACK_LANGUAGE else None
    if language != FALLBACK_LANGUAGE and original is None:
        record.refuse("slug", f"“{slug}” is not a page of {FOLDER}/{FALLBACK_LANGUAGE}")
        return None
    if is_reserved(slug):
        record.refuse("slug", f"“{slug}” is an address of the site itself; choose another one")
    words = {
        "title": record.text("title", required=True, limit=255),
        "teaser": record.text("teaser", required=True, limit=300),
        "audience": record.text("audience", limit=120),
        "adapt": original.words["adapt"] if original else record.text("adapt"),
    }
    body = list(_Body(record, dataset, sources, slug).read(plain.get("body") or []))
    if original:
        _expect_same_blocks(record, [each["type"] for each in body], [each["type"] for each in original.body])
        return PageRow(slug, original.kind, original.parent, words, body)
    kind = record.choice("kind", KINDS)
    return PageRow(slug, kind, record.text("parent"), words, body)


def _expect_same_blocks(record: Record, own: list[str], original: list[str]) -> None:
    """A block is known by its place: a translation has those of the original, in the same order."""
    if own != original:
        record.refuse(
            "body",
            f"has the blocks {', '.join(own) or 'none'}; expected are those of the English page in the same "
            f"order: {', '.join(original) or 'none'}",
        )


@dataclass(frozen=True, slots=True)
class _Body:
    """Turns the body of a file into stream data, block by block, and notes what does not fit."""

    record: Record
    dataset: Dataset
    sources: Collection[str]
    slug: str

    def read(self, entries: Any) -> Iterator[dict[str, Any]]:
        """The blocks in order; ids follow from slug and place, so that all languages have the same."""
        stream = PageBodyBlock()
        if not isinstance(entries, list):
            self.record.refuse("body", "is not a list; expected are blocks such as “- section: …”")
            return
        for number, entry in enumerate(entries, start=1):
            where = f"body {number}"
            if not isinstance(entry, dict) or len(entry) != 1:
                self.record.refuse(
                    "body", f"block {number} is no mapping with one key, the kind of the block"
                )
                continue
            kind, value = next(iter(entry.items()))
            block = stream.child_blocks.get(kind)
            if block is None:
                kinds = ", ".join(stream.child_blocks)
                self.record.refuse("body", f"block {number}: “{kind}” is unknown; the kinds are {kinds}")
                continue
            path = f"{where}, {kind}"
            data = {"type": kind, "id": self._id(where), "value": self._value(block, value, path)}
            self._check(stream, data, path)
            yield data

    def _id(self, path: str) -> str:
        return str(uuid5(NAMESPACE_URL, f"movingcities:{self.slug}:{path}"))

    def _value(self, block: Block, value: Any, path: str) -> Any:
        if isinstance(block, TableBlock):
            return self._table(value, path)
        if isinstance(block, StructBlock):
            return self._struct(block, value, path)
        if isinstance(block, ListBlock):
            entries = value if isinstance(value, list) else [] if value in ("", None) else [value]
            return [
                {
                    "type": "item",
                    "id": self._id(f"{path}, {number}"),
                    "value": self._value(block.child_block, each, f"{path}, {number}"),
                }
                for number, each in enumerate(entries, start=1)
            ]
        if isinstance(block, ChooserBlock):
            return self._reference(value, path)
        return "" if value is None else value

    def _struct(self, block: StructBlock, value: Any, path: str) -> dict[str, Any]:
        if isinstance(value, list):
            lists = [name for name, child in block.child_blocks.items() if isinstance(child, ListBlock)]
            value = {lists[0]: value} if len(lists) == 1 else value
        if not isinstance(value, dict):
            self.record.refuse("body", f"{path}: expected is a mapping with {', '.join(block.child_blocks)}")
            return {}
        for name in value:
            if name not in block.child_blocks:
                known = ", ".join(block.child_blocks)
                self.record.refuse("body", f"{path}: “{name}” is unknown; the fields are {known}")
        return {
            name: self._value(child, value.get(name), f"{path}, {name}")
            for name, child in block.child_blocks.items()
        }

    def _table(self, value: Any, path: str) -> dict[str, Any]:
        if not isinstance(value, dict) or not isinstance(value.get("rows"), list):
            self.record.refuse("body", f"{path}: expected is a mapping with caption, head and rows")
            return {}
        head = [value["head"]] if value.get("head") else []
        return {
            "table_caption": value.get("caption", ""),
            "data": [*head, *value["rows"]],
            "first_row_is_table_header": bool(head),
            "first_col_is_header": False,
            "table_header_choice": "row" if head else "neither",
        }

    def _reference(self, value: Any, path: str) -> Reference | None:
        if not value:
            return None
        field = path.rpartition(", ")[2]
        known: Mapping[str, Collection[str]] = {
            "place": self.dataset.places,
            "approach": self.dataset.approaches,
            "network": self.dataset.networks,
            "source": self.sources,
        }
        kind = _REFERENCES.get(field)
        if kind is None:
            self.record.refuse("body", f"{path}: the files of the dataset cannot name one; leave it empty")
            return None
        if value not in known[kind]:
            self.record.refuse("body", f"{path}: “{value}” is no {kind} of the dataset")
        return Reference(kind, str(value))

    def _check(self, stream: StreamBlock, data: Mapping[str, Any], path: str) -> None:
        """Let the block itself judge the words; what it refers to was checked above."""
        block = stream.child_blocks[data["type"]]
        if _has_reference(data["value"]):
            return
        try:
            block.clean(block.to_python(data["value"]))
        except ValidationError as error:
            self.record.refuse("body", f"{path}: {'; '.join(_said(error)) or 'is not as it should be'}")


def _has_reference(value: Any) -> bool:
    if isinstance(value, Mapping):
        return any(map(_has_reference, value.values()))
    if isinstance(value, list):
        return any(map(_has_reference, value))
    return isinstance(value, Reference)


def _said(error: Any) -> Iterator[str]:
    """What a block and those in it have to say, with the names of the fields."""
    inner = getattr(error, "block_errors", None)
    if inner is None:
        yield from getattr(error, "messages", [])
        return
    pairs = inner.items() if isinstance(inner, Mapping) else enumerate(inner)
    for name, each in pairs:
        if each is not None:
            yield from (f"{name}: {message}" for message in _said(each))


def check_menus(folder: DataFolder, dataset: Dataset) -> None:
    """Read the menus, if there are any; the pages they lead to must exist."""
    if not (folder.path / MENUS).exists():
        return
    document = folder.document(MENUS)
    if document is None:
        return
    record, plain = document
    record.expect_no_other(Menu.Where.values)
    for where in Menu.Where.values:
        if where in plain:
            dataset.menus[where] = MenuRow(
                where, [_item(each, dataset) for each in record.records(where, required=True)]
            )


def _item(record: Record, dataset: Dataset) -> dict[str, str]:
    record.expect_no_other(("page", "list", "address", "label"))
    page = record.reference("page", dataset.pages, f"a page of {FOLDER}/en", required=False)
    item = {
        "page": page,
        "list": record.choice("list", MenuItem.List.values, required=False),
        "address": record.url("address"),
        "label": record.text("label", limit=80),
    }
    if sum(1 for name in ("page", "list", "address") if item[name]) != 1:
        record.refuse("page", "expected is one of page, list and address")
    if item["address"] and not item["label"]:
        record.refuse("label", "is empty; expected is what the other site calls itself")
    return item
