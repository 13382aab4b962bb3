from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    """What councils decided."""

    name = "movingcities.decisions"
    verbose_name = "Decisions"
