"""Lists and what they are asked."""

from django.apps import AppConfig


class ExplorerConfig(AppConfig):
    """One filter for list, map and counts."""

    name = "movingcities.explorer"
    verbose_name = "Explorer"
