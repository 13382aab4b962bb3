"""The dataset in this repository: read and checked, not written."""

from collections import Counter
from pathlib import Path

import pytest

from movingcities.contributions.rules import COUNCIL_OF_EUROPE, EUROPEAN_UNION
from movingcities.contributions.starter.checking import check_dataset

DATA = Path(__file__).resolve().parents[3] / "data"


@pytest.fixture(scope="module")
def real():
    return check_dataset(DATA)


def test_the_real_dataset_is_sound_and_complete(real):
    facts = set(type(real).__slots__) - {"pages", "menus"}
    counts = {name: len(getattr(real, name)) for name in facts}

    assert counts == {
        "gazetteer": 100_109,
        "places": 848,
        "networks": 89,
        "memberships": 1_321,
        "topics": 12,
        "approaches": 133,
        "decisions": 88,
        "profiles": 30,
        "countries": 23,
        "sources": 945,
        "translations": 6,
        "terms": 63,
    }


def test_the_real_dataset_is_translated_into_six_languages(real):
    counts = {
        language: (len(translation.topics), *(len(words) for words in translation.words.values()))
        for language, translation in real.translations.items()
    }

    assert counts == dict.fromkeys(("de", "fr", "es", "it", "pl", "el"), (12, 133, 89, 30, 23, 88))


def test_the_pages_of_the_real_dataset_are_translated_into_six_languages(real):
    slugs = {language: sorted(translation.pages) for language, translation in real.translations.items()}

    assert slugs == dict.fromkeys(("de", "fr", "es", "it", "pl", "el"), sorted(real.pages))


def test_the_menus_of_the_real_dataset_lead_to_pages_it_has(real):
    leads_to = {item["page"] for menu in real.menus.values() for item in menu.items if item["page"]}

    assert leads_to <= set(real.pages)


def test_every_record_of_the_real_dataset_has_a_source(real):
    for row in (*real.networks.values(), *real.memberships.values(), *real.decisions.values()):
        assert row.source_url in real.sources
    for row in (*real.approaches.values(), *real.profiles.values(), *real.countries.values()):
        assert row.source_urls
        assert set(row.source_urls) <= set(real.sources)


def test_every_named_place_is_somewhere(real):
    kinds = Counter(
        "own" if row.geonames_id else "seat" if row.seat_geonames_id else "by hand"
        for row in real.places.values()
    )

    assert kinds == {"own": 732, "seat": 111, "by hand": 5}
    assert all(row.note for row in real.places.values() if not (row.geonames_id or row.seat_geonames_id))


def test_the_unions_have_as_many_members_as_they_say():
    assert len(EUROPEAN_UNION) == 27
    assert len(COUNCIL_OF_EUROPE) == 46
    assert "XK" not in COUNCIL_OF_EUROPE
    assert "RU" not in COUNCIL_OF_EUROPE


def test_every_member_of_the_council_of_europe_has_places(real):
    assert COUNCIL_OF_EUROPE | {"XK"} <= real.country_codes
