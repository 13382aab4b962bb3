"""Promises that the database keeps about the index."""

import pytest

from movingcities.search.models import SearchDocument
from tests.constraints import violates

pytestmark = pytest.mark.django_db


def test_search_document_is_unique_per_record_and_language():
    SearchDocument.objects.create(kind="place", object_id=1)
    SearchDocument.objects.create(kind="place", object_id=1, language="en")
    SearchDocument.objects.create(kind="network", object_id=1)

    with violates(SearchDocument, "search_document_is_unique_per_record_and_language"):
        SearchDocument.objects.create(kind="place", object_id=1)


def test_search_document_is_unique_per_country_and_language():
    SearchDocument.objects.create(kind="country", country="DE")
    SearchDocument.objects.create(kind="country", country="DE", language="en")

    with violates(SearchDocument, "search_document_is_unique_per_country_and_language"):
        SearchDocument.objects.create(kind="country", country="DE")


@pytest.mark.parametrize(
    "facts",
    [
        {"kind": "country"},
        {"kind": "country", "country": "DE", "object_id": 1},
        {"kind": "place"},
        {"kind": "place", "country": "DE"},
    ],
)
def test_search_document_of_a_country_has_its_code_and_others_a_key(facts):
    with violates(SearchDocument, "search_document_of_a_country_has_its_code_and_others_a_key"):
        SearchDocument.objects.create(**facts)
