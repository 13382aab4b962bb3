"""Somebody whose browser runs no script does everything the site is for."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_language_search_place_network_overlay_and_years_work_without_script(page_without_script: Page):
    page = page_without_script
    page.goto("/en/")
    expect(page.get_by_role("img", name=re.compile("^Map of Europe"))).to_be_visible()
    expect(page.locator(".map-controls").first).to_be_hidden()

    page.locator(".languages summary").click()
    page.get_by_role("link", name="Deutsch").first.click()
    expect(page).to_have_url("/de/")
    page.get_by_role("searchbox").first.fill("Nachbarschaftsdokument")
    page.get_by_role("searchbox").first.press("Enter")
    page.get_by_role("link", name="Nachbarschaftsdokument").click()
    page.get_by_role("link", name="Potsdam, Deutschland").first.click()
    expect(page).to_have_url("/de/places/de/potsdam/")

    page.get_by_role("link", name="Open Ports").first.click()
    page.locator("#overlay-with").select_option("safe-harbours")
    page.locator(".overlay-chooser button").click()
    expect(page).to_have_url(re.compile(r"/de/networks/open-ports/\?with=safe-harbours"))
    expect(page.locator(".lights.both").first).to_be_attached()

    page.goto("/de/places/")
    page.locator("#more-filters > summary").click()
    page.locator("#filter-by").select_option("2015")
    page.locator(".filters button").click()
    expect(page).to_have_url(re.compile(r"by=2015"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("2015")
    expect(page.get_by_role("rowheader")).to_contain_text(["Potsdam"])
    expect(page.locator("svg.map a.light")).to_have_count(1)


def test_a_light_of_the_drawing_leads_to_its_place(page_without_script: Page):
    page = page_without_script
    page.goto("/en/places/")

    page.locator("svg.map a.light", has_text="Palermo").click()

    expect(page).to_have_url("/en/places/it/palermo/")
