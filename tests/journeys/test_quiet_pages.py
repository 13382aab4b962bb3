"""Every type of page keeps to itself: no other host is asked, no policy broken, nothing sticks out."""

import re

import pytest

pytestmark = pytest.mark.browser

PAGES = (
    "", "places/", "places/?country=IT&has=network", "places/?scope=all", "places/de/potsdam/",
    "places/de/quedlinburg/", "networks/", "networks/safe-harbours/", "approaches/",
    "approaches/potsdam-welcome/", "decisions/", "decisions/test-decision-0/", "countries/", "countries/de/",
    "topics/", "topics/test-topic-0/", "sources/", "about-the-data/", "search/", "search/?q=Palermo",
    "design/",
)  # fmt: skip
WIDEST = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_asks_elsewhere_or_makes_the_browser_complain(page, scheme):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": 390, "height": 844})

    overflowing = {}
    for path in PAGES:
        response = page.goto(f"/en/{path}", wait_until="load")
        assert response.ok, path
        if page.evaluate(WIDEST) > 0:
            overflowing[path] = page.evaluate(WIDEST)

    assert overflowing == {}


def test_a_page_that_is_not_there_is_quiet_too(browser, site):
    context = browser.new_context(base_url=site)
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))

    response = page.goto("/en/places/de/potsdamm/")

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
