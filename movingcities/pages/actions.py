"""Writes to pages."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from movingcities.languages.actions import ensure_locales
from movingcities.pages.models import FeaturedPlace, HomePage
from movingcities.places.models import Place


def ensure_home_pages(*, featured: Sequence[Place], hostname: str, port: int) -> int:
    """A home page for each language that has none, the English one as the site's root; returns how many."""
    with transaction.atomic():
        ensure_locales()
        made = 0
        original = HomePage.objects.filter(locale__language_code=settings.LANGUAGE_CODE).first()
        if original is None:
            _remove_welcome_page()
            original = HomePage(
                title=settings.WAGTAIL_SITE_NAME,
                slug="home",
                locale=Locale.objects.get(language_code=settings.LANGUAGE_CODE),
            )
            root = Page.objects.filter(depth=1).get()
            root.add_child(instance=original)
            original.featured_places.set(
                [FeaturedPlace(place=place, sort_order=order) for order, place in enumerate(featured)]
            )
            original.save()
            Site.objects.create(
                hostname=hostname,
                port=port,
                root_page=original,
                is_default_site=True,
                site_name=settings.WAGTAIL_SITE_NAME,
            )
            made += 1
        for code, _name in settings.LANGUAGES:
            locale = Locale.objects.get(language_code=code)
            if not original.has_translation(locale) and code != settings.LANGUAGE_CODE:
                page = original.copy_for_translation(locale, copy_parents=False, alias=False)
                page.slug = f"home-{code}"
                page.live = True
                page.save()
                made += 1
        return made


def _remove_welcome_page() -> None:
    """Wagtail's migrations make a site with a page that welcomes the developer, under the slug of ours."""
    welcome = Page.objects.filter(depth=2, slug="home", content_type__model="page").first()
    if welcome is not None:
        Site.objects.filter(root_page=welcome).delete()
        welcome.delete()
