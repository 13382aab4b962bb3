"""Active places near a place."""

import pytest

from movingcities.places.actions import Activity, set_activity
from movingcities.places.queries import active_places_near
from movingcities.places.tests.factories import PlaceFactory

pytestmark = pytest.mark.django_db


def active(name, latitude, longitude):
    place = PlaceFactory(name=name, latitude=latitude, longitude=longitude)
    set_activity(activity=Activity.DECISIONS, counts={place.pk: 1})
    place.refresh_from_db()
    return place


def test_the_nearest_come_first_with_distance_and_direction():
    here = active("Hier", 52.0, 13.0)
    active("Fern", 54.0, 13.0)
    active("Nah", 52.0, 13.5)

    near = active_places_near(here, limit=2)

    assert [(nearby.place.name, nearby.direction) for nearby in near] == [("Nah", "east"), ("Fern", "north")]
    assert near[0].kilometres == pytest.approx(34.2, abs=0.1)


def test_places_without_a_fact_are_no_lights():
    here = PlaceFactory(name="Hier")
    PlaceFactory(name="Still")

    assert active_places_near(here, limit=5) == []


def test_a_place_without_a_position_has_no_neighbours():
    active("Nah", 52.0, 13.5)

    assert active_places_near(PlaceFactory(latitude=None, longitude=None), limit=5) == []


@pytest.mark.parametrize("count", [1, 12])
def test_near_places_and_their_names_cost_one_query(django_assert_num_queries, count):
    here = PlaceFactory(name="Hier")
    for number in range(count):
        active(f"Nah {number}", 52.5, 13.1 + number / 100)

    with django_assert_num_queries(1):
        names = [nearby.place.name_in("en").text for nearby in active_places_near(here, limit=20)]

    assert len(names) == count
