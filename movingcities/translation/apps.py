from django.apps import AppConfig


class TranslationConfig(AppConfig):
    """Who put a text into its language, from which original, and the desk where that is done."""

    name = "movingcities.translation"
    verbose_name = "Translation"
