"""Writes to places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from django.db import connection, models, transaction
from django.db.models import Q

from movingcities.accounts.models import User
from movingcities.evidence.actions import log_change, remember_slug
from movingcities.evidence.models import PreviousSlug, Source
from movingcities.map.projection import to_laea
from movingcities.places.models import Country, Place
from movingcities.places.rules import hoist_letters, sort_name

BATCH = 2_000


class SlugTaken(ValueError):
    """Another place of the country has this slug."""

    def __init__(self, country: str, slug: str) -> None:
        super().__init__(f"Another place in {country} already has the address “{slug}”: choose another.")


class Activity(StrEnum):
    """What makes a place active; the value is the column of its count."""

    MEMBERSHIPS = "membership_count"
    DECISIONS = "decision_count"
    APPROACHES = "approach_count"
    STORIES = "story_count"


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """What somebody states about a place; positions in degrees, WGS 84."""

    country: str
    slug: str
    name: str
    kind: str = Place.Kind.POPULATED_PLACE
    geonames_id: int | None = None
    seat_geonames_id: int | None = None
    admin1: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    other_names: str = ""
    note: str = ""
    latitude: float | None = None
    longitude: float | None = None
    population: int | None = None


def record_country(*, code: str, is_eu_member: bool, is_council_of_europe_member: bool) -> Country:
    """Add a country of the scope, or correct its memberships."""
    country, _ = Country.objects.update_or_create(
        code=code,
        defaults={
            "is_eu_member": is_eu_member,
            "is_council_of_europe_member": is_council_of_europe_member,
        },
    )
    return country


def record_place(
    *,
    entry: PlaceEntry,
    existing: Place | None = None,
    sources: Sequence[Source] | None = None,
    by: User | None,
    at: datetime,
    why: str = "",
) -> Place:
    """Add a place or correct one; a changed slug keeps its former address. Raises SlugTaken.

    A place from GeoNames cites GeoNames and needs no source of its own; without `sources` those it has stay.
    """
    place = existing or Place(created_at=at)
    former = (place.country_id, place.slug) if existing else None
    _apply(entry, place, at)
    with transaction.atomic():
        taken = Place.objects.filter(country_id=entry.country, slug=entry.slug).exclude(pk=place.pk)
        if taken.exists():
            raise SlugTaken(entry.country, entry.slug)
        place.full_clean(validate_unique=False)
        place.save()
        if former and former != (place.country_id, place.slug):
            remember_slug(
                kind=PreviousSlug.Kind.PLACE,
                within=former[0],
                slug=former[1],
                object_id=place.pk,
            )
        if sources is not None:
            place.sources.set(sources)
        verb = "corrected" if existing else "added"
        log_change(verb=verb, kind="place", object_id=place.pk, by=by, at=at, why=why)
    return place


def record_gazetteer(*, entries: Iterable[PlaceEntry], by: User | None, at: datetime) -> int:
    """Add many populated places at once, one line in the log for all; returns how many.

    The caller has made slugs that are unique in each country.
    """
    added = 0
    batch: list[Place] = []
    with transaction.atomic():
        for entry in entries:
            place = Place(created_at=at)
            _apply(entry, place, at)
            batch.append(place)
            if len(batch) == BATCH:
                added += _insert(batch)
                batch = []
        added += _insert(batch)
        log_change(
            verb="added",
            kind="place",
            object_id=None,
            by=by,
            at=at,
            why=f"{added} places of the gazetteer",
        )
    return added


def set_activity(*, activity: Activity, counts: Mapping[int, int]) -> None:
    """Store how many memberships, decisions, approaches or stories places have, and whether they are active.

    `counts` maps primary keys of places to numbers; places not named keep theirs.
    """
    by_count: dict[int, list[int]] = {}
    for place_id, count in counts.items():
        by_count.setdefault(count, []).append(place_id)
    something_else = Q()
    for other in Activity:
        if other is not activity:
            something_else |= Q(**{f"{other.value}__gt": 0})
    with transaction.atomic():
        for count, place_ids in by_count.items():
            places = Place.objects.filter(pk__in=place_ids)
            if count:
                places.update(**{activity.value: count}, is_active=True)
            else:
                places.filter(something_else).update(**{activity.value: 0})
                places.exclude(something_else).update(**{activity.value: 0}, is_active=False)


def set_first_member(*, days: Mapping[int, date | None]) -> None:
    """Store the first day the earliest dated membership may mean; keys are primary keys of places."""
    places = [Place(pk=place_id, first_member_on=day) for place_id, day in days.items()]
    Place.objects.bulk_update(places, ["first_member_on"], batch_size=500)


def _insert(places: Sequence[Place]) -> int:
    """Insert new rows with one statement; returns how many.

    `bulk_create` compiles a statement for every 37 places on SQLite: twice as long as all the rest.
    """
    fields = [column for column in Place._meta.local_concrete_fields if not column.primary_key]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(column.column) for column in fields)
    marks = ", ".join(["%s"] * len(fields))
    needs_adapting = [isinstance(column, (models.JSONField, models.DateField)) for column in fields]
    rows = [
        [
            column.get_db_prep_save(getattr(place, column.attname), connection)
            if adapt
            else getattr(place, column.attname)
            for column, adapt in zip(fields, needs_adapting, strict=True)
        ]
        for place in places
    ]
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {quote(Place._meta.db_table)} ({columns}) VALUES ({marks})", rows
            )
    return len(rows)


def _apply(entry: PlaceEntry, place: Place, at: datetime) -> None:
    names = dict(entry.names or {})
    place.country_id = entry.country
    place.slug = entry.slug
    place.kind = entry.kind
    place.name = entry.name
    place.geonames_id = entry.geonames_id
    place.seat_geonames_id = entry.seat_geonames_id
    place.admin1 = entry.admin1
    place.names = names
    place.other_names = entry.other_names
    place.note = entry.note
    place.latitude = entry.latitude
    place.longitude = entry.longitude
    place.population = entry.population
    place.changed_at = at
    place.hoist = hoist_letters(entry.name, names)
    place.sort_name = sort_name(entry.name)
    if entry.latitude is None or entry.longitude is None:
        place.easting = place.northing = None
    else:
        easting, northing = to_laea(entry.longitude, entry.latitude)
        place.easting, place.northing = round(easting), round(northing)
