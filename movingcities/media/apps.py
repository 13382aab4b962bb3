from django.apps import AppConfig


class MediaConfig(AppConfig):
    """Images and documents; none is accepted without credit and licence."""

    name = "movingcities.media"
    verbose_name = "Media"
