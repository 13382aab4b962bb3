"""Promises that the database keeps about what was loaded."""

import pytest

from movingcities.contributions.models import LoadedRecord
from tests.constraints import violates


@pytest.mark.django_db
def test_loaded_record_is_unique_per_kind_and_key():
    LoadedRecord.objects.create(kind="place", key="de-testburg", object_id=1)
    LoadedRecord.objects.create(kind="place story", key="de-testburg", object_id=1)

    with violates(LoadedRecord, "loaded_record_is_unique_per_kind_and_key"):
        LoadedRecord.objects.create(kind="place", key="de-testburg", object_id=2)
