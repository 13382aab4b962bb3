from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from movingcities.decisions.models import Decision
from movingcities.decisions.tests.factories import DecisionFactory
from movingcities.explorer.filters import DecisionFilter, DecisionSort
from movingcities.explorer.queries.decisions import decision_facets, list_decisions
from movingcities.explorer.tests.world import COUNTRIES
from movingcities.networks.tests.factories import NetworkFactory

VIEWS = st.builds(
    DecisionFilter,
    countries=st.lists(st.sampled_from(COUNTRIES), max_size=2, unique=True).map(tuple),
    kinds=st.lists(st.sampled_from(Decision.Kind.values), max_size=3, unique=True).map(tuple),
    networks=st.lists(st.sampled_from([f"network-{n}" for n in range(4)]), max_size=2, unique=True).map(
        tuple
    ),
    year=st.sampled_from([None, 2018, 2019, 1999]),
)


def fits(decision, view, leaving_out=""):
    network = decision.network.slug if decision.network else None
    return all(
        name == leaving_out or holds
        for name, holds in {
            "countries": not view.countries or decision.place.country_id in view.countries,
            "kinds": not view.kinds or decision.kind in view.kinds,
            "networks": not view.networks or network in view.networks,
            "year": view.year is None or decision.decided.startswith(str(view.year)),
        }.items()
    )


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(view=VIEWS)
def test_list_and_options_count_what_fits(world, view):
    decisions = list(Decision.objects.select_related("place", "network"))

    def naive(name, value_of):
        return dict(Counter(value_of(one) for one in decisions if fits(one, view, name) and value_of(one)))

    listing = list_decisions(view, per_page=100)
    facets = decision_facets(view, language="en")

    assert {decision.pk for decision in listing.rows} == {one.pk for one in decisions if fits(one, view)}
    for options, expected in (
        (facets.kinds, naive("kinds", lambda one: one.kind)),
        (facets.countries, naive("countries", lambda one: one.place.country_id)),
        (facets.years, naive("year", lambda one: one.decided[:4])),
    ):
        assert {option.value: option.count for option in options if option.count} == expected


def test_a_year_without_decisions_stays_an_option_while_it_is_chosen(world):
    facets = decision_facets(DecisionFilter(year=1999), language="en")

    assert [(year.value, year.count, year.address) for year in facets.years if year.is_selected] == [
        ("1999", 0, "")
    ]


@pytest.mark.parametrize("sort", DecisionSort.values)
def test_every_order_holds_each_decision_once(world, sort):
    keys = [decision.pk for decision in DecisionFilter(sort=sort).ordered()]

    assert sorted(keys) == sorted(Decision.objects.values_list("pk", flat=True))


def test_undated_decisions_come_last_in_both_directions(world):
    for sort in ("newest", "oldest"):
        dated = [bool(decision.decided) for decision in DecisionFilter(sort=sort).ordered()]

        assert dated == sorted(dated, reverse=True)


def test_a_decision_is_found_by_its_place(world):
    decision = Decision.objects.first()

    found = DecisionFilter(q=decision.place.name).queryset()

    assert decision in found


@pytest.mark.parametrize("rows", [1, 12])
def test_a_page_of_decisions_takes_five_queries(django_assert_num_queries, db, rows):
    for _ in range(rows):
        DecisionFactory(network=NetworkFactory())

    with django_assert_num_queries(5):
        for decision in list_decisions(DecisionFilter()).rows:
            assert decision.place.name
            assert decision.network.name
        decision_facets(DecisionFilter(), language="en")
