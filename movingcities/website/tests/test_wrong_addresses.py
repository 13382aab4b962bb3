"""An address that leads nowhere helps on; an address that moved leads on."""

import pytest

from movingcities.evidence.actions import remember_slug
from movingcities.evidence.models import PreviousSlug
from movingcities.evidence.tests.factories import NOW, SourceFactory
from movingcities.networks.actions import NetworkEntry, record_network
from movingcities.networks.tests.factories import NetworkFactory
from movingcities.places.tests.factories import PlaceFactory
from movingcities.search.actions import rebuild_index

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path",
    [
        "/en/nowhere/",
        "/en/places/de/",
        "/en/places/zz/nowhere/",
        "/en/networks/nowhere/",
        "/en/approaches/nowhere/",
        "/en/decisions/nowhere/",
        "/en/countries/zz/",
        "/en/topics/nowhere/",
        "/en/" + "x" * 3000 + "/",
        "/en/places/de/%00/",
        "/en/places/de/%FF%FE/",
        "/en/places/de/<script>/",
        "/de/nirgends/",
    ],
)
def test_an_address_that_leads_nowhere_is_a_page_of_the_site(client, path):
    PlaceFactory(name="Nowhere", country="FR")

    response = client.get(path, follow=True)

    assert response.status_code in (200, 404)
    if response.status_code == 404:
        assert b"<h1" in response.content
        assert b"<script>" not in response.content.replace(b'<script type="application/ld+json">', b"")


def test_a_misspelt_place_names_the_places_near_its_spelling(client):
    PlaceFactory(name="Potsdam")
    rebuild_index()

    response = client.get("/en/places/de/potsdamm/")

    assert response.status_code == 404
    assert 'href="/en/places/de/potsdam/"' in response.content.decode()


def test_a_misspelt_network_names_networks_like_it(client):
    NetworkFactory(slug="sichere-testhaefen", name="Sichere Testhäfen")

    response = client.get("/en/networks/sichere-testhafen/")

    assert response.status_code == 404
    assert 'href="/en/networks/sichere-testhaefen/"' in response.content.decode()


def test_an_error_page_speaks_the_language_of_its_address(client):
    response = client.get("/de/nirgends/")

    assert response.status_code == 404
    assert '<html lang="de"' in response.content.decode()


def test_a_former_slug_of_a_place_leads_to_the_place_for_good(client):
    place = PlaceFactory(name="Potsdam")
    remember_slug(kind=PreviousSlug.Kind.PLACE, within="DE", slug="old-potsdam", object_id=place.pk)

    response = client.get("/en/places/de/old-potsdam/")

    assert response.status_code == 301
    assert response.url == "/en/places/de/potsdam/"


def test_a_renamed_network_keeps_its_former_address(client):
    network = NetworkFactory(slug="old-name")
    record_network(
        entry=NetworkEntry(slug="new-name", name=network.name, kind=network.kind, scope=network.scope),
        sources=[SourceFactory()],
        existing=network,
        by=None,
        at=NOW,
    )

    response = client.get("/en/networks/old-name/")

    assert response.status_code == 301
    assert response.url == "/en/networks/new-name/"


@pytest.mark.parametrize("slug", ["Duesseldorf", "Düsseldorf", "DUESSELDORF"])
def test_capitals_and_umlauts_in_a_slug_are_forgiven(client, slug):
    PlaceFactory(name="Düsseldorf")

    response = client.get(f"/en/places/de/{slug}/")

    assert response.status_code == 301
    assert response.url == "/en/places/de/duesseldorf/"


def test_a_server_error_says_so_without_the_database(rf, django_assert_num_queries):
    from movingcities.website.views.errors import server_error

    with django_assert_num_queries(0):
        response = server_error(rf.get("/de/places/"))

    assert response.status_code == 500
    assert '<html lang="de"' in response.content.decode()
