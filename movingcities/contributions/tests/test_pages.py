"""What the files of pages and menus become: pages in every language, drafts where words are missing."""

import pytest

from movingcities.contributions.models import LoadedFile
from movingcities.contributions.starter.problems import DamagedData
from movingcities.pages.models import GuidePage, Menu, NewsPage, SectionPage
from movingcities.places.models import Place

pytestmark = pytest.mark.django_db

ABOUT = """slug: about
kind: section
title: About the tests
teaser: Who tests, and why.
body:
- section:
    heading: Why
    text: <p>Because <a href="/places/">places</a> change.[1]</p>
    footnotes:
    - note: A remark.
      source: https://test.example/flats
- accordion:
  - heading: Does it hold?
    text: <p>It does.</p>
- place_card:
    place: de-testburg
- call_to_action:
    text: Test with us.
    label: See the places
    address: /places/
"""
UEBER = """slug: about
kind: section
title: Über die Tests
teaser: Wer testet, und warum.
body:
- section:
    heading: Warum
    text: <p>Weil <a href="/places/">Orte</a> sich ändern.[1]</p>
    footnotes:
    - note: Eine Bemerkung.
      source: https://test.example/flats
- accordion:
  - heading: Hält es?
    text: <p>Es hält.</p>
- place_card:
    place: de-testburg
- call_to_action:
    text: Testen Sie mit.
    label: Zu den Orten
    address: /places/
"""
GUIDE = """slug: begin
kind: guide
parent: about
audience: for those who begin
title: Begin
teaser: Three steps.
body:
- steps:
  - heading: First
    text: <p>Read.</p>
  - heading: Then
    text: <p>Test.</p>
"""
IMPRINT = """slug: imprint
kind: section
title: Imprint
teaser: Who answers for it.
adapt: Write the name and address of the publisher.
body: []
"""
NEWS = """slug: news
kind: news
title: News
teaser: What is new.
"""
MENUS = """head:
- page: about
- list: places
foot-rights:
- page: imprint
- address: https://test.example/
  label: Test example
"""


@pytest.fixture
def pages(dataset):
    for folder in ("pages/en", "pages/de"):
        (dataset.path / folder).mkdir(parents=True)
    for name, text in {"about": ABOUT, "begin": GUIDE, "imprint": IMPRINT, "news": NEWS}.items():
        dataset.write(f"pages/en/{name}.yaml", text)
    dataset.write("pages/de/about.yaml", UEBER)
    dataset.write("pages/menus.yaml", MENUS)
    return dataset


def numbers(tally):
    return (tally.in_the_data, tally.added, tally.changed, tally.unchanged, tally.kept, tally.refused)


def english(slug="about", model=SectionPage):
    return model.objects.get(slug=slug, locale__language_code="en")


def german():
    return SectionPage.objects.get(slug="about", locale__language_code="de")


def problems(load):
    with pytest.raises(DamagedData) as damaged:
        load()
    return [str(problem) for problem in damaged.value.problems.found]


def test_pages_are_brought_in_and_counted_in_one_line(load, pages):
    tallies = load()

    assert numbers(tallies["pages"]) == (4, 4, 0, 0, [], [])
    assert numbers(tallies["menus"]) == (2, 2, 0, 0, [], [])
    assert numbers(tallies["translated into German"])[:2] == (1, 1)
    assert english("begin", GuidePage).get_parent().specific == english()
    assert english("news", NewsPage).live


def test_a_page_says_what_its_file_says(load, pages):
    load()

    section, accordion, card, call = english().body

    assert section.value["heading"] == "Why"
    assert section.value["text"].source == '<p>Because <a href="/places/">places</a> change.[1]</p>'
    assert section.value["footnotes"][0]["source"].url == "https://test.example/flats"
    assert accordion.value["items"][0]["heading"] == "Does it hold?"
    assert card.value["place"] == Place.objects.get(slug="testburg")
    assert call.value["address"] == "/places/"
    assert [step["heading"] for step in english("begin", GuidePage).body[0].value["steps"]] == [
        "First",
        "Then",
    ]


def test_what_is_to_be_filled_in_stays_a_draft(load, pages, client):
    load()

    imprint = english("imprint")

    assert not imprint.live
    assert imprint.adapt == "Write the name and address of the publisher."
    assert client.get("/en/imprint/").status_code == 404
    assert client.get("/en/about/").status_code == 200


def test_a_translation_is_one_of_the_same_page_passage_by_passage(load, pages, client):
    load()

    assert german().translation_key == english().translation_key
    assert german().origin == "machine"
    assert [block.id for block in german().body] == [block.id for block in english().body]
    assert {path.partition(".")[0] for path in german().standing} == {"title", "teaser", "body"}
    assert {stand["how"] for stand in german().standing.values()} == {"machine"}
    assert "Über die Tests" in client.get("/de/about/").content.decode()


def test_a_second_run_finds_nothing_to_do_and_a_touched_file_nothing_to_change(load, pages):
    load()
    again = load()
    LoadedFile.objects.filter(name="pages/en/about.yaml").update(digest="")

    touched = load()

    assert again == {}
    assert numbers(touched["pages"]) == (4, 0, 0, 4, [], [])


def test_a_changed_file_changes_its_page_and_makes_translations_outdated(load, pages):
    load()
    pages.replace("pages/en/about.yaml", "Who tests, and why.", "Who tests now.")

    tallies = load()

    assert numbers(tallies["pages"]) == (4, 0, 1, 3, [], [])
    assert english().teaser == "Who tests now."
    assert german().outdated == ["teaser"]


def test_what_an_editor_has_changed_is_kept(load, pages):
    load()
    about = english()
    about.title = "By hand"
    about.save_revision().publish()
    pages.replace("pages/en/about.yaml", "Who tests, and why.", "Who tests now.")

    tallies = load()

    assert tallies["pages"].kept == ["about: changed by an editor"]
    assert english().title == "By hand"


def test_a_draft_that_an_editor_has_begun_is_kept(load, pages):
    load()
    imprint = english("imprint")
    imprint.teaser = "Begun by hand."
    imprint.save_revision()
    pages.replace("pages/en/imprint.yaml", "title: Imprint", "title: Legal notice")

    tallies = load()

    assert tallies["pages"].kept == ["imprint: changed by an editor"]


def test_a_removed_page_stays_removed(load, pages):
    load()
    english("begin", GuidePage).delete()
    pages.replace("pages/en/begin.yaml", "Three steps.", "Two steps.")

    assert load()["pages"].kept == ["begin: removed by an editor"]


def test_menus_lead_to_pages_lists_and_other_sites(load, pages):
    load()

    head, rights = Menu.objects.get(where="head"), Menu.objects.get(where="foot-rights")

    assert [(item.page and item.page.slug, item.list) for item in head.items.order_by("sort_order")] == [
        ("about", ""),
        (None, "places"),
    ]
    assert [item.label for item in rights.items.order_by("sort_order")] == ["", "Test example"]


def test_a_menu_that_an_editor_has_changed_is_kept(load, pages):
    load()
    Menu.objects.get(where="head").items.filter(list="places").delete()
    pages.replace("pages/menus.yaml", "list: places", "list: networks")

    assert load()["menus"].kept == ["head: changed by an editor"]


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("en/about", "kind: section", "kind: leaflet", "kind: “leaflet” is unknown"),
        ("en/about", "title: About the tests", "title: ''", "title: is empty"),
        ("en/about", "slug: about", "slug: places", "“places” is an address of the site itself"),
        ("en/about", "- place_card:", "- poster:", "block 3: “poster” is unknown"),
        ("en/about", "place: de-testburg", "place: de-nowhere", "“de-nowhere” is no place of the dataset"),
        ("en/about", "source: https://test.example/flats", "source: https://test.example/no", "is no source"),
        ("en/about", "    label: See the places", "    button: See", "“button” is unknown"),
        ("en/about", "    address: /places/", "    address: places", "body 4, call_to_action: address"),
        ("en/begin", "parent: about", "parent: nowhere", "“nowhere” is not a page of pages/en"),
        ("en/begin", "heading: First", "heading: ''", "body 1, steps: "),
        ("de/about", "- accordion:", "- steps:", "expected are those of the English page"),
        ("menus", "page: about", "page: nowhere", "“nowhere” is not a page of pages/en"),
        ("menus", "  label: Test example", "  list: places", "expected is one of page, list and address"),
    ],
)
def test_what_is_wrong_is_told_with_its_file_and_nothing_is_written(load, pages, file, old, new, problem):
    pages.replace(f"pages/{file}.yaml", old, new)

    found = problems(load)

    assert any(each.startswith(f"pages/{file}.yaml:") and problem in each for each in found), found
    assert not SectionPage.objects.exists()


def test_a_file_that_repeats_itself_by_aliases_is_refused(load, pages):
    pages.write("pages/en/news.yaml", NEWS + "body: &all\n- section: *all\n")

    assert any("used twice by an alias" in each for each in problems(load))
