"""Every type of page: in every language, on sound markup, at a fixed price."""

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from movingcities.website.tests.world import PAGES, add_rows, make_world
from movingcities.website.views.errors import server_error
from scripts.markup import Document, faults

pytestmark = pytest.mark.django_db

MOST_QUERIES = 16
NOWHERE = (
    "nowhere/",
    "places/de/hubb/",
    "networks/hubb/",
    "approaches/hubb/",
    "decisions/hubb/",
    "countries/zz/",
    "topics/hubb/",
)


def test_every_page_answers_in_every_language_on_sound_markup(client):
    make_world(rows=2)

    wrong = {}
    for language, _name in settings.LANGUAGES:
        for path in PAGES.values():
            address = f"/{language}/{path}"
            response = client.get(address)
            document = Document.parse(response.content, f"http://testserver{address}")
            found = faults(document)
            said = next(document.elements("html")).get("lang")
            if response.status_code != 200 or said != language or found:
                wrong[address] = response.status_code, said, found

    assert wrong == {}


def test_every_error_is_a_sound_page_in_the_language_of_its_address(client):
    make_world(rows=1)
    of_a_stranger = Client(enforce_csrf_checks=True)

    wrong = {}
    for language in ("en", "el"):
        answers = {
            **{(404, path): client.get(f"/{language}/{path}") for path in NOWHERE},
            (400, "too many parameters"): client.get(f"/{language}/places/?{'a=1&' * 10_001}"),
            (400, "unknown host"): client.get(f"/{language}/places/", headers={"host": "test.example"}),
            (403, "form of a stranger"): of_a_stranger.post(f"/{language}/places/"),
            (500, "broken"): server_error(RequestFactory().get(f"/{language}/")),
        }
        for (status, cause), answer in answers.items():
            document = Document.parse(answer.content)
            said = next(document.elements("html")).get("lang")
            is_ours = "moving-cities.css" in answer.content.decode()
            found = faults(document)
            if (answer.status_code, said, is_ours) != (status, language, True) or found:
                wrong[language, cause] = answer.status_code, said, is_ours, found

    assert wrong == {}


def test_no_page_asks_the_database_more_often_for_twelve_rows_than_for_one_nor_too_often(client):
    make_world(rows=1)
    for_one = queries_of_every_page(client)
    add_rows(range(1, 12))
    for_twelve = queries_of_every_page(client)

    grown = {name: (for_one[name], count) for name, count in for_twelve.items() if count > for_one[name]}

    assert grown == {}
    assert {name: count for name, count in for_twelve.items() if count > MOST_QUERIES} == {}


def queries_of_every_page(client):
    """{page type: number of queries}, when what is kept in memory is there already."""
    counted = {}
    for name, path in PAGES.items():
        client.get(f"/en/{path}")
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/en/{path}")
        counted[name] = len(queries)
    return counted
