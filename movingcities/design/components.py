"""What the component templates print: plain values, already chosen, counted and in the reader's language.

Each class belongs to the template named in its docstring, under `design/components/`.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere, or without a URL just words; `language` only if not the page's own."""

    label: str
    url: str = ""
    language: str = ""
    is_current: bool = False
    count: int | None = None


@dataclass(frozen=True)
class LanguageLink:
    """The same page in another language (base.html): `name` in that language itself."""

    code: str
    name: str
    url: str
    is_current: bool = False


@dataclass(frozen=True)
class FooterColumn:
    """One column of the footer (base.html)."""

    title: str
    links: Sequence[Link]


@dataclass(frozen=True)
class Figure:
    """A number and what it counts (figures.html)."""

    value: str | int
    label: str


@dataclass(frozen=True)
class SourceLine:
    """One source of a page (sources.html); `date` is its date of publication in words, or empty."""

    title: str
    url: str
    publisher: str = ""
    host: str = ""
    date: str = ""
    language: str = ""
    detail: str = ""


@dataclass(frozen=True)
class PictureSource:
    """One format of a picture: `srcset` as browsers read it."""

    kind: str
    srcset: str


@dataclass(frozen=True)
class Picture:
    """A picture in several sizes (picture.html); width and height in pixels of `url`, for old browsers."""

    sources: Sequence[PictureSource]
    srcset: str
    sizes: str
    url: str
    width: int
    height: int
    credit: str
    licence: Link


@dataclass(frozen=True)
class Tick:
    """A year on the time axis (timeline.html): position from 0 (first day) to 1 (last day)."""

    position: float
    label: str


@dataclass(frozen=True)
class DatedPennant:
    """A membership on the time axis (timeline.html).

    `start` and `end` run from 0 to 1. Without an end the pennant narrows to today, because no source says
    how long it holds. `is_sighting`: the source only shows the day it was seen, so no duration is drawn.
    `own_name`: what the network calls itself, where the reader sees a translation.
    """

    name: Link
    detail: str
    since: str
    start: float | None
    end: float | None = None
    is_sighting: bool = False
    sources: Sequence[Link] = ()
    own_name: Link | None = None


@dataclass(frozen=True)
class DecisionLine:
    """A decision: decision_rows.html in lists, decisions.html with its words on the page of a place."""

    date: str
    iso_date: str
    title: Link
    letters: str = ""
    place: str = ""
    text: str = ""
    vote: str = ""
    sources: Sequence[Link] = ()


@dataclass(frozen=True)
class Vote:
    """Counted votes (vote.html), each side as a number and as written in the reader's language."""

    title: str
    yes: int
    no: int
    yes_text: str
    no_text: str
    yes_share: str = ""
    note: str = ""
    source: Link | None = None


@dataclass(frozen=True)
class NetworkLine:
    """A network and how many places of ours stand in it (network_rows.html).

    `own_name`: what it calls itself, where the reader sees a translation. `more` leads on from the row; its
    words are followed by the name for those who hear links one by one.
    """

    count: int
    name: Link
    detail: str
    own_name: Link | None = None
    more: Link | None = None


@dataclass(frozen=True)
class MemberGroup:
    """Members of one country (members.html)."""

    title: Link
    members: Sequence["Member"]


@dataclass(frozen=True)
class Member:
    """One member of a network (members.html); `detail` says since when, if that is known."""

    letters: str
    name: Link
    detail: str = ""


@dataclass(frozen=True)
class Neighbour:
    """An active place nearby (neighbours.html in a grid, neighbour_rows.html with its distance in front)."""

    letters: str
    name: Link
    distance: str
    detail: str
    counts: str = ""


@dataclass(frozen=True)
class ApproachLine:
    """An approach (approach_rows.html as rows, approaches.html as articles with topics and text)."""

    title: Link
    status: str
    letters: str = ""
    place: str = ""
    topics: Sequence[Link] = ()
    text: str = ""
    status_text: str = ""


@dataclass(frozen=True)
class FlagLetter:
    """A letter of "find a place by its flag" (alphabet.html); without a URL nothing begins with it."""

    letter: str
    count: int
    url: str = ""


@dataclass(frozen=True)
class Door:
    """An entrance for one kind of reader (doors.html)."""

    title: str
    text: str
    url: str


@dataclass(frozen=True)
class Step:
    """A numbered step (steps.html)."""

    title: str
    text: str
    link: Link | None = None


@dataclass(frozen=True)
class Hit:
    """A search result (hits.html): `reason` says why it was found.

    `excerpt_language` only if it is not the page's own.
    """

    title: Link
    kind: str
    excerpt: str = ""
    letters: str = ""
    place: str = ""
    date: str = ""
    status: str = ""
    reason: str = ""
    excerpt_language: str = ""


@dataclass(frozen=True)
class Choice:
    """An option of a select field; `language` only if not the page's own."""

    value: str
    label: str
    is_chosen: bool = False
    language: str = ""


@dataclass(frozen=True)
class Field:
    """A field of a filter form (filters.html): with choices a select, without a text field."""

    name: str
    label: str
    choices: Sequence[Choice] = ()
    value: str = ""
    placeholder: str = ""
    is_further: bool = False
    """Asked for by few: shown when more filters are wanted. Such fields stand last."""


@dataclass(frozen=True)
class Chip:
    """An active filter and the address without it (chips.html); `language` only if not the page's own."""

    label: str
    remove_url: str
    language: str = ""


@dataclass(frozen=True)
class Pages:
    """Where the reader stands in a long list (pages.html); an empty URL means there is no such page."""

    number: int
    total: int
    previous_url: str = ""
    next_url: str = ""


@dataclass(frozen=True)
class Particular:
    """A word and what it says (particulars.html): "Lead: City of Zurich"."""

    term: str
    text: str
    language: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a register (register.html); a phone leaves out minor ones, and zeros of all."""

    label: str
    is_number: bool = True
    is_minor: bool = False


@dataclass(frozen=True)
class Row:
    """A row of a register: name with hoist, then one cell a column as text; a phone leaves out "0" and ""."""

    letters: str
    name: Link
    cells: Sequence[str]
    detail: str = ""
