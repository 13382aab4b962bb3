"""What a first visit weighs; `python -m benchmarks.page_weights` asks a browser on the real data."""

import gzip
import re
from functools import cache
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import brotli
import pytest
from django.contrib.staticfiles import finders

from movingcities.website.tests.world import PAGES, make_world
from scripts.first_visit import MOST_BYTES, MOST_BYTES_WITH_LIVE_MAP
from scripts.markup import Document

pytestmark = pytest.mark.django_db

# The longer lists and other letters of the real data add so much to this world.
REAL_DATA = 20_000
CUTS = ("text", "display")
FACE = re.compile(r"@font-face\{[^}]*url\(\"?([^)\"]+)\"?\)[^}]*unicode-range: ?([^;}]+)")
IMPORTED = re.compile(r"(?:import\(|from )[\"'](\.[^\"']+)[\"']")


def test_a_first_visit_is_light_on_every_page(client):
    make_world(rows=12)

    weights = {
        (language, name): weigh(client, f"/{language}/{path}")
        for language in ("en", "el", "pl")
        for name, path in PAGES.items()
    }

    heavy = {page: weight for page, (weight, most) in weights.items() if weight > most - REAL_DATA}
    assert heavy == {}
    assert weights["en", "places"][0] > weights["en", "sources"][0] > 30_000


def test_a_page_loads_the_letters_it_shows(client):
    make_world(rows=1)

    greek, polish = (
        fonts(Document.parse(client.get(f"/{language}/sources/").content)) for language in ("el", "pl")
    )

    assert {"latin", "greek"} <= greek
    assert {"latin", "latin-ext"} <= polish
    assert "cyrillic" not in greek | polish


def test_pages_travel_compressed(client):
    make_world(rows=1)

    response = client.get("/en/places/", headers={"accept-encoding": "gzip"})

    assert response.headers["Content-Encoding"] == "gzip"
    assert len(response.content) < len(gzip.decompress(response.content)) / 2


def weigh(client, address):
    """Bytes of the page and of all a browser fetches with it, compressed; and what they may be at most."""
    page = client.get(address, headers={"accept-encoding": "gzip"}).content
    document = Document.parse(gzip.decompress(page), f"http://testserver{address}")
    named = {urlsplit(urldefrag(url)[0]).path for url in document.resources}
    files = {
        path.removeprefix("/static/") for path in named if path.startswith("/static/") and "icon" not in path
    }
    files |= {f"design/fonts/commissioner-{script}-{cut}.woff2" for script in fonts(document) for cut in CUTS}
    maps = [element for element in document.elements("living-map") if element.get("data-lights")]
    for name in [name for name in files if name.endswith(".js")] if maps else []:
        files |= modules(name)
    lights = [
        len(client.get(one.get("data-lights"), headers={"accept-encoding": "gzip"}).content) for one in maps
    ]
    weight = len(page) + sum(weight_of(name) for name in files) + sum(lights)
    return weight, MOST_BYTES_WITH_LIVE_MAP if maps else MOST_BYTES


def fonts(document):
    """Scripts whose letters the page shows; those are fetched in both cuts, to be on the safe side."""
    letters = set(document.text())
    return {
        re.search(r"commissioner-([\w-]+)-\w+\.woff2", file)[1]
        for file, ranges in FACE.findall(Path(finders.find("design/moving-cities.css")).read_text())
        if any(letter in letters_of(ranges) for letter in letters)
    }


@cache
def letters_of(ranges):
    found = set()
    for part in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", ranges):
        first, last = int(part[0], 16), int(part[1] or part[0], 16)
        found |= {chr(code) for code in range(first, last + 1)}
    return found


@cache
def modules(name):
    """A script and all modules it imports, whether at once or when they are needed."""
    text = Path(finders.find(name)).read_text()
    folder = Path("/" + name).parent
    imported = {str((folder / path).resolve()).lstrip("/") for path in IMPORTED.findall(text)}
    return {name}.union(*(modules(one) for one in imported))


@cache
def weight_of(name):
    """Bytes of a static file as it travels: fonts are compressed already."""
    content = Path(finders.find(name)).read_bytes()
    return len(content) if name.endswith(".woff2") else len(brotli.compress(content))
