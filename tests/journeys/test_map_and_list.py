"""Somebody reads list and map together: each shows where the other is, and filters change both."""

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

pytestmark = pytest.mark.browser


def _visit(page: Page) -> None:
    page.goto("/en/places/")
    expect(page.locator(".map-controls")).to_be_visible()


def _light(page: Page, name: str) -> dict[str, float]:
    """Where a light stands in the window."""
    return page.evaluate(
        """async (name) => {
            const map = document.querySelector("living-map");
            await map.start();
            const [left, top] = map.camera.pixel(map.lights.find((light) => light.name === name));
            const box = map.picture.canvas.getBoundingClientRect();
            return { x: box.left + left, y: box.top + top };
        }""",
        name,
    )


def test_a_light_says_what_it_is_and_the_pointer_may_rest_on_its_card(page: Page):
    _visit(page)
    page.locator("living-map").scroll_into_view_if_needed()
    card = page.locator(".map-card")

    page.mouse.move(**_light(page, "Potsdam"))
    expect(card.get_by_role("link", name="Potsdam")).to_have_attribute("href", "/en/places/de/potsdam/")
    expect(card.get_by_role("link", name="Cities of Safe Harbours")).to_be_visible()
    card.get_by_role("link", name="Cities of Safe Harbours").hover()
    page.mouse.down()
    expect(card).to_be_visible()

    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_a_row_with_the_focus_shows_its_light(page: Page):
    _visit(page)

    page.get_by_role("rowheader", name="Palermo").get_by_role("link").focus()

    expect(page.locator(".map-card").get_by_role("link", name="Palermo")).to_be_visible()
    assert page.evaluate("document.querySelector('living-map').card.lights[0].name") == "Palermo"
    page.get_by_label("Country").focus()
    expect(page.locator(".map-card")).to_be_hidden()


def test_a_row_that_had_the_focus_before_the_script_arrived_shows_its_light(page: Page):
    link = page.get_by_role("rowheader", name="Palermo").get_by_role("link")

    def focus_first(route: Route) -> None:
        link.focus()
        route.continue_()

    page.route("**/map/living-map*.js", focus_first)
    page.goto("/en/places/")

    expect(page.locator(".map-card").get_by_role("link", name="Palermo")).to_be_visible()


def test_a_click_on_a_light_marks_its_row(page: Page):
    _visit(page)
    page.locator("living-map").scroll_into_view_if_needed()

    page.mouse.click(**_light(page, "Palermo"))

    expect(page.locator("tr.is-here")).to_contain_text("Palermo")


def test_filters_change_list_and_map_without_a_reload_and_back_undoes_them(page: Page):
    _visit(page)
    page.evaluate("window.stayed = true")

    page.get_by_label("Country").select_option("IT")
    expect(page).to_have_url("/en/places/?country=IT")
    expect(page.get_by_role("rowheader")).to_have_count(1)
    expect(page.get_by_role("status").first).to_contain_text("Italy")
    expect(page.locator("living-map")).to_have_attribute("data-lights", re.compile("country=IT"))
    page.get_by_role("link", name="Italy remove this filter").click()
    expect(page.get_by_role("rowheader")).to_have_count(2)

    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Italy")
    page.go_back()
    expect(page).to_have_url("/en/places/")
    expect(page.get_by_role("rowheader")).to_have_count(2)
    assert page.evaluate("window.stayed")


def test_without_a_connection_map_and_list_stay_and_say_so(browser: Browser, site: str):
    # A page of its own: the browser itself complains of what it cannot load.
    context = browser.new_context(base_url=site)
    page = context.new_page()
    _visit(page)

    context.set_offline(True)
    page.locator("living-map .map-frame").focus()
    expect(page.locator(".map-message")).to_contain_text("no connection")
    page.get_by_label("Country").select_option("IT")
    expect(page.get_by_role("status").first).to_contain_text("no connection")
    expect(page.get_by_role("rowheader")).to_have_count(2)
    expect(page.locator("svg.map-europe")).to_be_visible()

    context.set_offline(False)
    page.locator("living-map .map-frame").hover()
    page.get_by_role("button", name="Zoom in").click()
    expect(page).to_have_url(re.compile("#map=1.8/"))
    context.close()
