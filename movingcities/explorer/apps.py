"""Lists and what they are asked."""

from django.apps import AppConfig


class ExplorerConfig(AppConfig):
    """One filter for list, map and counts."""

    name = "movingcities.explorer"
    verbose_name = "Explorer"

    def ready(self) -> None:
        """Let live numbers and small maps ask for what the lists can be asked for."""
        from movingcities.blocks.facts import read_queries_with
        from movingcities.explorer.asked_by_editors import checked_query

        read_queries_with(checked_query)
