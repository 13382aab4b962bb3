from django.apps import AppConfig


class PagesConfig(AppConfig):
    """Free-standing editorial pages; the home page of each language is the first."""

    name = "movingcities.pages"
    verbose_name = "Pages"
