"""Somebody hears the map: the browser's accessibility tree holds what it says, and nothing else of it."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

MAPS = {
    "/en/": "Map of Europe with the 2 places that act",
    "/en/places/": "Map: 2 places",
    "/en/networks/safe-harbours/": "Map: the members of Cities of Safe Harbours",
    "/en/networks/safe-harbours/?with=open-ports": "Map: Cities of Safe Harbours, with Open Ports",
}


class Tree:
    """What assistive technology is given of a page: Chromium's accessibility tree without what it ignores."""

    def __init__(self, page: Page):
        self.session = page.context.new_cdp_session(page)
        self.session.send("DOM.enable")
        self.session.send("Accessibility.enable")
        nodes = self.session.send("Accessibility.getFullAXTree")["nodes"]
        self.by_id = {node["nodeId"]: node for node in nodes}
        root = next(node for node in nodes if "parentId" not in node)
        self.heard = [root, *self.below(root)]

    def of_role(self, *roles):
        return [node for node in self.heard if role_of(node) in roles]

    def below(self, node):
        """What is heard inside a node, in the order in which it is heard."""
        for child_id in node.get("childIds", []):
            child = self.by_id[child_id]
            if not child["ignored"]:
                yield child
            yield from self.below(child)

    def is_within(self, node, selector):
        """Whether the element of a node lies inside another one that the selector finds."""
        resolved = self.session.send("DOM.resolveNode", {"backendNodeId": node["backendDOMNodeId"]})
        answer = self.session.send(
            "Runtime.callFunctionOn",
            {
                "objectId": resolved["object"]["objectId"],
                "functionDeclaration": f"function() {{ return !!this.parentElement?.closest({selector!r}) }}",
                "returnByValue": True,
            },
        )
        return answer["result"]["value"]


def role_of(node):
    return node["role"]["value"]


def name_of(node):
    return node.get("name", {}).get("value", "")


def drawn_map(tree):
    """The only map that is heard; around it, once the script is there, is what takes the keys."""
    named = [node for node in tree.of_role("image", "img", "group") if name_of(node).startswith("Map")]
    maps = [node for node in named if not name_of(node).startswith("Map: arrow keys move it")]
    assert len(maps) == 1, [name_of(node) for node in maps]
    return maps[0]


@pytest.mark.parametrize("address", MAPS)
@pytest.mark.parametrize("visit", ["page", "page_without_script"])
def test_a_map_is_one_thing_with_a_name_that_says_what_it_shows(request, visit, address):
    page = request.getfixturevalue(visit)
    page.goto(address)

    tree = Tree(page)
    found = drawn_map(tree)

    assert name_of(found).startswith(MAPS[address])
    assert [name_of(node) for node in tree.below(found)] == []


@pytest.mark.parametrize("address", MAPS)
def test_no_dot_line_or_label_of_a_drawing_is_heard(page, address):
    page.goto(address)

    tree = Tree(page)
    stray = [
        (role_of(node), name_of(node))
        for node in tree.heard
        if node.get("backendDOMNodeId") and tree.is_within(node, "svg")
    ]

    assert stray == []
    assert page.locator("svg.map circle, svg.map path").count() > 2


@pytest.mark.parametrize("address", MAPS)
def test_headings_lead_through_the_page_in_order(page, address):
    page.goto(address)

    levels = [
        next(each["value"]["value"] for each in node["properties"] if each["name"] == "level")
        for node in Tree(page).of_role("heading")
    ]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_what_is_drawn_is_listed_and_can_be_skipped_to(page):
    page.goto("/en/places/")

    tree = Tree(page)
    links = [name_of(node) for node in tree.of_role("link")]

    assert links[0] == "Skip to content"
    assert "Skip the map: go to the list" in links
    rows = [name_of(node) for node in tree.of_role("rowheader")]
    assert [row for row in rows if "Potsdam" in row or "Palermo" in row] == rows[:2]
    assert [links.count(name) for name in ("Potsdam", "Palermo")] == [1, 1]


def test_the_map_is_a_table_by_country_too(page):
    page.goto("/en/places/")

    page.locator("summary", has_text="Country by country").click()
    headers = [name_of(node) for node in Tree(page).of_role("rowheader")]

    assert headers[-3:] == ["Germany", "Italy", "All countries"]


def test_years_are_a_table_too(page_without_script):
    page_without_script.goto("/en/networks/open-ports/")

    page_without_script.get_by_text("The numbers, year by year").click()
    table = page_without_script.get_by_role("table", name="When they joined")

    expect(table.get_by_role("row", name="2015 1 1")).to_be_visible()


def test_a_change_of_the_list_is_announced(page):
    page.goto("/en/places/")
    announced = page.locator("p[role=status].visually-hidden")
    expect(announced).to_be_attached()

    page.get_by_label("Country", exact=True).select_option("DE")

    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text(re.compile("in Germany"))
    expect(announced).to_have_text(heading.inner_text())
    assert heading.inner_text() in " ".join(
        name_of(below) for node in Tree(page).of_role("status") for below in Tree(page).below(node)
    )


def test_the_numbers_of_two_networks_on_one_map_are_its_description(page_without_script):
    page_without_script.goto("/en/networks/safe-harbours/?with=open-ports")

    found = drawn_map(Tree(page_without_script))

    assert "In both: 1. Only in Cities of Safe Harbours: 1." in found["description"]["value"]
