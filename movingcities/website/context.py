"""What every public page is framed with: masthead, languages and footer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from movingcities.design.components import FooterColumn, LanguageLink, Link
from movingcities.pages.models import Menu
from movingcities.website.addresses import home_address, in_language, list_address
from movingcities.website.menus import Menus, read_menus

# Longer than any view of ours; repeated in fourteen links, more would only make a large page.
LONGEST_QUERY = 2_000


def site_frame(request: HttpRequest) -> dict[str, Any]:
    """Masthead, footer and language links; nothing in the editorial system."""
    words = request.path.split("/")
    if len(words) < 2 or words[1] not in dict(settings.LANGUAGES):
        return {}
    section = words[2] if len(words) > 2 else ""
    # A fragment that a script asks for has no head and no foot: it need not read them.
    menus: Any = SimpleLazyObject(lambda: read_menus(words[1]))
    return {
        "home_url": home_address(),
        "search_url": list_address("search"),
        "search_is_current": section == "search",
        "feed_url": reverse("website:feed"),
        "navigation": SimpleLazyObject(lambda: navigation(section, menus)),
        "language_links": language_links(request),
        "footer_columns": SimpleLazyObject(lambda: footer_columns(request, menus)),
        "style_sheets": ("map/map.css", "map/living-map.css"),
        "scripts": ("website/start.js",),
    }


def navigation(section: str, menus: Menus) -> list[Link]:
    """The words of the masthead; `section` is the first word of the address after the language."""
    chosen = menus.get(Menu.Where.HEAD)
    if chosen:
        return [replace(link, is_current=bool(section) and _section(link.url) == section) for link in chosen]
    words = (
        ("places", _("Places")),
        ("approaches", _("Approaches")),
        ("networks", _("Networks")),
        ("decisions", _("Decisions")),
        ("countries", _("Countries")),
    )
    return [Link(label, list_address(name), is_current=name == section) for name, label in words]


def language_links(request: HttpRequest) -> list[LanguageLink]:
    """The same thing in every language: only the first word of the address differs."""
    query = request.META.get("QUERY_STRING", "")
    address = request.get_full_path() if len(query) <= LONGEST_QUERY else request.path
    return [
        LanguageLink(
            code,
            get_language_info(code)["name_local"].capitalize(),
            in_language(address, code),
            code == get_language(),
        )
        for code, _name in settings.LANGUAGES
    ]


def _section(address: str) -> str:
    """The first word of an address of ours after the language."""
    words = address.split("/")
    return words[2] if address.startswith("/") and len(words) > 2 else ""


def footer_columns(request: HttpRequest, menus: Menus) -> list[FooterColumn]:
    """The menus of the foot, else the lists by what one comes for; then the languages."""
    languages = FooterColumn(
        _("Languages"), [Link(link.name, link.url, link.code) for link in language_links(request)]
    )
    return [*(_chosen_columns(menus) or _usual_columns()), languages]


def _chosen_columns(menus: Menus) -> list[FooterColumn]:
    """What editors put into the foot; the feed is always among it."""
    feed = Link(_("New and changed (Atom feed)"), reverse("website:feed"))
    columns: tuple[tuple[Menu.Where, str, list[Link]], ...] = (
        (Menu.Where.FOOT_PROJECT, _("The project"), []),
        (Menu.Where.FOOT_TAKE_PART, _("Take part"), []),
        (Menu.Where.FOOT_RIGHTS, _("Facts and rights"), [feed]),
    )
    if not any(menus.get(where) for where, _title, _more in columns):
        return []
    return [
        FooterColumn(title, links)
        for where, title, more in columns
        if (links := [*menus.get(where, ()), *more])
    ]


def _usual_columns() -> list[FooterColumn]:
    """What the foot says where no editor has chosen."""
    return [
        FooterColumn(
            _("Who acts"),
            [
                Link(_("Places"), list_address("places")),
                Link(_("Networks"), list_address("networks")),
                Link(_("Countries"), list_address("countries")),
            ],
        ),
        FooterColumn(
            _("What they do"),
            [
                Link(_("Approaches"), list_address("approaches")),
                Link(_("Topics"), list_address("topics")),
                Link(_("Decisions"), list_address("decisions")),
            ],
        ),
        FooterColumn(
            _("How we know"),
            [
                Link(_("About the data"), list_address("about_the_data")),
                Link(_("Sources"), list_address("sources")),
                Link(_("Accessibility"), list_address("accessibility")),
                Link(_("New and changed (Atom feed)"), reverse("website:feed")),
            ],
        ),
    ]
