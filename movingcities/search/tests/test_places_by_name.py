import pytest

from movingcities.networks.tests.factories import MembershipFactory
from movingcities.places.tests.factories import PlaceFactory
from movingcities.search.actions import rebuild_index
from movingcities.search.queries import Likeness, exact_place, suggest_places

pytestmark = pytest.mark.django_db

EUROPE = (
    ("Hamburg", "DE", 1_973_896, {"pl": "Hamburg"}),
    ("Hamburg-Nord", "DE", 310_000, {}),
    ("Hambrücken", "DE", 5_500, {}),
    ("Berlin", "DE", 3_426_354, {}),
    ("Bralin", "PL", 2_600, {}),
    ("Köln", "DE", 963_395, {"en": "Cologne", "el": "Κολωνία"}),
    ("Kolno", "PL", 10_000, {}),
    ("Göttingen", "DE", 122_149, {}),
    ("Götzingen", "DE", 900, {}),
    ("Αθήνα", "GR", 643_452, {"en": "Athens", "de": "Athen"}),
    ("Θεσσαλονίκη", "GR", 354_290, {"en": "Thessaloniki"}),
    ("Łódź", "PL", 768_755, {}),
    ("Wrocław", "PL", 634_893, {"de": "Breslau"}),
    ("Freiburg im Breisgau", "DE", 215_966, {"fr": "Fribourg-en-Brisgau"}),
    ("Freiburg", "DE", 4_000, {}),
    ("Friedburg", "AT", 1_500, {}),
    ("Saint-Étienne", "FR", 176_280, {}),
)


@pytest.fixture
def europe(db):
    for number, (name, country, population, names) in enumerate(EUROPE):
        PlaceFactory(
            name=name,
            country=country,
            population=population,
            names=names,
            latitude=40 + number,
            slug=f"test-{number}",
        )
    rebuild_index()


def suggested(text, **options):
    return [suggestion.place.name for suggestion in suggest_places(text, **options)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("hamburg", "Hamburg"),
        ("HAMBURG", "Hamburg"),
        ("koln", "Köln"),
        ("Koeln", "Köln"),
        ("cologne", "Köln"),
        ("κολωνια", "Köln"),
        ("goettingen", "Göttingen"),
        ("αθήνα", "Αθήνα"),
        ("ΑΘΗΝΑ", "Αθήνα"),
        ("athina", "Αθήνα"),
        ("lodz", "Łódź"),
        ("breslau", "Wrocław"),
        ("saint etienne", "Saint-Étienne"),
        ("Saint-Etienne", "Saint-Étienne"),
    ],
)
def test_a_name_is_found_however_it_is_written(europe, typed, name):
    first = suggest_places(typed)[0]

    assert (first.place.name, first.likeness) == (name, Likeness.EXACT)


def test_a_whole_name_comes_before_a_larger_place_whose_name_only_begins_so(europe):
    assert suggested("freiburg")[:2] == ["Freiburg", "Freiburg im Breisgau"]


def test_beginnings_are_ordered_by_residents(europe):
    assert suggested("ham") == ["Hamburg", "Hamburg-Nord", "Hambrücken"]


def test_a_word_within_a_name_is_found_after_beginnings(europe):
    assert suggested("breis") == ["Freiburg im Breisgau"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("hambrug", "Hamburg"),
        ("Thesaloniki", "Θεσσαλονίκη"),
        ("Goetingen", "Göttingen"),
        ("Wroclav", "Wrocław"),
        ("brelin", "Berlin"),
        ("ehamburg"[1:] + "g", "Hamburg"),
    ],
)
def test_a_slip_of_the_finger_is_forgiven_the_larger_place_first(europe, typed, name):
    first = suggest_places(typed)[0]

    assert (first.place.name, first.likeness) == (name, Likeness.SIMILAR)


def test_nothing_like_it_suggests_nothing(europe):
    assert suggested("xyzzy") == []


@pytest.mark.parametrize("typed", ["", " ", "h", "…", "?!"])
def test_less_than_two_letters_suggest_nothing(europe, typed):
    assert suggested(typed) == []


def test_no_more_is_suggested_than_asked_for(europe):
    assert len(suggested("ham", limit=2)) == 2


def test_a_place_listed_twice_at_one_spot_is_suggested_once():
    PlaceFactory(name="Korneuburg", slug="korneuburg", population=13_000)
    PlaceFactory(name="Korneuburg", slug="korneuburg-2", population=12_000, kind="populated-place")
    PlaceFactory(name="Korneuburg", slug="korneuburg-3", population=90_000, kind="county")
    rebuild_index()

    kinds = [suggestion.place.kind for suggestion in suggest_places("korneuburg")]

    assert kinds == ["county", "municipality"]


@pytest.mark.parametrize("count", [1, 12])
def test_suggesting_takes_two_queries(django_assert_num_queries, count):
    for number in range(count):
        PlaceFactory(name=f"Neustadt {number}", latitude=40 + number)
    rebuild_index()

    with django_assert_num_queries(2):
        suggest_places("neustadt")


def test_the_only_place_of_a_name_is_meant_without_doubt(europe):
    assert exact_place("  koeln ").name == "Köln"


def test_the_active_one_of_two_places_is_meant():
    active = PlaceFactory(name="Neustadt", slug="one", latitude=50, population=1_000)
    PlaceFactory(name="Neustadt", slug="two", latitude=51, population=2_000)
    MembershipFactory(place=active)
    rebuild_index()

    assert exact_place("Neustadt") == active


def test_a_place_ten_times_as_large_is_meant():
    large = PlaceFactory(name="Paris", country="FR", population=2_000_000)
    PlaceFactory(name="Paris", country="DE", population=200_000, latitude=54)
    rebuild_index()

    assert exact_place("paris") == large


def test_of_two_places_of_similar_size_none_is_meant_without_doubt():
    PlaceFactory(name="Frankfurt", slug="one", latitude=50, population=90_000)
    PlaceFactory(name="Frankfurt", slug="two", latitude=52, population=50_000)
    rebuild_index()

    assert exact_place("Frankfurt") is None


def test_a_name_with_more_words_around_it_is_a_question(europe):
    assert exact_place("reception in Hamburg") is None


def test_a_name_only_others_use_leads_to_the_place_too():
    place = PlaceFactory(name="Seville", country="ES", other_names="Sevilla|Siviglia")
    rebuild_index()

    assert exact_place("sevilla") == place
    assert suggest_places("sevilla")[0].place == place
