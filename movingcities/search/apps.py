from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Full text over names and stories."""

    name = "movingcities.search"
    verbose_name = "Search"
