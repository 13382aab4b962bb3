from django.apps import AppConfig


class LanguagesConfig(AppConfig):
    """Locales, language maps and how names, dates and numbers are said in each language."""

    name = "movingcities.languages"
    verbose_name = "Languages"
