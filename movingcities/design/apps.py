"""The app itself."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    """How everything looks: base template, components, flags, fonts, style sheets; no tables."""

    name = "movingcities.design"
    verbose_name = "Design"
