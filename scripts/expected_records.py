"""What the starter dataset promises to show: read from the files, so that no loss on the way can hide."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).resolve().parent.parent / "data"


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a kind: on which page it stands, which words prove it, which sources one must find there.

    A membership stands on one of two pages, place or network, with a link to the other (`partner`).
    """

    kind: str
    name: str
    path: str
    sources: frozenset[str]
    words: str = ""
    partner: str = ""


def expected_records(language: str = "en") -> list[Record]:
    """Every record that the site should show, kind by kind."""
    return list(_records(f"/{language}"))


def _records(root: str) -> Iterator[Record]:
    memberships = list(_rows("memberships.csv"))
    decisions = list(_rows("decisions.csv"))
    approaches, profiles, countries = (
        yaml.safe_load((DATA / name).read_text())
        for name in ("approaches.yaml", "profiles.yaml", "countries.yaml")
    )
    sources_of: dict[str, set[str]] = defaultdict(set)
    for row in (*memberships, *decisions):
        sources_of[row["place_id"]].add(row["source_url"])
    for entry in (*approaches, *profiles):
        sources_of[entry["place_id"]] |= _urls(entry)

    for row in _rows("networks.csv"):
        path = f"{root}/networks/{row['slug']}/"
        yield Record("network", row["slug"], path, frozenset({row["source_url"]}), row["name"])
    for row in _rows("places.csv"):
        place = row["place_id"]
        if place in sources_of:
            yield Record("place", place, _place(root, place), frozenset(sources_of[place]), row["name"])
    for row in memberships:
        yield Record(
            "membership",
            f"{row['place_id']} in {row['network_slug']}",
            _place(root, row["place_id"]),
            frozenset({row["source_url"]}),
            partner=f"{root}/networks/{row['network_slug']}/",
        )
    for row in decisions:
        path = f"{root}/decisions/{row['slug']}/"
        yield Record("decision", row["slug"], path, frozenset({row["source_url"]}), row["title"])
    for entry in approaches:
        path = f"{root}/approaches/{entry['slug']}/"
        yield Record("approach", entry["slug"], path, _urls(entry), entry["title"])
    for entry in profiles:
        place = entry["place_id"]
        yield Record("portrait", place, _place(root, place), _urls(entry), entry["subtitle"])
    for entry in countries:
        path = f"{root}/countries/{entry['country'].lower()}/"
        yield Record("country", entry["country"], path, _urls(entry), entry["context"][:60])


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(newline="") as file:
        yield from csv.DictReader(file)


def _urls(entry: dict[str, Any]) -> frozenset[str]:
    return frozenset(source["url"] for source in entry["sources"])


def _place(root: str, place_id: str) -> str:
    country, _, slug = place_id.partition("-")
    return f"{root}/places/{country}/{slug}/"
