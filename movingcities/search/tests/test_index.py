import pytest

from movingcities.approaches.tests.factories import ApproachFactory, TopicFactory
from movingcities.decisions.tests.factories import DecisionFactory
from movingcities.evidence.tests.factories import NOW
from movingcities.networks.actions import remove_membership
from movingcities.networks.tests.factories import MembershipFactory, NetworkFactory
from movingcities.places.models import Place
from movingcities.places.tests.factories import CountryFactory, PlaceFactory
from movingcities.search.actions import count_records, paused, rebuild_index
from movingcities.search.models import Kind, SearchDocument
from movingcities.search.queries import find, place_matches
from movingcities.stories.models import ApproachStory
from movingcities.stories.tests.factories import approach_story, country_story, network_story, place_story

pytestmark = pytest.mark.django_db


def names_found(text):
    return set(Place.objects.filter(pk__in=place_matches(text)).values_list("name", flat=True))


def test_a_place_is_found_once_its_transaction_is_committed(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        PlaceFactory(name="Göttingen")

    assert names_found("goettingen") == {"Göttingen"}


def test_a_corrected_name_replaces_the_former_one(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        place = PlaceFactory(name="Karl-Marx-Stadt")
    with django_capture_on_commit_callbacks(execute=True):
        place.name = "Chemnitz"
        place.save()

    assert names_found("chemnitz") == {"Chemnitz"}
    assert names_found("marx") == set()


def test_a_removed_place_is_forgotten(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        place = PlaceFactory(name="Atlantis")
    place.delete()

    assert not SearchDocument.objects.filter(kind=Kind.PLACE).exists()
    assert names_found("atlantis") == set()


def test_an_approach_is_found_by_the_new_name_of_its_place(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        approach = ApproachFactory(places=[PlaceFactory(name="Danzig")])
    with django_capture_on_commit_callbacks(execute=True):
        place = approach.places.get()
        place.name = "Gdańsk"
        place.save()

    assert find("gdansk", language="en", kinds=[Kind.APPROACH]).total == 1
    assert find("danzig", language="en", kinds=[Kind.APPROACH]).total == 0


def test_a_network_weighs_as_much_as_it_has_members(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        membership = MembershipFactory()
    with_member = SearchDocument.objects.get(kind=Kind.NETWORK).weight
    with django_capture_on_commit_callbacks(execute=True):
        remove_membership(membership=membership, by=None, at=NOW, why="test")

    assert with_member == 1
    assert SearchDocument.objects.get(kind=Kind.NETWORK).weight == 0


def test_a_story_is_found_when_it_is_published_and_not_after_it_was_withdrawn():
    approach_story(title="A lighthouse of welcome")
    story = ApproachStory.objects.get()
    while_published = find("lighthouse", language="en").total
    story.unpublish()

    assert while_published == 1
    assert find("lighthouse", language="en").total == 0


def test_a_portrait_is_searched_with_all_its_blocks():
    place_story(
        PlaceFactory(name="Potsdam"),
        takeaways=[{"type": "takeaway", "id": "1", "value": "Start with libraries."}],
        body=[{"type": "section", "id": "2", "value": {"heading": "Parliaments", "text": "Of refugees."}}],
    )

    assert names_found("libraries") == {"Potsdam"}
    assert names_found("parliaments refugees") == {"Potsdam"}
    assert names_found("takeaway") == set()


def test_nothing_is_indexed_one_by_one_while_paused(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), paused():
        PlaceFactory(name="Potsdam")
    before = names_found("potsdam")
    rebuild_index()

    assert before == set()
    assert names_found("potsdam") == {"Potsdam"}


def test_rebuilding_writes_what_the_receivers_wrote(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        place = PlaceFactory(name="Málaga", country="ES")
        topic = TopicFactory(labels={"en": "Housing", "de": "Wohnen"}, synonyms={"en": ["flats"]})
        network = NetworkFactory(name="Test alliance")
        MembershipFactory(place=place, network=network)
        approach = ApproachFactory(places=[place], topics=[topic])
        DecisionFactory(place=place, network=network)
    approach_story(approach)
    network_story(network)
    country_story(CountryFactory(code="ES"))
    place_story(place)
    columns = ("kind", "object_id", "country", "language", "names", "text", "heading", "excerpt", "weight")
    order = ("kind", "object_id", "country", "language")
    followed = list(SearchDocument.objects.order_by(*order).values_list(*columns))

    written = rebuild_index()

    assert list(SearchDocument.objects.order_by(*order).values_list(*columns)) == followed
    assert written == len(followed) == count_records()


def test_rebuilding_twice_leaves_the_same_index():
    PlaceFactory(name="Potsdam")
    rebuild_index()
    rebuild_index()

    assert SearchDocument.objects.filter(kind=Kind.PLACE).count() == 1
    assert names_found("potsdam") == {"Potsdam"}


def test_rebuilding_tells_how_far_it_is():
    PlaceFactory.create_batch(3)
    steps = []

    written = rebuild_index(progress=steps.append)

    assert sum(steps) == written
