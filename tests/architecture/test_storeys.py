"""Imports, relations and signals point down (ARCHITECTURE: storeys)."""

import subprocess
import sys
from pathlib import Path

from django.apps import apps
from django.db.models import Model, signals
from wagtail.models import Locale, TranslatableMixin

from .house import FACTS, ROOT, app_of, is_inherited, may_use, storeys

OUR_MODELS = [model for model in apps.get_models(include_auto_created=True) if app_of(model.__module__)]
SIGNALS = (signals.pre_save, signals.post_save, signals.pre_delete, signals.post_delete, signals.m2m_changed)


def test_import_contracts_are_kept():
    # A process of its own: the tool switches off every logger it does not know.
    program = Path(sys.executable).with_name("lint-imports")

    found = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)

    assert found.returncode == 0, found.stdout


def test_every_installed_app_of_ours_has_a_storey():
    installed = {app_of(config.name) for config in apps.get_app_configs()} - {None}

    assert installed <= set(storeys())


def test_relations_point_down():
    relations = {
        (app_of(model.__module__), app_of(field.related_model.__module__), f"{model.__name__}.{field.name}")
        for model in OUR_MODELS
        for field in _forward_relations(model)
    }

    upward = [
        f"{name}: {app} → {other}" for app, other, name in relations if other and not may_use(app, other)
    ]

    assert not upward


def test_no_fact_leads_to_a_row_that_exists_once_per_language():
    translatable = [
        f"{model.__name__}.{field.name}"
        for model in OUR_MODELS
        if app_of(model.__module__) in FACTS
        for field in _forward_relations(model)
        if issubclass(field.related_model, (TranslatableMixin, Locale))
    ]

    assert not translatable


def test_signals_are_received_from_below():
    senders = {id(model): model for model in OUR_MODELS}
    received = [
        (app_of(receiver().__module__), senders[sender])
        for signal in SIGNALS
        for (_identity, sender), receiver, *_rest in signal.receivers
        if sender in senders and receiver() is not None
    ]

    upward = [
        f"{receiver} listens to {sender.__name__}"
        for receiver, sender in received
        if receiver and not may_use(receiver, app_of(sender.__module__))
    ]

    assert not upward


def _forward_relations(model: type[Model]):
    """Relations that we declared: those of Wagtail's mixins (to user and locale) are not ours to choose."""
    for field in model._meta.get_fields():
        declared = field.is_relation and not field.auto_created and not is_inherited(model, field.name)
        if declared and isinstance(field.related_model, type):
            yield field
