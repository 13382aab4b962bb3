"""Somebody looks up a town and follows it to the network it belongs to."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_a_town_is_found_from_home_and_leads_to_its_network(page):
    _look_up_potsdam_and_its_network(page)


def test_the_same_way_is_open_without_script(page_without_script):
    _look_up_potsdam_and_its_network(page_without_script)


def _look_up_potsdam_and_its_network(page: Page) -> None:
    page.goto("/en/")
    search = page.get_by_role("searchbox").first
    search.fill("Potsdam")
    search.press("Enter")
    expect(page).to_have_url("/en/places/de/potsdam/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Potsdam")

    page.get_by_role("link", name="Cities of Safe Harbours").first.click()

    expect(page).to_have_url("/en/networks/safe-harbours/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Cities of Safe Harbours")
    expect(page.get_by_role("link", name="Palermo").first).to_be_visible()
