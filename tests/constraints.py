"""Telling which constraint the database refused a row for."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import IntegrityError, connection, models, transaction


@contextmanager
def violates(model: type[models.Model], name: str) -> Iterator[None]:
    """Expect that the database refuses what is written inside, because of this constraint and no other."""
    constraint = {constraint.name: constraint for constraint in model._meta.constraints}[name]
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        yield
    # SQLite names the columns of a unique constraint instead of the constraint.
    expected = name
    if connection.vendor == "sqlite" and isinstance(constraint, models.UniqueConstraint):
        columns = [model._meta.get_field(field).column for field in constraint.fields]
        expected = ", ".join(f"{model._meta.db_table}.{column}" for column in columns)
    assert expected in str(caught.value)
