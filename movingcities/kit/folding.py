"""Folding of text, so that a search or a sort does not stumble over case, accents and alphabets."""

from __future__ import annotations

import re
import unicodedata

from anyascii import anyascii

# Letters that NFKD does not take apart (Unicode has no decomposition for them), and the final sigma.
_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ħ": "h",
        "ς": "σ",
    }
)
_NOT_WORD = re.compile(r"[\W_]+")
_NOT_LATIN_LETTER = re.compile(r"[^A-Z]")


def fold(text: str) -> str:
    """Casefolded text without accents, words parted by single spaces, alphabet kept.

    Łódź → lodz, Αθήνα → αθηνα, Straße → strasse. An apostrophe or hyphen parts words.
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    # Once more: NFKD turns some signs without case, such as a letter in a box, into capitals.
    return _NOT_WORD.sub(" ", bare.casefold().translate(_LETTERS)).strip()


def to_latin(text: str) -> str:
    """The text in Latin letters without accents (transliteration by anyascii); case is kept."""
    return anyascii(text)


def latin_letters(text: str) -> str:
    """Only the letters A–Z of the text after transliteration, as capitals: the stuff of a hoist."""
    return _NOT_LATIN_LETTER.sub("", to_latin(text).upper())


def is_latin(text: str) -> bool:
    """Whether every letter of the text belongs to the Latin alphabet."""
    return all("LATIN" in unicodedata.name(character, "") for character in text if character.isalpha())
