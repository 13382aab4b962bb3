"""Rich text as a page prints it: links in the reader's language, marks of footnotes as links."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from html.parser import HTMLParser

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page

from movingcities.blocks.addresses import is_path, is_web_address
from movingcities.blocks.text import FOOTNOTE_MARK

KEPT = frozenset(("p", "b", "strong", "i", "em", "ul", "ol", "li"))
"""What is printed as it was written; of links only where they lead, of headings only that they are some."""

_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_HIDDEN = frozenset(("script", "style"))
_OTHER_LINKS = ("mailto:", "tel:", "#")
# A mark stands close to the word it belongs to, whatever was typed.
_MARK_AND_SPACE = re.compile(r"\s*" + FOOTNOTE_MARK.pattern)
_KEY = re.compile(r"[0-9]{1,9}\Z")

_Attributes = Sequence[tuple[str, str | None]]


def linked_pages(sources: Iterable[str]) -> set[int]:
    """The primary keys of the pages that rich texts link to."""
    links = _PageLinks()
    for source in sources:
        links.feed(source)
        links.close()
        links.reset()
    return links.keys


def page_addresses(ids: Iterable[int], language: str) -> dict[int, str]:
    """{primary key: address in the reader's language} of pages that readers may see; one query."""
    pages = Page.objects.filter(pk__in=ids, live=True).values_list("pk", "url_path")
    return {key: page_address(url_path, language) for key, url_path in pages}


def page_address(url_path: str, language: str) -> str:
    """Where a page is for readers of a language: below their front page under the same last words."""
    below = url_path.strip("/").split("/")[1:]
    return "/".join(["", language, *below, ""])


def in_readers_language(address: str, language: str) -> str:
    """An address as an editor writes it, without a language, as one of the reader's."""
    if not address.startswith("/"):
        return address
    first = address[1:].split("/", 1)[0]
    return address if first in dict(settings.LANGUAGES) else f"/{language}{address}"


def rich(
    source: str,
    language: str,
    pages: Mapping[int, str],
    *,
    level: int,
    mark: Callable[[int], int | None] = lambda number: None,
) -> SafeString:
    """Rich text as HTML with small headings of a level.

    `mark` gives the number that a footnote of the text has on the page, or None where there is none.
    """
    printer = _Printer(language, pages, level, mark)
    printer.feed(source)
    printer.close()
    return mark_safe("".join(printer.printed))


class _PageLinks(HTMLParser):
    """Collects the pages that links lead to."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: set[int] = set()

    def handle_starttag(self, tag: str, attrs: _Attributes) -> None:
        if tag == "a" and (key := _page_key(attrs)) is not None:
            self.keys.add(key)


class _Printer(HTMLParser):
    """Writes a text anew: what was saved, by whatever way, and nothing that could harm or break the page."""

    def __init__(
        self, language: str, pages: Mapping[int, str], level: int, mark: Callable[[int], int | None]
    ) -> None:
        super().__init__()
        self.language = language
        self.pages = pages
        self.level = level
        self.mark = mark
        self.printed: list[str] = []
        self._open: list[str] = []
        self._marked: set[int] = set()
        self._behind_link: list[str] = []
        self._link_begins = 0
        self._is_hidden = False

    def handle_starttag(self, tag: str, attrs: _Attributes) -> None:
        if tag == "a":
            address = self._address(attrs)
            if address and "a" not in self._open:
                self._link_begins = len(self.printed)
                self._begin("a", f'<a href="{escape(address)}">')
        elif tag in KEPT or tag in _HEADINGS:
            name = self._name(tag)
            self._begin(name, f"<{name}>")
        elif tag == "br":
            self.printed.append("<br>")
        self._is_hidden = tag in _HIDDEN

    def handle_endtag(self, tag: str) -> None:
        self._is_hidden = False
        name = self._name(tag)
        if name in self._open:
            while self._end() != name:
                pass

    def handle_data(self, data: str) -> None:
        if not self._is_hidden:
            self.printed.append(_MARK_AND_SPACE.sub(self._with_link, escape(data, quote=False)))

    def close(self) -> None:
        super().close()
        while self._open:
            self._end()

    def _begin(self, name: str, written: str) -> None:
        self._open.append(name)
        self.printed.append(written)

    def _end(self) -> str:
        """Close what was opened last; marks inside a link stand behind it, a link without words goes."""
        name = self._open.pop()
        self.printed.append(f"</{name}>")
        if name == "a":
            if not any(part.strip() and part[0] != "<" for part in self.printed[self._link_begins :]):
                del self.printed[self._link_begins :]
            self.printed += self._behind_link
            self._behind_link.clear()
        return name

    def _name(self, tag: str) -> str:
        return f"h{self.level}" if tag in _HEADINGS else tag

    def _address(self, attrs: _Attributes) -> str:
        if dict(attrs).get("linktype") == "page":
            key = _page_key(attrs)
            return "" if key is None else self.pages.get(key, "")
        address = dict(attrs).get("href") or ""
        if is_path(address):
            return in_readers_language(address, self.language)
        return address if is_web_address(address) or address.startswith(_OTHER_LINKS) else ""

    def _with_link(self, match: re.Match[str]) -> str:
        number = self.mark(int(match[1]))
        if number is None:
            return match[0]
        # The footnote leads back to the first of its marks.
        own = "" if number in self._marked else f' id="note-{number}-mark"'
        self._marked.add(number)
        link = f'<sup><a{own} href="#note-{number}" role="doc-noteref">{number}</a></sup>'
        if "a" not in self._open:
            return link
        self._behind_link.append(link)
        return ""


def _page_key(attrs: _Attributes) -> int | None:
    attributes = dict(attrs)
    key = attributes.get("id") or ""
    return int(key) if attributes.get("linktype") == "page" and _KEY.match(key) else None
