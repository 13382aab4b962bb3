"""The website as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class WebsiteConfig(AppConfig):
    """The public pages: everything below, read and shown."""

    name = "movingcities.website"
    verbose_name = "Website"

    def ready(self) -> None:
        """Tell pages and stories what the website shows them with, and where."""
        from movingcities.pages.frames import register_context, reserve
        from movingcities.stories.previewing import register_address
        from movingcities.website import addresses
        from movingcities.website.urls import first_words
        from movingcities.website.views import editorial
        from movingcities.website.views.home import home_context

        register_context("HomePage", home_context)
        register_context("SectionPage", editorial.section_context)
        register_context("GuidePage", editorial.guide_context)
        register_context("NewsPage", editorial.news_context)
        register_context("ArticlePage", editorial.article_context)
        reserve(first_words())
        for fact_name, address in (
            ("place", addresses.place_address),
            ("approach", addresses.approach_address),
            ("network", addresses.network_address),
            ("decision", addresses.decision_address),
            ("country", lambda country: addresses.country_address(country.pk)),
        ):
            register_address(fact_name, address)
