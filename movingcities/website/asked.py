"""Questions outside the filters: what an address says, and the pages of what was found."""

from __future__ import annotations

from collections.abc import Callable

from movingcities.design.components import Pages

LONGEST_PAGE_NUMBER = 9
"""Digits; a longer number is no page of ours."""


def printable(text: str) -> str:
    """A question without control characters and with single spaces."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def page_number(text: str) -> int:
    """The page asked for, or 1 for what is no number; whether there is one shows when they are counted."""
    is_number = text.isascii() and text.isdigit() and len(text) <= LONGEST_PAGE_NUMBER
    return int(text) if is_number else 1


def numbered_pages(number: int, total: int, address: Callable[[int], str]) -> Pages:
    """Where the reader stands; `address` leads to a page by its number."""
    return Pages(
        number,
        total,
        previous_url=address(number - 1) if number > 1 else "",
        next_url=address(number + 1) if number < total else "",
    )
