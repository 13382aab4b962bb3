"""Words of a page that are in another language than the page says: interface strings and whole phrases.

What stands inside `lang` of another language or `translate="no"` is meant to be there. A string is English if
the catalogue translates it otherwise; a phrase is in another language if it holds two frequent words of that
language and none of the page's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from markup import Document

LOCALE = Path(__file__).resolve().parent.parent / "locale"
SAID_BY_ATTRIBUTES = ("aria-label", "aria-description", "title", "alt", "placeholder")
# The words in a drawing (`text`) are names on a map, which has its names in a list beside it.
NOT_READ = {"script", "style", "template", "text"}
# Frequent words of each language. Those the page's own language has too prove nothing.
FREQUENT_WORDS = {
    "en": "the of and which with from that this their where what how who been were are at to for is by",
    "de": "und der die das den dem des ein eine einer im zu ist nicht mit für von auf wird sind zum zur",
    "fr": "le la les des du de et en un une est dans pour pas qui sur sont avec aux cette leurs où par plus",
    "es": "el la los las del de en un una que para por con es sus más como también no se",
    "it": "il lo la le gli di del della delle dei in un una che sono per con nel alla anche più degli",
    "pl": "się nie jest dla oraz przez które jak są ich tylko od lub być na do po",
    "el": "και το τα της του στο στη με για που από είναι δεν οι των σε",
}
# A word with one of these may be meant for the page's own readers.
LETTERS = {
    "de": "äöüß",
    "fr": "àâçéèêëîïôùûœ’",
    "es": "áéíóúñ¿¡",
    "it": "àèéìòù’",
    "pl": "ąćęłńóśźż",
    "el": "αβγδεζηθικλμνξοπρστυφχψωάέήίόύώ",
}
SCRIPTS = {
    "Greek": re.compile("[\u0370-\u03ff]{2}"),
    "Cyrillic": re.compile("[\u0400-\u052f]"),
    "Armenian or Georgian": re.compile("[\u0530-\u058f\u10a0-\u10ff]"),
    "Arabic or Hebrew": re.compile("[\u0590-\u06ff]"),
}
WRITTEN_IN = {"Greek": {"el"}, "Cyrillic": {"bg", "uk", "sr", "mk"}, "Arabic or Hebrew": {"ar", "he"}}
ENGLISH_MONTHS = {"january", "february", "june", "july", "october", "december"}
# Of English two tell, as nobody wrote it there; of others three: two are met in names (Lac de la Haute-Sûre).
FEWEST_ENGLISH_WORDS, FEWEST_WORDS = 2, 3
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")
TAG = re.compile(r"</?\w+[^>]*>")
INLINE = {"a", "bdi", "b", "strong", "em", "span", "small", "time", "cite", "abbr", "mark", "q", "i"}
# Not the words of a name with hyphens: La Chaux-de-Fonds.
WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?![\w-])")
A_NUMBER = r"[\d.,\s]+"
ADDRESS = re.compile(r"\S*(?://|@)\S*")


@dataclass(frozen=True, slots=True)
class Text:
    """Words that are read in one go; bare ones stand where no part can be marked: attributes, titles."""

    words: str
    is_bare: bool = False


@dataclass(frozen=True, slots=True)
class Interface:
    """What the catalogue of a language says: its translations, and the English that should not be met."""

    translations: frozenset[str]
    english: frozenset[str]
    patterns: tuple[re.Pattern[str], ...]


def foreign_words(document: Document, language: str) -> list[str]:
    """Every text of a page, meant for reading, that is not in the language of the page."""
    found = {
        f"{reason}: “{text.words[:90]}”": None
        for text in texts_in(document, language)
        for reason in reasons(text, language)
    }
    return list(found)


def reasons(text: Text, language: str) -> Iterator[str]:
    """Why a text cannot be in the language; none if it may be."""
    if language != "en" and is_untranslated(text.words, interface(language)):
        yield "English interface text"
        return
    if text.is_bare:
        return
    for script, letters in SCRIPTS.items():
        if language not in WRITTEN_IN.get(script, ()) and letters.search(text.words):
            yield f"{script} letters without lang"
            return
    words = {word.lower() for word in WORD.findall(ADDRESS.sub("", text.words))}
    own = words & _frequent(language) or set(text.words.lower()) & set(LETTERS.get(language, ""))
    for other in FREQUENT_WORDS if not own else ():
        met = words & _frequent(other)
        weight = len(met) + (len(words & ENGLISH_MONTHS) * 2 if other == "en" != language else 0)
        fewest = FEWEST_ENGLISH_WORDS if other == "en" else FEWEST_WORDS
        if other != language and weight >= fewest:
            yield f"text in “{other}” without lang"


def is_untranslated(text: str, said: Interface) -> bool:
    """Whether a text is an English interface string for which the language has another."""
    if text in said.translations:
        return False
    return text in said.english or any(pattern.fullmatch(text) for pattern in said.patterns)


@lru_cache(maxsize=16)
def interface(language: str, folder: Path = LOCALE) -> Interface:
    """The catalogue of a language."""
    with (folder / language / "LC_MESSAGES" / "django.po").open("rb") as source:
        catalogue = read_po(source, locale=language)
    translations, english, patterns = set(), set(), []
    for message in catalogue:
        if not message.id:
            continue
        originals = [message.id] if isinstance(message.id, str) else list(message.id)
        said = [message.string] if isinstance(message.string, str) else list(message.string or ())
        translations |= {_without_tags(text) for text in said}
        for original in {_without_tags(text) for text in originals} - translations:
            if not PLACEHOLDER.search(original):
                english.add(original)
            elif words := WORD.findall(PLACEHOLDER.sub("", original)):
                gap = ".+?" if len(words) > 2 else A_NUMBER
                patterns.append(re.compile(gap.join(map(re.escape, PLACEHOLDER.split(original)))))
    english -= translations
    return Interface(frozenset(translations), frozenset(english), tuple(patterns))


def texts_in(document: Document, language: str) -> Iterator[Text]:
    """The texts a reader meets that claim to be in a language: words between tags and in attributes."""
    yield from _texts(document.root, None, language)
    for meta in document.elements("meta"):
        if meta.get("name") == "description" and not meta.get("lang"):
            yield Text(_spaced(meta.get("content") or ""), is_bare=True)


def _texts(element: Any, around: str | None, language: str) -> Iterator[Text]:
    if not _is_read(element):
        return
    spoken = element.get("lang") or around
    if spoken == language:
        yield from _said_by_itself(element)
        if len(element) and _is_phrase(element):
            yield Text(_spaced("".join(_phrase(element, spoken, language))))
    for child in element:
        yield from _texts(child, spoken, language)


def _said_by_itself(element: Any) -> Iterator[Text]:
    for text in (element.text, *(child.tail for child in element)):
        if text and text.strip():
            yield Text(_spaced(text), is_bare=_local_name(element) == "title")
    for name in map(str, element.keys()):
        is_said_by_script = name.startswith("data-") and " " in element.get(name)
        if (name in SAID_BY_ATTRIBUTES or is_said_by_script) and element.get(name).strip():
            yield Text(_spaced(element.get(name)), is_bare=True)


def _is_read(element: Any) -> bool:
    return (
        isinstance(element.tag, str)
        and _local_name(element) not in NOT_READ
        and element.get("translate") != "no"
    )


def _is_phrase(element: Any) -> bool:
    """Whether an element holds words of its own and nothing but phrases, so that it is read in one go."""
    words = [element.text, *(child.tail for child in element)]
    return any(filter(None, map(str.strip, filter(None, words)))) and all(
        _local_name(child) in INLINE for child in element if isinstance(child.tag, str)
    )


def _phrase(element: Any, spoken: str | None, language: str) -> Iterator[str]:
    """The words of an element; an ellipsis where another language is spoken."""
    spoken = element.get("lang") or spoken
    if not _is_read(element) or spoken != language:
        yield "…"
        return
    yield element.text or ""
    for child in element:
        yield from _phrase(child, spoken, language)
        yield child.tail or ""


def _spaced(text: str) -> str:
    return " ".join(text.replace("%%", "%").split())


def _without_tags(text: str) -> str:
    return _spaced(TAG.sub("", text))


def _local_name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


@lru_cache(maxsize=16)
def _frequent(language: str) -> frozenset[str]:
    return frozenset(FREQUENT_WORDS.get(language, "").split())
