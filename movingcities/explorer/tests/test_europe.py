from movingcities.approaches.models import Approach
from movingcities.decisions.models import Decision
from movingcities.explorer.queries.europe import europe_totals
from movingcities.networks.models import Network
from movingcities.places.models import Place


def test_totals_are_those_of_the_data(world, django_assert_num_queries):
    active = Place.objects.filter(is_active=True)

    with django_assert_num_queries(2):
        totals = europe_totals()

    assert totals.active_places == active.count()
    assert totals.countries == len({place.country_id for place in active})
    assert totals.approaches == Approach.objects.count()
    assert sum(totals.approaches_by_status.values()) == totals.approaches
    assert totals.decisions == Decision.objects.count()
    assert totals.networks == Network.objects.count()


def test_every_status_is_counted_in_the_order_in_which_it_is_told(world):
    totals = europe_totals()

    assert list(totals.approaches_by_status) == ["active", "planned", "unknown", "ended", "reversed"]
    assert totals.approaches_by_status["reversed"] == 0


def test_every_letter_is_counted_from_a_to_z(world):
    counts = europe_totals().letters

    assert "".join(counts) == "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    assert counts["A"] == Place.objects.filter(is_active=True, hoist__startswith="A").count()
    assert sum(counts.values()) == Place.objects.filter(is_active=True).count()


def test_nothing_known_counts_as_nothing(db):
    totals = europe_totals()

    assert (totals.active_places, totals.countries, totals.approaches) == (0, 0, 0)
    assert sum(totals.letters.values()) == 0
