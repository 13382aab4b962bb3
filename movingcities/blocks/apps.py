from django.apps import AppConfig


class BlocksConfig(AppConfig):
    """The building blocks of long texts."""

    name = "movingcities.blocks"
    verbose_name = "Blocks"
