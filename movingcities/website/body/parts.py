"""What the templates of blocks print (`website/blocks/<kind>.html`): plain values for one reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from movingcities.design.components import (
    ApproachLine,
    Link,
    NetworkLine,
    Picture,
    Row,
    SourceLine,
)
from movingcities.evidence.models import Source
from movingcities.map.drawing import Drawing


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its number in the whole text, a remark, a source."""

    number: int
    text: str
    source: SourceLine | None
    is_marked: bool
    """Whether a mark of the text leads to it, and it back."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, which may be empty, and rich text."""

    heading: str
    text: SafeString
    anchor: str


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said, with the quotation marks of its language."""

    text: str
    person: str
    role: str
    source: Link | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture with its words."""

    picture: Picture
    alt: str
    caption: str


@dataclass(frozen=True, slots=True)
class Gallery:
    """Several pictures."""

    figures: Sequence[Shown]


@dataclass(frozen=True, slots=True)
class Download:
    """A file; `particulars` says its type, size and language in words."""

    title: str
    url: str
    particulars: str


@dataclass(frozen=True, slots=True)
class Downloads:
    """Files under a heading, which may be empty."""

    heading: str
    files: Sequence[Download]


@dataclass(frozen=True, slots=True)
class Line:
    """Words that are always shown, and rich text that belongs to them."""

    heading: str
    text: SafeString


@dataclass(frozen=True, slots=True)
class Lines:
    """Several of them: questions and answers, or the steps of a guide."""

    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class LiveNumber:
    """A sentence with its number set apart, when it was counted, and what it rests on."""

    sentence: SafeString
    counted: str
    list: Link
    sources: Sequence[SourceLine]
    sources_title: str
    others: str
    """How many more sources there are, in words; empty for none."""


@dataclass(frozen=True, slots=True)
class MiniMap:
    """A drawn map and the list that says the same in words."""

    drawing: Drawing
    sentence: str
    caption: str
    list: Link


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """A place with its flags and, in words, what is known of it."""

    row: Row
    counts: str


@dataclass(frozen=True, slots=True)
class ApproachCard:
    """An approach as a row."""

    approaches: Sequence[ApproachLine]


@dataclass(frozen=True, slots=True)
class NetworkCard:
    """A network as a row."""

    networks: Sequence[NetworkLine]


@dataclass(frozen=True, slots=True)
class Event:
    """What happened on a day; `iso_day` is empty where the day cannot be read."""

    day: str
    iso_day: str
    heading: str
    text: str
    source: Link | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Days in order."""

    events: Sequence[Event]


@dataclass(frozen=True, slots=True)
class Table:
    """A caption, the first row if it holds headings, the others; `has_row_heads`: so do the first cells."""

    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    has_row_heads: bool


@dataclass(frozen=True, slots=True)
class CallToAction:
    """One thing to do next; a draft may not say yet where that is done."""

    text: str
    link: Link


@dataclass(frozen=True, slots=True)
class Video:
    """A film that is not fetched before the reader asks for it; a draft may not say yet where it lies."""

    title: str
    address: str
    player: str
    host: str
    poster: Picture | None
    transcript: SafeString


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the team."""

    name: str
    role: str
    picture: Picture | None
    text: SafeString


@dataclass(frozen=True, slots=True)
class People:
    """Several of them."""

    heading: str
    people: Sequence[Person]


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation, by its logo where it has one."""

    name: str
    url: str
    logo: Picture | None


@dataclass(frozen=True, slots=True)
class Partners:
    """Several of them."""

    heading: str
    partners: Sequence[Partner]


@dataclass(frozen=True, slots=True)
class Part:
    """One block: the name of its template, what that prints, and how its words stand.

    `language` is empty where it is the page's own.
    """

    kind: str
    content: object
    level: int = 2
    """Of the headings inside the block."""
    language: str = ""
    is_outdated: bool = False

    @property
    def template(self) -> str:
        """The template that prints it."""
        return f"website/blocks/{self.kind}.html"


@dataclass(frozen=True, slots=True)
class Body:
    """A long text: its blocks, its footnotes, the sources it names, and its headings with their places."""

    parts: Sequence[Part] = ()
    notes: Sequence[Note] = ()
    sources: Sequence[Source] = ()
    headings: Sequence[Link] = ()

    @property
    def plays_films(self) -> bool:
        """Whether the page needs what puts a player in the place of a link."""
        return any(isinstance(part.content, Video) and part.content.player for part in self.parts)
