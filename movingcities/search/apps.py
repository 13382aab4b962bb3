"""Full text over names and stories."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Full text over names and stories."""

    name = "movingcities.search"
    verbose_name = "Search"

    def ready(self) -> None:
        """Follow what is written in the storeys below."""
        from movingcities.search import receivers

        receivers.connect()
