"""What a first visit weighs; `python -m benchmarks.page_weights` asks a browser on the real data."""

import gzip
from functools import cache
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import pytest
from django.contrib.staticfiles import finders

from movingcities.website.tests.world import PAGES, make_world
from scripts.markup import Document

pytestmark = pytest.mark.django_db

# The bound is 120 KB on the real data, whose longer lists and other letters add some 40 KB to this world.
MOST_BYTES = 85_000


def test_a_first_visit_is_light_on_every_page(client):
    make_world(rows=12)

    weights = {name: weight_of_first_visit(client, f"/en/{path}") for name, path in PAGES.items()}

    assert {name: weight for name, weight in weights.items() if weight > MOST_BYTES} == {}
    assert weights["places"] > weights["sources"] > 30_000


def test_pages_travel_compressed(client):
    make_world(rows=1)

    response = client.get("/en/places/", headers={"accept-encoding": "gzip"})

    assert response.headers["Content-Encoding"] == "gzip"
    assert len(response.content) < len(gzip.decompress(response.content)) / 2


def weight_of_first_visit(client, address):
    """Bytes of the page and of all it names, compressed: styles, preloaded fonts, drawings."""
    page = client.get(address, headers={"accept-encoding": "gzip"}).content
    document = Document.parse(gzip.decompress(page), f"http://testserver{address}")
    named = {urlsplit(urldefrag(url)[0]).path for url in document.resources}
    files = {path for path in named if path.startswith("/static/") and "icon" not in path}
    return len(page) + sum(weight_of(path.removeprefix("/static/")) for path in files)


@cache
def weight_of(name):
    found = finders.find(name)
    content = Path(found).read_bytes()
    return len(content) if name.endswith(".woff2") else len(gzip.compress(content))
