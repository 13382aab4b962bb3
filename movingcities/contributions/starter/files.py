"""Reading files into records: CSV, compressed CSV, YAML. Whatever cannot be read is noted with its line."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from movingcities.contributions.starter.problems import Problems
from movingcities.contributions.starter.records import Other, Record

_CHUNK = 1 << 20
_STRING = "tag:yaml.org,2002:str"
_NULL = "tag:yaml.org,2002:null"
_KINDS = {"null": "", "int": "a number", "float": "a number", "bool": "yes or no", "timestamp": "a date"}


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a file: records by key; `line` counts from 1."""

    title: str
    line: int
    records: dict[str, Record]


class DataFolder:
    """The folder the files are in; `name` of a file is its path within it, with slashes."""

    def __init__(self, path: Path, problems: Problems) -> None:
        self.path = path
        self.problems = problems

    def table(self, name: str, columns: Sequence[str]) -> Iterator[Record]:
        """The rows of a CSV file with exactly these columns (any order), lazily; compressed if named .gz."""
        text = self._text(name)
        if text is None:
            return
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        try:
            header = next(reader, [])
            if not self._header_is_sound(name, header, columns):
                return
            line = reader.line_num + 1
            for cells in reader:
                if len(cells) == len(header):
                    yield Record(name, line, dict(zip(header, cells, strict=True)), self.problems)
                elif cells:
                    self.problems.note(
                        name,
                        line,
                        "",
                        f"has {len(cells)} cells; expected are {len(header)}, as in the first line",
                    )
                line = reader.line_num + 1
        except csv.Error as error:
            self.problems.note(
                name,
                reader.line_num,
                "",
                f"is not well-formed CSV ({error}); expected are closed quotation marks",
            )

    def list_of_records(self, name: str) -> Iterator[Record]:
        """The mappings of a YAML file that is a list."""
        root = self._root(name)
        if root is None:
            return
        if not isinstance(root, yaml.SequenceNode):
            self.problems.note(name, 1, "", "is not a list; expected is a list of mappings")
            return
        for node in root.value:
            if isinstance(node, yaml.MappingNode):
                yield self._record(name, node)
            else:
                self.problems.note(
                    name, node.start_mark.line + 1, "", "is not a mapping; expected are “field: value” pairs"
                )

    def sections(self, name: str) -> Iterator[Section]:
        """The sections of a YAML file that maps their names to records by key."""
        root = self._root(name)
        if root is None:
            return
        if not isinstance(root, yaml.MappingNode):
            self.problems.note(name, 1, "", "is not a mapping; expected are sections such as “networks:”")
            return
        for title, line, node in self._pairs(name, root):
            section = Section(title, line, {})
            if isinstance(node, yaml.MappingNode):
                for key, key_line, record in self._pairs(name, node):
                    if isinstance(record, yaml.MappingNode):
                        section.records[key] = self._record(name, record, line=key_line)
                    else:
                        message = "is not a mapping; expected are “field: value” pairs"
                        self.problems.note(name, key_line, key, message)
            elif not _is_empty(node):
                self.problems.note(name, line, title, "is not a mapping; expected are records by their keys")
            yield section

    def document(self, name: str) -> tuple[Record, dict[str, Any]] | None:
        """A YAML file that is one mapping: as a record, and all of it as plain values, however deep.

        Plain values are texts, numbers, yes or no, None, lists and mappings; an alias among them is noted.
        """
        root = self._root(name)
        if root is None:
            return None
        if not isinstance(root, yaml.MappingNode):
            self.problems.note(name, 1, "", "is not a mapping; expected are “field: value” pairs")
            return None
        plain = self._plain(name, root, set())
        return self._record(name, root), plain

    def _plain(self, name: str, node: yaml.Node, seen: set[int]) -> Any:
        """A node as Python has it; one that stands in two places would make YAML endlessly deep."""
        if id(node) in seen and not isinstance(node, yaml.ScalarNode):
            line = node.start_mark.line + 1
            self.problems.note(name, line, "", "is used twice by an alias; write it out in both places")
            return None
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return {key: self._plain(name, value, seen) for key, _line, value in self._pairs(name, node)}
        if isinstance(node, yaml.SequenceNode):
            return [self._plain(name, each, seen) for each in node.value]
        scalar = _scalar(node)
        if isinstance(scalar, str):
            return scalar
        return {"true": True, "false": False}.get(str(node.value).lower(), str(node.value))

    def _pairs(self, name: str, node: yaml.MappingNode) -> Iterator[tuple[str, int, yaml.Node]]:
        """The entries of a mapping with their lines; a repeated key and one without a name are noted."""
        seen: set[str] = set()
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                self.problems.note(name, line, "", "has a field without a name; expected is “field: value”")
                continue
            key = str(key_node.value)
            if key in seen:
                self.problems.note(name, line, key, "is there twice; expected is one value")
            seen.add(key)
            yield key, line, value_node

    def _root(self, name: str) -> yaml.Node | None:
        """What a YAML file holds; None if it cannot be read, which is noted."""
        text = self._text(name)
        if text is None:
            return None
        try:
            return yaml.compose(text, Loader=yaml.CSafeLoader) or yaml.ScalarNode(_NULL, "")
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line = mark.line + 1 if mark else 1
            self.problems.note(name, line, "", f"is not well-formed YAML ({error.problem}); mend the line")
        except yaml.reader.ReaderError as error:
            line = text.count("\n", 0, error.position) + 1
            self.problems.note(name, line, "", f"holds a forbidden character ({error.reason}); remove it")
        except RecursionError:
            self.problems.note(name, 1, "", "is nested too deeply; expected is a list of mappings")
        return None

    def _text(self, name: str) -> str | None:
        path = self.path / name
        try:
            content = _decompressed(path) if path.suffix == ".gz" else path.read_bytes()
        except _Truncated as error:
            self.problems.note(
                name, error.line, "", "is damaged from here on (compression broken off); fetch the file again"
            )
            return None
        except OSError as error:
            self.problems.note(
                name, 1, "", f"cannot be read ({error.strerror or error}); expected is a file in {self.path}"
            )
            return None
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            self.problems.note(name, line, "", "is not encoded as UTF-8; save the file as UTF-8")
            return None

    def _header_is_sound(self, name: str, header: Sequence[str], columns: Sequence[str]) -> bool:
        before = len(self.problems.found)
        for column in header:
            if column not in columns:
                self.problems.note(
                    name, 1, column, f"is an unknown column; expected are {', '.join(columns)}"
                )
            elif header.count(column) > 1:
                self.problems.note(name, 1, column, "is there twice; expected is one column of the name")
        for column in columns:
            if column not in header:
                self.problems.note(name, 1, column, "is missing; expected is a column, even if it is empty")
        return len(self.problems.found) == before

    def _record(self, name: str, node: yaml.MappingNode, *, inside: bool = False, line: int = 0) -> Record:
        values: dict[str, object] = {}
        lines: dict[str, int] = {}
        for key, key_line, value_node in self._pairs(name, node):
            values[key] = self._value(name, value_node, inside=inside)
            lines[key] = key_line
        return Record(name, line or node.start_mark.line + 1, values, self.problems, lines)

    def _value(self, name: str, node: yaml.Node, *, inside: bool) -> object:
        if isinstance(node, yaml.SequenceNode):
            return [
                (self._entry(name, entry, inside=inside), entry.start_mark.line + 1) for entry in node.value
            ]
        return _scalar(node)

    def _entry(self, name: str, node: yaml.Node, *, inside: bool) -> object:
        # Records hold lists of records and no more: an alias may make YAML endlessly deep.
        if isinstance(node, yaml.MappingNode) and not inside:
            return self._record(name, node, inside=True)
        return _scalar(node)


def _scalar(node: yaml.Node) -> str | Other:
    if isinstance(node, yaml.MappingNode):
        return Other("a mapping")
    if isinstance(node, yaml.SequenceNode):
        return Other("a list")
    if node.tag == _STRING:
        return str(node.value)
    kind = _KINDS.get(node.tag.rpartition(":")[2], "of an unknown type")
    return Other(kind) if kind else ""


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and _scalar(node) == ""


class _Truncated(Exception):
    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def _decompressed(path: Path) -> bytes:
    """Everything a gzip file holds; raises _Truncated with the last line that could be read."""
    content = bytearray()
    try:
        with gzip.open(path) as stream:
            while chunk := stream.read(_CHUNK):
                content += chunk
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise _Truncated(content.count(b"\n") + 1) from error
    return bytes(content)
