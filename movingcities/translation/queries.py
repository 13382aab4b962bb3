"""Reads across a text and its translations."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from wagtail_localize.models import Translation as Job

from movingcities.languages.maps import FALLBACK_LANGUAGE


def jobs_of(translation: Any) -> QuerySet[Job]:
    """The desk's jobs that a translation is the result of; one at most."""
    jobs: QuerySet[Job] = Job.objects.filter(
        source__object_id=translation.translation_key, target_locale=translation.locale
    ).select_related("source", "target_locale")
    return jobs


def translations_of(original: Any) -> QuerySet[Any]:
    """The same text in the other languages."""
    model = type(original)
    return model._default_manager.filter(translation_key=original.translation_key).exclude(pk=original.pk)


def original_of(translation: Any) -> Any:
    """The text a translation was made from: the one that says so, else the one in the fallback language."""
    originals = translations_of(translation).select_related("locale")
    marked = [each for each in originals if not each.is_translation]
    return next((each for each in marked if each.locale.language_code == FALLBACK_LANGUAGE), marked[0])
