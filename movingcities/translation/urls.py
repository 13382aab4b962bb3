"""Addresses of the translation desk inside the editorial system."""

from __future__ import annotations

from django.urls import path

from movingcities.translation import views

app_name = "translation_desk"
_TEXT = "<slug:language>/<slug:kind>/<str:pk>"
urlpatterns = [
    path("", views.DashboardView.as_view(), name="dashboard"),
    path("text/<slug:kind>/<str:pk>/", views.ChoiceView.as_view(), name="choice"),
    path("<slug:language>/", views.QueueView.as_view(), name="queue"),
    path("<slug:language>/export/", views.export_files, name="export"),
    path("<slug:language>/by-machine/", views.queue_by_machine, name="queue_by_machine"),
    path("<slug:language>/import/", views.import_file, name="import"),
    path(f"{_TEXT}/translate/", views.translate, name="translate"),
    path(f"{_TEXT}/by-machine/", views.by_machine, name="by_machine"),
    path(f"{_TEXT}/compare/", views.ComparisonView.as_view(), name="comparison"),
    path(f"{_TEXT}/preview/", views.preview, name="preview"),
]
