"""What the files of translations become: stories, labels and names whose origin is said."""

import pytest

from movingcities.approaches.models import Topic
from movingcities.contributions.models import LoadedFile
from movingcities.contributions.starter.bringing_networks import is_same_name
from movingcities.contributions.starter.problems import DamagedData
from movingcities.contributions.tests.conftest import NOW
from movingcities.evidence.models import Change
from movingcities.networks.actions import name_network
from movingcities.networks.models import Network
from movingcities.places.models import Place
from movingcities.search.models import SearchDocument
from movingcities.search.queries import find
from movingcities.stories.actions import publish_story
from movingcities.stories.models import STORY_MODELS, ApproachStory, DecisionStory, NetworkStory, PlaceStory

pytestmark = pytest.mark.django_db

GERMAN = """# machine translation, not yet checked by a person
topics:
  reception-and-housing:
    label: Aufnahme und Wohnen
    synonyms:
    - Unterkunft
networks:
  test-alliance:
    name: Testbündnis
    what_it_does: Vereint Orte für Tests.
  test-project:
    name: Testprojekt
    what_it_does: Ein Projekt für Tests.
approaches:
  testburg-flats:
    title: Wohnungen für Tests
    short_title: Testwohnungen
    summary: Wohnungen statt Hallen.
profiles:
  de-testburg:
    subtitle: Ein Ort, der für Tests erfunden wurde
    takeaways:
    - Klein anfangen.
    - Aufschreiben.
decisions:
  de-testburg-2019:
    title: Testburg wird Sicherer Hafen
    what_was_decided: ''
countries:
  DE:
    context: Orte dürfen über Tests entscheiden.
"""
POLISH = """networks:
  test-alliance:
    what_it_does: Łączy gminy w sprawie testów.
"""
FILE = "translations/de.yaml"


@pytest.fixture
def translated(dataset):
    (dataset.path / "translations").mkdir()
    dataset.write(FILE, GERMAN)
    dataset.write("translations/pl.yaml", POLISH)
    return dataset


def numbers(tally):
    return (tally.in_the_data, tally.added, tally.changed, tally.unchanged, tally.kept, tally.refused)


def test_every_language_is_counted_in_a_line_of_its_own(load, translated):
    tallies = load()

    assert numbers(tallies["translated into German"]) == (8, 8, 0, 0, [], [])
    assert numbers(tallies["translated into Polish"]) == (1, 1, 0, 0, [], [])
    assert "translated into Greek" not in tallies


def test_a_translation_says_that_a_machine_made_it(load, translated):
    load()

    for model in STORY_MODELS:
        assert set(model.objects.values_list("locale__language_code", "origin", "live")) >= {
            ("en", "original", True),
            ("de", "machine", True),
        }
    topic = Topic.objects.get(slug="reception-and-housing")
    assert topic.labels == {"en": "Reception and housing", "de": "Aufnahme und Wohnen"}
    assert topic.label_origins == {"en": "original", "de": "machine"}
    assert topic.synonyms == {"en": ["shelter"], "de": ["Unterkunft"]}


def test_the_editorial_system_sees_a_translation_of_the_same_text(load, translated):
    load()

    english, german = (ApproachStory.objects.get(locale__language_code=code) for code in ("en", "de"))

    assert english.get_translation(german.locale) == german
    assert german.live_revision == german.latest_revision
    assert german.live_revision.as_object().title == "Wohnungen für Tests"
    assert set(german.sources.values_list("url")) == set(english.sources.values_list("url"))


def test_what_is_not_translated_is_left_empty(load, translated):
    load()

    portrait = PlaceStory.objects.by_fact([Place.objects.get(slug="testburg").pk], "de").popitem()[1]

    assert portrait.said("subtitle").language == "de"
    assert portrait.said("introduction").text == "Testburg does not exist."
    assert portrait.said("introduction").language == "en"
    assert [str(block.value) for block in portrait.takeaways] == ["Klein anfangen.", "Aufschreiben."]
    assert DecisionStory.objects.get(locale__language_code="de").what_was_decided == ""


def test_a_place_with_a_translated_portrait_still_has_one_portrait(load, translated):
    load()

    assert Place.objects.get(slug="testburg").story_count == 1


def test_a_network_keeps_its_own_name_and_gets_another_where_it_differs(load, translated):
    load()

    assert Network.objects.get(slug="test-alliance").names == {"en": "Test alliance"}
    assert Network.objects.get(slug="test-project").names == {"de": "Testprojekt"}


def test_loading_translations_twice_changes_nothing(load, translated):
    load()
    changes = Change.objects.count()

    assert load() == {}
    LoadedFile.objects.all().delete()
    again = load()

    assert numbers(again["translated into German"]) == (8, 0, 0, 8, [], [])
    assert Change.objects.count() == changes


def test_an_edited_translation_updates_exactly_that_text(load, translated):
    load()
    before = Change.objects.count()

    translated.replace(FILE, "Vereint Orte für Tests.", "Vereint Orte.")
    tallies = load()

    assert numbers(tallies["translated into German"]) == (8, 0, 1, 7, [], [])
    story = NetworkStory.objects.get(network__slug="test-alliance", locale__language_code="de")
    assert (story.description, story.origin) == ("Vereint Orte.", "machine")
    assert Change.objects.count() == before + 1


def test_what_an_editor_made_of_a_translation_is_kept(load, translated):
    load()
    story = PlaceStory.objects.get(locale__language_code="de")
    words = {"introduction": "Testburg gibt es nicht."}
    sources = story.sources.all()
    publish_story(
        model=PlaceStory, fact=story.place, language="de", words=words, sources=sources, existing=story,
        origin="human", written="2026-11", by=None, at=NOW,
    )  # fmt: skip
    project = Network.objects.get(slug="test-project")
    name_network(network=project, language="de", name="Projekt der Tests", by=None, at=NOW)

    translated.replace(FILE, "Klein anfangen.", "Beginnt klein.")
    translated.replace(FILE, "name: Testprojekt", "name: Test-Projekt")
    tallies = load()

    assert numbers(tallies["translated into German"])[4] == [
        "names of networks test-project: changed by an editor",
        "portraits of places de-testburg: changed by an editor",
    ]
    assert PlaceStory.objects.get(locale__language_code="de").introduction == "Testburg gibt es nicht."
    assert Network.objects.get(slug="test-project").names == {"de": "Projekt der Tests"}


def test_a_changed_english_label_leaves_the_translated_one(load, translated):
    load()

    translated.replace("topics.yaml", "label: Reception and housing", "label: Housing")
    tallies = load()

    assert tallies["topics"].changed == 1
    assert Topic.objects.get(slug="reception-and-housing").labels == {
        "en": "Housing",
        "de": "Aufnahme und Wohnen",
    }


def test_a_text_that_an_editor_deleted_is_not_brought_back_in_another_language(load, translated, dataset):
    (dataset.path / FILE).rename(dataset.path / "translations/later.yaml")
    load()
    ApproachStory.objects.all().delete()

    (dataset.path / "translations/later.yaml").rename(dataset.path / FILE)
    tallies = load()

    assert tallies["translated into German"].refused == [
        "texts of approaches testburg-flats: the text it translates is not here any more"
    ]


def test_a_language_whose_file_is_gone_keeps_its_texts(load, translated):
    load()

    (translated.path / FILE).unlink()
    tallies = load()

    assert "translated into German" not in tallies
    assert NetworkStory.objects.filter(locale__language_code="de").count() == 2


def test_the_search_finds_the_words_of_a_translation_once(load, translated):
    load(with_search=True)

    results = find("Wohnungen", language="de")

    assert [(hit.heading.text, hit.heading.language) for hit in results.hits] == [
        ("Wohnungen für Tests", "de")
    ]
    assert SearchDocument.objects.filter(kind="approach", language="de").count() == 1


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("networks:\n", "nets:\n", "translations/de.yaml:7: nets: is unknown; the sections are topics"),
        ("  test-project:\n", "  no-project:\n", "“no-project” is not a network of networks.csv"),
        (
            "  testburg-flats:\n",
            "  flats:\n",
            "translations/de.yaml:15: approaches: “flats” is not an approach",
        ),
        ("  DE:\n", "  FR:\n", "countries: “FR” is not a country of countries.yaml"),
        ("    label: Aufnahme und Wohnen\n", "    label: ''\n", "translations/de.yaml:4: label: is empty"),
        ("short_title:", "shortest_title:", "shortest_title: is unknown; the fields are title, short_title"),
        ("    - Klein anfangen.\n", "    - 1\n", "takeaways: holds a number; expected are texts"),
        ("countries:\n  DE:\n", "countries:\n- DE:\n", "countries: is not a mapping; expected are records"),
        ("  DE:\n", "  DE: yes\n  AT:\n", "DE: is not a mapping; expected are “field: value” pairs"),
        ("decisions:", "profiles:", "profiles: is there twice"),
        ("topics:", "topics: [", "is not well-formed YAML"),
    ],
)
def test_a_damaged_translation_is_refused_with_its_line(load, translated, old, new, message):
    translated.replace(FILE, old, new)

    with pytest.raises(DamagedData) as caught:
        load()

    assert message in str(caught.value)
    assert not Place.objects.exists()


@pytest.mark.parametrize("content", ["", "- a\n", "just words\n"])
def test_a_translation_that_is_no_mapping_is_refused(load, translated, content):
    translated.write(FILE, content)

    with pytest.raises(DamagedData, match=r"translations/de\.yaml:1: is not a mapping"):
        load()


@pytest.mark.parametrize(
    ("name", "other", "is_same"),
    [
        ("City Initiative in Europe (C-MISE)", "City Initiative in Europe", True),
        ("Carta per l’integrazione", "Carta per l'integrazione", True),
        ("Solidarity Cities (Πόλεις Αλληλεγγύης)", "Solidarity Cities", False),
        ("Testbündnis", "Test alliance", False),
    ],
)
def test_a_name_is_translated_only_if_its_words_are_others(name, other, is_same):
    assert is_same_name(name, other) == is_same
