from django.apps import AppConfig


class ApproachesConfig(AppConfig):
    """What municipalities do: topics and local approaches."""

    name = "movingcities.approaches"
    verbose_name = "Approaches"
