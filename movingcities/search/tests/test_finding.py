import pytest

from movingcities.approaches.tests.factories import ApproachFactory, TopicFactory
from movingcities.decisions.tests.factories import DecisionFactory
from movingcities.networks.tests.factories import MembershipFactory, NetworkFactory
from movingcities.places.tests.factories import CountryFactory, PlaceFactory
from movingcities.search.actions import rebuild_index
from movingcities.search.models import Kind
from movingcities.search.queries import Found, find
from movingcities.stories.tests.factories import approach_story, country_story, decision_story, network_story

pytestmark = pytest.mark.django_db


def test_a_title_counts_more_than_a_text():
    in_text = approach_story(title="Something else", summary="It ends with a city card.")
    in_title = approach_story(title="A city card for all", summary="Nobody is left out.")

    hits = find("city card", language="en").hits

    assert [hit.record for hit in hits] == [in_title.approach, in_text.approach]
    assert hits[0].reasons == (Found.TITLE, Found.TEXT)
    assert hits[1].reasons == (Found.TEXT,)


def test_a_hit_shows_the_story_in_the_readers_language():
    english = approach_story(title="A city card", summary="For all residents.")
    approach_story(english.approach, language="de", title="Stadtausweis", summary="Für alle.")

    (hit,) = find("city card", language="de").hits

    assert (hit.heading.text, hit.heading.language) == ("Stadtausweis", "de")
    assert hit.excerpt.text == "Für alle."


def test_without_the_readers_language_the_english_story_is_shown():
    approach_story(title="A city card")

    (hit,) = find("city card", language="el").hits

    assert (hit.heading.text, hit.heading.language) == ("A city card", "en")


def test_texts_of_every_language_are_searched_and_the_record_is_found_once():
    english = approach_story(title="A city card", summary="Solidarność.")
    approach_story(english.approach, language="pl", title="Karta", summary="Solidarność miast.")

    results = find("solidarnosc", language="en")

    assert results.total == 1
    assert len(results.hits) == 1


def test_a_topics_synonym_finds_the_approaches_of_the_topic():
    topic = TopicFactory(labels={"en": "Housing", "de": "Wohnen"}, synonyms={"en": ["host families"]})
    story = approach_story(ApproachFactory(topics=[topic]), title="Rooms to share")
    rebuild_index()

    hits = {hit.kind: hit for hit in find("Which host families?", language="en").hits}

    assert hits[Kind.APPROACH].record == story.approach
    assert hits[Kind.APPROACH].reasons == (Found.TOPIC,)
    assert hits[Kind.TOPIC].record == topic


def test_a_topics_label_in_another_language_finds_its_approaches():
    topic = TopicFactory(labels={"en": "Housing", "el": "Στέγαση"})
    approach = ApproachFactory(topics=[topic])
    rebuild_index()

    hits = find("στεγαση", language="en", kinds=[Kind.APPROACH]).hits

    assert [hit.record for hit in hits] == [approach]


def test_each_kind_is_found_by_what_it_is_called():
    place = PlaceFactory(name="Palermo", country="IT")
    network = NetworkFactory(name="Palermo network", language="it")
    MembershipFactory(place=place, network=network)
    approach = ApproachFactory(places=[place])
    decision = DecisionFactory(place=place)
    rebuild_index()

    results = find("palermo", language="en")

    assert results.counts_by_kind == {
        Kind.PLACE: 1,
        Kind.NETWORK: 1,
        Kind.APPROACH: 1,
        Kind.DECISION: 1,
    }
    assert results.hits[0].record == place
    assert {hit.record for hit in results.hits} == {place, network, approach, decision}


def test_a_country_is_found_in_every_language_and_shows_its_context():
    country_story(CountryFactory(code="GR"), context="Municipalities may do little.")
    rebuild_index()

    for text in ("Greece", "Griechenland", "Ελλάδα", "Grecja"):
        (hit,) = find(text, language="en").hits
        assert hit.record.code == "GR"
        assert hit.reasons == (Found.NAME,)
        assert hit.excerpt.text == "Municipalities may do little."


def test_places_of_which_nothing_is_known_are_no_answers():
    PlaceFactory(name="Palermo", country="IT")
    rebuild_index()

    assert find("palermo", language="en").total == 0


def test_kinds_narrow_the_answers_but_not_their_counts():
    decision_story(title="A safe harbour")
    network_story(description="Of safe harbours.")

    results = find("safe", language="en", kinds=["decision"])

    assert results.total == 1
    assert results.counts_by_kind == {Kind.DECISION: 1, Kind.NETWORK: 1}
    assert [hit.kind for hit in results.hits] == [Kind.DECISION]


def test_of_a_long_question_not_every_word_has_to_be_there():
    card = approach_story(title="Identity card", summary="For people without residence papers.")
    approach_story(title="Choir", summary="For people who sing.")

    hits = find("identity card for people without any papers", language="en").hits

    assert [hit.record for hit in hits] == [card.approach]


def test_a_plural_finds_the_singular_and_the_other_way_round():
    plural = approach_story(title="Language courses")
    singular = approach_story(title="A language course")

    for text in ("courses", "course"):
        assert {hit.record for hit in find(f"{text} language", language="en").hits} == {
            plural.approach,
            singular.approach,
        }


def test_the_last_word_may_be_unfinished():
    story = approach_story(title="Libraries as meeting places")

    (hit,) = find("librar", language="en").hits

    assert hit.record == story.approach


def test_pages_hold_all_answers_once():
    for number in range(5):
        approach_story(title=f"Welcome {number}")

    pages = [find("welcome", language="en", page=page, per_page=2) for page in (1, 2, 3)]

    assert {page.total for page in pages} == {5}
    assert pages[0].page_count == 3
    assert len({hit.record.pk for page in pages for hit in page.hits}) == 5


def test_a_page_past_the_end_is_the_last_one():
    approach_story(title="Welcome")

    results = find("welcome", language="en", page=10**9)

    assert (results.page, len(results.hits)) == (1, 1)


@pytest.mark.parametrize("count", [1, 12])
def test_finding_takes_eleven_queries_however_many_answers(django_assert_num_queries, count):
    for number in range(count):
        place = PlaceFactory(name=f"Welcome {number}", latitude=40 + number)
        network = NetworkFactory(name=f"Welcome network {number}")
        MembershipFactory(place=place, network=network)
        approach_story(ApproachFactory(places=[place]), title="Welcome")
        decision_story(DecisionFactory(place=place, network=network), title="Welcome")
    rebuild_index()

    with django_assert_num_queries(11):
        results = find("welcome", language="en", per_page=100)
        for hit in results.hits:
            if hit.kind is Kind.APPROACH:
                assert hit.record.places.all()
            if hit.kind is Kind.DECISION:
                assert hit.record.place.name

    assert results.total == 4 * count


def test_a_story_translated_in_part_is_shown_in_both_languages():
    english = approach_story(title="A city card", summary="For all residents.")
    approach_story(english.approach, language="de", origin="machine", title="Stadtausweis", summary="")

    (hit,) = find("Stadtausweis", language="de").hits

    assert (hit.heading.text, hit.heading.language) == ("Stadtausweis", "de")
    assert (hit.excerpt.text, hit.excerpt.language) == ("For all residents.", "en")


@pytest.mark.parametrize("question", ["στέγαση", "Unterkunft"])
def test_a_topic_is_named_by_a_synonym_or_one_word_of_its_label_in_any_language(question):
    topic = TopicFactory(
        labels={"en": "Reception and housing", "el": "Υποδοχή και στέγαση"}, synonyms={"de": ["Unterkunft"]}
    )
    story = approach_story(ApproachFactory(topics=[topic]), title="Rooms to share")
    rebuild_index()

    hits = {hit.kind: hit.record for hit in find(question, language="el").hits}

    assert hits == {Kind.TOPIC: topic, Kind.APPROACH: story.approach}


def test_one_word_of_a_label_among_others_does_not_name_the_topic():
    topic = TopicFactory(labels={"en": "Reception and housing"})
    approach_story(ApproachFactory(topics=[topic]), title="Rooms to share")
    rebuild_index()

    hits = find("housing lottery of Berlin", language="en").hits

    assert Kind.APPROACH not in {hit.kind for hit in hits}
