"""A part of the map as a filter: what stands in the rectangle, and nothing else."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from movingcities.explorer.filters import Area, PlaceFilter
from movingcities.explorer.queries.places import explore_places
from movingcities.map.frames import EUROPE_INSETS
from movingcities.places.models import Place
from movingcities.places.tests.factories import PlaceFactory

SPANS = st.lists(st.integers(-20_000, 20_000), min_size=2, max_size=2, unique=True).map(sorted)


def read(address):
    return PlaceFilter.from_query(QueryDict(address))


def names(view):
    return set(view.queryset().values_list("name", flat=True))


@given(across=SPANS, upwards=SPANS)
def test_what_is_written_is_read_again(across, upwards):
    area = Area(across[0], upwards[0], across[1], upwards[1])

    assert Area.read(str(area)) == area


@given(st.text())
def test_any_other_text_is_no_area_and_no_error(text):
    area = Area.read(text)

    assert area is None or Area.read(str(area)) == area


def test_an_area_holds_the_places_that_stand_in_it(world):
    middle = Place.objects.on_the_map().order_by("easting")[3]
    west, north = middle.easting // 1000, middle.northing // 1000
    view = read(f"scope=all&area={west - 300},{north - 300},{west + 300},{north + 300}")

    found = set(view.queryset().values_list("pk", flat=True))

    assert middle.pk in found
    assert found == {
        place.pk
        for place in Place.objects.on_the_map()
        if (west - 300) * 1000 <= place.easting <= (west + 300) * 1000
        and (north - 300) * 1000 <= place.northing <= (north + 300) * 1000
    }


def test_list_facets_map_and_sentence_count_the_same_part(world):
    view = read("scope=all&area=3000,2000,5000,3600")

    exploration = explore_places(view, language="en")

    total = view.queryset().count()
    assert 0 < total < Place.objects.count()
    assert exploration.summary.total == exploration.listing.total == total
    assert sum(option.count for option in exploration.facets.countries) == total
    assert exploration.lights.active_total + exploration.lights.pale_total == total


@pytest.mark.django_db
def test_far_islands_are_found_where_the_map_draws_them():
    PlaceFactory(name="Ponta Delgada", country="PT", latitude=37.74, longitude=-25.67)
    PlaceFactory(name="Horta", country="PT", latitude=38.53, longitude=-28.63)
    PlaceFactory(name="Lisboa", country="PT", latitude=38.72, longitude=-9.14)
    azores = EUROPE_INSETS[0]
    east, north = azores.place(*azores.sheet.forward(-25.67, 37.74))
    around = Area(
        round(east / 1000) - 20, round(north / 1000) - 20, round(east / 1000) + 20, round(north / 1000) + 20
    )

    whole = Area(*(round(edge / 1000) for edge in azores.box))

    assert names(read(f"scope=all&area={around}")) == {"Ponta Delgada"}
    assert names(read(f"scope=all&area={whole}")) == {"Ponta Delgada", "Horta"}


def test_a_part_of_the_map_narrows_and_can_be_taken_back(world):
    view = read("country=DE&area=4000,2500,5000,3600&sort=name")

    (country, area) = view.active_conditions()

    assert view.query_string() == "?country=DE&area=4000,2500,5000,3600&sort=name"
    assert (area.parameter, area.value) == ("area", "4000,2500,5000,3600")
    assert area.without == "?country=DE&sort=name"
    assert country.without == "?area=4000,2500,5000,3600&sort=name"
