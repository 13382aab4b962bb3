"""The form of a membership: quick with any number of places, clear about what it refuses, never deleting."""

import json

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from movingcities.accounts.models import User
from movingcities.accounts.tests.factories import somebody
from movingcities.evidence.models import Change
from movingcities.evidence.tests.factories import NOW
from movingcities.networks.actions import record_membership
from movingcities.networks.models import Membership
from movingcities.networks.tests.factories import MembershipFactory, NetworkFactory
from movingcities.places.tests.factories import PlaceFactory

pytestmark = pytest.mark.django_db

SOURCE = "https://example.org/minutes"
NEW = "/admin/fact-memberships/new/"


@pytest.fixture
def editors(client):
    client.force_login(User.objects.create_superuser("editor", password="x"))
    return client


def membership_form(place, network, **changed):
    return {
        "place": place.pk, "network": network.pk, "since": "2018", "until": "", "role": "founder",
        "sources_by_address": SOURCE, "why": "", "seen": "", **changed,
    }  # fmt: skip


def edit(membership):
    return f"/admin/fact-memberships/edit/{membership.pk}/"


def remove(membership):
    return f"/admin/fact-memberships/delete/{membership.pk}/"


def test_the_form_does_not_grow_with_the_places_and_networks(editors):
    few = editors.get(NEW).content
    for _number in range(12):
        MembershipFactory()

    many = editors.get(NEW).content

    assert len(many) == len(few)
    assert b"Choose a place" in many
    assert b"Choose a network" in many


def test_a_membership_recorded_twice_is_refused_at_its_field_and_what_was_typed_stays(editors):
    known = MembershipFactory()

    page = editors.post(NEW, membership_form(known.place, known.network))

    assert page.status_code == 200
    assert "recorded already" in page.context["form"].errors["network"][0]
    assert 'value="founder"' in page.content.decode()


@pytest.mark.parametrize("key", ["", "0", "Potsdam", "a\x00b", "9" * 40])
def test_what_is_no_place_is_told_at_its_field(editors, key):
    page = editors.post(NEW, {**membership_form(PlaceFactory(), NetworkFactory()), "place": key})

    assert page.status_code == 200
    assert page.context["form"].errors["place"]


def test_dates_in_the_wrong_order_are_told_at_the_end(editors):
    page = editors.post(NEW, membership_form(PlaceFactory(), NetworkFactory(), until="2010"))

    assert "ends after it starts" in page.context["form"].errors["until"][0]
    assert not Membership.objects.exists()


def test_two_who_record_the_same_at_once_are_told_too(editors, monkeypatch):
    known = MembershipFactory()
    monkeypatch.setattr(Membership, "validate_constraints", lambda *args, **kwargs: None)

    page = editors.post(NEW, membership_form(known.place, known.network))

    assert "recorded already" in page.context["form"].errors["network"][0]


def opened(editors, membership, **changed):
    """What a browser sends back from the form as it was opened now, with changes."""
    form = editors.get(edit(membership)).context["form"]
    seen = form["seen"].value()
    addresses = "\n".join(membership.sources.values_list("url", flat=True))
    asked = {"since": membership.since, "role": membership.role, "sources_by_address": addresses}
    return membership_form(
        membership.place, membership.network, **{**asked, "why": "W", "seen": seen, **changed}
    )


def correct(membership, by, **changed):
    return record_membership(
        place=membership.place, network=membership.network, sources=membership.sources.all(),
        existing=Membership.objects.get(pk=membership.pk), by=by, at=NOW, **changed,
    )  # fmt: skip


def test_what_somebody_changed_meanwhile_is_told_field_by_field_with_their_name(editors):
    membership = MembershipFactory(since="2017", role="member")
    form = opened(editors, membership, role="host")
    other = User.objects.create(username="maria", first_name="Maria", last_name="Doe")
    correct(membership, other, since="2017", role="observer")

    told = editors.post(edit(membership), form)

    errors = told.context["form"].errors
    assert "Maria Doe changed this record meanwhile" in errors["__all__"][0]
    assert errors["role"] == ["Meanwhile it says: “observer”."]
    assert list(errors) == ["__all__", "role"]
    assert 'value="host"' in told.content.decode()
    assert Membership.objects.get().role == "observer"


def test_whoever_saves_again_after_that_keeps_their_own(editors):
    membership = MembershipFactory(since="2017")
    form = opened(editors, membership, role="host")
    correct(membership, None, since="2017", role="observer")

    told = editors.post(edit(membership), form)
    again = editors.post(edit(membership), {**form, "seen": told.context["form"]["seen"].value()})

    assert again.status_code == 302
    assert Membership.objects.get().role == "host"


def test_a_form_that_does_not_say_what_it_saw_overwrites_no_correction(editors):
    membership = MembershipFactory(role="member")
    form = opened(editors, membership, role="host", seen="")
    correct(membership, None, role="observer")

    told = editors.post(edit(membership), form)

    assert "changed this record meanwhile" in told.context["form"].errors["__all__"][0]


@pytest.mark.parametrize("seen", ["[]", "1", "{}", "null", "2020-01-01T00:00:00+00:00"])
def test_what_is_no_memory_of_the_form_is_none(editors, seen):
    membership = MembershipFactory(role="member")

    told = editors.post(edit(membership), opened(editors, membership, role="host", seen=seen))

    assert "changed this record meanwhile" in told.context["form"].errors["__all__"][0]


def test_two_who_correct_the_same_to_the_same_do_not_disturb_each_other(editors):
    membership = MembershipFactory(since="2017")
    form = opened(editors, membership, role="host")
    correct(membership, None, since="2017", role="host")

    assert editors.post(edit(membership), form).status_code == 302


@pytest.mark.skipif(not connection.features.has_select_for_update, reason="SQLite locks the whole database")
def test_the_record_is_locked_from_the_comparison_to_the_writing(editors):
    membership = MembershipFactory()
    form = opened(editors, membership, role="host")

    with CaptureQueriesContext(connection) as queries:
        editors.post(edit(membership), form)

    said = [query["sql"] for query in queries]
    locking = next(number for number, sql in enumerate(said) if "FOR UPDATE" in sql)
    writing = next(
        number for number, sql in enumerate(said) if sql.startswith('UPDATE "networks_membership"')
    )
    around = {sql.split()[-1] for sql in said[:locking] if sql.startswith("SAVEPOINT")}
    ended = {sql.split()[-1] for sql in said[locking:writing] if sql.startswith("RELEASE")}
    assert locking < writing
    assert around
    assert not around & ended


def test_the_memory_of_the_form_does_not_repeat_the_record(editors):
    membership = MembershipFactory(role="x" * 100)

    seen = json.loads(editors.get(edit(membership)).context["form"]["seen"].value())

    assert set(seen) == {"place", "network", "since", "until", "role", "sources_by_address"}
    assert "x" * 100 not in seen.values()


def test_the_form_asks_for_the_reason_last(editors):
    form = editors.get(edit(MembershipFactory())).context["form"]

    assert [field.name for field in form.visible_fields()][-2:] == ["sources_by_address", "why"]


def test_the_title_of_the_form_names_place_and_network(editors):
    membership = MembershipFactory()

    page = editors.get(edit(membership)).content.decode()

    assert f"{membership.place.name} in “{membership.network.name}”" in page


def test_a_membership_is_removed_by_its_verb_with_a_reason(editors):
    membership = MembershipFactory()
    place = membership.place

    asked = editors.post(remove(membership), {"why": " "})
    editors.post(remove(membership), {"why": "Mistaken for another town."})

    place.refresh_from_db()
    assert asked.context["form"].errors["why"]
    assert (place.membership_count, place.is_active) == (0, False)
    assert Change.objects.get(kind="membership", verb="removed").why == "Mistaken for another town."


def test_only_the_editors_of_its_country_remove_a_membership(client):
    call_command("ensure_roles")
    membership = MembershipFactory()
    answers = {}
    for role, countries in [("researcher", ["DE"]), ("country_editor", ["FR"]), ("country_editor", ["DE"])]:
        client.force_login(somebody(role, countries=countries))
        client.post(remove(membership), {"why": "W"})
        answers[role, *countries] = not Membership.objects.exists()

    assert answers == {
        ("researcher", "DE"): False,
        ("country_editor", "FR"): False,
        ("country_editor", "DE"): True,
    }


@pytest.mark.parametrize("typed", ["łódź", "Łódź", "Lodz", "solidar"])
def test_memberships_are_found_by_place_and_network(editors, typed):
    found = MembershipFactory(
        place=PlaceFactory(name="Łódź", country="PL"), network=NetworkFactory(name="Sólidarity")
    )
    MembershipFactory()

    page = editors.get("/admin/fact-memberships/", {"q": typed})

    assert list(page.context["object_list"]) == [found]


def test_a_network_is_found_without_its_accents(editors):
    network = NetworkFactory(name="Città in rete")
    other = NetworkFactory()

    page = editors.get("/admin/network_chooser/results/", {"q": "citta"}).content.decode()

    assert f"/admin/network_chooser/chosen/{network.pk}/" in page
    assert f"/admin/network_chooser/chosen/{other.pk}/" not in page


def test_a_taken_address_of_a_network_is_told_at_its_field(editors):
    taken = NetworkFactory()

    page = editors.post(
        "/admin/fact-networks/new/",
        {"slug": taken.slug, "name": "Another", "language": "", "kind": "network", "scope": "european",
         "founded": "", "website": "", "sources_by_address": SOURCE, "why": "", "seen": ""},
    )  # fmt: skip

    assert page.status_code == 200
    assert page.context["form"].errors["slug"]
    assert 'value="Another"' in page.content.decode()
