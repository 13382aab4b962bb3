"""An editor finds an approach by its place or address, each once, and reads what it is."""

import pytest

from movingcities.accounts.models import User
from movingcities.approaches.tests.factories import ApproachFactory
from movingcities.places.tests.factories import PlaceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editors(client):
    client.force_login(User.objects.create_superuser("editor", password="x"))
    return client


def chosen(approach):
    return f"/admin/approach_chooser/chosen/{approach.pk}/"


@pytest.mark.parametrize("address", ["/admin/approach_chooser/results/", "/admin/fact-approaches/"])
@pytest.mark.parametrize("typed", ["Łódź", "lodz", "city card", "!"])
def test_an_approach_of_several_places_is_found_once(editors, address, typed):
    twice = [PlaceFactory(name=name, country="PL") for name in ("Łódź", "Łódź Północ")]
    approach = ApproachFactory(slug="a-city-card", places=twice)
    ApproachFactory()

    page = editors.get(address, {"q": typed})

    found = page.context.get("results", page.context.get("object_list"))
    assert list(found) == ([] if typed == "!" else [approach])


def test_the_chooser_says_where_an_approach_is(editors):
    approach = ApproachFactory(slug="a-city-card", places=[PlaceFactory(name="Potsdam")])

    page = editors.get("/admin/approach_chooser/results/").content.decode()

    assert chosen(approach) in page
    assert "A city card" in page
    assert "Potsdam" in page
