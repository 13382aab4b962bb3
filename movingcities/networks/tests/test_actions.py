"""Writing networks and memberships, and what is counted of them."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from movingcities.evidence.actions import MissingSource
from movingcities.evidence.models import Change, PreviousSlug
from movingcities.evidence.tests.factories import NOW, SourceFactory
from movingcities.networks.actions import (
    NetworkEntry,
    record_membership,
    record_network,
    remove_membership,
)
from movingcities.networks.models import Membership, Network
from movingcities.networks.tests.factories import MembershipFactory, NetworkFactory
from movingcities.places.tests.factories import CountryFactory, PlaceFactory

pytestmark = pytest.mark.django_db


def entry(**fields):
    return NetworkEntry(
        **{"slug": "net", "name": "Netz der Städte", "kind": "network", "scope": "european", **fields}
    )


def correct(membership, **fields):
    return record_membership(
        **{
            "place": membership.place,
            "network": membership.network,
            "sources": membership.sources.all(),
            "existing": membership,
            "by": None,
            "at": NOW,
            **fields,
        }
    )


def test_a_network_is_written_with_countries_and_sources():
    CountryFactory(code="DE"), CountryFactory(code="AT")
    source = SourceFactory()

    network = record_network(
        entry=entry(countries=["DE", "AT"], founded="2019-05"), sources=[source], by=None, at=NOW
    )

    assert {country.code for country in network.countries.all()} == {"DE", "AT"}
    assert list(network.sources.all()) == [source]
    assert (network.sort_name, network.founded_earliest) == ("netz der stadte", date(2019, 5, 1))


def test_a_network_without_a_source_is_refused():
    with pytest.raises(MissingSource, match="Netz der Städte"):
        record_network(entry=entry(), sources=[], by=None, at=NOW)

    assert not Network.objects.exists()


@pytest.mark.parametrize(
    "wrong", [{"kind": "club"}, {"scope": "local"}, {"founded": "long ago"}, {"website": "x"}]
)
def test_a_network_of_unknown_kind_is_refused(wrong):
    with pytest.raises(ValidationError):
        record_network(entry=entry(**wrong), sources=[SourceFactory()], by=None, at=NOW)


def test_a_changed_slug_keeps_its_former_address():
    network = NetworkFactory(slug="before")

    record_network(entry=entry(slug="after"), sources=[SourceFactory()], existing=network, by=None, at=NOW)

    former = PreviousSlug.objects.get()
    assert (former.kind, former.within, former.slug, former.object_id) == (
        "network",
        "",
        "before",
        network.pk,
    )


def test_a_membership_makes_the_place_active_and_is_counted():
    membership = MembershipFactory(since="2019-05")
    MembershipFactory(network=membership.network, place=PlaceFactory(country="IT"))

    membership.place.refresh_from_db()
    membership.network.refresh_from_db()

    assert (membership.place.membership_count, membership.place.is_active) == (1, True)
    assert membership.place.first_member_on == date(2019, 5, 1)
    assert (membership.network.member_count, membership.network.country_count) == (2, 2)


def test_the_first_membership_is_the_earliest_dated_one():
    place = PlaceFactory()
    for since in ("2019", "", "2016-03"):
        MembershipFactory(place=place, since=since)

    place.refresh_from_db()

    assert (place.membership_count, place.first_member_on) == (3, date(2016, 3, 1))


def test_a_correction_changes_the_first_date():
    membership = MembershipFactory(since="2016")

    correct(membership, since="2018")

    membership.place.refresh_from_db()
    assert membership.place.first_member_on == date(2018, 1, 1)


def test_a_membership_that_moves_leaves_true_counts_behind():
    membership = MembershipFactory(since="2016")
    former_place, former_network = membership.place, membership.network
    place, network = PlaceFactory(), NetworkFactory()

    correct(membership, place=place, network=network)

    former_place.refresh_from_db(), former_network.refresh_from_db(), place.refresh_from_db()
    assert (former_place.membership_count, former_place.is_active, former_place.first_member_on) == (
        0,
        False,
        None,
    )
    assert (former_network.member_count, former_network.country_count) == (0, 0)
    assert (place.membership_count, place.is_active) == (1, True)


def test_a_removed_membership_is_no_longer_counted():
    membership = MembershipFactory(since="2016")
    place, network, key = membership.place, membership.network, membership.pk

    remove_membership(membership=membership, by=None, at=NOW, why="wrong town")

    place.refresh_from_db(), network.refresh_from_db()
    assert (place.membership_count, place.is_active, place.first_member_on) == (0, False, None)
    assert network.member_count == 0
    removed = Change.objects.get(verb="removed")
    assert (removed.kind, removed.object_id, removed.why) == ("membership", key, "wrong town")


def test_a_membership_without_a_source_is_refused():
    place, network = PlaceFactory(), NetworkFactory()

    with pytest.raises(MissingSource, match=place.name):
        record_membership(place=place, network=network, sources=[], by=None, at=NOW)

    assert not Membership.objects.exists()


def test_a_membership_with_a_date_that_is_none_is_refused():
    with pytest.raises(ValidationError, match="is not a date"):
        MembershipFactory(since="in spring")


def test_lasting_memberships_come_before_projects_and_the_longest_first():
    place = PlaceFactory()
    project = MembershipFactory(place=place, network=NetworkFactory(kind="project"), since="2001")
    undated = MembershipFactory(place=place)
    young = MembershipFactory(place=place, since="2020")
    old = MembershipFactory(place=place, since="2009")

    assert list(Membership.objects.of_place(place)) == [old, young, undated, project]
    assert project.network.is_time_limited
