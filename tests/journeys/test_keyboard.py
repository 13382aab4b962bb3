"""Somebody uses the keyboard only."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

MOST_STEPS = 15
# As it is typed: in Greek without accents, and by the name the town has in that language.
ASKED = {"en": "Potsdam", "el": "ποτσνταμ"}
# What has the focus, if that is not to be seen.
UNSEEN = """(({ activeElement: focused }) =>
    getComputedStyle(focused).outlineStyle === "none" ? focused.outerHTML.slice(0, 200) : null)(document)"""


def test_the_first_step_leads_past_the_masthead(page: Page):
    page.goto("/en/places/")

    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()

    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("language", ASKED)
def test_a_place_is_found_from_the_front_page(page: Page, language):
    page.goto(f"/{language}/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    _step_to(page, page.get_by_role("searchbox").first)
    page.keyboard.type(ASKED[language])
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"/{language}/places/de/potsdam/")


def test_the_filter_is_filled_in_and_a_row_leads_to_its_light_and_to_its_place(page: Page):
    page.goto("/en/places/")
    expect(page.locator(".map-controls")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    _step_to(page, page.get_by_label("Place or word"))
    page.keyboard.type("Palermo")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"[?&]q=Palermo"))
    expect(page.get_by_role("rowheader", name="Palermo")).to_be_visible()
    expect(page.get_by_label("Place or word")).to_be_focused()

    _step_to(page, page.get_by_role("link", name="Skip the map: go to the list"))
    page.keyboard.press("Enter")
    _step_to(page, page.get_by_role("rowheader", name="Palermo").get_by_role("link"))
    expect(page.locator(".map-card").get_by_role("link", name="Cities of Safe Harbours")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".map-card")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page).to_have_url("/en/places/it/palermo/")


def _step_to(page: Page, target: Locator) -> None:
    """Press Tab until something has the focus; wherever it is on the way, the focus is to be seen."""
    for _step in range(MOST_STEPS):
        page.keyboard.press("Tab")
        assert page.evaluate(UNSEEN) is None
        if target.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"not reached in {MOST_STEPS} steps")
