"""Rich text as a page prints it: links in the reader's language, marks of footnotes as links."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from html import escape, unescape

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page

from movingcities.blocks.addresses import is_address
from movingcities.blocks.text import FOOTNOTE_MARK

# A mark stands close to the word it belongs to, whatever was typed.
_MARK_AND_SPACE = re.compile(r"\s*" + FOOTNOTE_MARK.pattern)
_LINK = re.compile(r"<a\b([^>]*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*"([^"]*)\"""")


def linked_pages(sources: Iterable[str]) -> set[int]:
    """The primary keys of the pages that rich texts link to."""
    return {
        int(attributes["id"])
        for source in sources
        for attributes in map(_attributes, _LINK.findall(source))
        if attributes.get("linktype") == "page" and attributes.get("id", "").isdigit()
    }


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
    mark: Callable[[int], tuple[int, str] | None] = lambda number: None,
) -> SafeString:
    """Rich text as HTML; `mark` gives the number and anchor of a footnote, or None where there is none.

    The text itself was reduced to paragraphs, lists, headings and links when it was saved.
    """

    def opened(match: re.Match[str]) -> str:
        attributes = _attributes(match[1])
        address = attributes.get("href", "")
        if attributes.get("linktype") == "page":
            key = attributes.get("id", "")
            address = pages.get(int(key), "") if key.isdigit() else ""
        if not is_address(address) and not address.startswith("mailto:"):
            return "<a>"
        return f'<a href="{escape(in_readers_language(address, language))}">'

    def marked(match: re.Match[str]) -> str:
        found = mark(int(match[1]))
        if found is None:
            return match[0]
        number, anchor = found
        return f'<sup><a id="{anchor}-mark" href="#{anchor}" role="doc-noteref">{number}</a></sup>'

    return mark_safe(_MARK_AND_SPACE.sub(marked, _LINK.sub(opened, source)))


def _attributes(written: str) -> dict[str, str]:
    return {name.lower(): unescape(value) for name, value in _ATTRIBUTE.findall(written)}
