from django.apps import AppConfig


class StoriesConfig(AppConfig):
    """What we say about facts, once per language."""

    name = "movingcities.stories"
    verbose_name = "Stories"

    def ready(self) -> None:
        from movingcities.stories import receivers
        from movingcities.stories.models import STORY_MODELS
        from movingcities.translation.kinds import register
        from movingcities.translation.receivers import follow

        receivers.connect()
        # Below the pages (100): portraits first, the texts of decisions last.
        for place, model in enumerate(STORY_MODELS):
            follow(model)
            register(model, weight=len(STORY_MODELS) - place, related=(model.fact_name,))
