from django.apps import AppConfig


class StoriesConfig(AppConfig):
    """What we say about facts, once per language."""

    name = "movingcities.stories"
    verbose_name = "Stories"

    def ready(self) -> None:
        from movingcities.stories import receivers
        from movingcities.stories.models import STORY_MODELS
        from movingcities.translation.receivers import follow

        receivers.connect()
        for model in STORY_MODELS:
            follow(model)
