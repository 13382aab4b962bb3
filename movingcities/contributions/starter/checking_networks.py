"""Checks of networks, memberships and decisions."""

from __future__ import annotations

from movingcities.contributions.starter.checking_places import PLACES, SCOPE, is_new
from movingcities.contributions.starter.dataset import Dataset, DecisionRow, MembershipRow, NetworkRow
from movingcities.contributions.starter.files import DataFolder
from movingcities.contributions.starter.records import Record
from movingcities.contributions.starter.sources import SourceBook
from movingcities.decisions.models import Decision
from movingcities.networks.models import Network

NETWORKS = "networks.csv"
MEMBERSHIPS = "memberships.csv"
DECISIONS = "decisions.csv"

_NETWORK_COLUMNS = (
    "slug",
    "name",
    "name_en",
    "kind",
    "scope",
    "countries",
    "founded",
    "website",
    "what_it_does",
    "source_url",
    "source_title",
)
_MEMBERSHIP_COLUMNS = ("place_id", "network_slug", "place_name", "country", "since", "source_url")
_DECISION_COLUMNS = (
    "slug",
    "place_id",
    "place_name",
    "country",
    "date",
    "kind",
    "title",
    "what_was_decided",
    "vote",
    "network_slug",
    "source_url",
    "source_title",
)
_A_NETWORK = f"a network of {NETWORKS}"


def place_reference(record: Record, dataset: Dataset) -> str:
    """The `place_id` of a record; the name and country it repeats must agree with the list of places."""
    place_id = record.reference("place_id", dataset.places, f"a place of {PLACES}")
    name = record.text("place_name")
    country = record.text("country")
    place = dataset.places.get(place_id)
    if place is not None:
        if name != place.name:
            record.refuse("place_name", f"“{name}” is not the name of {place_id}; expected is {place.name}")
        if country != place.country:
            record.refuse("country", f"“{country}” is not where {place_id} lies; expected is {place.country}")
    return place_id


def check_networks(folder: DataFolder, dataset: Dataset, sources: SourceBook) -> None:
    """Read the networks."""
    for record in folder.table(NETWORKS, _NETWORK_COLUMNS):
        slug = record.slug("slug", limit=120)
        countries = tuple(filter(None, record.text("countries").split(";")))
        for country in countries:
            if country not in SCOPE:
                record.refuse("countries", f"“{country}” is unknown; expected are codes joined by semicolons")
        row = NetworkRow(
            slug=slug,
            name=record.text("name", required=True, limit=300),
            name_en=record.text("name_en", limit=300),
            kind=record.choice("kind", Network.Kind.values),
            scope=record.choice("scope", Network.Scope.values),
            countries=tuple(sorted(set(countries))),
            founded=record.partial_date("founded"),
            website=record.url("website"),
            what_it_does=record.text("what_it_does", required=True),
            source_url=sources.cite_row(record, title_field="source_title"),
        )
        if is_new(record, "slug", slug, dataset.networks):
            dataset.networks[slug] = row


def check_memberships(folder: DataFolder, dataset: Dataset, sources: SourceBook) -> None:
    """Read the memberships; each pair of place and network is there once."""
    for record in folder.table(MEMBERSHIPS, _MEMBERSHIP_COLUMNS):
        row = MembershipRow(
            place_id=place_reference(record, dataset),
            network_slug=record.reference("network_slug", dataset.networks, _A_NETWORK),
            since=record.partial_date("since"),
            source_url=sources.cite_row(record),
        )
        pair = (row.place_id, row.network_slug)
        if pair in dataset.memberships:
            record.refuse("network_slug", f"{row.place_id} is in “{row.network_slug}” twice; expected is one")
        dataset.memberships[pair] = row


def check_decisions(folder: DataFolder, dataset: Dataset, sources: SourceBook) -> None:
    """Read the decisions."""
    for record in folder.table(DECISIONS, _DECISION_COLUMNS):
        slug = record.slug("slug", limit=120)
        row = DecisionRow(
            slug=slug,
            place_id=place_reference(record, dataset),
            date=record.partial_date("date"),
            kind=record.choice("kind", Decision.Kind.values),
            vote=record.text("vote", limit=300),
            network_slug=record.reference("network_slug", dataset.networks, _A_NETWORK, required=False),
            title=record.text("title", required=True, limit=250),
            what_was_decided=record.text("what_was_decided", required=True),
            source_url=sources.cite_row(record, title_field="source_title"),
        )
        if is_new(record, "slug", slug, dataset.decisions):
            dataset.decisions[slug] = row
