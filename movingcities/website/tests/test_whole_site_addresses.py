"""What search engines are told: one address per view, and which views are worth keeping."""

import pytest

from movingcities.website.tests.world import make_world
from scripts.markup import Document

pytestmark = pytest.mark.django_db

EVERY_LANGUAGE = {"en", "de", "fr", "es", "it", "pl", "el", "x-default"}
KEPT = "kept in every language"
LEFT = "noindex, follow"
# (list, query, its one address or “same”, whether engines keep it)
VIEWS = [
    ("places", "", "same", KEPT),
    ("places", "?country=DE", "same", KEPT),
    ("places", "?country=de&utm_source=x&page=1&sort=networks", "?country=DE", KEPT),
    ("places", "?network=hub", "same", KEPT),
    ("places", "?topic=hub", "same", KEPT),
    ("places", "?country=DE&country=MC", "same", LEFT),
    ("places", "?network=hub&country=DE", "?country=DE&network=hub", LEFT),
    ("places", "?has=approach", "same", LEFT),
    ("places", "?scope=all", "same", LEFT),
    ("places", "?q=Test", "same", LEFT),
    ("places", "?page=2", "same", LEFT),
    ("places", "?sort=name", "same", LEFT),
    ("places", "?country=QQ", "", LEFT),
    ("networks", "", "same", KEPT),
    ("networks", "?country=DE", "same", KEPT),
    ("networks", "?kind=charter", "same", KEPT),
    ("networks", "?country=DE&kind=charter", "?kind=charter&country=DE", LEFT),
    ("networks", "?scope=european", "same", LEFT),
    ("networks", "?sort=name", "same", LEFT),
    ("networks", "?kind=club", "", LEFT),
    ("approaches", "", "same", KEPT),
    ("approaches", "?topic=hub", "same", KEPT),
    ("approaches", "?country=DE", "same", KEPT),
    ("approaches", "?topic=hub&country=DE", "same", LEFT),
    ("approaches", "?status=active", "same", LEFT),
    ("approaches", "?started_after=2010", "same", LEFT),
    ("approaches", "?sort=newest", "", LEFT),
    ("decisions", "", "same", KEPT),
    ("decisions", "?country=DE", "same", KEPT),
    ("decisions", "?kind=other", "same", KEPT),
    ("decisions", "?year=2018", "same", LEFT),
    ("decisions", "?sort=place", "same", LEFT),
    ("decisions", "?year=long+ago", "", LEFT),
    ("countries", "?page=2", "", KEPT),
    ("topics", "?page=2", "", KEPT),
    ("sources", "", "same", KEPT),
    ("sources", "?q=Test", "", LEFT),
    ("search", "?q=Test", "", LEFT),
    ("places/de/hub", "?utm_source=x", "", KEPT),
    ("networks/hub", "?utm_source=x", "", KEPT),
    ("approaches/hub", "?utm_source=x", "", KEPT),
    ("decisions/hub", "?utm_source=x", "", KEPT),
    ("countries/de", "?utm_source=x", "", KEPT),
    ("topics/hub", "?utm_source=x", "", KEPT),
    ("places/de/quiet", "", "same", LEFT),
]


def test_every_view_has_one_address_and_only_some_are_kept(client):
    make_world(rows=1)

    told = [(name, query, *what_engines_are_told(client, f"/en/{name}/", query)) for name, query, *_ in VIEWS]

    expected = [(name, query, query if own == "same" else own, kept) for name, query, own, kept in VIEWS]
    assert [view for view in told if view not in expected] == []


def what_engines_are_told(client, path, query):
    """The query of the view's own address, and whether the view may be kept."""
    document = Document.parse(client.get(path + query).content)
    links = list(document.elements("link"))
    (address,) = [link.get("href") for link in links if link.get("rel") == "canonical"]
    robots = [one.get("content") for one in document.elements("meta") if one.get("name") == "robots"]
    languages = {link.get("hreflang") for link in links if link.get("hreflang")}
    kept = KEPT if languages == EVERY_LANGUAGE and not robots else " ".join([*robots, *languages])
    return address.removeprefix(f"http://testserver{path}"), kept
