from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from movingcities.explorer.filters import NetworkFilter, NetworkSort
from movingcities.explorer.queries.networks import list_networks, network_facets
from movingcities.explorer.tests.world import COUNTRIES
from movingcities.networks.models import Network
from movingcities.networks.tests.factories import MembershipFactory, NetworkFactory

pytestmark = pytest.mark.django_db

VIEWS = st.builds(
    NetworkFilter,
    kinds=st.lists(st.sampled_from(Network.Kind.values), max_size=3, unique=True).map(tuple),
    scopes=st.lists(st.sampled_from(Network.Scope.values), max_size=2, unique=True).map(tuple),
    countries=st.lists(st.sampled_from(COUNTRIES), max_size=2, unique=True).map(tuple),
)


def countries_of(network):
    return {membership.place.country_id for membership in network.memberships.select_related("place")}


def fits(network, view, leaving_out=""):
    return all(
        name == leaving_out or holds
        for name, holds in {
            "kinds": not view.kinds or network.kind in view.kinds,
            "scopes": not view.scopes or network.scope in view.scopes,
            "countries": not view.countries or countries_of(network) & set(view.countries),
        }.items()
    )


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(view=VIEWS)
def test_list_and_options_count_what_fits(world, view):
    networks = list(Network.objects.all())

    def naive(name, values_of):
        counts = Counter()
        for one in networks:
            if fits(one, view, name):
                counts.update(values_of(one))
        return dict(counts)

    groups = list_networks(view, language="en")
    facets = network_facets(view, language="en")

    assert {network.pk for group in groups for network in group.networks} == {
        one.pk for one in networks if fits(one, view)
    }
    for options, expected in (
        (facets.kinds, naive("kinds", lambda one: [one.kind])),
        (facets.scopes, naive("scopes", lambda one: [one.scope])),
        (facets.countries, naive("countries", countries_of)),
    ):
        assert {option.value: option.count for option in options if option.count} == expected


def test_networks_stand_by_kind_with_projects_last():
    for kind in ("project", "network", "charter", "network"):
        NetworkFactory(kind=kind)

    groups = list_networks(NetworkFilter(), language="en")

    assert [(group.kind.value, len(group.networks)) for group in groups] == [
        ("network", 2),
        ("charter", 1),
        ("project", 1),
    ]


def test_within_a_kind_the_order_asked_for_holds():
    for name, founded in (("Beta", "2004"), ("Alpha", "2018"), ("Gamma", "")):
        NetworkFactory(name=name, founded=founded)
    MembershipFactory(network=Network.objects.get(name="Gamma"))

    names = {
        sort: [
            network.name
            for group in list_networks(NetworkFilter(sort=sort), language="en")
            for network in group.networks
        ]
        for sort in NetworkSort.values
    }

    assert names == {
        "members": ["Gamma", "Alpha", "Beta"],
        "name": ["Alpha", "Beta", "Gamma"],
        "founded": ["Beta", "Alpha", "Gamma"],
    }


def test_by_name_is_by_the_name_the_reader_is_shown():
    NetworkFactory(name="Alpha", names={"el": "Ώμεγα"})
    NetworkFactory(name="Omega", names={"el": "Άλφα"})

    (group,) = list_networks(NetworkFilter(sort=NetworkSort.NAME), language="el")

    assert [network.name for network in group.networks] == ["Omega", "Alpha"]


@pytest.mark.parametrize("rows", [1, 12])
def test_a_page_of_networks_takes_four_queries(django_assert_num_queries, db, rows):
    for _ in range(rows):
        MembershipFactory(network=NetworkFactory())

    with django_assert_num_queries(4):
        list_networks(NetworkFilter(), language="en")
        network_facets(NetworkFilter(), language="en")
