"""Rules of the HTML standard that a parser does not hold a page to: what stands where, with which value."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from babel import Locale
from html_vocabulary import ARIA, ELEMENTS, GLOBAL, INPUT_TYPES, ROLES

if TYPE_CHECKING:
    from markup import Document

LANGUAGES = Locale("en").languages
# Unknown, several, none.
WITHOUT_LANGUAGE = {"und", "mul", "zxx"}
LANGUAGE_TAG = re.compile(r"([a-z]{2,3})(-[A-Z][a-z]{3})?(-(?:[A-Z]{2}|\d{3}))?(-[a-z0-9]{5,8})*")
MOMENT = re.compile(r"\d{4}(-\d{2}(-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?")
INTERACTIVE = {"a", "button", "input", "select", "textarea", "summary", "iframe", "label"}
HOLDS_NO_INTERACTIVE = {"a", "button", "summary"}
LABELABLE = {"button", "input", "meter", "output", "progress", "select", "textarea"}
FIRST_IN = {"caption": "table", "legend": "fieldset", "summary": "details"}
FORM_CONTROLS = {"button", "input", "select", "textarea"}
ONLY_ONE = ("main", "title", "body")
NOT_IN_HTML = {"svg", "math"}


def element_faults(document: Document) -> Iterator[str]:
    """Elements, attributes and roles that do not exist."""
    for element in document.elements():
        if _is_drawn(document, element):
            continue
        name = _name(element)
        if name not in ELEMENTS and "-" not in name:
            yield f"unknown element <{name}>"
            continue
        for attribute in map(str, element.keys()):
            if attribute.startswith("aria-"):
                if attribute not in ARIA:
                    yield f"unknown attribute {attribute} on <{name}>"
            elif (
                attribute not in GLOBAL
                and attribute not in ELEMENTS.get(name, ())
                and not attribute.startswith(("data-", "on"))
                and attribute != "style"
                and "-" not in name
            ):
                yield f"unknown attribute {attribute} on <{name}>"
        for role in (element.get("role") or "").split():
            if role not in ROLES:
                yield f"unknown role {role} on <{name}>"


def value_faults(document: Document) -> Iterator[str]:
    """Values that the standard does not know."""
    for element in document.elements():
        name = _name(element)
        for attribute in ("lang", "hreflang"):
            code = element.get(attribute)
            if code and code != "x-default" and not is_language(code):
                yield f"{attribute} “{code}” on <{name}> is no language"
        if element.get("dir") is not None and element.get("dir") not in {"ltr", "rtl", "auto"}:
            yield f"dir “{element.get('dir')}” on <{name}>"
        if name == "time" and not MOMENT.fullmatch(element.get("datetime", document.text(element))):
            yield f"time that is none: “{element.get('datetime', document.text(element))}”"
        if name == "input" and element.get("type", "text") not in INPUT_TYPES:
            yield f"input of type {element.get('type')}"
        if int(element.get("tabindex") or 0) > 0:
            yield f"tabindex over 0 on <{name}>"
        for attribute in ("href", "src", "action"):
            if re.search(r"\s", (element.get(attribute) or "").strip()):
                yield f"{attribute} with a space: {element.get(attribute)}"


def nesting_faults(document: Document) -> Iterator[str]:
    """What stands inside something that may not hold it."""
    for element in document.elements():
        name = _name(element)
        around = [_name(one) for one in document.ancestors(element)]
        outer = next((one for one in around if one in HOLDS_NO_INTERACTIVE), None)
        if name in INTERACTIVE and outer and element.get("type") != "hidden":
            yield f"<{name}> inside <{outer}>"
        if name == "form" and "form" in around:
            yield "<form> inside <form>"
        if element.get("aria-hidden") == "true":
            reached = [one for one in element.iter() if isinstance(one.tag, str) and _is_reached(one)]
            if reached:
                yield f"aria-hidden <{name}> can be reached by keyboard"


def order_faults(document: Document) -> Iterator[str]:
    """What stands at the wrong place among its neighbours, or too often."""
    counted = Counter(_name(element) for element in document.elements() if not _is_drawn(document, element))
    for name in ONLY_ONE:
        if counted[name] > 1:
            yield f"{counted[name]} <{name}>"
    for element in document.elements():
        children = [child for child in element if isinstance(child.tag, str)]
        names = [_name(child) for child in children]
        name = _name(element)
        if name == "figure" and "figcaption" in names[1:-1]:
            yield "<figcaption> in the middle of a <figure>"
        for first, parent in FIRST_IN.items():
            if name == parent and first in names[1:]:
                yield f"<{first}> is not the first in <{parent}>"
        if name == "details" and names[:1] != ["summary"]:
            yield "<details> without a <summary>"
        if name == "dl" and names and names[0] == "dd":
            yield "<dl> begins with <dd>"
        if name == "dl" and names and names[-1] == "dt":
            yield "<dl> ends with <dt>"


def table_faults(document: Document) -> Iterator[str]:
    """Tables whose rows do not have the same number of cells."""
    for table in document.elements("table"):
        if any("rowspan" in cell.keys() for cell in table.iter() if isinstance(cell.tag, str)):  # noqa: SIM118
            continue
        widths = {
            sum(int(cell.get("colspan") or 1) for cell in row if _name(cell) in {"td", "th"})
            for row in table.iter("tr")
        }
        if len(widths) > 1:
            yield f"table with rows of {', '.join(map(str, sorted(widths)))} cells"


def label_faults(document: Document) -> Iterator[str]:
    """Labels that name nothing that can be labelled."""
    by_id = {element.get("id"): element for element in document.elements() if element.get("id")}
    for label in document.elements("label"):
        target = by_id.get(label.get("for"))
        if target is not None and _name(target) not in LABELABLE:
            yield f"label for <{_name(target)}>"


HTML_RULES = (element_faults, value_faults, nesting_faults, order_faults, table_faults, label_faults)


def is_language(code: str) -> bool:
    """Whether a code is a well-formed tag of BCP 47 for a language that CLDR knows."""
    found = LANGUAGE_TAG.fullmatch(code)
    return found is not None and (found[1] in LANGUAGES or found[1] in WITHOUT_LANGUAGE)


def _is_reached(element: Any) -> bool:
    name = _name(element)
    if element.get("tabindex") == "-1" or element.get("type") == "hidden":
        return False
    return name in {"button", "input", "select", "textarea"} or (
        name == "a" and element.get("href") is not None
    )


def _is_drawn(document: Document, element: Any) -> bool:
    return _name(element) in NOT_IN_HTML or any(
        _name(one) in NOT_IN_HTML for one in document.ancestors(element)
    )


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
