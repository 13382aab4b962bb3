"""The forms of facts: written by the verbs, with sources, reasons and no silent overwriting."""

import pytest

from movingcities.accounts.tests.factories import somebody
from movingcities.approaches.models import Approach
from movingcities.approaches.tests.factories import ApproachFactory, TopicFactory
from movingcities.decisions.models import Decision
from movingcities.evidence.models import Change, PreviousSlug
from movingcities.networks.models import Membership, Network
from movingcities.networks.tests.factories import MembershipFactory, NetworkFactory
from movingcities.places.tests.factories import CountryFactory, PlaceFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("newsroom")]

SOURCE = "https://example.org/minutes"


@pytest.fixture
def editors(client):
    client.force_login(somebody("managing_editor"))
    return client


def approach_form(place, **changed):
    return {
        "slug": "flats", "places_by_address": f"{place.country_id.lower()}/{place.slug}",
        "topics": [TopicFactory().pk], "status": "active", "started": "2019-05", "ended": "", "lead": "City",
        "partners_in_lines": "One\nTwo", "sources_by_address": SOURCE, "why": "", "seen": "", **changed,
    }  # fmt: skip


def test_an_approach_is_added_with_its_places_and_sources(editors):
    place = PlaceFactory()

    editors.post("/admin/fact-approaches/new/", approach_form(place))

    approach = Approach.objects.get(slug="flats")
    place.refresh_from_db()
    assert [source.url for source in approach.sources.all()] == [SOURCE]
    assert (approach.partners, place.approach_count) == (["One", "Two"], 1)
    assert Change.objects.filter(kind="approach", object_id=approach.pk, verb="added").exists()


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"sources_by_address": ""}, "Add at least one page where it can be read."),
        ({"sources_by_address": "javascript:alert(1)"}, "is not the address of a page"),
        ({"sources_by_address": "https://example.org/ " * 200}, "So many sources"),
        ({"places_by_address": "de/nowhere"}, "No place has the address"),
        ({"started": "soon"}, "2019-05-14"),
        ({"started": "2020", "ended": "2010", "status": "ended"}, "ends after it starts"),
        ({"ended": "2020"}, "has no end"),
        ({"slug": "x" * 500}, "at most 120"),
        ({"lead": "a\x00b"}, "Null characters"),
        ({"lead": "x" * 10_000}, "at most 300"),
    ],
)
def test_what_cannot_be_right_is_refused_and_what_was_typed_stays(editors, changed, told):
    page = editors.post("/admin/fact-approaches/new/", approach_form(PlaceFactory(), **changed))

    assert page.status_code == 200
    assert told in page.content.decode()
    assert "One\nTwo" in page.content.decode()
    assert not Approach.objects.exists()


def test_a_correction_says_why_and_the_former_address_leads_on(editors):
    approach = ApproachFactory(slug="old")
    place = approach.places.first()
    address = f"/admin/fact-approaches/edit/{approach.pk}/"

    refused = editors.post(address, approach_form(place, slug="new"))
    editors.post(address, approach_form(place, slug="new", why="The city renamed it."))

    assert "Say in a few words why you change it." in refused.content.decode()
    assert Approach.objects.get(pk=approach.pk).slug == "new"
    assert PreviousSlug.objects.filter(slug="old", object_id=approach.pk).exists()
    assert Change.objects.get(kind="approach", verb="corrected").why == "The city renamed it."


def test_a_change_that_somebody_made_meanwhile_is_told_before_it_is_overwritten(editors):
    approach = ApproachFactory()
    form = approach_form(approach.places.first(), why="W", seen="2020-01-01T00:00:00+00:00")
    address = f"/admin/fact-approaches/edit/{approach.pk}/"

    told = editors.post(address, form)
    again = editors.post(address, {**form, "seen": told.context["form"]["seen"].value()})

    assert "changed this record meanwhile" in told.content.decode()
    assert again.status_code == 302


def test_a_network_of_several_countries_is_for_those_responsible_for_all(client):
    network = NetworkFactory()
    network.countries.set([CountryFactory(code="DE"), CountryFactory(code="FR")])
    client.force_login(somebody("country_editor", countries=["DE"]))
    form = {
        "slug": network.slug, "name": "Renamed", "language": "", "kind": network.kind,
        "scope": network.scope, "countries": ["DE", "FR"], "founded": "", "website": "",
        "sources_by_address": SOURCE, "why": "W", "seen": "",
    }  # fmt: skip

    page = client.post(f"/admin/fact-networks/edit/{network.pk}/", form)

    assert "This lies outside your countries" in page.content.decode()
    assert Network.objects.get(pk=network.pk).name != "Renamed"


def test_a_membership_and_a_decision_are_added(editors):
    place, network = PlaceFactory(), NetworkFactory()
    shared = {"sources_by_address": SOURCE, "why": "", "seen": ""}

    editors.post(
        "/admin/fact-memberships/new/",
        {"place": place.pk, "network": network.pk, "since": "2018", "until": "", "role": "", **shared},
    )
    editors.post(
        "/admin/fact-decisions/new/",
        {"slug": "declares", "place": place.pk, "decided": "2018-12-05", "kind": "other", "vote": "",
         "network": "", **shared},
    )  # fmt: skip

    place.refresh_from_db()
    assert (place.membership_count, place.decision_count) == (1, 1)
    assert Membership.objects.get().since == "2018"
    assert Decision.objects.get().decided == "2018-12-05"


def test_hostile_names_are_escaped_in_lists(editors):
    NetworkFactory(name="<script>alert(1)</script>")

    page = editors.get("/admin/fact-networks/").content.decode()

    assert "<script>alert(1)" not in page


@pytest.mark.parametrize("section", ["places", "networks", "memberships", "approaches", "decisions"])
def test_a_list_costs_the_same_for_one_and_for_twelve_rows(editors, section, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def grow(count):
        for _number in range(count):
            MembershipFactory()
            ApproachFactory()

    grow(1)
    editors.get(f"/admin/fact-{section}/")
    with CaptureQueriesContext(connection) as few:
        editors.get(f"/admin/fact-{section}/")
    grow(11)

    with django_assert_max_num_queries(len(few) + 1):
        editors.get(f"/admin/fact-{section}/")


def test_places_are_found_by_the_beginning_of_their_name(editors):
    PlaceFactory(name="Potsdam")
    PlaceFactory(name="Bad Potsdam")

    page = editors.get("/admin/fact-places/?q=potsd").content.decode()

    assert "Potsdam" in page
    assert "Bad Potsdam" not in page
