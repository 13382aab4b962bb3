"""Partial dates in a table."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from movingcities.evidence.models import Source
from movingcities.evidence.tests.factories import SourceFactory


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("", None, None),
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2019-05-14", date(2019, 5, 14), date(2019, 5, 14)),
    ],
)
def test_the_days_a_partial_date_may_mean_are_stored_with_it(text, earliest, latest):
    source = Source.objects.get(pk=SourceFactory(published=text).pk)

    assert (source.published, source.published_earliest, source.published_latest) == (text, earliest, latest)


@pytest.mark.django_db
def test_an_emptied_date_loses_its_days():
    source = SourceFactory(published="2019")

    source.published = ""
    source.save()

    source.refresh_from_db()
    assert source.published_earliest is None


@pytest.mark.parametrize("text", ["2019-13", "soon", "2019-5", "19"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValidationError, match="is not a date"):
        Source(url="https://test.example/", published=text).full_clean(
            validate_unique=False, validate_constraints=False
        )
