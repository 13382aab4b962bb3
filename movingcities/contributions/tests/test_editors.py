"""A changed row, and what editors did meanwhile."""

import pytest

from movingcities.approaches.models import Approach
from movingcities.contributions.tests.conftest import NOW
from movingcities.decisions.actions import DecisionEntry, record_decision
from movingcities.decisions.models import Decision
from movingcities.evidence.actions import SourceEntry, correct_source
from movingcities.evidence.models import Change, Source
from movingcities.networks.actions import NetworkEntry, record_membership, record_network, remove_membership
from movingcities.networks.models import Membership, Network
from movingcities.places.models import Place
from movingcities.stories.models import NetworkStory, PlaceStory

pytestmark = pytest.mark.django_db


def touched(tallies):
    """What a run did beyond leaving records alone."""
    return {
        label: {
            name: value
            for name in ("added", "changed", "kept", "refused", "vanished")
            if (value := getattr(tally, name))
        }
        for label, tally in tallies.items()
        if tally.added or tally.changed or tally.kept or tally.refused or tally.vanished
    }


def test_an_edited_row_updates_exactly_that_record(load, dataset):
    load()
    before = Change.objects.count()

    dataset.set_cell("decisions.csv", 1, "vote", "20 yes, 17 no")
    tallies = load()

    assert touched(tallies) == {"decisions": {"changed": 1}}
    assert Decision.objects.get().vote == "20 yes, 17 no"
    assert Change.objects.count() == before + 1


def test_an_edited_text_updates_exactly_that_story(load, dataset):
    load()

    dataset.replace("networks.csv", "Unites towns for tests.", "Unites towns.")
    tallies = load()

    assert touched(tallies) == {"texts of networks": {"changed": 1}}
    assert NetworkStory.objects.get(network__slug="test-alliance").description == "Unites towns."


def test_a_changed_section_keeps_the_ids_that_translations_hang_on(load, dataset):
    load()
    ids = [block.id for block in PlaceStory.objects.get().takeaways]

    dataset.replace("profiles.yaml", "Begin small.", "Begin.")
    load()

    story = PlaceStory.objects.get()
    assert [str(block.value) for block in story.takeaways] == ["Begin.", "Write it down."]
    assert [block.id for block in story.takeaways] == ids


@pytest.mark.parametrize(
    ("row", "column", "value", "field"),
    [
        (4, "population", "95", "population"),
        (4, "latitude", "52.5", "latitude"),
        (2, "admin1", "77", "admin1"),
    ],
)
def test_an_edited_row_of_the_gazetteer_updates_exactly_that_place(load, dataset, row, column, value, field):
    load()
    slugs = dict(Place.objects.values_list("pk", "slug"))

    dataset.set_cell("geography/gazetteer.csv.gz", row, column, value)
    tallies = load()

    assert touched(tallies) == {"places of the gazetteer": {"changed": 1}}
    assert str(getattr(Place.objects.get(geonames_id=row), field)) == value
    assert dict(Place.objects.values_list("pk", "slug")) == slugs


def test_a_new_row_is_added_and_old_addresses_stay(load, dataset):
    load()

    text = dataset.read("geography/gazetteer.csv.gz")
    dataset.write("geography/gazetteer.csv.gz", text + "9,Testsee,DE,12,53.0,13.0,10,\n")
    tallies = load()

    assert touched(tallies) == {"places of the gazetteer": {"added": 1}}
    assert Place.objects.get(geonames_id=4).slug == "testsee"
    assert Place.objects.get(geonames_id=9).slug == "testsee-9"


def test_a_place_of_the_gazetteer_becomes_a_named_one_and_stays_the_same_place(load, dataset):
    load()
    seat = Place.objects.get(geonames_id=4)

    row = "de-testsee,Testsee,DE,municipality,4,,52.4,13.4,90,,,,,,,,,\n"
    dataset.write("places.csv", dataset.read("places.csv") + row)
    tallies = load()

    assert touched(tallies) == {"named places": {"changed": 1}}
    seat.refresh_from_db()
    assert (seat.kind, seat.slug) == ("municipality", "testsee")


def test_an_unconfirmed_place_makes_way_for_a_named_one_with_its_address(load, dataset):
    load()

    row = "de-testsee,Testsee,DE,region,,,52.4,13.4,,,,,,,,,set by hand,\n"
    dataset.write("places.csv", dataset.read("places.csv") + row)
    tallies = load()

    assert touched(tallies) == {"named places": {"added": 1}}
    assert Place.objects.get(slug="testsee").kind == "region"
    assert Place.objects.get(geonames_id=4).slug == "testsee-4"


def test_an_editors_change_is_kept_and_named(load, dataset):
    load()
    decision = Decision.objects.get()
    record_decision(
        entry=DecisionEntry(
            slug=decision.slug, kind="sanctuary", decided=decision.decided, vote=decision.vote
        ),
        place=decision.place,
        network=decision.network,
        sources=decision.sources.all(),
        existing=decision,
        by=None,
        at=NOW,
    )

    dataset.set_cell("decisions.csv", 1, "vote", "unanimous")
    tallies = load()

    assert touched(tallies) == {"decisions": {"kept": ["de-testburg-2019: changed by an editor"]}}
    decision.refresh_from_db()
    assert (decision.kind, decision.vote) == ("sanctuary", "19 yes, 18 no")


def test_an_unchanged_row_leaves_an_editors_change_alone_without_a_word(load, dataset):
    load()
    source = Source.objects.get(url="https://test.example/flats")
    correct_source(source=source, entry=SourceEntry(source.url, "Better title"), by=None, at=NOW)

    dataset.set_cell("decisions.csv", 1, "vote", "unanimous")
    tallies = load()

    assert touched(tallies) == {"decisions": {"changed": 1}}
    source.refresh_from_db()
    assert source.title == "Better title"


def test_a_row_that_comes_to_say_what_the_editor_wrote_is_in_order_again(load, dataset):
    load()
    membership = Membership.objects.get(place__slug="testburg")
    record_membership(
        place=membership.place,
        network=membership.network,
        sources=membership.sources.all(),
        since="2021",
        existing=membership,
        by=None,
        at=NOW,
    )

    dataset.set_cell("memberships.csv", 1, "since", "2021")
    assert touched(load()) == {}
    dataset.set_cell("memberships.csv", 1, "since", "2022")
    tallies = load()

    assert touched(tallies) == {"memberships": {"changed": 1}}


def test_a_draft_that_waits_is_an_editors_work(load, dataset):
    load()
    story = NetworkStory.objects.get(network__slug="test-alliance")
    story.description = "A draft."
    story.save_revision()

    dataset.replace("networks.csv", "Unites towns for tests.", "Unites towns.")
    tallies = load()

    assert touched(tallies) == {"texts of networks": {"kept": ["test-alliance: changed by an editor"]}}
    assert NetworkStory.objects.get(pk=story.pk).get_latest_revision_as_object().description == "A draft."


def test_a_story_that_was_withdrawn_stays_withdrawn(load, dataset):
    load()
    PlaceStory.objects.get().unpublish()

    dataset.replace("profiles.yaml", "Begin small.", "Begin.")
    tallies = load()

    assert touched(tallies) == {"portraits of places": {"kept": ["de-testburg: changed by an editor"]}}
    assert not PlaceStory.objects.get().live


def test_what_an_editor_removed_does_not_come_back(load, dataset):
    load()
    remove_membership(
        membership=Membership.objects.get(place__slug="testburg"), by=None, at=NOW, why="wrong town"
    )

    dataset.set_cell("memberships.csv", 1, "since", "2021")
    tallies = load()

    assert touched(tallies) == {"memberships": {"kept": ["de-testburg/test-alliance: removed by an editor"]}}
    assert Membership.objects.count() == 2


def test_a_record_that_needs_something_removed_is_refused_by_name(load, dataset):
    load()
    approach = Approach.objects.get()
    approach.stories.all().delete()
    approach.delete()

    dataset.replace("approaches.yaml", "summary: Flats instead of halls.", "summary: Flats.")
    tallies = load()

    refused = ["testburg-flats: the approach “testburg-flats” is not here any more"]
    assert touched(tallies) == {"texts of approaches": {"refused": refused}}


def test_a_record_with_an_address_changed_by_an_editor_is_still_known(load, dataset):
    load()
    network = Network.objects.get(slug="test-alliance")
    record_network(
        entry=NetworkEntry(slug="alliance", name="Testbündnis", kind="alliance", scope="national"),
        sources=network.sources.all(),
        existing=network,
        by=None,
        at=NOW,
    )

    new = "it-prova,test-alliance,Prova,IT,2024,https://test.example/members\n"
    dataset.write("memberships.csv", dataset.read("memberships.csv") + new)
    tallies = load()

    assert touched(tallies) == {"memberships": {"added": 1}}
    assert Membership.objects.filter(network=network).count() == 3


def test_what_was_there_before_the_dataset_is_kept(load, dataset):
    source = Source.objects.create(url="https://test.example/alliance", title="By hand")

    tallies = load()

    assert tallies["sources"].kept == ["https://test.example/alliance: was here before the dataset"]
    assert list(Network.objects.get(slug="test-alliance").sources.all()) == [source]
    source.refresh_from_db()
    assert source.title == "By hand"


def test_a_row_that_vanished_is_told_and_its_record_stays(load, dataset):
    load()

    rows = dataset.read("memberships.csv").splitlines(keepends=True)
    dataset.write("memberships.csv", "".join(rows[:-1]))
    tallies = load()

    assert touched(tallies) == {"memberships": {"vanished": ["de-testkreis/test-alliance"]}}
    assert Membership.objects.count() == 3
