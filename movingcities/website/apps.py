"""The website as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class WebsiteConfig(AppConfig):
    """The public pages: everything below, read and shown."""

    name = "movingcities.website"
    verbose_name = "Website"

    def ready(self) -> None:
        """Tell the pages what the website shows them with."""
        from movingcities.pages.frames import register_context
        from movingcities.website.views.home import home_context

        register_context("HomePage", home_context)
