from django.apps import AppConfig


class WebsiteConfig(AppConfig):
    """The public pages: everything below, read and shown."""

    name = "movingcities.website"
    verbose_name = "Website"
