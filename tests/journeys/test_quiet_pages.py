"""Every type of page keeps to itself: no other host is asked, no policy broken, nothing sticks out."""

import re

import pytest

from tests.journeys.pages import NOTHING_THERE, PAGES

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
# What is left of a window of 1280 by 1024 at 400 % (WCAG 1.4.10).
ENLARGED = {"width": 320, "height": 256}
WIDEST = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_asks_elsewhere_or_makes_the_browser_complain(page, scheme):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")

    assert sticking_out(page, "en") == {}


@pytest.mark.parametrize(("language", "size"), [("de", PHONE), ("de", ENLARGED), ("el", ENLARGED)])
def test_long_words_stick_out_neither_on_a_phone_nor_enlarged_to_four_hundred_per_cent(page, language, size):
    assert sticking_out(page, language, size) == {}


def test_every_page_is_whole_and_leaves_no_cookie_without_script(page_without_script):
    page = page_without_script
    page.set_viewport_size(PHONE)

    for path in PAGES:
        response = page.goto(f"/en/{path}", wait_until="load")
        assert response.ok, path
        assert page.get_by_role("heading", level=1).is_visible(), path
        assert page.get_by_role("contentinfo").is_visible(), path

    assert page.context.cookies() == []


def sticking_out(page, language, size=PHONE):
    """{address: pixels} of the pages that are wider than the window; no page may leave a cookie."""
    page.set_viewport_size(size)
    wide = {}
    for path in PAGES:
        response = page.goto(f"/{language}/{path}", wait_until="load")
        assert response.ok, path
        if page.evaluate(WIDEST) > 0:
            wide[path] = page.evaluate(WIDEST)
    assert page.context.cookies() == []
    return wide


def test_a_page_that_is_not_there_is_quiet_too(browser, site):
    context = browser.new_context(base_url=site)
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))

    response = page.goto(f"/en/{NOTHING_THERE}")

    assert response.status == 404
    assert page.get_by_role("link", name="Potsdam, Germany").count() == 1
    assert [url for url in asked if not url.startswith(site)] == []
    context.close()


def test_a_printed_place_has_its_name_and_sources_and_no_menu(page):
    page.goto("/en/places/de/potsdam/")

    printed = page.pdf(tagged=True, outline=True)

    # The bookmarks of the file are the headings that were printed.
    bookmarks = re.findall(rb"/Title \(([^)]*)\)", printed)
    assert b"Potsdam" in bookmarks
    assert any(bookmark.startswith(b"How we know") for bookmark in bookmarks)
    page.emulate_media(media="print")
    assert not page.get_by_role("navigation", name="Main").is_visible()
