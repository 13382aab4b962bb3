"""Somebody without script goes from a question to a list, and every count says the same."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_sentence_list_and_map_of_a_network_agree_without_script(page_without_script):
    page = page_without_script
    page.goto("/en/")
    page.get_by_role("searchbox").first.fill("Potsdam")
    page.get_by_role("searchbox").first.press("Enter")
    page.get_by_role("link", name="Cities of Safe Harbours").first.click()
    count_of_network = page.locator("section[aria-labelledby=members]").get_by_role("listitem").count()

    page.get_by_role("link", name="Narrow these places down").click()
    expect(page).to_have_url("/en/places/?network=safe-harbours")
    _expect_everywhere(page, count_of_network)

    page.get_by_label("Country").select_option(label="Italy (1)")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile(r"country=IT"))
    _expect_everywhere(page, 1)
    expect(page.get_by_role("rowheader")).to_contain_text("Palermo")


def _expect_everywhere(page: Page, count: int) -> None:
    """Sentence, list and map show as many places."""
    assert count
    expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile(rf"^{count}\s"))
    expect(page.get_by_role("rowheader")).to_have_count(count)
    expect(page.locator("svg.map a.light")).to_have_count(count)
