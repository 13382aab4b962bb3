"""A page prints as a handout: the facts, their sources and the day of printing, and no way round the site."""

import re

import pytest
from django.utils import timezone

from movingcities.languages.saying import say_date
from tests.journeys.pages import PAGES

pytestmark = pytest.mark.browser

A4 = (595, 842)
"""Width and height in points."""

PRESSED = ("search", "textbox", "combobox", "button")
"""Roles of what can only be used on a screen."""


@pytest.mark.parametrize(
    ("language", "name", "printed_on"),
    [("en", "Potsdam", "Printed on"), ("de", "Potsdam", "Gedruckt am"), ("el", "Πότσνταμ", "Εκτυπώθηκε")],
)
def test_a_place_is_a_handout_of_one_or_two_sheets(page, site, language, name, printed_on):
    page.goto(f"/{language}/places/de/potsdam/")

    sheets = sheets_of(page)
    page.emulate_media(media="print")
    text = page.locator("body").inner_text()

    assert len(sheets) in {1, 2}
    assert set(sheets) == {A4}
    assert page.get_by_role("heading", level=1).inner_text() == name
    for said in ("Cities of Safe Harbours", "Open Ports", "2015", "Potsdam declares itself a safe harbour"):
        assert said in text, said
    (last_line,) = [line for line in text.splitlines() if line.startswith(printed_on)]
    assert say_date(timezone.localdate(), language) in last_line
    assert last_line.endswith("/places/de/potsdam/")


def test_sources_are_numbered_footnotes_with_their_address_written_out(page):
    page.goto("/en/places/de/potsdam/")

    page.emulate_media(media="print")
    sources = page.locator(".sources > li")
    numbers = sources.evaluate_all("all => all.map(one => getComputedStyle(one, '::before').content)")
    written = sources.locator("a").evaluate_all(
        "all => all.map(one => getComputedStyle(one, '::after').content)"
    )

    assert sources.count() > 1
    assert set(numbers) == {"counter(source)"}
    assert written == [f'"{link.get_attribute("href")}"' for link in sources.locator("a").all()]


def test_no_sheet_shows_the_way_round_the_site_or_what_can_only_be_pressed(page):
    shown = []
    page.emulate_media(media="print")

    for path in PAGES:
        page.goto(f"/en/{path}")
        found = [page.get_by_role("navigation", name="Main"), *map(page.get_by_role, PRESSED)]
        shown += [(path, one) for one in found if one.count()]

    assert shown == []


@pytest.mark.parametrize(
    "path", ["networks/safe-harbours/", "approaches/potsdam-welcome/", "countries/de/", "places/"]
)
def test_other_records_and_lists_print_on_whole_sheets_too(page, path):
    page.goto(f"/de/{path}")

    sheets = sheets_of(page)

    assert 1 <= len(sheets) <= 3
    assert set(sheets) == {A4}


def test_whoever_reads_by_night_prints_ink_on_white(page):
    page.emulate_media(media="print", color_scheme="dark")

    page.goto("/en/places/de/potsdam/")

    assert colour(page, "body", "backgroundColor") == "rgb(255, 255, 255)"
    assert colour(page, "h1", "color") == "rgb(11, 31, 51)"


def test_a_living_map_prints_as_its_drawing(page):
    page.goto("/en/networks/safe-harbours/")
    page.wait_for_selector("living-map canvas", state="attached")

    page.emulate_media(media="print")

    assert page.locator(".map-frame > svg.map").is_visible()
    assert not page.locator(".map-frame > canvas").is_visible()


def sheets_of(page):
    """(width, height) in points of each sheet of the printed page."""
    pdf = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/Type /Page\b.*?/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf, re.DOTALL)
    return [(round(float(width)), round(float(height))) for width, height in boxes]


def colour(page, selector, what):
    """The colour of the first such element as the browser computes it."""
    return page.locator(selector).first.evaluate(f"element => getComputedStyle(element).{what}")
