"""Somebody reaches for the map: it moves, and what was drawn does not jump."""

import re
from io import BytesIO

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

HOSTILE = (
    "#map=9/99999999999/-99999999999",
    "#map=NaN/0/0",
    "#map=4/4300",
    "#map=<b>/1/1",
    "#map=0/4300/3000",
)


def _visit(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator(".map-controls")).to_be_visible()


def test_canvas_takes_over_without_moving_a_light(page: Page):
    _visit(page, "/en/places/")
    frame = page.locator("living-map .map-frame")
    frame.hover()
    # Names are placed anew; what is compared is land and lights.
    page.evaluate(
        "document.querySelectorAll('[class^=names], .map-controls').forEach((each) => each.remove())"
    )
    drawn = Image.open(BytesIO(frame.screenshot())).convert("L")

    page.evaluate(
        """async () => {
            const map = document.querySelector("living-map");
            await map.start();
            map.picture.names = [];
            map.picture.draw(map.lights);
        }"""
    )
    taken_over = Image.open(BytesIO(frame.screenshot())).convert("L")

    assert page.evaluate("document.querySelector('living-map').lights.map((light) => light.name)")
    assert _share_that_differs(drawn, taken_over) < 0.02


def test_keys_and_buttons_move_the_map_and_the_address_remembers_where(page: Page):
    _visit(page, "/en/places/")
    page.locator("living-map .map-frame").focus()

    page.keyboard.press("+")
    expect(page).to_have_url(re.compile(r"/en/places/#map=1\.8/\d+/\d+$"))
    before = page.url
    page.keyboard.press("ArrowRight")
    expect(page).not_to_have_url(before)
    remembered = page.url
    page.get_by_role("button", name="Whole map").click()
    expect(page).to_have_url("/en/places/")

    page.goto("/en/")
    _visit(page, remembered)
    expect(page).to_have_url(remembered)
    assert page.evaluate("document.querySelector('living-map').camera.zoom") == pytest.approx(1.8, abs=0.01)


@pytest.mark.parametrize("fragment", HOSTILE)
def test_nonsense_in_the_fragment_does_no_harm(page: Page, fragment):
    _visit(page, f"/en/places/{fragment}")
    page.locator("living-map .map-frame").focus()

    page.keyboard.press("0")
    page.keyboard.press("+")

    expect(page).to_have_url(re.compile(r"#map=[\d.]+/\d{4}/\d{4}$"))


def test_full_screen_keeps_the_focus_inside_and_escape_leads_back(page: Page):
    page.set_viewport_size({"width": 390, "height": 844})
    _visit(page, "/en/places/")
    opener = page.get_by_role("button", name="Map on the full screen")
    opener.click()

    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="Zoom in").click()
    expect(page).to_have_url(re.compile(r"#map=1\.8/"))
    for _step in range(9):
        page.keyboard.press("Tab")
        assert page.evaluate("!document.activeElement.closest('main > *:not(:has(dialog)), header, footer')")
        assert page.evaluate("!document.activeElement.closest('table, form, .list')")

    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()


def _share_that_differs(one: Image.Image, other: Image.Image) -> float:
    """How much of two pictures differs by more than the edge of a line half a pixel beside itself."""
    histogram = ImageChops.difference(one, other).histogram()
    return sum(histogram[80:]) / sum(histogram)
