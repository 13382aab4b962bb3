"""Somebody uses the keyboard only."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

MOST_STEPS = 15


def test_the_first_step_leads_past_the_masthead(page):
    page.goto("/en/places/")

    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()

    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_filter_is_filled_in_and_sent_without_a_mouse(page):
    page.goto("/en/places/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    _step_to(page, page.get_by_label("Place or word"))
    page.keyboard.type("Palermo")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"[?&]q=Palermo"))
    expect(page.get_by_role("rowheader")).to_contain_text("Palermo")


def _step_to(page: Page, target) -> None:
    for _step in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"not reached in {MOST_STEPS} steps")
