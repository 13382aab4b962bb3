"""A language that runs from right to left, added by a setting and a folder: every page turns round."""

import pytest

from tests.journeys.pages import PAGES

pytestmark = pytest.mark.browser

SIZES = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1440, "height": 900}}
WIDEST = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# {selector: [left, right]} of the first element each that is to be seen.
EDGES = """selectors => Object.fromEntries(selectors.map(selector => {
    const box = [...document.querySelectorAll(selector)]
        .map(element => element.getBoundingClientRect()).find(box => box.width);
    return [selector, box ? [Math.round(box.left), Math.round(box.right)] : null];
}))"""
# Pairs of neighbours in the masthead whose boxes cut into each other.
OVERLAPS = """() => {
    const all = [...document.querySelectorAll('.masthead .brand, .masthead li > a, .masthead summary')]
        .filter(element => element.checkVisibility() && !element.closest('details ul'));
    const boxes = all.map(element => element.getBoundingClientRect());
    return all.flatMap((one, i) => all.slice(i + 1).map((other, j) => [i, i + 1 + j]))
        .filter(([i, j]) => boxes[i].left < boxes[j].right - 1 && boxes[j].left < boxes[i].right - 1
            && boxes[i].top < boxes[j].bottom - 1 && boxes[j].top < boxes[i].bottom - 1)
        .map(([i, j]) => all[i].textContent.trim() + ' / ' + all[j].textContent.trim());
}"""


@pytest.fixture
def arabic_page(browser, arabic_site):
    """A page of a reader of Arabic."""
    context = browser.new_context(base_url=arabic_site, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("size", SIZES)
def test_every_page_runs_from_right_to_left_and_nothing_sticks_out_or_overlaps(arabic_page, size):
    page = arabic_page
    page.set_viewport_size(SIZES[size])

    wrong = {}
    for path in PAGES:
        response = page.goto(f"/ar/{path}", wait_until="load")
        assert response.ok, path
        direction = page.evaluate("getComputedStyle(document.body).direction")
        found = (direction, page.evaluate(WIDEST), page.evaluate(OVERLAPS))
        if found != ("rtl", 0, []):
            wrong[path] = found

    assert wrong == {}


def test_masthead_halyard_and_columns_are_mirrored(arabic_page):
    page = arabic_page
    page.set_viewport_size(SIZES["desk"])

    page.goto("/ar/places/de/potsdam/")
    at_place = page.evaluate(EDGES, [".masthead .brand", ".masthead nav", ".hoist-head", "h1"])
    page.goto("/ar/places/")
    in_list = page.evaluate(EDGES, ["thead th:first-child", "thead th:last-child"])

    assert at_place[".masthead .brand"][0] > at_place[".masthead nav"][1]
    assert at_place[".hoist-head"][0] > at_place["h1"][1]
    assert in_list["thead th:first-child"][0] > in_list["thead th:last-child"][1]


def test_english_texts_keep_their_own_direction(arabic_page):
    page = arabic_page
    page.goto("/ar/places/de/potsdam/")

    subtitle = page.get_by_text("A safe harbour on the Havel").first

    assert subtitle.get_attribute("lang") == "en"
    assert subtitle.get_attribute("dir") == "ltr"
    assert page.get_by_role("navigation", name="الرئيسية").is_visible()
