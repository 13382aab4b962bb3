"""Checks of the gazetteer, the named places and the topics."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from movingcities.contributions.rules import COUNCIL_OF_EUROPE
from movingcities.contributions.starter.dataset import Dataset, GazetteerRow, PlaceRow, TopicRow
from movingcities.contributions.starter.files import DataFolder
from movingcities.contributions.starter.records import Record
from movingcities.places.models import Place

GAZETTEER = "geography/gazetteer.csv.gz"
PLACES = "places.csv"
TOPICS = "topics.yaml"

_GAZETTEER_COLUMNS = (
    "geoname_id",
    "name",
    "country",
    "admin1",
    "latitude",
    "longitude",
    "population",
    "other_names",
)
_NAME_LANGUAGES = ("en", "de", "fr", "es", "it", "pl", "el")
_PLACE_COLUMNS = (
    "place_id",
    "name",
    "country",
    "kind",
    "geoname_id",
    "seat_geoname_id",
    "latitude",
    "longitude",
    "population",
    *(f"name_{language}" for language in _NAME_LANGUAGES),
    "note",
    "other_spellings",
)
# The members of the Council of Europe, Kosovo, and what has a code of its own but belongs to a member.
SCOPE = COUNCIL_OF_EUROPE | frozenset(
    ("AX", "FO", "GF", "GG", "GI", "GP", "IM", "JE", "MQ", "RE", "VA", "XK", "YT")
)

_PLACE_KINDS = frozenset(kind.value for kind in Place.Kind) - {Place.Kind.POPULATED_PLACE}
Key = TypeVar("Key")


def is_new(record: Record, field: str, key: Key, seen: Iterable[Key]) -> bool:
    """Whether the key is not empty and was not there before; a repeated one is noted as a problem."""
    if not key:
        return False
    if key in seen:
        record.refuse(field, f"“{key}” is there twice; expected is one record")
        return False
    return True


def check_gazetteer(folder: DataFolder, dataset: Dataset) -> None:
    """Read the gazetteer."""
    for record in folder.table(GAZETTEER, _GAZETTEER_COLUMNS):
        geonames_id = record.whole_number("geoname_id", required=True) or 0
        row = GazetteerRow(
            geonames_id=geonames_id,
            name=record.text("name", required=True, limit=200),
            country=record.choice("country", SCOPE),
            admin1=record.text("admin1", limit=20),
            latitude=record.degrees("latitude", limit=90),
            longitude=record.degrees("longitude", limit=180),
            population=record.whole_number("population") or None,
            other_names=record.text("other_names"),
        )
        if is_new(record, "geoname_id", geonames_id, dataset.gazetteer):
            dataset.gazetteer[geonames_id] = row


def check_places(folder: DataFolder, dataset: Dataset) -> None:
    """Read the named places; their GeoNames numbers must be in the gazetteer."""
    claimed: set[int] = set()
    for record in folder.table(PLACES, _PLACE_COLUMNS):
        place_id = record.slug("place_id", limit=120)
        country = record.choice("country", SCOPE)
        if place_id and country and not place_id.startswith(f"{country.lower()}-"):
            record.refuse("place_id", f"“{place_id}” does not start with {country.lower()}-, its country")
        geonames_id = _known_number(record, "geoname_id", country, dataset)
        if geonames_id and is_new(record, "geoname_id", geonames_id, claimed):
            claimed.add(geonames_id)
        names = ((language, record.text(f"name_{language}", limit=200)) for language in _NAME_LANGUAGES)
        row = PlaceRow(
            place_id=place_id,
            name=record.text("name", required=True, limit=200),
            country=country,
            kind=record.choice("kind", _PLACE_KINDS),
            geonames_id=geonames_id,
            seat_geonames_id=_known_number(record, "seat_geoname_id", country, dataset),
            latitude=record.degrees("latitude", limit=90),
            longitude=record.degrees("longitude", limit=180),
            population=record.whole_number("population") or None,
            names=tuple((language, name) for language, name in names if name),
            note=record.text("note", limit=300),
            other_spellings=record.text("other_spellings"),
        )
        if is_new(record, "place_id", place_id, dataset.places):
            dataset.places[place_id] = row


def check_topics(folder: DataFolder, dataset: Dataset) -> None:
    """Read the topics."""
    for position, record in enumerate(folder.list_of_records(TOPICS), start=1):
        record.expect_only(("slug", "label", "synonyms"))
        slug = record.slug("slug", limit=80)
        row = TopicRow(
            slug=slug,
            position=position,
            label=record.text("label", required=True, limit=200),
            synonyms=record.texts("synonyms"),
        )
        if is_new(record, "slug", slug, dataset.topics):
            dataset.topics[slug] = row


def _known_number(record: Record, field: str, country: str, dataset: Dataset) -> int | None:
    number = record.whole_number(field)
    if number is None:
        return None
    # Without a readable gazetteer every number would be unknown: that problem is told already.
    if dataset.gazetteer:
        row = dataset.gazetteer.get(number)
        if row is None:
            record.refuse(field, f"{number} is not in {GAZETTEER}; expected is the number of one of its rows")
        elif row.country != country:
            record.refuse(field, f"{number} lies in {row.country}; expected is a number in {country}")
    return number
