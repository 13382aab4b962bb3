from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    """How we know: sources, and what every sourced record shares."""

    name = "movingcities.evidence"
    verbose_name = "Evidence"
