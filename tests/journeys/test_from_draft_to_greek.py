"""A story: drafted for Potsdam, sent back, published, told in Greek, outdated by one sentence."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.newsroom import PASSWORD, PICTURE

pytestmark = pytest.mark.browser

STORIES = "/admin/snippets/stories/approachstory/"
PUBLIC = "approaches/potsdam-city-card/"


@pytest.fixture
def enter(browser: Browser, newsroom: str):
    """Open the editorial system as somebody, each in a browser of their own."""
    contexts = []

    def enter(name: str) -> Page:
        context = browser.new_context(
            base_url=newsroom, viewport={"width": 1440, "height": 900}, reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        page.goto("/en/account/login/")
        page.get_by_label("User name or e-mail address").fill(name)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in", exact=True).click()
        expect(page).to_have_url(re.compile(r"/admin/$"))
        return page

    yield enter
    for context in contexts:
        context.close()


def test_from_a_draft_to_the_greek_page_and_back_to_one_outdated_sentence(enter, newsroom):
    researcher, editor, translator = enter("researcher"), enter("editor"), enter("translator")

    address = draft(researcher)
    submit(researcher)
    ask_for_a_change(editor, address, "Say since when.")
    answer(researcher, address, "Say since when.", "Residents get a city card since 2024.")
    publish(editor, address)
    see_the_page(researcher)
    translate(translator)
    see_the_greek_page(researcher, "Κάρτα πόλης για όλους")
    change_one_sentence(editor, address)

    see_one_outdated_passage(researcher, translator)


def draft(page: Page) -> str:
    """With a figure, a quote and a live number; returns the address of its form."""
    page.goto(f"{STORIES}add/")
    page.get_by_role("button", name="Choose an approach").click()
    page.get_by_role("link", name="Potsdam city card").click()
    page.locator("#id_title").fill("A city card for everybody")
    page.locator("#id_summary").fill("Residents get a city card.")
    page.locator("#id_sources").fill("https://test.example/minutes")
    add_block(page, "Picture")
    page.get_by_role("button", name="Choose an image").last.click()
    page.get_by_role("link", name=PICTURE).first.click()
    page.locator("[name=body-0-value-alt_text]").fill("Boats lie in a harbour.")
    add_block(page, "Quote")
    page.locator("[name=body-1-value-quote]").fill("We ask nobody for papers.")
    page.locator("[name=body-1-value-person]").fill("Test Person")
    page.locator("[name=body-1-value-role]").fill("clerk in a test")
    add_block(page, "Live number")
    page.locator("[name=body-2-value-query]").fill("/en/places/?network=safe-harbours")
    page.get_by_role("button", name="Save draft").click()
    expect(page.get_by_text("has been saved").or_(page.get_by_text("created")).first).to_be_visible()
    page.wait_for_url(re.compile(r"/edit/\d+/"))
    return re.search(r"/admin/.*/edit/\d+/", page.url)[0]


def add_block(page: Page, label: str) -> None:
    """Open the menu of blocks under the last one and choose."""
    page.get_by_role("button", name="Insert a block").last.click()
    page.get_by_role("option", name=label, exact=True).last.click()


def choose_action(page: Page, name: str, *, exact: bool = False) -> None:
    """One of the buttons behind the arrow beside “Save draft”."""
    page.locator("footer [data-w-dropdown-target='toggle']").first.click()
    page.get_by_role("button", name=name, exact=exact).last.click()


def submit(page: Page) -> None:
    choose_action(page, "Submit to Review by the editors of the country")
    expect(page.get_by_text("submitted for moderation").first).to_be_visible()


def ask_for_a_change(page: Page, address: str, comment: str) -> None:
    page.goto(address)
    choose_action(page, "Ask for a change")
    page.locator("[name=comment]").last.fill(comment)
    page.get_by_role("button", name="Ask for a change").last.click()
    page.wait_for_url(f"**{STORIES}")


def answer(page: Page, address: str, comment: str, summary: str) -> None:
    """The researcher reads why, changes the summary and submits again."""
    page.goto(address)
    page.get_by_role("button", name="Toggle status").click()
    page.get_by_role("button", name="View details").click()
    expect(page.get_by_text(comment).first).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Toggle status").click()
    page.locator("#id_summary").fill(summary)
    choose_action(page, "Resubmit to Review by the editors of the country")
    expect(page.get_by_text("submitted for moderation").first).to_be_visible()


def publish(page: Page, address: str) -> None:
    page.goto(address)
    choose_action(page, "Approve and Publish")
    page.wait_for_url(f"**{STORIES}")


def see_the_page(page: Page) -> None:
    """What the researcher set into the text stands on the page, the number counted."""
    page.goto(f"/en/{PUBLIC}")
    expect(page.get_by_role("heading", level=1)).to_have_text("A city card for everybody")
    expect(page.get_by_alt_text("Boats lie in a harbour.")).to_be_visible()
    expect(page.get_by_text("“We ask nobody for papers.”")).to_be_visible()
    expect(page.locator(".live-sentence")).to_have_text(re.compile(r"^2\s*places are connected by"))


GREEK = {
    "A city card for everybody": "Κάρτα πόλης για όλους",
    "Residents get a city card since 2024.": "Οι κάτοικοι παίρνουν κάρτα πόλης από το 2024.",
    "Boats lie in a harbour.": "Βάρκες σε λιμάνι.",
    "We ask nobody for papers.": "Δεν ζητάμε χαρτιά από κανέναν.",
    "Test Person": "Δοκιμαστικό Πρόσωπο",
    "clerk in a test": "υπάλληλος σε δοκιμή",
}


def translate(page: Page) -> None:
    """From the queue of the own language into the editor, string by string, and out to the readers."""
    page.goto("/admin/translation-desk/")
    page.get_by_role("link", name="Ελληνικά").or_(page.get_by_role("link", name="Greek")).first.click()
    page.get_by_role("row").filter(has_text="A city card for everybody").get_by_role("button").first.click()
    page.wait_for_url("**/edit/**")
    for original, translation in GREEK.items():
        expect(page.get_by_text(original, exact=True).first).to_be_visible()
        page.get_by_role("button", name="Translate", exact=True).first.click()
        words = page.locator("textarea").last
        words.fill(translation)
        page.get_by_role("button", name="Save", exact=True).click()
        expect(words).to_have_count(0)
    page.get_by_role("button", name="Publish in Greek").click()
    expect(page.get_by_text("Published").first).to_be_visible()


def see_the_greek_page(page: Page, title: str) -> None:
    """Told in Greek, and by whom it was translated."""
    page.goto(f"/el/{PUBLIC}")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.get_by_text("«Δεν ζητάμε χαρτιά από κανέναν.»")).to_be_visible()
    expect(page.locator(".translation-note")).to_contain_text(
        "Κείμενα αυτής της σελίδας μεταφράστηκαν από άνθρωπο"
    )


def change_one_sentence(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("#id_summary").fill("Residents get a city card since March 2024.")
    choose_action(page, "Publish")
    page.wait_for_url(f"**{STORIES}")


def see_one_outdated_passage(reader: Page, translator: Page) -> None:
    """Readers are told; their words are the same; the desk names that passage and no other."""
    reader.goto(f"/el/{PUBLIC}")
    expect(reader.locator(".translation-note")).to_contain_text("έχει αλλάξει από τότε που μεταφράστηκε")
    expect(reader.get_by_role("heading", level=1)).to_have_text("Κάρτα πόλης για όλους")
    expect(reader.get_by_text("Οι κάτοικοι παίρνουν κάρτα πόλης από το 2024.")).to_be_visible()
    translator.goto("/admin/translation-desk/el/")
    row = translator.get_by_role("row").filter(has_text="A city card for everybody")
    expect(row).to_contain_text("outdated")
    row.get_by_role("link", name="Compare with the original").click()
    expect(translator.get_by_role("button", name="Still right")).to_have_count(1)
    expect(translator.get_by_text("Residents get a city card since March 2024.").first).to_be_visible()
