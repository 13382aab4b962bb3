"""Promises that the database keeps about networks and memberships."""

import pytest

from movingcities.evidence.tests.factories import NOW
from movingcities.networks.models import Membership, Network
from movingcities.networks.tests.factories import MembershipFactory, NetworkFactory
from tests.constraints import violates

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("empty", ["name", "slug"])
def test_network_has_a_name_and_a_slug(empty):
    network = NetworkFactory()

    with violates(Network, "network_has_a_name_and_a_slug"):
        Network.objects.filter(pk=network.pk).update(**{empty: ""})


@pytest.mark.parametrize("counts", [(1, 0), (0, 1), (1, 2)])
def test_network_with_members_has_them_in_a_country(counts):
    network = NetworkFactory()

    with violates(Network, "network_with_members_has_them_in_a_country"):
        Network.objects.filter(pk=network.pk).update(member_count=counts[0], country_count=counts[1])


def test_membership_is_unique_per_place_and_network():
    membership = MembershipFactory()

    with violates(Membership, "membership_is_unique_per_place_and_network"):
        Membership.objects.create(
            place=membership.place, network=membership.network, created_at=NOW, changed_at=NOW
        )


@pytest.mark.parametrize(
    ("since", "until"), [("2020", "2019"), ("2020-05", "2020-04-30"), ("2020-05-02", "2020-05-01")]
)
def test_membership_ends_after_it_starts(since, until):
    membership = MembershipFactory()
    membership.since, membership.until = since, until

    with violates(Membership, "membership_ends_after_it_starts"):
        membership.save()


@pytest.mark.parametrize(("since", "until"), [("2020", "2020"), ("2020-05", "2020"), ("2020", "2020-01-01")])
def test_a_membership_may_start_and_end_within_what_is_known(since, until):
    membership = MembershipFactory(since=since, until=until)

    assert (membership.since, membership.until) == (since, until)
