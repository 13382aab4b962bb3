from django.apps import AppConfig


class MediaConfig(AppConfig):
    """Images and documents, with the words and rights that publishing them needs."""

    name = "movingcities.media"
    verbose_name = "Media"

    def ready(self) -> None:
        from movingcities.media import receivers

        receivers.connect()
