"""What is wrong with the markup of one page: the rules that every page of the site keeps.

Parse errors are those of html5lib; `html_rules.py` holds more of the HTML standard; the rest are rules of
accessibility and of our content policy that can be checked on a page alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

import html5lib
from html5lib.constants import E as MEANINGS
from html_rules import HTML_RULES

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Elements that hold phrases only; a <p> is closed by the parser, which reports it.
PHRASING_ONLY = {*HEADINGS, "p", "span", "b", "strong", "em", "small", "label", "button", "cite", "abbr"}
BLOCKS = {"div", "p", "ul", "ol", "dl", "table", "figure", "section", "article", "nav", "form", *HEADINGS}
CHILDREN = {
    "ul": {"li", "script", "template"},
    "ol": {"li", "script", "template"},
    "dl": {"dt", "dd", "div", "script", "template"},
    "select": {"option", "optgroup"},
}
PARENTS = {
    "li": {"ul", "ol", "menu"},
    "dt": {"dl", "div"},
    "dd": {"dl", "div"},
    "figcaption": {"figure"},
    "caption": {"table"},
    "legend": {"fieldset"},
}
NAMELESS_INPUTS = {"hidden", "submit", "reset", "button"}
LOADED = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "iframe": ("src",),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "use": ("href", "{http://www.w3.org/1999/xlink}href"),
    "image": ("href", "{http://www.w3.org/1999/xlink}href"),
    "form": ("action",),
}
LOADING_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon", "prefetch"}
# A gap or tag that a translation or template left behind.
LEFT_BEHIND = ("%(", ")s ", "{{", "{%", "blocktrans", "fuzzy", "TODO", "XXX ")


@dataclass(frozen=True, slots=True)
class Document:
    """One parsed page, `address` is where it was found."""

    address: str
    root: Any
    parse_errors: list[str]
    parent_of: dict[Any, Any] = field(repr=False)

    @classmethod
    def parse(cls, html: bytes | str, address: str = "http://testserver/") -> Document:
        """Read a page as a browser would, keeping what a browser forgives."""
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        encoding = {"transport_encoding": "utf-8"} if isinstance(html, bytes) else {}
        root = parser.parse(html, **encoding)
        errors = [
            f"line {line}: {MEANINGS.get(code, code) % (data or {})}"
            for (line, _column), code, data in parser.errors
        ]
        return cls(address, root, errors, {child: parent for parent in root.iter() for child in parent})

    def elements(self, *names: str) -> Iterator[Any]:
        """Elements with one of the names, in the order of the page; all without a name."""
        for element in self.root.iter():
            if isinstance(element.tag, str) and (not names or local_name(element) in names):
                yield element

    @property
    def ids(self) -> set[str]:
        """What a fragment may lead to."""
        return {element.get("id") for element in self.elements() if element.get("id")}

    @property
    def links(self) -> list[str]:
        """Absolute addresses that links of the page lead to, with their fragments."""
        return [
            urljoin(self.address, element.get("href").strip())
            for element in self.elements("a", "area")
            if element.get("href") is not None
        ]

    @property
    def resources(self) -> list[str]:
        """Absolute addresses of what a browser loads with the page, and of where its forms are sent."""
        found = []
        for element in self.elements(*LOADED, "link"):
            name = local_name(element)
            if name == "link":
                is_loaded = LOADING_LINKS & set((element.get("rel") or "").lower().split())
                found += [element.get("href", "")] if is_loaded else []
            for attribute in LOADED.get(name, ()):
                value = element.get(attribute) or ""
                found += (
                    [part.split()[0] for part in value.split(",") if part.strip()]
                    if attribute == "srcset"
                    else [value]
                )
        return [urljoin(self.address, one) for one in found if one and not one.startswith("data:")]

    def text(self, element: Any | None = None) -> str:
        """The words of an element, or of the page without scripts and styles."""
        return " ".join("".join(_words(self.root if element is None else element)).split())

    def ancestors(self, element: Any) -> Iterator[Any]:
        """The elements around one, nearest first."""
        while (element := self.parent_of.get(element)) is not None:
            yield element


def local_name(element: Any) -> str:
    """Name of an element without its namespace (html5lib keeps that of SVG)."""
    return str(element.tag).rpartition("}")[2]


def faults(document: Document) -> list[str]:
    """Everything that is wrong with a page, in words; empty for a sound one."""
    return [fault for rule in RULES for fault in rule(document)]


def _parse_errors(document: Document) -> Iterator[str]:
    for error in document.parse_errors:
        yield f"invalid HTML, {error}"


def _content(document: Document) -> Iterator[str]:
    for child, parent in document.parent_of.items():
        if not isinstance(child.tag, str) or not isinstance(parent.tag, str):
            continue
        name, around = local_name(child), local_name(parent)
        allowed = CHILDREN.get(around)
        if allowed and name not in allowed:
            yield f"<{name}> directly in <{around}>"
        elif name in PARENTS and around not in PARENTS[name]:
            yield f"<{name}> outside {' or '.join(f'<{one}>' for one in sorted(PARENTS[name]))}"
        if name in BLOCKS:
            narrow = next((a for a in document.ancestors(child) if local_name(a) in PHRASING_ONLY), None)
            if narrow is not None:
                yield f"<{name}> inside <{local_name(narrow)}>"


def _identifiers(document: Document) -> Iterator[str]:
    counted = Counter(element.get("id") for element in document.elements() if element.get("id") is not None)
    for identifier, count in counted.items():
        if count > 1:
            yield f"id “{identifier}” {count} times"
        if not identifier or " " in identifier:
            yield f"id “{identifier}” is empty or has a space"
    for element in document.elements():
        for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for", "list"):
            for identifier in (element.get(attribute) or "").split():
                if identifier not in counted:
                    yield f"{attribute} names the missing id “{identifier}”"


def _headings(document: Document) -> Iterator[str]:
    levels = [(int(local_name(one)[1]), document.text(one)) for one in document.elements(*HEADINGS)]
    count = sum(1 for level, _text in levels if level == 1)
    if count != 1:
        yield f"{count} h1"
    before = 0
    for level, text in levels:
        if level > before + 1 and before:
            yield f"h{level} “{text}” after h{before}"
        if not text:
            yield f"empty h{level}"
        before = level
    if levels and levels[0][0] != 1:
        yield f"the first heading is h{levels[0][0]} “{levels[0][1]}”"


def _language(document: Document) -> Iterator[str]:
    root = next(document.elements("html"))
    if not root.get("lang"):
        yield "no lang"
    for title in document.elements("title"):
        if local_name(document.parent_of[title]) == "head" and not document.text(title):
            yield "empty title"
    for element in document.elements():
        if element.get("lang") == "":
            yield f"empty lang on <{local_name(element)}>"


def _names(document: Document) -> Iterator[str]:
    for image in document.elements("img"):
        if image.get("alt") is None:
            yield f"img without alt: {image.get('src')}"
    for element in document.elements():
        if element.get("role") == "img" and not _name(document, element):
            yield f"role=img without a name: <{local_name(element)}>"
    for drawing in document.elements("svg"):
        hidden = any(one.get("aria-hidden") == "true" for one in (drawing, *document.ancestors(drawing)))
        named = any(one.get("role") == "img" for one in (drawing, *document.ancestors(drawing)))
        if not hidden and not named and not _name(document, drawing):
            yield "svg that is neither hidden nor named"
    for element in document.elements("a", "button"):
        if element.get("href") is None and local_name(element) == "a":
            continue
        if not _name(document, element):
            yield f"<{local_name(element)}> without words: {element.get('href')}"


def _controls(document: Document) -> Iterator[str]:
    labelled = {label.get("for"): document.text(label) for label in document.elements("label")}
    for control in document.elements("input", "select", "textarea"):
        if control.get("type") in NAMELESS_INPUTS:
            continue
        wrapped = any(local_name(one) == "label" for one in document.ancestors(control))
        named = control.get("aria-label") or control.get("aria-labelledby")
        if not (labelled.get(control.get("id")) or wrapped or named):
            yield f"control without a label: {control.get('name')}"
    for table in document.elements("table"):
        if not any(local_name(child) == "caption" for child in table) and not table.get("aria-label"):
            yield "table without a caption"
        for cell in table.iter("th"):
            if not cell.get("scope"):
                yield f"th without scope: {document.text(cell)}"


def _policy(document: Document) -> Iterator[str]:
    host = urlsplit(document.address).netloc
    for element in document.elements():
        for attribute in element.keys():  # noqa: SIM118 (an element is no dictionary)
            if attribute == "style" or attribute.startswith("on"):
                yield f"attribute {attribute} on <{local_name(element)}>"
        if element.get("href", "").strip().lower().startswith("javascript:"):
            yield "address with script"
    for script in document.elements("script"):
        if not script.get("src") and script.get("type") != "application/ld+json":
            yield "inline script"
    for _style in document.elements("style"):
        yield "inline style sheet"
    for address in document.resources:
        if urlsplit(address).netloc != host:
            yield f"loads from elsewhere: {address}"


def _left_behind(document: Document) -> Iterator[str]:
    text = document.text()
    for mark in LEFT_BEHIND:
        if mark in text:
            start = text.index(mark)
            yield f"left behind: “{text[max(0, start - 20) : start + 30]}”"
    for element in document.elements():
        if (element.text or "").strip() in {"None", "True", "False", "[]", "()"}:
            yield f"<{local_name(element)}> says “{element.text.strip()}”"


RULES = (
    _parse_errors,
    *HTML_RULES,
    _content,
    _identifiers,
    _headings,
    _language,
    _names,
    _controls,
    _policy,
    _left_behind,
)


def _name(document: Document, element: Any) -> str:
    """What a screen reader would call an element, roughly; empty if it has no name."""
    if element.get("aria-label"):
        return str(element.get("aria-label")).strip()
    if element.get("aria-labelledby"):
        named = set(element.get("aria-labelledby").split())
        return " ".join(document.text(one) for one in document.elements() if one.get("id") in named)
    images = [one.get("alt") or "" for one in element.iter() if local_name(one) == "img"]
    inside = [one.get("aria-label") or "" for one in element.iter() if one is not element]
    return " ".join([document.text(element), *images, *inside]).strip()


def _words(element: Any) -> Iterator[str]:
    if isinstance(element.tag, str) and local_name(element) not in {"script", "style"}:
        yield element.text or ""
        for child in element:
            yield from _words(child)
            yield child.tail or ""
    # A comment has no words.
