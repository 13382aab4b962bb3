"""Countries, the places that other files name, and the rest of the gazetteer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from movingcities.contributions.models import LoadedRecord
from movingcities.contributions.rules import COUNCIL_OF_EUROPE, EUROPEAN_UNION
from movingcities.contributions.starter.dataset import Dataset, GazetteerRow, PlaceRow
from movingcities.contributions.starter.memory import WHY, Kind, Unwritable, digest
from movingcities.kit.slugs import slug_for
from movingcities.places.actions import (
    PlaceEntry,
    SlugTaken,
    record_country,
    record_gazetteer,
    record_place,
)
from movingcities.places.models import Country, Place

SEPARATOR = "|"


def bring_in_countries(dataset: Dataset) -> int:
    """Add the countries that are not here yet; returns how many."""
    codes = dataset.country_codes.union(*(row.countries for row in dataset.networks.values()))
    missing = codes - set(Country.objects.values_list("code", flat=True))
    for code in sorted(missing):
        record_country(
            code=code,
            is_eu_member=code in EUROPEAN_UNION,
            is_council_of_europe_member=code in COUNCIL_OF_EUROPE,
        )
    return len(missing)


def entry_of(place: Place) -> PlaceEntry:
    """What a stored place says, in the shape in which the actions are told it."""
    return PlaceEntry(
        country=place.country_id,
        slug=place.slug,
        name=place.name,
        kind=place.kind,
        geonames_id=place.geonames_id,
        seat_geonames_id=place.seat_geonames_id,
        admin1=place.admin1,
        names=place.names,
        other_names=place.other_names,
        note=place.note,
        latitude=place.latitude,
        longitude=place.longitude,
        population=place.population,
    )


class PlaceKind(Kind[PlaceRow, PlaceEntry, Place]):
    """A named place; the key is its place_id. With a GeoNames number it takes the gazetteer's row over."""

    name = "place"
    label = "named places"

    def __init__(self, *, dataset: Dataset, at: datetime) -> None:
        super().__init__(at=at)
        self.dataset = dataset

    def remembered(self, rows: Mapping[str, PlaceRow]) -> dict[str, LoadedRecord]:
        remembered = super().remembered(rows)
        numbers = {
            str(row.geonames_id): key
            for key, row in rows.items()
            if key not in remembered and row.geonames_id is not None
        }
        for record in LoadedRecord.objects.filter(kind=GazetteerKind.name, key__in=numbers):
            remembered[numbers[record.key]] = record
        return remembered

    def find(self, keys: Iterable[str]) -> Mapping[str, int]:
        rows = [self.dataset.places[key] for key in keys]
        by_number = dict(
            Place.objects.filter(
                geonames_id__in=[row.geonames_id for row in rows if row.geonames_id]
            ).values_list("geonames_id", "pk")
        )
        by_address = {
            (country, slug): pk
            for country, slug, pk in Place.objects.filter(
                slug__in=[_slug_of(row) for row in rows], geonames_id__isnull=True
            ).values_list("country", "slug", "pk")
        }
        found = {
            row.place_id: by_number.get(row.geonames_id)
            if row.geonames_id
            else by_address.get((row.country, _slug_of(row)))
            for row in rows
        }
        return {key: pk for key, pk in found.items() if pk is not None}

    def objects(self, ids: Iterable[int]) -> Mapping[int, Place]:
        return Place.objects.in_bulk(list(ids))

    def wanted(self, row: PlaceRow) -> PlaceEntry:
        gazetteer = self.dataset.gazetteer.get(row.geonames_id) if row.geonames_id else None
        spellings = [*row.other_spellings.split(SEPARATOR)]
        if gazetteer is not None:
            spellings += [gazetteer.name, *gazetteer.other_names.split(SEPARATOR)]
        others = dict.fromkeys(name for name in spellings if name and name != row.name)
        return PlaceEntry(
            country=row.country,
            slug=_slug_of(row),
            name=row.name,
            kind=row.kind,
            geonames_id=row.geonames_id,
            seat_geonames_id=row.seat_geonames_id,
            admin1=gazetteer.admin1 if gazetteer else "",
            names=dict(row.names),
            other_names=SEPARATOR.join(others),
            note=row.note,
            latitude=row.latitude,
            longitude=row.longitude,
            population=row.population,
        )

    def state(self, thing: Place) -> PlaceEntry:
        return entry_of(thing)

    def write(self, state: PlaceEntry, existing: Place | None) -> Place:
        self._make_way(state, existing)
        try:
            return record_place(entry=state, existing=existing, by=None, at=self.at, why=WHY)
        except SlugTaken as error:
            raise Unwritable(str(error)) from error

    def _make_way(self, state: PlaceEntry, existing: Place | None) -> None:
        """Let an unconfirmed row of the gazetteer move to its numbered address if it has the one wanted."""
        neighbour = Place.objects.filter(
            country=state.country,
            slug=state.slug,
            kind=Place.Kind.POPULATED_PLACE,
            geonames_id__isnull=False,
        ).first()
        if neighbour is None or neighbour == existing:
            return
        before = entry_of(neighbour)
        after = replace(before, slug=f"{before.slug}-{before.geonames_id}")
        record_place(entry=after, existing=neighbour, by=None, at=self.at, why=WHY)
        LoadedRecord.objects.filter(
            kind=GazetteerKind.name, key=str(before.geonames_id), state_digest=digest(before)
        ).update(state_digest=digest(after))


class GazetteerKind(Kind[GazetteerRow, PlaceEntry, Place]):
    """A populated place that no other file names; the key is its GeoNames number."""

    name = "gazetteer"
    label = "places of the gazetteer"

    def __init__(self, *, dataset: Dataset, at: datetime) -> None:
        super().__init__(at=at)
        self._bases = {
            number: slug_for(row.name, country=row.country) for number, row in dataset.gazetteer.items()
        }
        self._uses = Counter((row.country, self._bases[number]) for number, row in dataset.gazetteer.items())
        self._taken: set[tuple[str, str]] = set()
        self._present: dict[int, Place] = {}

    def remembered(self, rows: Mapping[str, GazetteerRow]) -> dict[str, LoadedRecord]:
        remembered = super().remembered(rows)
        named = Place.objects.exclude(kind=Place.Kind.POPULATED_PLACE).filter(geonames_id__isnull=False)
        taken_over = {str(number) for number in named.values_list("geonames_id", flat=True)} - set(rows)
        LoadedRecord.objects.filter(kind=self.name, key__in=taken_over & set(remembered)).delete()
        return {key: record for key, record in remembered.items() if key not in taken_over}

    def find(self, keys: Iterable[str]) -> Mapping[str, int]:
        self._taken = set(Place.objects.values_list("country", "slug"))
        wanted = set(keys)
        numbers = Place.objects.filter(geonames_id__isnull=False).values_list("geonames_id", "pk")
        return {str(number): pk for number, pk in numbers if str(number) in wanted}

    def objects(self, ids: Iterable[int]) -> Mapping[int, Place]:
        places = Place.objects.in_bulk(list(ids))
        self._present = {place.geonames_id: place for place in places.values() if place.geonames_id}
        return places

    def wanted(self, row: GazetteerRow) -> PlaceEntry:
        return PlaceEntry(
            country=row.country,
            slug=self._slug(row),
            name=row.name,
            geonames_id=row.geonames_id,
            admin1=row.admin1,
            other_names=row.other_names,
            latitude=row.latitude,
            longitude=row.longitude,
            population=row.population,
        )

    def state(self, thing: Place) -> PlaceEntry:
        return entry_of(thing)

    def write(self, state: PlaceEntry, existing: Place | None) -> Place:
        return record_place(entry=state, existing=existing, by=None, at=self.at, why=WHY)

    def add(
        self, states: Mapping[str, PlaceEntry], advance: Callable[[int], object]
    ) -> Mapping[str, int | Unwritable]:
        def entries() -> Iterable[PlaceEntry]:
            for entry in states.values():
                yield entry
                advance(1)

        if states:
            record_gazetteer(entries=entries(), by=None, at=self.at)
        numbers = Place.objects.filter(geonames_id__isnull=False).values_list("geonames_id", "pk")
        return {str(number): pk for number, pk in numbers if str(number) in states}

    def _slug(self, row: GazetteerRow) -> str:
        """The folded name if unique in the country, else name and number; an address in use stays."""
        present = self._present.get(row.geonames_id)
        if present is not None and present.name == row.name and present.country_id == row.country:
            return present.slug
        base = self._bases[row.geonames_id]
        if not base:
            slug = f"place-{row.geonames_id}"
        elif self._uses[row.country, base] == 1 and (row.country, base) not in self._taken:
            slug = base
        else:
            slug = f"{base}-{row.geonames_id}"
        self._taken.add((row.country, slug))
        return slug


def unnamed(dataset: Dataset) -> dict[str, GazetteerRow]:
    """The rows of the gazetteer that no named place takes over, by key."""
    named = {row.geonames_id for row in dataset.places.values()}
    return {str(number): row for number, row in dataset.gazetteer.items() if number not in named}


def _slug_of(row: PlaceRow) -> str:
    return row.place_id.removeprefix(f"{row.country.lower()}-")
