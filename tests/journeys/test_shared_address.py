"""Somebody narrows the list down, looks closer, and sends the address to somebody else."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.until import until

pytestmark = pytest.mark.browser

CAMERA = "(({ camera: { zoom, x, y } }) => [zoom, x, y])(document.querySelector('living-map'))"


def test_another_browser_shows_the_same_places_and_the_same_part_of_the_map(new_visitor):
    sender = new_visitor(locale="en-GB", color_scheme="light", viewport={"width": 1440, "height": 900})
    sender.goto("/en/places/")
    expect(sender.locator("p[role=status].visually-hidden")).to_be_attached()
    sender.get_by_label("Country").select_option("IT")
    expect(sender.get_by_role("rowheader")).to_have_text([re.compile("Palermo")])
    sender.locator("living-map .map-frame").focus()
    sender.keyboard.press("+")
    expect(sender).to_have_url(re.compile(r"/en/places/\?country=IT#map=1\.8/\d+/\d+$"))
    zoomed = sender.url
    sender.keyboard.press("ArrowDown")
    expect(sender).not_to_have_url(zoomed)
    sent, heading = sender.url, sender.get_by_role("heading", level=1).inner_text()

    receiver = new_visitor(locale="el-GR", color_scheme="dark", viewport={"width": 1440, "height": 900})
    receiver.goto(sent)
    expect(receiver.get_by_role("heading", level=1)).to_have_text(heading)
    expect(receiver.get_by_role("rowheader")).to_have_text([re.compile("Palermo")])
    expect(receiver.get_by_label("Country")).to_have_value("IT")
    until(receiver, "document.querySelector('living-map').camera?.zoom > 1")
    assert receiver.url == sent
    assert receiver.evaluate(CAMERA) == pytest.approx(sender.evaluate(CAMERA), rel=0.01)

    _choose_greek(receiver)
    expect(receiver).to_have_url(sent.replace("/en/", "/el/"))
    until(receiver, "document.querySelector('living-map').camera?.zoom > 1")
    assert receiver.evaluate(CAMERA) == pytest.approx(sender.evaluate(CAMERA), rel=0.01)
    expect(receiver.get_by_role("heading", level=1)).to_contain_text("Ιταλία")
    expect(receiver.get_by_role("rowheader")).to_have_count(1)


def _choose_greek(page: Page) -> None:
    page.locator(".languages summary").click()
    page.get_by_role("link", name="Ελληνικά").first.click()
