"""The Atom feed of what is new or changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from movingcities.approaches.models import Approach
from movingcities.decisions.models import Decision
from movingcities.networks.models import Network
from movingcities.places.models import Place
from movingcities.stories.models import ApproachStory, DecisionStory, NetworkStory, PlaceStory, Story
from movingcities.website.phrases import place_and_country
from movingcities.website.translations import origin_in_words

ENTRIES = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the feed; `identity` stays the same whatever happens to title or address."""

    identity: str
    title: str
    summary: str
    language: str
    """Of title and summary; empty where nobody noted it."""
    url: str
    kind: str
    added_at: datetime
    changed_at: datetime


class AtomInLanguages(Atom1Feed):
    """Atom whose entries say their language where it is not the feed's."""

    def item_attributes(self, item: dict[str, Any]) -> dict[str, Any]:
        """The attributes of an entry."""
        language = item.get("entry_language", "")
        return {"xml:lang": language} if language and language != self.feed["language"] else {}


class LatestChanges(Feed[Entry, None]):
    """Places, networks, approaches and decisions, last changed first, in the language of the address."""

    feed_type = AtomInLanguages

    def title(self) -> str:
        return _("Moving Cities: what is new and what changed")

    def subtitle(self) -> str:
        return _("Which municipalities act, what they do, who stands together, and how we know.")

    def link(self) -> str:
        return reverse("website:feed")

    def feed_copyright(self) -> str:
        return "CC BY 4.0"

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        return None

    def items(self) -> list[Entry]:
        entries = [*_places(), *_networks(), *_approaches(), *_decisions()]
        return sorted(entries, key=lambda entry: (entry.changed_at, entry.identity), reverse=True)[:ENTRIES]

    def item_title(self, item: Entry) -> str:
        return item.title

    def item_description(self, item: Entry) -> str:
        return item.summary

    def item_link(self, item: Entry) -> str:
        return item.url

    def item_guid(self, item: Entry) -> str:
        return f"tag:movingcities,2026:{item.identity}"

    def item_pubdate(self, item: Entry) -> datetime:
        return item.added_at

    def item_updateddate(self, item: Entry) -> datetime:
        return item.changed_at

    def item_extra_kwargs(self, item: Entry) -> dict[str, str]:
        return {"entry_language": item.language}

    def item_categories(self, item: Entry) -> list[str]:
        return [item.kind]


def _latest(records: QuerySet[Any]) -> list[Any]:
    return list(records.order_by("-changed_at", "-pk")[:ENTRIES])


def _language() -> str:
    return get_language() or "en"


def _places() -> list[Entry]:
    places = _latest(Place.objects.active().for_listing())
    stories = PlaceStory.objects.by_fact([place.pk for place in places], _language())
    return [
        Entry(
            identity=f"place:{place.pk}",
            title=place_and_country(place, _language()),
            summary=_summary(stories.get(place.pk), "subtitle", _language()),
            language=_language(),
            url=reverse("website:place", args=[place.country_id.lower(), place.slug]),
            kind=_("Place"),
            added_at=place.created_at,
            changed_at=place.changed_at,
        )
        for place in places
    ]


def _networks() -> list[Entry]:
    networks = _latest(Network.objects.all())
    stories = NetworkStory.objects.by_fact([network.pk for network in networks], _language())
    return [
        Entry(
            identity=f"network:{network.pk}",
            title=(name := network.name_in(_language())).text,
            summary=_summary(stories.get(network.pk), "description", _language()),
            language=name.language if network.pk not in stories else _language(),
            url=reverse("website:network", args=[network.slug]),
            kind=network.get_kind_display(),
            added_at=network.created_at,
            changed_at=network.changed_at,
        )
        for network in networks
    ]


def _approaches() -> list[Entry]:
    approaches = _latest(Approach.objects.all())
    stories = ApproachStory.objects.by_fact([approach.pk for approach in approaches], _language())
    return [
        Entry(
            identity=f"approach:{approach.pk}",
            title=stories[approach.pk].title,
            summary=_summary(stories[approach.pk], "summary", stories[approach.pk].language),
            language=stories[approach.pk].language,
            url=reverse("website:approach", args=[approach.slug]),
            kind=_("Approach"),
            added_at=approach.created_at,
            changed_at=approach.changed_at,
        )
        for approach in approaches
        if approach.pk in stories
    ]


def _decisions() -> list[Entry]:
    decisions = _latest(Decision.objects.all())
    stories = DecisionStory.objects.by_fact([decision.pk for decision in decisions], _language())
    return [
        Entry(
            identity=f"decision:{decision.pk}",
            title=stories[decision.pk].title,
            summary=_summary(stories[decision.pk], "what_was_decided", stories[decision.pk].language),
            language=stories[decision.pk].language,
            url=reverse("website:decision", args=[decision.slug]),
            kind=_("Decision"),
            added_at=decision.created_at,
            changed_at=decision.changed_at,
        )
        for decision in decisions
        if decision.pk in stories
    ]


def _summary(story: Story | None, name: str, language: str) -> str:
    """A text of a story with where it comes from; none in another language than the entry's.

    Atom gives an entry one language: what is not translated is left to the page.
    """
    if story is None or (said := story.said(name)).language != language:
        return ""
    return f"{said.text} ({origin})" if (origin := origin_in_words(story)) else said.text
