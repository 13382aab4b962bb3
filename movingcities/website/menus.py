"""The menus of the head and the foot, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.urls import reverse

from movingcities.design.components import Link
from movingcities.languages.maps import FALLBACK_LANGUAGE
from movingcities.pages.models import MenuItem
from movingcities.pages.queries import words_of_path
from movingcities.website.addresses import list_address
from movingcities.website.phrases import foreign

Menus = Mapping[str, Sequence[Link]]
"""{where a menu stands: its links}; a place without a menu is missing."""


def read_menus(language: str) -> Menus:
    """The links of all menus whose pages readers can find; one query."""
    menus: dict[str, list[Link]] = {}
    for item in MenuItem.objects.for_readers(language):
        links = menus.setdefault(item.menu.where, [])
        link = _link(item, language)
        if link is not None:
            links.append(link)
    return menus


def _link(item: MenuItem, language: str) -> Link | None:
    if item.list:
        return Link(str(item.get_list_display()), list_address(item.list))
    if item.address:
        return Link(item.label, item.address)
    # The query has added them: what the page is called, and where, if it is live.
    title, spare, path = item.own_title, item.spare_title, item.live_path  # type: ignore[attr-defined]
    if path is None:
        return None
    written_in = language if title else FALLBACK_LANGUAGE
    return Link(
        title or spare, reverse("wagtail_serve", args=[words_of_path(path)]), foreign(written_in, language)
    )
