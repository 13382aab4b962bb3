"""Checks of approaches, portraits of places and contexts of countries."""

from __future__ import annotations

from movingcities.approaches.models import Approach
from movingcities.contributions.starter.checking_networks import NETWORKS, place_reference
from movingcities.contributions.starter.checking_places import TOPICS, is_new
from movingcities.contributions.starter.dataset import ApproachRow, CountryRow, Dataset, ProfileRow
from movingcities.contributions.starter.files import DataFolder
from movingcities.contributions.starter.records import Record
from movingcities.contributions.starter.sources import SourceBook
from movingcities.kit.partial_date import PartialDate

APPROACHES = "approaches.yaml"
PROFILES = "profiles.yaml"
COUNTRIES = "countries.yaml"

_APPROACH_FIELDS = (
    "slug",
    "title",
    "place_id",
    "place_name",
    "country",
    "topics",
    "started",
    "ended",
    "status",
    "lead",
    "partners",
    "target_group",
    "summary",
    "how_it_works",
    "results",
    "funding",
    "legal_basis",
    "transferability",
    "sources",
)
_APPROACH_WORDS = ("how_it_works", "results", "transferability", "target_group", "funding", "legal_basis")
_PROFILE_FIELDS = (
    "place_id",
    "place_name",
    "country",
    "subtitle",
    "context",
    "takeaways",
    "sections",
    "networks",
    "sources",
)


def check_approaches(folder: DataFolder, dataset: Dataset, sources: SourceBook) -> None:
    """Read the approaches."""
    for record in folder.list_of_records(APPROACHES):
        record.expect_only(_APPROACH_FIELDS)
        slug = record.slug("slug", limit=120)
        started, ended = record.partial_date("started"), record.partial_date("ended")
        status = record.choice("status", Approach.Status.values)
        _check_duration(record, started, ended, status)
        row = ApproachRow(
            slug=slug,
            place_id=place_reference(record, dataset),
            topics=record.references("topics", dataset.topics, f"a topic of {TOPICS}", required=True),
            started=started,
            ended=ended,
            status=status,
            lead=record.text("lead", limit=300),
            partners=record.texts("partners"),
            words={
                "title": record.text("title", required=True, limit=250),
                "summary": record.text("summary", required=True),
                **{name: record.text(name) for name in _APPROACH_WORDS},
            },
            source_urls=sources.cite_list(record),
        )
        if is_new(record, "slug", slug, dataset.approaches):
            dataset.approaches[slug] = row


def check_profiles(folder: DataFolder, dataset: Dataset, sources: SourceBook) -> None:
    """Read the portraits; the networks they name must exist."""
    for record in folder.list_of_records(PROFILES):
        record.expect_only(_PROFILE_FIELDS)
        record.references("networks", dataset.networks, f"a network of {NETWORKS}")
        place_id = place_reference(record, dataset)
        row = ProfileRow(
            place_id=place_id,
            subtitle=record.text("subtitle", required=True, limit=200),
            context=record.text("context", required=True),
            takeaways=record.texts("takeaways", limit=400),
            sections=tuple(_section(section) for section in record.records("sections")),
            source_urls=sources.cite_list(record),
        )
        if is_new(record, "place_id", place_id, dataset.profiles):
            dataset.profiles[place_id] = row


def check_countries(folder: DataFolder, dataset: Dataset, sources: SourceBook) -> None:
    """Read the contexts of countries; the country must have places."""
    known = dataset.country_codes
    for record in folder.list_of_records(COUNTRIES):
        record.expect_only(("country", "context", "sources"))
        country = record.reference("country", known, "a country that has places")
        row = CountryRow(
            country=country,
            context=record.text("context", required=True),
            source_urls=sources.cite_list(record),
        )
        if is_new(record, "country", country, dataset.countries):
            dataset.countries[country] = row


def _section(record: Record) -> tuple[str, str]:
    record.expect_only(("title", "text"))
    return record.text("title", required=True, limit=200), record.text("text", required=True)


def _check_duration(record: Record, started: str, ended: str, status: str) -> None:
    if ended and status in (Approach.Status.PLANNED, Approach.Status.ACTIVE):
        record.refuse("ended", f"“{ended}” does not go with the status “{status}”; expected is no end")
    if started and ended and PartialDate.parse(ended).latest < PartialDate.parse(started).earliest:
        record.refuse("ended", f"“{ended}” lies before the start, {started}; expected is a later date")
