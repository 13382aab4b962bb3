"""Writes to the languages of the editorial system."""

from __future__ import annotations

from django.conf import settings
from wagtail.models import Locale


def ensure_locales() -> None:
    """A row for each language of the settings; existing ones stay."""
    for code, _name in settings.LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
