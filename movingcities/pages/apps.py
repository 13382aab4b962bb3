from django.apps import AppConfig


class PagesConfig(AppConfig):
    """Free-standing editorial pages; the home page of each language is the first."""

    name = "movingcities.pages"
    verbose_name = "Pages"

    def ready(self) -> None:
        from movingcities.pages import receivers
        from movingcities.pages.models import PAGE_MODELS
        from movingcities.translation.kinds import register
        from movingcities.translation.receivers import follow

        receivers.connect()
        for model in PAGE_MODELS:
            follow(model)
            register(model, weight=100)
