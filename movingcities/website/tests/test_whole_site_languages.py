"""No page shows words of another language without marking them; scripts/foreign_words.py finds them."""

import pytest
from django.conf import settings

from movingcities.website.tests.world import PAGES, make_world
from scripts.foreign_words import foreign_words
from scripts.markup import Document

pytestmark = pytest.mark.django_db

# The gallery shows sample texts, and stands in no menu.
SHOWN = {name: path for name, path in PAGES.items() if name != "gallery"}
NOTHING_THERE = {
    "nothing there": "nowhere/",
    "no such place": "places/de/hubb/",
    "no such network": "networks/hubb/",
}


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_no_page_mixes_languages_without_saying_so(client, language):
    make_world(rows=2)

    found = [
        f"{name}: {words}"
        for name, path in (SHOWN | NOTHING_THERE).items()
        for words in foreign_words(Document.parse(client.get(f"/{language}/{path}").content), language)
    ]

    assert not found, "\n".join(found)
