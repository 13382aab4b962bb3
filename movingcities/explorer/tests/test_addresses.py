from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from movingcities.explorer.filters import (
    ApproachFilter,
    DecisionFilter,
    NetworkFilter,
    PlaceFilter,
    Problem,
    Reason,
)
from movingcities.networks.tests.factories import NetworkFactory
from movingcities.places.tests.factories import CountryFactory

pytestmark = pytest.mark.django_db

FILTERS = (PlaceFilter, ApproachFilter, DecisionFilter, NetworkFilter)
PARAMETERS = [
    "q",
    "country",
    "network",
    "topic",
    "kind",
    "size",
    "has",
    "letter",
    "area",
    "scope",
    "sort",
    "page",
    "status",
    "started_after",
    "started_before",
    "has_results",
    "year",
    "utm_source",
]
VALUES = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        [
            *("DE", "de", "XX", "all", "active", "name", "networks", "story", "A", "ä", "municipality"),
            *(
                "project",
                "safe-harbour",
                "under-10000",
                "2018",
                "9999",
                "10000",
                "0",
                "-1",
                "1e9",
                "²",
                "yes",
            ),
            *("4300,3000,4600,3300", "-500,1300,7000,5500", "1,2,3", "4,3,2,1", "nan,0,1,1", "1e3,1,2e3,2"),
            *("\x00", "\ud800", "' OR 1=1 --", "%", "10" * 40, "a" * 300),
        ]
    ),
)
QUERIES = st.lists(st.tuples(st.sampled_from(PARAMETERS), VALUES), max_size=12)
fixtures_are_not_changed = settings(
    deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def query_of(pairs):
    query = QueryDict(mutable=True)
    for parameter, value in pairs:
        query.appendlist(parameter, value)
    return query


def read(kind, address):
    return kind.from_query(QueryDict(address.removeprefix("?")))


@pytest.fixture
def known_subjects(db):
    CountryFactory(code="DE")
    CountryFactory(code="IT")
    NetworkFactory(slug="eccar")


@pytest.mark.parametrize("kind", FILTERS)
@fixtures_are_not_changed
@given(pairs=QUERIES)
def test_no_address_is_an_error(known_subjects, kind, pairs):
    view = kind.from_query(query_of(pairs))

    list(view.ordered()[:2])


@pytest.mark.parametrize("kind", FILTERS)
@fixtures_are_not_changed
@given(pairs=QUERIES)
def test_a_view_has_one_address_and_the_address_gives_the_view(known_subjects, kind, pairs):
    view = kind.from_query(query_of(pairs))

    again = read(kind, view.query_string())

    assert again == view.changed(page=view.page)
    assert again.query_string() == view.query_string()
    assert view.changed().page == 1


def test_the_order_of_parameters_makes_no_difference(known_subjects):
    one = read(PlaceFilter, "sort=name&country=IT&country=de&q=Hafen")
    other = read(PlaceFilter, "q=Hafen&country=DE&sort=name&country=IT&country=IT")

    assert one == other
    assert one.query_string() == "?q=Hafen&country=DE&country=IT&sort=name"


def test_defaults_leave_no_trace_in_an_address(known_subjects):
    view = read(PlaceFilter, "q=&country=&sort=networks&scope=active&page=1")

    assert view.query_string() == ""
    assert view.active_conditions() == []


@pytest.mark.parametrize(
    ("query", "parameter", "value", "reason"),
    [
        ("country=XX", "country", "XX", Reason.UNKNOWN),
        ("network=eccarr", "network", "eccarr", Reason.UNKNOWN),
        ("topic=weather", "topic", "weather", Reason.UNKNOWN),
        ("kind=village", "kind", "village", Reason.UNKNOWN),
        ("size=huge", "size", "huge", Reason.UNKNOWN),
        ("letter=ab", "letter", "AB", Reason.UNKNOWN),
        ("area=nan", "area", "nan", Reason.NO_AREA),
        ("area=4300,3000,4600", "area", "4300,3000,4600", Reason.NO_AREA),
        ("area=4300,3000,4600,3300,1", "area", "4300,3000,4600,3300,1", Reason.NO_AREA),
        ("area=4600,3300,4300,3000", "area", "4600,3300,4300,3000", Reason.NO_AREA),
        ("area=4300,3000,4300,3300", "area", "4300,3000,4300,3300", Reason.NO_AREA),
        ("area=0,0,99999,9", "area", "0,0,99999,9", Reason.NO_AREA),
        ("area=4300.5,3000,4600,3300", "area", "4300.5,3000,4600,3300", Reason.NO_AREA),
        ("area=²,0,³,4", "area", "²,0,³,4", Reason.NO_AREA),
        ("area=" + ",".join(["1"] * 10_000), "area", "1," * 29 + "1…", Reason.NO_AREA),
        ("area=1,1,2,2&area=3,3,4,4", "area", "3,3,4,4", Reason.ONLY_ONE),
        ("sort=colour", "sort", "colour", Reason.UNKNOWN),
        ("sort=name&sort=population", "sort", "population", Reason.ONLY_ONE),
        ("page=two", "page", "two", Reason.NOT_A_NUMBER),
        ("page=0", "page", "0", Reason.NOT_A_NUMBER),
        ("page=-1", "page", "-1", Reason.NOT_A_NUMBER),
        (urlencode({"q": "a" * 10_000}), "q", "a" * 59 + "…", Reason.TOO_LONG),
    ],
)
def test_what_cannot_be_used_is_named_with_the_reason(known_subjects, query, parameter, value, reason):
    view = read(PlaceFilter, query)

    assert view.problems == (Problem(parameter, value, reason),)
    assert not view.is_indexable


def test_known_and_unknown_values_of_one_parameter_are_told_apart(known_subjects):
    view = read(PlaceFilter, "country=DE&country=XX")

    assert view.countries == ("DE",)
    assert [problem.value for problem in view.problems] == ["XX"]


def test_more_values_than_anybody_chooses_are_cut(known_subjects):
    view = read(PlaceFilter, "&".join(f"network=n{number}" for number in range(60)) + "&network=eccar")

    assert Reason.TOO_MANY in {problem.reason for problem in view.problems}
    assert view.networks == ()


def test_text_is_cut_and_loses_control_characters():
    view = read(PlaceFilter, urlencode({"q": "a\x00b\u202ec\n\td" + "e" * 500}))

    assert view.q.startswith("abc d")
    assert len(view.q) <= 200


def test_years_that_contradict_each_other_are_explained_and_find_nothing():
    view = read(ApproachFilter, "started_after=2020&started_before=2010")

    assert [problem.reason for problem in view.problems] == [Reason.CONTRADICTION]
    assert not view.queryset().exists()


@pytest.mark.parametrize("year", ["12", "99999", "1899", "20 20", "²0²0", "-2020"])
def test_a_year_no_date_can_have_is_a_problem(year):
    view = read(DecisionFilter, urlencode({"year": year}))

    assert view.year is None
    assert view.problems


@pytest.mark.parametrize(
    ("query", "is_indexable"),
    [
        ("", True),
        ("country=DE", True),
        ("network=eccar", True),
        ("country=DE&country=IT", False),
        ("country=DE&network=eccar", False),
        ("country=DE&sort=name", False),
        ("country=DE&page=2", False),
        ("page=2", False),
        ("scope=all", False),
        ("has=story", False),
        ("area=4300,3000,4600,3300", False),
        ("q=hafen", False),
        ("country=DE&utm_source=mail", True),
    ],
)
def test_search_engines_keep_the_whole_list_and_lists_of_one_subject(known_subjects, query, is_indexable):
    assert read(PlaceFilter, query).is_indexable is is_indexable


def test_each_condition_can_be_taken_back_by_itself(known_subjects):
    view = read(PlaceFilter, "country=DE&country=IT&has=story&scope=all&sort=name&page=3")

    conditions = {(one.parameter, one.value): one.without for one in view.active_conditions()}

    assert conditions == {
        ("country", "DE"): "?country=IT&has=story&scope=all&sort=name",
        ("country", "IT"): "?country=DE&has=story&scope=all&sort=name",
        ("has", "story"): "?country=DE&country=IT&scope=all&sort=name",
        ("scope", "all"): "?country=DE&country=IT&has=story&sort=name",
    }


def test_a_changed_view_starts_on_its_first_page_unless_the_page_changes(known_subjects):
    view = read(PlaceFilter, "country=DE&page=3")

    assert view.query_string(sort="name") == "?country=DE&sort=name"
    assert view.query_string(page=4) == "?country=DE&page=4"
    assert view.with_value("country", "IT").query_string() == "?country=DE&country=IT"
    assert view.without("country").query_string() == ""


@pytest.mark.parametrize("count", [1, 12])
def test_reading_an_address_takes_a_query_for_each_kind_of_subject(django_assert_num_queries, count):
    for number in range(count):
        NetworkFactory(slug=f"network-{number}")

    with django_assert_num_queries(3):
        read(
            PlaceFilter, "country=DE&topic=housing&" + "&".join(f"network=network-{n}" for n in range(count))
        )
    with django_assert_num_queries(0):
        read(PlaceFilter, "q=hafen&has=story&sort=name")
