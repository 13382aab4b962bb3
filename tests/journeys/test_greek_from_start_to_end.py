"""Somebody who reads Greek comes, finds an answer and goes round: Greek all the way."""

import re

import pytest
from playwright.sync_api import Page, expect

from scripts.foreign_words import foreign_words
from scripts.markup import Document

pytestmark = pytest.mark.browser

GREEK = re.compile(r"[Α-Ωα-ωΆ-Ώά-ώ]")


def test_a_reader_of_greek_meets_greek_from_question_to_country(new_visitor):
    page = new_visitor(locale="el-GR")
    page.goto("/")
    expect(page).to_have_url("/el/")
    _expect_greek(page)

    page.get_by_role("searchbox").first.fill("στέγαση")
    page.get_by_role("searchbox").first.press("Enter")
    expect(page).to_have_url(re.compile("/el/search/"))
    _expect_greek(page)

    _follow(page, "Υποδοχή στον σταθμό και στέγαση", "/el/approaches/potsdam-welcome/")
    expect(page.get_by_text("μεταφράστηκαν αυτόματα").first).to_be_visible()
    _follow(page, "Πότσνταμ, Γερμανία", "/el/places/de/potsdam/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Πότσνταμ")
    expect(page.locator("main [lang=de]", has_text="Potsdam").first).to_be_visible()
    _follow(page, "Cities of Safe Harbours", "/el/networks/safe-harbours/")
    expect(page.get_by_role("heading", level=1)).to_have_attribute("lang", "en")
    _follow(page, "Γερμανία", "/el/countries/de/")
    _follow(page, "Moving Cities", "/el/", within="header")


def _follow(page: Page, name: str, address: str, within: str = "main") -> None:
    page.locator(within).get_by_role("link", name=name, exact=within == "main").first.click()
    expect(page).to_have_url(address)
    _expect_greek(page)


def _expect_greek(page: Page) -> None:
    """The page says that it is Greek, and so does its title, or says what it is; nothing else is unmarked.

    What is looked at is the page as the script left it.
    """
    expect(page.locator("html")).to_have_attribute("lang", "el")
    assert GREEK.search(page.title()) or page.locator("title[lang]").count(), page.title()
    assert foreign_words(Document.parse(page.content()), "el") == [], page.url
