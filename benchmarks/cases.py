"""What is timed, and how long it may take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.http import QueryDict
from django.test import Client

from movingcities.explorer.filters import PlaceFilter
from movingcities.explorer.queries.places import explore_places
from movingcities.search.queries import exact_place, find, suggest_places

# Bounds of docs/reference, in milliseconds: any list page and any search, 100,000 places, SQLite, warm.
PAGE_BOUND = 200.0
SEARCH_BOUND = 100.0
# What is left of a page for queries, after the frame and the templates had their share.
QUERIES_BOUND = 120.0

PLACE_LISTS = (
    "",
    "country=DE",
    "country=DE&network=sichere-haefen",
    "topic=reception-and-housing&has=story",
    "scope=all",
    "scope=all&page=2000",
    "scope=all&sort=name&page=1000",
    "scope=all&sort=population&page=1000",
    "scope=all&sort=first&page=1000",
    "scope=all&country=FR",
    "scope=all&country=FR&country=IT&sort=name&page=300",
    "scope=all&size=under-10000",
    "scope=all&kind=populated-place&size=50000-249999",
    "scope=all&letter=S",
    "scope=all&q=saint",
    "scope=all&q=ha",
    "area=4000,2900,4500,3400",
    "scope=all&area=4000,2900,4500,3400",
    "scope=all&area=3400,2300,4100,3100&country=FR&sort=name&page=100",
)
MAP_DATA = (
    "/en/places/lights.json",
    "/en/places/lights.json?country=DE&network=sichere-haefen",
    "/en/places/lights.json?scope=all&q=saint",
    "/en/places/de/potsdam/card/",
    "/en/map/names.json?area=4300,3000,4350,3050",
    "/en/map/names.json?area=2000,1300,7000,5500",
    "/en/map/all-places.json",
)
OTHER_PAGES = (
    "/en/",
    "/en/places/de/potsdam/",
    "/en/networks/",
    "/en/networks/sichere-haefen/",
    "/en/approaches/",
    "/en/approaches/?topic=reception-and-housing&country=DE",
    "/en/decisions/",
    "/en/countries/",
    "/en/countries/de/",
    "/en/search/?q=sea+rescue",
    "/en/search/?q=hambrug",
)
NAMES = (
    "ha",
    "frei",
    "saint",
    "hamburg",
    "Goettingen",
    "αθηνα",
    "hambrug",
    "Thesaloniki",
    "brelin",
    "xyzzyx",
)
QUESTIONS = (
    "housing",
    "Palermo",
    "sea rescue",
    "identity card for people without papers",
    "language courses for women who have just arrived",
)


@dataclass(frozen=True, slots=True)
class Case:
    """Something to time; `run` does it once."""

    group: str
    name: str
    bound: float
    run: Callable[[], object]


class PageFailed(RuntimeError):
    """A page did not answer 200, so its time means nothing."""

    def __init__(self, path: str, status: int) -> None:
        super().__init__(f"{path} answered {status}: load the starter data into this database first.")


def _get(client: Client, path: str) -> None:
    response = client.get(path, headers={"host": "127.0.0.1"}, follow=True)
    if response.status_code != 200:
        raise PageFailed(path, response.status_code)


def _explore(query: str) -> None:
    exploration = explore_places(PlaceFilter.from_query(QueryDict(query)), language="en")
    list(exploration.lights.active)


def _cases() -> list[Case]:
    client = Client()
    places = [f"/en/places/{'?' if query else ''}{query}" for query in PLACE_LISTS]
    return [
        *(Case("page", path, PAGE_BOUND, partial(_get, client, path)) for path in [*places, *OTHER_PAGES]),
        *(Case("map", path, PAGE_BOUND, partial(_get, client, path)) for path in MAP_DATA),
        *(
            Case("queries", query or "(no filter)", QUERIES_BOUND, partial(_explore, query))
            for query in PLACE_LISTS
        ),
        *(Case("suggest", name, SEARCH_BOUND, partial(suggest_places, name)) for name in NAMES),
        *(Case("exact", name, SEARCH_BOUND, partial(exact_place, name)) for name in NAMES),
        *(Case("find", text, SEARCH_BOUND, partial(find, text, language="en")) for text in QUESTIONS),
    ]


CASES = _cases()
