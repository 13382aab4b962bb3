"""How text becomes words to search for: pure, no database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from movingcities.kit.folding import fold, is_latin, to_latin

SEPARATOR = "|"
LONGEST_QUESTION = 200
MOST_WORDS = 8
LONGEST_WORD = 40
# Shorter beginnings match a tenth of Europe.
SHORTEST_BEGINNING = 2
LONG_WORD = 5

# The second way in which these letters are written: Göttingen and Goettingen, Århus and Aarhus.
_SPELLED_OUT = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "å": "aa",
        "ø": "oe",
        "Ä": "Ae",
        "Ö": "Oe",
        "Ü": "Ue",
        "Å": "Aa",
        "Ø": "Oe",
    }
)

# Words too common to tell texts apart: articles, prepositions, question words of seven languages, folded.
_FILLERS = frozenset(
    """
    a an and are as at be by do does for from has have how in into is it of on or our the their there
    they this to was we what when where which who why with als am an auf aus bei das dem den der des die
    ein eine einem einen einer es fur gibt hat im in ist mit nach oder sich sie sind und uns unser von
    vom was wer wie wir wird wo zu zum zur au aux avec ce ces comment dans de des du elle en est et il
    la le les leur nous ou par pour qu que quel quelle qui sont sur un une al como con cual de del donde
    el en es la las lo los para por que quien se son su una uno y al alla che chi come con da dal dalla
    dei del della delle di dove e gli i il in la le lo nel nella per quale si sono su tra un una co czy
    do gdzie i jak jest kto ktore ktory na o od po przez sa sie w we z ze za απο για δε και με να οι που
    πως σε στα στη στην στις στο στον στους τα τη την της τι τις το τον του τους των η ο
    """.split()  # noqa: SIM905 (nobody wants to read them as two hundred quoted strings)
)


def words(text: str) -> list[str]:
    """The folded words of a text, over-long ones cut."""
    return [word[:LONGEST_WORD] for word in fold(text).split()]


def spellings(text: str) -> list[str]:
    """The folded ways to write a name: as it is, umlauts spelled out, other alphabets in Latin letters."""
    ways = [text]
    if not text.isascii():
        ways.append(text.translate(_SPELLED_OUT))
        if not is_latin(text):
            ways.append(to_latin(text))
    return list(dict.fromkeys(" ".join(words(way)) for way in ways))


def joined_names(names: Iterable[str]) -> str:
    """All ways to write all names as the index keeps them: |gottingen|goettingen|; empty for none."""
    return _joined(way for name in names for way in spellings(name))


def joined_other_names(names: Iterable[str]) -> str:
    """Names that others use, as the index keeps them; each in one spelling, for there are many."""
    return _joined(" ".join(words(name)) for name in names)


def _joined(names: Iterable[str]) -> str:
    distinct = dict.fromkeys(name for name in names if name)
    return SEPARATOR + SEPARATOR.join(distinct) + SEPARATOR if distinct else ""


def indexed_text(parts: Iterable[str]) -> str:
    """The folded words of several texts, each word with umlauts also spelled out."""
    text = " ".join(part for part in parts if part)
    plain = words(text)
    known = set(plain)
    spelled = dict.fromkeys(word for word in words(text.translate(_SPELLED_OUT)) if word not in known)
    return " ".join([*plain, *spelled])


def question_words(text: str) -> list[str]:
    """The first words somebody asks for, each once; fillers are left out unless there is nothing else."""
    asked = list(dict.fromkeys(words(text[:LONGEST_QUESTION])))
    telling = [word for word in asked if word not in _FILLERS]
    return (telling or asked)[:MOST_WORDS]


def root(word: str) -> str:
    """A longer word without the s of a plural, which English, French and Spanish share."""
    return word[:-1] if len(word) > LONG_WORD and word.endswith("s") else word


def is_beginning(word: str, asked: Sequence[str]) -> bool:
    """Whether longer forms of the word are meant too: course and courses, or a last word half typed."""
    return len(word) >= LONG_WORD or (word == asked[-1] and len(word) >= SHORTEST_BEGINNING)


def edit_distance(one: str, other: str, *, at_most: int) -> int:
    """Insertions, deletions, changes and swaps of neighbours that lead from one word to the other.

    Gives `at_most + 1` where more are needed (Damerau-Levenshtein, optimal string alignment).
    """
    if abs(len(one) - len(other)) > at_most:
        return at_most + 1
    before_last: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        current = [row]
        for column, other_letter in enumerate(other, start=1):
            cost = min(
                last[column] + 1,
                current[column - 1] + 1,
                last[column - 1] + (letter != other_letter),
            )
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == other_letter:
                cost = min(cost, before_last[column - 2] + 1)
            current.append(cost)
        if min(current) > at_most:
            return at_most + 1
        before_last, last = last, current
    return min(last[-1], at_most + 1)
