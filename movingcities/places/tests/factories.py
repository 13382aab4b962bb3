"""The smallest country and place; places are written by their action, so what is derived is true."""

import factory

from movingcities.evidence.tests.factories import NOW
from movingcities.kit.slugs import slug_for
from movingcities.places.actions import PlaceEntry, record_country, record_place
from movingcities.places.models import Country, Place


class CountryFactory(factory.Factory):
    class Meta:
        model = Country

    code = "DE"
    is_eu_member = False
    is_council_of_europe_member = True

    @classmethod
    def _create(cls, model_class, *args, **fields):
        return record_country(**fields)


class PlaceFactory(factory.Factory):
    """`country` is an ISO code; the country is made when it is missing."""

    class Meta:
        model = Place

    country = "DE"
    name = factory.Sequence(lambda number: f"Teststadt {number}")
    slug = factory.LazyAttribute(lambda place: slug_for(place.name, country=place.country))
    kind = Place.Kind.MUNICIPALITY
    latitude = 52.4
    longitude = 13.06
    population = 50_000

    @classmethod
    def _create(cls, model_class, *args, **fields):
        if not Country.objects.filter(code=fields["country"]).exists():
            CountryFactory(code=fields["country"])
        return record_place(entry=PlaceEntry(**fields), by=None, at=NOW)
