"""Whose language is whose at the addresses of wagtail-localize, which ask for the kind of text only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from wagtail_localize.models import Translation as Job

from movingcities.translation.permissions import may_translate

NAMESPACE = "wagtail_localize"


class OwnLanguagesMiddleware:
    """Refuses every address of a job to those who do not translate into its language."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> None:
        """Django asks this of each request whose address is known."""
        found = request.resolver_match
        if found is None or NAMESPACE not in found.namespaces or "translation_id" not in kwargs:
            return
        job = Job.objects.filter(pk=kwargs["translation_id"]).select_related("target_locale").first()
        if job is not None and not may_translate(request.user, job.target_locale.language_code):
            raise PermissionDenied
