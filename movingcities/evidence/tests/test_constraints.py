"""Promises that the database keeps about sources and former addresses, and that each promise is tested."""

from pathlib import Path

import pytest
from django.apps import apps

from movingcities.evidence.models import PreviousSlug, Source
from movingcities.evidence.tests.factories import NOW, SourceFactory
from tests.constraints import violates

PACKAGE = Path(__file__).resolve().parents[2]


@pytest.mark.django_db
@pytest.mark.parametrize("url", ["", "www.test.example", "ftp://test.example", "javascript:alert(1)"])
def test_source_address_is_a_web_address(url):
    with violates(Source, "source_address_is_a_web_address"):
        Source.objects.create(url=url)


@pytest.mark.django_db
def test_source_status_comes_with_the_time_of_the_check():
    source = SourceFactory(last_status=200, last_checked_at=NOW)

    with violates(Source, "source_status_comes_with_the_time_of_the_check"):
        Source.objects.filter(pk=source.pk).update(last_checked_at=None)


@pytest.mark.django_db
def test_previous_slug_leads_to_one_thing():
    PreviousSlug.objects.create(kind="place", within="DE", slug="old", object_id=1)
    PreviousSlug.objects.create(kind="place", within="AT", slug="old", object_id=2)

    with violates(PreviousSlug, "previous_slug_leads_to_one_thing"):
        PreviousSlug.objects.create(kind="place", within="DE", slug="old", object_id=3)


def test_every_constraint_is_named_in_a_test_of_its_app():
    untested = []
    for model in apps.get_models():
        if not model.__module__.startswith("movingcities."):
            continue
        folder = PACKAGE / model._meta.app_label / "tests"
        texts = "".join(path.read_text() for path in folder.glob("test_*.py"))
        untested += [
            constraint.name for constraint in model._meta.constraints if f'"{constraint.name}"' not in texts
        ]

    assert untested == []
