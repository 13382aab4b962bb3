"""An editor chooses a place by its name, never from a list of a hundred thousand."""

import pytest

from movingcities.accounts.models import User
from movingcities.places.tests.factories import PlaceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor_client(client):
    client.force_login(User.objects.create_superuser("editor", password="x"))
    return client


@pytest.mark.parametrize("typed", ["łódź", "Lod", "LÓD"])
def test_a_place_is_found_by_the_beginning_of_its_name(editor_client, typed):
    place = PlaceFactory(name="Łódź", country="PL")
    PlaceFactory(name="Potsdam")

    page = editor_client.get("/admin/place_chooser/results/", {"q": typed}).content.decode()

    assert f"/admin/place_chooser/chosen/{place.pk}/" in page
    assert "Potsdam" not in page


def test_a_form_of_the_editorial_system_does_not_list_every_place(editor_client):
    PlaceFactory(name="Potsdam")

    page = editor_client.get("/admin/snippets/stories/placestory/add/").content.decode()

    assert "Choose a place" in page
    assert "Potsdam" not in page
