"""What comes out of the files, and what a second run does."""

import gzip
import io
from datetime import date

import pytest
from django.core.management import call_command

from movingcities.approaches.models import Approach, Topic
from movingcities.contributions.models import LoadedFile, LoadedRecord
from movingcities.contributions.starter import loading
from movingcities.contributions.starter.memory import digest
from movingcities.decisions.models import Decision
from movingcities.evidence.models import Change, Source
from movingcities.networks.models import Membership, Network
from movingcities.pages.models import HomePage
from movingcities.places.models import Country, Place
from movingcities.search.models import SearchDocument
from movingcities.stories.models import ApproachStory, CountryStory, DecisionStory, NetworkStory, PlaceStory

pytestmark = pytest.mark.django_db


def counts(tallies):
    return {
        label: (tally.added, tally.changed, tally.unchanged, len(tally.kept), len(tally.refused))
        for label, tally in tallies.items()
    }


def test_everything_in_the_files_is_loaded_and_counted(load):
    tallies = load()

    assert counts(tallies) == {
        "sources": (6, 0, 0, 0, 0),
        "named places": (4, 0, 0, 0, 0),
        "places of the gazetteer": (5, 0, 0, 0, 0),
        "networks": (2, 0, 0, 0, 0),
        "memberships": (3, 0, 0, 0, 0),
        "topics": (2, 0, 0, 0, 0),
        "approaches": (1, 0, 0, 0, 0),
        "decisions": (1, 0, 0, 0, 0),
        "portraits of places": (1, 0, 0, 0, 0),
        "texts of approaches": (1, 0, 0, 0, 0),
        "texts of networks": (2, 0, 0, 0, 0),
        "texts of decisions": (1, 0, 0, 0, 0),
        "contexts of countries": (1, 0, 0, 0, 0),
    }
    assert Place.objects.count() == 9
    assert set(Country.objects.values_list("code", flat=True)) == {"DE", "GR", "IT", "FR"}


def test_a_language_added_later_gets_its_front_page_at_the_next_start(load, settings):
    languages = settings.LANGUAGES
    settings.LANGUAGES = languages[:2]
    load()

    settings.LANGUAGES = languages
    load()

    codes = HomePage.objects.values_list("locale__language_code", flat=True)
    assert set(codes) == {code for code, _name in languages}


def test_a_named_place_takes_over_the_row_of_the_gazetteer(load):
    load()

    place = Place.objects.get(geonames_id=1)

    assert (place.slug, place.kind, place.name) == ("testburg", "municipality", "Testburg")
    assert place.names == {"fr": "Testbourg"}
    assert place.other_names == "Test Burg|Testbourg|Тест"
    assert place.admin1 == "11"


def test_the_name_of_the_gazetteer_still_finds_a_place_with_another_local_name(load):
    load()

    place = Place.objects.get(slug="ville-d-essai")

    assert place.name == "Ville d’Essai"
    assert place.other_names == "Ville d'Essai"


def test_a_place_at_its_seat_leaves_the_seat_a_place_of_its_own(load):
    load()

    county = Place.objects.get(slug="testkreis")
    seat = Place.objects.get(geonames_id=4)

    assert (county.geonames_id, county.seat_geonames_id, county.note) == (None, 4, "county around Testsee")
    assert (seat.name, seat.kind, seat.is_active) == ("Testsee", "populated-place", False)


def test_a_place_of_the_gazetteer_has_its_folded_name_or_its_number_as_address(load):
    load()

    slugs = dict(Place.objects.values_list("geonames_id", "slug"))

    assert slugs[4] == "testsee"
    assert (slugs[2], slugs[3]) == ("zwilling-2", "zwilling-3")
    assert slugs[5] == "probatopoli" or slugs[5].isascii()
    assert slugs[7] == "place-7"


def test_no_residents_stated_is_not_zero_residents(load):
    load()

    assert Place.objects.get(geonames_id=2).population is None


def test_counts_activity_and_first_membership_are_those_of_the_rows(load):
    load()

    town = Place.objects.get(slug="testburg")
    county = Place.objects.get(slug="testkreis")
    alliance = Network.objects.get(slug="test-alliance")

    assert (town.membership_count, town.decision_count, town.approach_count, town.story_count) == (1, 1, 1, 1)
    assert town.first_member_on == date(2020, 5, 1)
    assert county.is_active
    assert not Place.objects.get(slug="ville-d-essai").is_active
    assert (alliance.member_count, alliance.country_count) == (2, 1)


def test_of_several_statements_about_a_page_the_fullest_wins(load):
    load()

    source = Source.objects.get(url="https://test.example/decision")

    assert (source.title, source.publisher) == ("Minutes of the council of Testburg", "Testburg")
    assert source.read_on == "2026-11"
    assert Source.objects.get(url="https://test.example/members").title == ""


def test_every_record_has_its_sources(load):
    load()

    for model in (Network, Membership, Approach, Decision):
        assert not model.objects.filter(sources=None).exists(), model
    for model in (PlaceStory, ApproachStory, NetworkStory, DecisionStory, CountryStory):
        assert not model.objects.filter(sources=None).exists(), model
    assert [source.url for source in Approach.objects.get().sources.order_by("pk")] == [
        "https://test.example/decision",
        "https://test.example/flats",
    ]


def test_the_language_of_a_networks_own_name_is_said_only_where_it_follows(load):
    load()

    assert Network.objects.get(slug="test-alliance").language == "de"
    assert Network.objects.get(slug="test-alliance").names == {"en": "Test alliance"}
    assert Network.objects.get(slug="test-project").language == "en"
    assert Network.objects.get(slug="test-project").names == {}


def test_stories_are_published_in_english_with_their_blocks(load):
    load()

    story = PlaceStory.objects.published().get()

    assert (story.language, story.origin, story.written) == ("en", "original", "2026-11")
    assert story.introduction == "Testburg does not exist."
    assert [str(block.value) for block in story.takeaways] == ["Begin small.", "Write it down."]
    assert story.body[0].value["heading"] == "How it began"
    assert ApproachStory.objects.get().transferability == "Needs flats."
    assert DecisionStory.objects.get().title == "Testburg becomes a safe harbour"


def test_topics_keep_the_order_of_the_file(load):
    load()

    assert [topic.slug for topic in Topic.objects.in_order()] == [
        "reception-and-housing",
        "sea-rescue-and-safe-passage",
    ]
    assert Topic.objects.get(slug="reception-and-housing").synonyms == {"en": ["shelter"]}


def test_every_language_gets_a_home_page(load, settings):
    load()

    assert set(HomePage.objects.values_list("locale__language_code", flat=True)) == {
        code for code, _name in settings.LANGUAGES
    }


def test_loading_twice_changes_nothing(load):
    load()
    changes = Change.objects.count()

    assert load() == {}
    LoadedFile.objects.all().delete()
    again = load()

    assert {row[:2] for row in counts(again).values()} == {(0, 0)}
    assert not any(tally.kept or tally.refused or tally.vanished for tally in again.values())
    assert Change.objects.count() == changes


def test_what_is_remembered_is_what_the_database_says(load):
    """Otherwise an editor would seem to have changed records that nobody touched."""
    load()
    LoadedRecord.objects.update(row_digest="")

    again = load_after_forgetting_files(load)

    assert not any(tally.kept or tally.changed or tally.refused for tally in again.values())
    assert sum(tally.unchanged for tally in again.values()) == LoadedRecord.objects.count()


def load_after_forgetting_files(load):
    LoadedFile.objects.all().delete()
    return load()


def test_a_file_that_somebody_removed_is_missed_even_if_the_rest_is_unchanged(load, dataset):
    load()
    (dataset.path / "topics.yaml").unlink()

    with pytest.raises(ValueError, match=r"topics\.yaml:1: cannot be read"):
        load()


def test_an_exception_half_way_leaves_nothing(load, monkeypatch):
    def fall_over(*args):
        raise RuntimeError("killed")

    monkeypatch.setattr(loading, "make_home_pages", fall_over)

    with pytest.raises(RuntimeError, match="killed"):
        load()

    assert not Place.objects.exists()
    assert not Source.objects.exists()
    assert not LoadedRecord.objects.exists()
    assert not LoadedFile.objects.exists()


def test_the_search_finds_what_was_loaded(load):
    load(with_search=True)

    assert SearchDocument.objects.filter(kind="place", language="").count() == 9


def test_the_search_finds_what_a_changed_row_says(load, dataset, django_capture_on_commit_callbacks):
    load(with_search=True)

    dataset.replace("countries.yaml", "Towns may decide about tests.", "Zebras may decide.")
    with django_capture_on_commit_callbacks(execute=True):
        load(with_search=True)

    assert "zebras" in SearchDocument.objects.get(kind="country", country="DE", language="en").text


def test_without_the_search_its_index_stays_as_it_was(load):
    load(with_search=False)

    assert not SearchDocument.objects.exists()


def test_the_command_prints_the_counts(dataset):
    out = io.StringIO()

    call_command("load_starter_data", data=dataset.path, no_search=True, stdout=out)

    lines = [line.split() for line in out.getvalue().splitlines()]
    assert ["memberships", "3", "3", "0", "0", "0", "0"] in lines
    assert ["places", "of", "the", "gazetteer", "8", "5", "0", "0", "0", "0"] in lines
    assert "3 places of the gazetteer are counted with the named places." in out.getvalue()


def test_the_command_says_when_there_is_nothing_to_do(load, dataset):
    load()
    out = io.StringIO()

    call_command("load_starter_data", data=dataset.path, stdout=out)

    assert "has not changed" in out.getvalue()


def test_a_gazetteer_with_a_byte_order_mark_is_read(load, dataset):
    text = dataset.read("geography/gazetteer.csv.gz")
    (dataset.path / "geography/gazetteer.csv.gz").write_bytes(gzip.compress(b"\xef\xbb\xbf" + text.encode()))

    tallies = load()

    assert tallies["places of the gazetteer"].added == 5


def test_a_digest_does_not_depend_on_the_order_of_a_mapping():
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1})
    assert digest({"a": 1}) != digest({"a": 2})
