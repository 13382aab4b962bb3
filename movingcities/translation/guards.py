"""Keeps the ways of wagtail-localize shut that unpublish or overwrite what readers see."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from wagtail.admin import messages

from movingcities.translation.models import Translated
from movingcities.translation.permissions import may_translate
from movingcities.translation.queries import jobs_of, progress_of
from movingcities.translation.views import to_the_desk

SHUT = (
    # `save_target(publish=False)` takes a snippet from the site and writes the row anew.
    "submit/page/<int:page_id>/",
    "submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/",
    "update/<int:translation_source_id>/",
    # Parts a translation from its original, which the desk then no longer follows.
    "translate/<int:translation_id>/disable/",
    "page/<int:page_id>/convert_to_alias/",
    # Knows neither whose words it replaces nor the glossary.
    "translate/<int:translation_id>/machine_translate/",
    "translate/<int:translation_id>/pofile/upload/",
)


def shut_ways() -> list[URLPattern]:
    """The addresses of wagtail-localize that lead to the desk instead; they must come before its own."""
    return [path(f"localize/{way}", to_the_desk) for way in SHUT]


def before_publication(request: HttpRequest, text: Any) -> HttpResponse | None:
    """Refuse to publish a translation in which nothing is translated; say which passages are missing."""
    text = getattr(text, "specific", text)
    if request.method != "POST" or not isinstance(text, Translated):
        return None
    job = jobs_of(text).filter(enabled=True).first()
    if job is None:
        return None
    if not may_translate(request.user, job.target_locale.language_code):
        raise PermissionDenied
    if request.POST.get("action") != "publish":
        return None
    progress = progress_of(job)
    if not progress.translated:
        messages.error(request, _("Nothing is translated yet, so there is nothing to publish."))
        return redirect(request.path)
    if progress.gaps:
        gaps = get_text_list(list(progress.gaps), _("and"))
        messages.warning(
            request, _("Not translated, so readers see the original: %(gaps)s.") % {"gaps": gaps}
        )
    return None
