"""Somebody asks for nothing that is there, or has a browser that cannot do much: map and list hold out."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.until import until

pytestmark = pytest.mark.browser

MISSING = ["customElements", "Path2D", "ResizeObserver", "HTMLDialogElement"]


@pytest.mark.parametrize("feature", MISSING)
def test_a_browser_without_a_feature_keeps_drawing_and_list_and_says_so(page: Page, feature):
    page.add_init_script(f"delete window.{feature}")
    page.goto("/en/places/")

    expect(page.locator(".map-message")).to_contain_text("cannot move the map")
    expect(page.locator(".map-controls")).to_be_hidden()
    page.locator("svg.map a.light", has_text="Palermo").hover()
    expect(page.locator("p[role=status].visually-hidden")).to_be_attached()
    page.get_by_label("Country").select_option("IT")
    expect(page).to_have_url("/en/places/?country=IT")
    expect(page.get_by_role("rowheader")).to_have_count(1)
    expect(page.locator("svg.map a.light")).to_have_count(1)


def test_a_script_that_does_not_arrive_is_said_and_harms_nothing(browser, site):
    # A page of its own: the browser itself complains of what it cannot load.
    context = browser.new_context(base_url=site)
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(error))
    page.route("**/living-map*.js", lambda route: route.abort())

    page.goto("/en/places/")

    expect(page.locator(".map-message")).to_contain_text("no connection")
    expect(page.locator("svg.map a.light")).to_have_count(2)
    assert errors == []
    context.close()


def test_a_filter_that_matches_nothing_leaves_the_map_and_ways_out(page: Page):
    page.goto("/en/places/")
    expect(page.locator(".map-controls")).to_be_visible()

    page.get_by_label("Place or word").fill("nothing like this")
    page.get_by_label("Place or word").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("No place matches")
    expect(page.get_by_role("status").first).to_have_text("No place matches")
    expect(page.locator("svg.map-europe")).to_have_accessible_name("Map: No place matches")
    page.locator("living-map .map-frame").focus()
    page.keyboard.press("+")
    expect(page).to_have_url(re.compile("#map=1.8/"))

    page.get_by_role("link", name="All active places").click()
    expect(page.get_by_role("rowheader")).to_have_count(2)
    expect(page.locator("living-map")).to_have_count(1)


def test_a_stale_fragment_of_another_map_looks_where_this_map_can(page: Page):
    # East of Iceland, kept from Europe; what is shown is Germany.
    page.goto("/en/places/?country=DE#map=40/2900/5100")
    until(page, "document.querySelector('living-map').camera?.zoom > 1")

    page.locator("living-map .map-frame").focus()
    page.keyboard.press("0")

    expect(page).to_have_url("/en/places/?country=DE")
    expect(page.locator("svg.map a.light")).to_have_count(1)
