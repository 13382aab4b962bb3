"""Somebody reads at night: the page is dark from the first moment, the map with it, and the sun may rise."""

from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from scripts.accessibility_rules import verdict
from tests.journeys.until import until

pytestmark = pytest.mark.browser

PAPER, INK = "rgb(247, 244, 236)", "rgb(11, 31, 51)"
GROUND = "getComputedStyle(document.body).backgroundColor"
# Colour of the living map in the middle of the North Sea: kilometres of EPSG:3035, as in its fragment.
SEA = """(({ picture: { context, density }, camera, frame: [west, north, size] }) => {
    const pixel = camera.pixel({ x: (3917 - west) / size, y: (north - 3670) / size });
    const [red, green, blue] = context.getImageData(...pixel.map((each) => each * density), 1, 1).data;
    return `rgb(${red}, ${green}, ${blue})`;
})(document.querySelector("living-map"))"""
COLOURS_OF_THE_DRAWING = """["ground", "text", "land", "wave"].map((role) =>
    getComputedStyle(document.querySelector("svg.map")).getPropertyValue(`--${role}`))"""


def test_the_page_is_dark_before_any_script_and_stays_so(new_visitor):
    drawn = {}
    for script in (False, True):
        page = new_visitor(color_scheme="dark", java_script_enabled=script)
        page.goto("/en/places/")
        assert page.evaluate(GROUND) == INK
        drawn[script] = page.evaluate(COLOURS_OF_THE_DRAWING)
    by_day = new_visitor(color_scheme="light")
    by_day.goto("/en/places/")

    assert drawn[False] == drawn[True]
    colours = zip(drawn[True], by_day.evaluate(COLOURS_OF_THE_DRAWING), strict=True)
    assert all(night != day for night, day in colours)
    assert by_day.evaluate(GROUND) == PAPER


def test_not_even_the_moment_before_the_style_sheet_is_white(browser, site):
    # A page of its own: the browser itself complains of what it cannot load.
    context = browser.new_context(base_url=site, color_scheme="dark")
    page = context.new_page()
    page.route("**/*.css", lambda route: route.abort())
    page.goto("/en/")

    shown = Image.open(BytesIO(page.screenshot())).convert("RGB")

    assert max(shown.getpixel((shown.width - 2, shown.height // 2))) < 64
    context.close()


def test_nightfall_sunrise_and_colours_a_reader_forces_recolour_the_living_map(page: Page):
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.goto("/en/places/")
    expect(page.locator(".map-controls")).to_be_visible()
    page.locator("living-map .map-frame").focus()
    page.keyboard.press("+")
    until(page, f"document.querySelector('living-map').camera.zoom > 1.7 && {SEA} === '{PAPER}'")

    for scheme, sea in (("dark", INK), ("light", PAPER)):
        page.emulate_media(color_scheme=scheme)
        until(page, f"{SEA} === '{sea}'")
        assert page.evaluate(GROUND) == sea

    page.emulate_media(forced_colors="active")
    until(page, f"{SEA} === {GROUND}")
    assert page.evaluate(GROUND) != PAPER


def test_the_living_map_and_its_card_break_no_rule_at_night(page: Page):
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    page.goto("/en/places/")
    expect(page.locator(".map-controls")).to_be_visible()
    page.get_by_role("rowheader", name="Palermo").get_by_role("link").focus()
    expect(page.locator(".map-card").get_by_role("link", name="Cities of Safe Harbours")).to_be_visible()

    assert verdict(page).violations == ()
