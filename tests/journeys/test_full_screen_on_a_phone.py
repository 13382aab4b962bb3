"""Somebody opens the map on the full screen of a phone, with fingers only, and comes back."""

import re
import time

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.until import until

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
ZOOM = "document.querySelector('living-map').camera.zoom"


@pytest.fixture
def phone(new_visitor) -> Page:
    """The list of places on a phone, scrolled a little, with the map ready."""
    page = new_visitor(**PHONE)
    page.goto("/en/places/")
    expect(page.locator(".map-controls")).to_be_visible()
    page.locator("living-map").scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, 60)")
    return page


@pytest.mark.parametrize("way_back", ["button", "Escape"])
def test_the_map_fills_the_screen_and_the_page_is_found_where_it_was(phone: Page, way_back):
    before = _where(phone)
    opener = phone.get_by_role("button", name="Map on the full screen")
    opener.tap()
    dialog = phone.get_by_role("dialog")
    expect(dialog).to_be_visible()
    assert dialog.locator("canvas").bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 844}

    if way_back == "button":
        dialog.get_by_role("button", name="Close the full screen").tap()
    else:
        phone.keyboard.press("Escape")

    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()
    assert _where(phone) == before


def test_two_fingers_zoom_one_moves_and_a_tap_names_a_light(phone: Page):
    phone.get_by_role("button", name="Map on the full screen").tap()
    expect(phone.get_by_role("dialog")).to_be_visible()
    until(phone, "document.querySelector('living-map').lights.some((light) => light.name)")

    _move_fingers(phone, [(175, 420), (215, 420)], [(75, 420), (315, 420)])
    expect(phone).to_have_url(re.compile(r"#map=\d"))
    assert phone.evaluate(ZOOM) == pytest.approx(6, rel=0.1)
    pinched = phone.url

    _move_fingers(phone, [(195, 420)], [(195, 320)])
    expect(phone).not_to_have_url(pinched)
    assert phone.evaluate(ZOOM) == pytest.approx(6, rel=0.1)

    phone.get_by_role("button", name="Whole map").tap()
    until(phone, f"{ZOOM} === 1")
    light = phone.evaluate(
        """(({ camera, lights }) => camera.pixel(lights.find((light) => light.name === "Palermo")))(
            document.querySelector("living-map"))"""
    )
    phone.touchscreen.tap(*light)
    expect(phone.locator(".map-card").get_by_role("link", name="Palermo")).to_be_visible()


def test_one_finger_on_the_small_map_scrolls_the_page(phone: Page):
    box = phone.locator("living-map canvas").bounding_box()
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    before = phone.evaluate("scrollY")

    _move_fingers(phone, [middle], [(middle[0], middle[1] - 120)])

    until(phone, f"scrollY > {before}")
    assert phone.evaluate(ZOOM) == 1


def _where(page: Page) -> tuple[float, float]:
    """How far the page is scrolled, and how tall it is."""
    return tuple(page.evaluate("[scrollY, document.documentElement.scrollHeight]"))


def _move_fingers(page: Page, start: list[tuple[float, float]], end: list[tuple[float, float]]) -> None:
    """Put fingers on the screen, move them in half a second, rest and lift them."""
    session = page.context.new_cdp_session(page)
    # Said to have happened at a hand's pace: after a swift stroke the browser takes the next tap for a halt.
    lifted_at = time.time()

    def touch(what: str, points: list[tuple[float, float]], before: float) -> None:
        fingers = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        event = {"type": what, "touchPoints": fingers, "timestamp": lifted_at - before}
        session.send("Input.dispatchTouchEvent", event)

    touch("touchStart", start, 0.8)
    for step in range(1, 11):
        pairs = zip(start, end, strict=True)
        between = [(x + (u - x) * step / 10, y + (v - y) * step / 10) for (x, y), (u, v) in pairs]
        touch("touchMove", between, 0.8 - step * 0.05)
    touch("touchEnd", [], 0)
    session.detach()
