"""Names of countries with what European institutions add to them."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from movingcities.languages.saying import country_name

KOSOVO = "XK"


def country_label(code: str, language: str) -> str:
    """The country's name for a heading or a list; Kosovo’s with the asterisk of its footnote."""
    name = country_name(code, language)
    return f"{name}*" if code == KOSOVO else name


def designation_note(codes: Iterable[str]) -> str:
    """The footnote that the asterisk leads to, as the European Union words it; empty without Kosovo."""
    if KOSOVO not in codes:
        return ""
    return _(
        "* This designation is without prejudice to positions on status, and is in line with "
        "UNSCR 1244/1999 and the ICJ Opinion on the Kosovo declaration of independence."
    )
