"""How others may cite a page."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _

from movingcities.languages.saying import say_date


def citation(title: str, path: str, changed_on: date | None, language: str) -> str:
    """One line: what, where, as of which day; `changed_on` is the day its record last changed."""
    words = {"title": title, "site": settings.WAGTAIL_SITE_NAME, "address": settings.SITE_URL + path}
    if changed_on is None:
        return _("“%(title)s”, %(site)s, %(address)s (CC BY 4.0).") % words
    words["day"] = say_date(changed_on, language)
    return _("“%(title)s”, %(site)s, as of %(day)s, %(address)s (CC BY 4.0).") % words
