"""An editor chooses a decision by its place or address, and its form lists no place at all."""

import pytest

from movingcities.accounts.models import User
from movingcities.decisions.tests.factories import DecisionFactory
from movingcities.places.tests.factories import PlaceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editors(client):
    client.force_login(User.objects.create_superuser("editor", password="x"))
    return client


@pytest.mark.parametrize("typed", ["Łódź", "lodz", "safe harbour", "!"])
@pytest.mark.parametrize("address", ["/admin/decision_chooser/results/", "/admin/fact-decisions/"])
def test_a_decision_is_found_by_its_place_or_address(editors, address, typed):
    decision = DecisionFactory(slug="pl-safe-harbour", place=PlaceFactory(name="Łódź", country="PL"))
    DecisionFactory()

    page = editors.get(address, {"q": typed})

    found = page.context.get("results", page.context.get("object_list"))
    assert list(found) == ([] if typed == "!" else [decision])


@pytest.mark.parametrize(("decided", "said"), [("2018-12", "Potsdam: other decision (2018-12)"), ("", None)])
def test_a_decision_is_called_by_its_place_kind_and_day(decided, said):
    decision = DecisionFactory(place=PlaceFactory(name="Potsdam"), decided=decided)

    assert str(decision) == (said or "Potsdam: other decision")


def test_the_chooser_costs_the_same_for_one_and_for_twelve(editors, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    DecisionFactory()
    address = "/admin/decision_chooser/results/"
    editors.get(address)
    with CaptureQueriesContext(connection) as few:
        editors.get(address)
    for _number in range(11):
        DecisionFactory()

    with django_assert_max_num_queries(len(few)):
        editors.get(address)


def test_the_form_does_not_grow_with_the_places(editors):
    few = editors.get("/admin/fact-decisions/new/").content
    for _number in range(12):
        PlaceFactory()

    assert len(editors.get("/admin/fact-decisions/new/").content) == len(few)
