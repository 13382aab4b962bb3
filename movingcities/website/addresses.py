"""Where the page of each thing is, in the active language (ADR 3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from django.conf import settings
from django.urls import Resolver404, resolve, reverse
from wagtail.models import Page

from movingcities.approaches.models import Approach, Topic
from movingcities.decisions.models import Decision
from movingcities.networks.models import Network
from movingcities.pages.queries import words_of_address
from movingcities.places.models import Place

Query = Mapping[str, str | int | Sequence[str | int]]


def home_address() -> str:
    """The front page."""
    return reverse("wagtail_serve", args=[""])


def place_address(place: Place) -> str:
    """The page of a place, active or not."""
    return reverse("website:place", args=[place.country_id.lower(), place.slug])


def network_address(network: Network) -> str:
    """The page of a network."""
    return reverse("website:network", args=[network.slug])


def approach_address(approach: Approach) -> str:
    """The page of an approach."""
    return reverse("website:approach", args=[approach.slug])


def decision_address(decision: Decision) -> str:
    """The page of a decision."""
    return reverse("website:decision", args=[decision.slug])


def country_address(code: str) -> str:
    """The page of a country, by its ISO code in either case."""
    return reverse("website:country", args=[code.lower()])


def topic_address(topic: Topic) -> str:
    """The page of a topic."""
    return reverse("website:topic", args=[topic.slug])


def list_address(name: str, query: Query | None = None) -> str:
    """A list (places, networks, approaches, decisions, countries, topics, sources, search), perhaps filtered.

    Several values of a field become repeated parameters.
    """
    address = reverse(f"website:{name}")
    return f"{address}?{urlencode(query, doseq=True)}" if query else address


def page_address(page: Page) -> str:
    """An editorial page, or the front page: the same words in every language."""
    return reverse("wagtail_serve", args=[words_of_address(page)])


def in_language(path: str, code: str) -> str:
    """The same address in another language: only its first word differs."""
    _, _language, *rest = path.split("/")
    return "/".join(["", code, *rest])


def language_of(path: str) -> str:
    """The language an address begins with, else the site's own."""
    first = path.lstrip("/").split("/", 1)[0]
    return first if first in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def address_with_language(address: str) -> str:
    """The English address of one that was written without a language; empty if it is none of the website's.

    `address` may carry a query. Editorial pages are not meant: any word could be one.
    """
    path, question, query = address.partition("?")
    if path.lstrip("/").split("/", 1)[0] in dict(settings.LANGUAGES):
        return ""
    whole = f"/{settings.LANGUAGE_CODE}{path if path.endswith('/') else path + '/'}"
    try:
        is_ours = "website" in resolve(whole).namespaces
    except Resolver404:
        return ""
    return whole + question + query if is_ours else ""
