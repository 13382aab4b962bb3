"""axe finds nothing on any type of page; `just quality` looks at all widths, schemes and languages."""

from itertools import cycle

import pytest

from scripts.accessibility_rules import verdict
from tests.journeys.pages import NOTHING_THERE, PAGES

pytestmark = pytest.mark.browser

DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
# Each page once, in turn as most people see it and as things break first.
STATES = (("en", DESK, "light"), ("de", PHONE, "dark"))
# Fewer rules than on the shortest page would mean that axe did not run.
FEWEST_RULES = 25


def test_no_page_breaks_a_rule_of_accessibility(page):
    broken = []
    for path, (language, size, scheme) in zip(PAGES, cycle(STATES), strict=False):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.goto(f"/{language}/{path}", wait_until="load")
        found = verdict(page)
        assert found.kept >= FEWEST_RULES, path
        broken += [f"/{language}/{path}: {violation}" for violation in found.violations]

    assert not broken, "\n".join(broken)


def test_the_page_of_a_wrong_address_breaks_none_either(browser, site):
    context = browser.new_context(base_url=site, viewport=PHONE)
    page = context.new_page()

    page.goto(f"/en/{NOTHING_THERE}")

    assert verdict(page).violations == ()
    context.close()


def test_a_page_that_breaks_rules_is_found_out(page):
    page.goto("/en/about-the-data/")
    page.evaluate(
        """document.querySelector('main').innerHTML += '<img src="/favicon.ico"><button></button>'"""
    )

    rules = {violation.rule for violation in verdict(page).violations}

    assert {"image-alt", "button-name"} <= rules
