"""What an editorial page says around its body: the way here, its parts, who translated it, what is below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wagtail.models import Page

from movingcities.design.components import Link
from movingcities.languages.maps import Said
from movingcities.pages.models import EditorialPage
from movingcities.pages.queries import children_of, parents_of
from movingcities.website.addresses import page_address
from movingcities.website.phrases import foreign
from movingcities.website.translations import TranslationNote, note_of_page

SHORTEST_INDEX = 3
"""Headings from which on a page is long enough for an index of its parts."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """A page below this one; `language` of its words where it is not the page’s own."""

    title: Link
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class EditorialText:
    """Everything around the body of a page; `language` of its words where it is not the reader’s."""

    title: Said
    teaser: Said
    language: str
    above: Sequence[Link]
    translation: TranslationNote | None
    children: Sequence[PageLine]


def read_editorial_page(page: EditorialPage, language: str, *, lists_children: bool) -> EditorialText:
    """Read what stands around the body; one query for what is above, four for what is below."""
    own = page.locale.language_code
    return EditorialText(
        title=Said(page.title, own),
        teaser=Said(page.teaser, own),
        language=foreign(own, language),
        above=[page_link(each, language) for each in parents_of(page, language)],
        translation=note_of_page(page, language),
        children=[_line(each, language) for each in children_of(page, language)] if lists_children else [],
    )


def page_link(page: Page, language: str) -> Link:
    """A page by its title, marked with its language where that is not the reader’s."""
    return Link(page.title, page_address(page), foreign(page.locale.language_code, language))


def _line(page: EditorialPage, language: str) -> PageLine:
    return PageLine(page_link(page, language), page.teaser, foreign(page.locale.language_code, language))
