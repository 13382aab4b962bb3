"""Who may write, translate and publish: pure, from a role and what it is for."""

from __future__ import annotations

from collections.abc import Collection

RESEARCHER = "researcher"
COUNTRY_EDITOR = "country_editor"
TRANSLATOR = "translator"
MANAGING_EDITOR = "managing_editor"
ADMINISTRATOR = "administrator"

EVERYWHERE = frozenset({MANAGING_EDITOR, ADMINISTRATOR})
"""Roles that are for all countries and languages."""


def is_responsible(role: str, own: Collection[str], asked: Collection[str]) -> bool:
    """Whether somebody may write on what lies in these countries (ISO codes): on one of the own at least.

    What lies nowhere is for those who are responsible everywhere.
    """
    if role in EVERYWHERE:
        return True
    return role in (RESEARCHER, COUNTRY_EDITOR) and bool(set(own) & set(asked))


def may_publish(role: str) -> bool:
    """Whether somebody may make words public, be it in one country or language only."""
    return role in EVERYWHERE | {COUNTRY_EDITOR, TRANSLATOR}


def may_translate(role: str, own: Collection[str], language: str) -> bool:
    """Whether somebody may translate into a language and check what a machine translated."""
    return role in EVERYWHERE or (role == TRANSLATOR and language in own)
