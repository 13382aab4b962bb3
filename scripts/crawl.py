"""Walks the running site as a reader would, link by link, and tells what is missing or broken.

`just crawl` asks the site that `./run` serves. It starts at the English home page, goes four clicks deep, and
fails when a record of the starter dataset cannot be reached, stands without its source, or when a page breaks
a rule of `markup.py`, says something in another language without marking it (`foreign_words.py`), answers
with an error or links to a fragment that is not there. `--language de` walks through the German pages.
"""

from __future__ import annotations

import argparse
import http.client
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, quote, unquote, urldefrag, urljoin, urlsplit

from expected_records import Record, expected_records
from foreign_words import foreign_words
from markup import Document, faults

DEEPEST = 4
AT_ONCE = 2
# Filters combine without end; with one condition each, and their pages, every list is seen.
ARRANGING = {"page", "sort"}
MOST_CONDITIONS = 1
SHOWN_PER_KIND = 10
LOADED_BY_STYLES = re.compile(rb"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")


@dataclass(frozen=True, slots=True)
class Page:
    """What is kept of a page; `links` are paths with queries, `outside` addresses of other hosts."""

    depth: int
    status: int
    kilobytes: float = 0
    text: str = ""
    ids: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    fragments: frozenset[tuple[str, str]] = frozenset()
    outside: frozenset[str] = frozenset()
    resources: frozenset[str] = frozenset()
    faults: tuple[str, ...] = ()


@dataclass
class Walk:
    """A walk over a site: `found` is {path with query: page}, `problems` is {kind: what and where}."""

    base: str
    start: str
    found: dict[str, Page] = field(default_factory=dict)
    problems: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def go(self) -> None:
        """Visit all pages, the nearest first."""
        layer = [self.start]
        seen = {self.start}
        with ThreadPoolExecutor(AT_ONCE) as visitors:
            for depth in range(DEEPEST + 1):
                pages = visitors.map(lambda path, depth=depth: self.visit(path, depth), layer)
                self.found.update(zip(layer, pages, strict=True))
                links = {link for path in layer for link in self.found[path].links}
                say(f"{depth} clicks: {len(layer)} pages, {len(links - seen)} new addresses")
                layer = sorted(link for link in links - seen if self.is_walked(link))
                seen |= links

    def visit(self, path: str, depth: int) -> Page:
        """Ask for one address, following redirects, and read what comes back."""
        status, kind, body, path = self.ask(path)
        if status != 200 or not kind.startswith("text/html"):
            return Page(depth, status)
        document = Document.parse(body, self.base + path)
        targets = [urldefrag(link) for link in document.links]
        inside = [(self.path_of(url), fragment) for url, fragment in targets if url.startswith(self.base)]
        return Page(
            depth,
            status,
            len(body) / 1000,
            document.text(),
            frozenset(document.ids),
            frozenset(target for target, _fragment in inside),
            frozenset((target, fragment) for target, fragment in inside if fragment),
            frozenset(unquote(link) for link in document.links if not link.startswith(self.base)),
            frozenset(document.resources),
            (*faults(document), *foreign_words(document, self.start.strip("/"))),
        )

    def ask(self, path: str) -> tuple[int, str, bytes, str]:
        """Status, media type, body and final path of an address of the site."""
        for _hop in range(5):
            connection = http.client.HTTPConnection(urlsplit(self.base).netloc, timeout=60)
            try:
                connection.request(
                    "GET", quote(path, safe="/?&=%+:,;~@!$'()*"), headers={"Accept-Language": "en"}
                )
                answer = connection.getresponse()
                body = answer.read()
            finally:
                connection.close()
            if answer.status not in (301, 302, 307, 308):
                return answer.status, answer.headers.get_content_type(), body, path
            path = self.path_of(urljoin(self.base + path, answer.headers["Location"]))
        return 508, "", b"", path

    def path_of(self, url: str) -> str:
        """Path with query of an address of the site, without the fragment."""
        return urldefrag(url)[0].removeprefix(self.base) or "/"

    def is_walked(self, path: str) -> bool:
        """Whether an address belongs to the walk: in the same language, filtered by one condition at most."""
        conditions = [name for name, _value in parse_qsl(urlsplit(path).query) if name not in ARRANGING]
        return path.startswith(self.start) and len(conditions) <= MOST_CONDITIONS

    def check_pages(self) -> None:
        """Note what single pages get wrong."""
        for path, page in self.found.items():
            if page.status >= 400:
                self.note(f"status {page.status}", path)
            for fault, count in Counter(page.faults).items():
                self.note(f"markup: {fault}", path if count == 1 else f"{path} ({count} times)")
            for target, fragment in page.fragments:
                reached = self.found.get(target)
                if reached and reached.status == 200 and fragment not in reached.ids:
                    self.note(f"no such fragment: {target}#{fragment}", path)

    def check_resources(self) -> None:
        """Note style sheets, fonts and pictures that are missing or lie elsewhere."""
        waiting = {
            self.path_of(url)
            for page in self.found.values()
            for url in page.resources
            if url.startswith(self.base)
        }
        for path in sorted(one for one in waiting if not one.startswith(self.start)):
            status, kind, body, _path = self.ask(path)
            if status >= 400:
                self.note(f"status {status}", path)
            for match in LOADED_BY_STYLES.finditer(body) if kind == "text/css" else ():
                address = (match[1] or match[2]).decode()
                if not urljoin(self.base + path, address).startswith(self.base) and not address.startswith(
                    "data:"
                ):
                    self.note(f"loads from elsewhere: {address}", path)

    def check_records(self, records: Iterable[Record]) -> None:
        """Note records that the walk did not meet, or met without their source."""
        for record in records:
            pages = [(path, self.found.get(path)) for path in (record.path, record.partner) if path]
            shown = [
                page for path, page in pages if page and page.status == 200 and self.shows(record, path, page)
            ]
            if not shown:
                self.note(f"{record.kind} not shown within {DEEPEST} clicks", record.name)
            elif not any(
                record_sources & page.outside for page in shown for record_sources in [sources(record)]
            ):
                self.note(f"{record.kind} without its source", record.name)

    def shows(self, record: Record, path: str, page: Page) -> bool:
        """Whether a page shows a record: by its words, or by the link from one partner to the other."""
        if record.partner:
            return ({record.path, record.partner} - {path}) <= page.links
        return " ".join(record.words.split()) in page.text

    def note(self, kind: str, what: str) -> None:
        """Remember a problem."""
        self.problems[kind].append(what)


def sources(record: Record) -> set[str]:
    """The sources of a record as `Page.outside` writes addresses."""
    return {unquote(url) for url in record.sources}


def summary(walk: Walk, records: Sequence[Record]) -> Iterator[str]:
    """What was seen and what is wrong, line by line."""
    counted = Counter(record.kind for record in records)
    yield f"{len(walk.found)} pages; expected " + ", ".join(
        f"{count} {kind}" for kind, count in counted.items()
    )
    depths = {kind: Counter[int]() for kind in counted}
    for record in records:
        page = walk.found.get(record.path)
        if page and not record.partner:
            depths[record.kind][page.depth] += 1
    for kind, found in depths.items():
        if found:
            yield f"  {kind}: " + ", ".join(
                f"{count} after {depth} clicks" for depth, count in sorted(found.items())
            )
    for kind, places in sorted(walk.problems.items(), key=lambda pair: -len(pair[1])):
        yield f"{len(places)} × {kind}"
        yield from (f"    {place}" for place in sorted(places)[:SHOWN_PER_KIND])


def say(text: str) -> None:
    """Tell the person at the terminal."""
    print(text, flush=True)


def main() -> int:
    """Walk, check, report; 1 if anything is wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--base", default="http://127.0.0.1:8000", help="address of the running site")
    parser.add_argument(
        "--language", default="en", help="language to walk in; records are checked in English only"
    )
    options = parser.parse_args()
    started = time.monotonic()
    walk = Walk(options.base.rstrip("/"), f"/{options.language}/")
    try:
        walk.go()
    except OSError as error:
        say(f"No answer from {walk.base} ({error}). Start the site with ./run, or name another with --base.")
        return 2
    walk.check_pages()
    walk.check_resources()
    records = expected_records() if options.language == "en" else []
    walk.check_records(records)
    for line in summary(walk, records):
        say(line)
    count = sum(map(len, walk.problems.values()))
    say(f"{count} problems, {time.monotonic() - started:.0f} seconds")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
