"""Only the root looks at what the browser asks for: every other address says the same to everybody."""

import pytest

from movingcities.places.tests.factories import PlaceFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("el,en;q=0.5", "el"),
        ("de-AT", "de"),
        ("de-at;q=0.9, fr;q=0.95", "fr"),
        ("en;q=0.2,pl;q=0.8,*;q=0.1", "pl"),
        ("uk,ru;q=0.9,it;q=0.1", "it"),
        ("pl;q=0,it;q=0.1", "it"),
        ("de;q=0", "en"),
        ("zh-Hant-TW,ja", "en"),
        ("*", "en"),
        ("", "en"),
        ("de;q=lots", "en"),
        ("x" * 5_000, "en"),
        ("\0\r\n,;q=", "en"),
    ],
)
def test_the_root_leads_to_the_language_that_is_asked_for(client, asked, language):
    response = client.get("/", headers={"accept-language": asked})

    assert response.status_code == 302
    assert response.url == f"/{language}/"


def test_the_way_from_the_root_is_nobody_else_s(client):
    response = client.get("/?utm_source=leaflet", headers={"accept-language": "de"})

    assert response.url == "/de/?utm_source=leaflet"
    assert "Accept-Language" in response.headers["Vary"]
    assert {"private", "no-cache"} <= set(response.headers["Cache-Control"].split(", "))
    assert not response.cookies


@pytest.mark.parametrize(
    "path", ["/en/places/", "/de/places/de/hub/", "/places/", "/nowhere/", "/el/nowhere/", "/sitemap.xml"]
)
def test_no_other_address_depends_on_header_or_cookie(client, path):
    PlaceFactory(slug="hub")
    plain = client.get(path)

    client.cookies["django_language"] = "fr"
    asked = client.get(path, headers={"accept-language": "pl"})

    assert (asked.status_code, asked.headers.get("Location")) == (
        plain.status_code,
        plain.headers.get("Location"),
    )
    assert asked.content == plain.content
    assert "Accept-Language" not in plain.headers.get("Vary", "")
    assert "Set-Cookie" not in asked.headers


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("/places/de/hub/", "/en/places/de/hub/"),
        ("/places/de/hub", "/en/places/de/hub/"),
        ("/networks/?country=DE&q=%C3%A4", "/en/networks/?country=DE&q=%C3%A4"),
    ],
)
def test_an_address_without_a_language_leads_to_the_english_page(client, written, meant):
    response = client.get(written)

    assert response.status_code == 301
    assert response.url == meant


@pytest.mark.parametrize(
    "path", ["/nowhere/", "/wp-login.php", "/%2Fexample.org/places/", "/de/places/de/zz/"]
)
def test_what_is_no_page_of_ours_is_not_sent_around(client, path):
    response = client.get(path)

    assert response.status_code == 404


def test_a_page_says_which_language_it_is_in(client):
    assert client.get("/el/places/").headers["Content-Language"] == "el"
    assert client.get("/admin/login/").headers["Content-Language"] == "en"
