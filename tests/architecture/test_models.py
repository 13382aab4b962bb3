"""Models keep promises, the database enforces them (STYLE: models)."""

import re

from django.apps import apps
from django.db.models import CharField, Model, TextField

from .house import ROOT, app_of, foreign_parents, is_inherited

OUR_MODELS = [model for model in apps.get_models() if app_of(model.__module__)]
# Three words at least, so that a name can say what holds: membership_ends_after_it_starts.
SENTENCE = re.compile(r"[a-z]+(_[a-z0-9]+){2,}")
# PostgreSQL cuts off longer names without a word.
LONGEST_NAME = 63


def test_constraints_are_named_as_sentences():
    odd = [name for name in _constraint_names() if not SENTENCE.fullmatch(name) or len(name) > LONGEST_NAME]

    assert not odd


def test_every_constraint_has_a_test_that_names_it():
    tests = "".join(path.read_text() for path in ROOT.glob("movingcities/*/tests/*.py"))

    untested = sorted(name for name in _constraint_names() if name not in tests)

    assert not untested


def test_no_model_orders_its_rows_unasked():
    ordered = [
        model.__name__
        for model in OUR_MODELS
        if model._meta.ordering
        and model._meta.ordering not in [parent._meta.ordering for parent in foreign_parents(model)]
    ]

    assert not ordered


def test_text_is_empty_and_never_null():
    nullable = [
        f"{model.__name__}.{field.name}"
        for model in OUR_MODELS
        for field in model._meta.local_fields
        if isinstance(field, CharField | TextField) and field.null and not is_inherited(model, field.name)
    ]

    assert not nullable


def test_uniqueness_is_a_named_constraint():
    unnamed = [model.__name__ for model in OUR_MODELS if model._meta.original_attrs.get("unique_together")]

    assert not unnamed


def _constraint_names() -> set[str]:
    return {constraint.name for model in OUR_MODELS for constraint in _own_constraints(model)}


def _own_constraints(model: type[Model]):
    foreign = {
        constraint.name % {"app_label": model._meta.app_label, "class": model.__name__.lower()}
        for parent in foreign_parents(model)
        for constraint in parent._meta.constraints
    }
    return [constraint for constraint in model._meta.constraints if constraint.name not in foreign]
