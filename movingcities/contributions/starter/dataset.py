"""The starter dataset after checking: what each file says, with the types and references settled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from movingcities.evidence.actions import SourceEntry

READ_ON = "2026-11"  # when the sources were read and the texts written, for all records alike


@dataclass(frozen=True, slots=True)
class GazetteerRow:
    """A populated place of GeoNames; `population` is None where GeoNames states none or 0."""

    geonames_id: int
    name: str
    country: str
    admin1: str
    latitude: float
    longitude: float
    population: int | None
    other_names: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place that other files name; `names` holds (language, name) where it differs from the local name."""

    place_id: str
    name: str
    country: str
    kind: str
    geonames_id: int | None
    seat_geonames_id: int | None
    latitude: float
    longitude: float
    population: int | None
    names: tuple[tuple[str, str], ...]
    note: str
    other_spellings: str


@dataclass(frozen=True, slots=True)
class NetworkRow:
    """A network, campaign, charter, alliance or project."""

    slug: str
    name: str
    name_en: str
    kind: str
    scope: str
    countries: tuple[str, ...]
    founded: str
    website: str
    what_it_does: str
    source_url: str


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """A place in a network."""

    place_id: str
    network_slug: str
    since: str
    source_url: str


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic with its English label; `position` counts from 1 in the order of the file."""

    slug: str
    position: int
    label: str
    synonyms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ApproachRow:
    """A local approach; `words` maps the fields of its story to texts."""

    slug: str
    place_id: str
    topics: tuple[str, ...]
    started: str
    ended: str
    status: str
    lead: str
    partners: tuple[str, ...]
    words: Mapping[str, str]
    source_urls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A council decision."""

    slug: str
    place_id: str
    date: str
    kind: str
    vote: str
    network_slug: str
    title: str
    what_was_decided: str
    source_url: str


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """The portrait of a place; `sections` are (heading, text)."""

    place_id: str
    subtitle: str
    context: str
    takeaways: tuple[str, ...]
    sections: tuple[tuple[str, str], ...]
    source_urls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountryRow:
    """What municipalities may decide in a country."""

    country: str
    context: str
    source_urls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TopicWordsRow:
    """What a topic is called in another language, and the words by which it is found there."""

    label: str
    synonyms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A record of another file that a block of a page shows; `kind` is place, approach, network or source."""

    kind: str
    key: str


@dataclass(frozen=True, slots=True)
class PageRow:
    """An editorial page; `words` maps its fields to texts, `body` is stream data with references in it."""

    slug: str
    kind: str
    parent: str
    words: Mapping[str, str]
    body: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class MenuRow:
    """A menu; each item has a page (its slug), a list, or an address with a label."""

    where: str
    items: Sequence[Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class TermRow:
    """What translations into a language say for a term of the originals, and what they never say."""

    language: str
    term: str
    say: tuple[str, ...]
    never: tuple[str, ...]
    note: str


@dataclass(slots=True)
class Translation:
    """What the file of a language holds, by the keys of the other files; nothing in it needs to be complete.

    `words` maps sections (profiles, approaches …) to keys, and those to the fields of the story.
    """

    topics: dict[str, TopicWordsRow] = field(default_factory=dict)
    network_names: dict[str, str] = field(default_factory=dict)
    words: dict[str, dict[str, Mapping[str, str | tuple[str, ...]]]] = field(default_factory=dict)
    pages: dict[str, PageRow] = field(default_factory=dict)


@dataclass(slots=True)
class Dataset:
    """Everything the files say, by key, in the order of the files."""

    gazetteer: dict[int, GazetteerRow] = field(default_factory=dict)
    places: dict[str, PlaceRow] = field(default_factory=dict)
    networks: dict[str, NetworkRow] = field(default_factory=dict)
    memberships: dict[tuple[str, str], MembershipRow] = field(default_factory=dict)
    topics: dict[str, TopicRow] = field(default_factory=dict)
    approaches: dict[str, ApproachRow] = field(default_factory=dict)
    decisions: dict[str, DecisionRow] = field(default_factory=dict)
    profiles: dict[str, ProfileRow] = field(default_factory=dict)
    countries: dict[str, CountryRow] = field(default_factory=dict)
    sources: dict[str, SourceEntry] = field(default_factory=dict)
    translations: dict[str, Translation] = field(default_factory=dict)
    pages: dict[str, PageRow] = field(default_factory=dict)
    menus: dict[str, MenuRow] = field(default_factory=dict)
    terms: dict[str, TermRow] = field(default_factory=dict)

    @property
    def country_codes(self) -> set[str]:
        """The countries that have places."""
        populated = {row.country for row in self.gazetteer.values()}
        return populated | {row.country for row in self.places.values()}
