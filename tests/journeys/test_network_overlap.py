"""Somebody asks which places stand in two networks."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_two_networks_are_laid_over_each_other_and_taken_apart_again(page_without_script):
    page = page_without_script
    page.goto("/en/networks/safe-harbours/")
    page.get_by_label("Lay another network over it").select_option("open-ports")
    page.get_by_role("button", name="Show both").click()

    expect(page).to_have_url(re.compile(r"/safe-harbours/\?with=open-ports#overlay$"))
    expect(page.get_by_role("main")).to_contain_text("1 place of our data stands in both")
    both = page.get_by_role("table", name="In both")
    expect(both.get_by_role("rowheader")).to_have_text([re.compile("Potsdam")])
    expect(both).to_contain_text("since 2015")
    expect(page.get_by_role("region", name=re.compile("In Cities of Safe Harbours only"))).to_contain_text(
        "Palermo"
    )

    page.get_by_role("link", name="Take it off the map").click()
    expect(page).to_have_url(re.compile(r"/safe-harbours/$"))
    expect(page.get_by_role("table", name="In both")).to_have_count(0)


def test_the_number_of_shared_members_leads_to_their_map(page):
    page.goto("/en/networks/open-ports/")
    page.get_by_role("link", name="Both on one map Cities of Safe Harbours").click()

    drawn = page.get_by_role("img", name=re.compile("^Map: Open Ports, with Cities of Safe Harbours"))
    expect(drawn).to_be_visible()
    expect(drawn.locator(".lights.both .eye")).to_have_count(1)
    expect(drawn.locator(".lights.network")).to_have_count(0)
    expect(page.get_by_text("1 place lies beyond the edge of this map")).to_be_visible()
