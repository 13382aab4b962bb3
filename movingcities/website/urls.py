"""Public addresses of facts, stable in every language (ADR 3)."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "website"
urlpatterns: list[URLPattern] = []
