"""Writes to pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from django.conf import settings
from django.db import transaction
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, Revision, Site

from movingcities.accounts.models import User
from movingcities.evidence.actions import log_change
from movingcities.languages.actions import ensure_locales
from movingcities.pages.editorial import EditorialPage
from movingcities.pages.models import FeaturedPlace, HomePage, Menu, MenuItem
from movingcities.pages.queries import live_languages, words_of_path
from movingcities.places.models import Place
from movingcities.translation.rules import standing_of
from movingcities.translation.segments import texts_of

AnyPage = TypeVar("AnyPage", bound=EditorialPage)


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


def publish_page(
    *,
    model: type[AnyPage],
    parent: Page,
    language: str,
    slug: str,
    words: Mapping[str, Any],
    original: EditorialPage | None = None,
    existing: AnyPage | None = None,
    is_draft: bool = False,
    by: User | None,
    at: datetime,
    why: str = "",
) -> AnyPage:
    """Write a page below another as a revision that editors can go back from, and publish it unless a draft.

    `words` maps fields to values, the body to stream data. With an `original` it is a machine's translation
    of that page. Raises ValidationError, and NotReady where `words` say what is to be filled in first.
    """
    with transaction.atomic():
        page = existing or model(locale=Locale.objects.get(language_code=language), slug=slug, live=False)
        for name, value in words.items():
            setattr(page, name, value)
        if original is not None:
            page.translation_key = original.translation_key
            page.origin = EditorialPage.Origin.MACHINE
            page.standing = dict(standing_of(texts_of(page), texts_of(original), page.origin))
            page.outdated = []
        if existing is None:
            parent.add_child(instance=page)
        else:
            # What is noted of a translation is none of the words that a revision keeps.
            notes = {"origin": page.origin, "standing": page.standing, "outdated": page.outdated}
            model._default_manager.filter(pk=page.pk).update(**notes)
        revision = page.save_revision(user=by, log_action=False)
        if not is_draft:
            revision.publish(user=by, log_action=False)
        log_change(
            verb="corrected" if existing else "written" if is_draft else "published",
            kind="page",
            object_id=page.pk,
            by=by,
            at=at,
            why=why,
        )
    # Publishing wrote another copy of the page.
    page.refresh_from_db()
    return page


def set_menu(
    *, where: str, items: Sequence[Mapping[str, Any]], by: User | None, at: datetime, why: str = ""
) -> Menu:
    """Let a menu have these links, each with a page, a list, or an address and its label.

    Raises ValidationError where one leads nowhere.
    """
    with transaction.atomic():
        menu, is_new = Menu.objects.get_or_create(where=where)
        MenuItem.objects.filter(menu=menu).delete()
        for order, item in enumerate(items):
            link = MenuItem(menu=menu, sort_order=order, **item)
            link.full_clean()
            link.save()
        verb = "added" if is_new else "corrected"
        log_change(verb=verb, kind="menu", object_id=menu.pk, by=by, at=at, why=why)
    return menu


def keep_addresses_alike(*, page: EditorialPage, before: EditorialPage) -> None:
    """Give the translations of a page its new last word, and lead readers of other languages on to it."""
    if page.is_translation:
        return
    with transaction.atomic():
        translations = type(page)._default_manager.filter(translation_key=page.translation_key)
        for translation in translations.exclude(pk=page.pk).exclude(slug=page.slug):
            translation.slug = page.slug
            translation.save()
            for revision in Revision.objects.filter(
                pk__in=[translation.latest_revision_id, translation.live_revision_id]
            ):
                Revision.objects.filter(pk=revision.pk).update(
                    content={**revision.content, "slug": page.slug, "url_path": translation.url_path}
                )
        _redirect_where_untranslated(page, before)


def _redirect_where_untranslated(page: EditorialPage, before: EditorialPage) -> None:
    """Wagtail leads on where there is a page; where English stands in for one, this does."""
    translated = set(live_languages(page))
    moved = [
        (before.url_path + each[len(page.url_path) :], each)
        for each in page.get_descendants(inclusive=True).values_list("url_path", flat=True)
    ]
    for site in Site.objects.filter(is_default_site=True):
        for code, _name in settings.LANGUAGES:
            if code in translated:
                continue
            for old, new in moved:
                Redirect.objects.update_or_create(
                    old_path=Redirect.normalise_path(f"/{code}/{words_of_path(old)}"),
                    site=site,
                    defaults={
                        "redirect_link": f"/{code}/{words_of_path(new)}",
                        "redirect_page": None,
                        "automatically_created": True,
                    },
                )


def _remove_welcome_page() -> None:
    """Wagtail's migrations make a site with a page that welcomes the developer, under the slug of ours."""
    welcome = Page.objects.filter(depth=2, slug="home", content_type__model="page").first()
    if welcome is not None:
        Site.objects.filter(root_page=welcome).delete()
        welcome.delete()
