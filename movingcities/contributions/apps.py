"""What reaches us from outside."""

from django.apps import AppConfig


class ContributionsConfig(AppConfig):
    """What reaches us from outside; for now the starter dataset."""

    name = "movingcities.contributions"
    verbose_name = "Contributions"
