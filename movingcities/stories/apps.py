from django.apps import AppConfig


class StoriesConfig(AppConfig):
    """What we say about facts, once per language."""

    name = "movingcities.stories"
    verbose_name = "Stories"

    def ready(self) -> None:
        from movingcities.stories import receivers

        receivers.connect()
