"""Share cards as PNG: drawn when first asked for, kept in the file storage until what they say changes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TypeVar

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from movingcities.approaches.models import Approach, Topic
from movingcities.decisions.models import Decision
from movingcities.design.pictures import png
from movingcities.networks.models import Network
from movingcities.pages.models import EditorialPage
from movingcities.pages.queries import page_at
from movingcities.places.models import Country, Place
from movingcities.website.share_cards import (
    WIDTH,
    ShareCard,
    approach_card,
    country_card,
    decision_card,
    home_card,
    network_card,
    page_card,
    place_card,
    svg_of,
    topic_card,
)

Fact = TypeVar("Fact")

FOLDER = "share-cards"
SECONDS_KEPT = 24 * 60 * 60
"""How long a reader's browser or a cache in between may keep a card."""


@require_safe
def home(request: HttpRequest) -> HttpResponseBase:
    """The card of the front page, and of every page without one of its own."""
    return _answer(request, home_card)


@require_safe
def place(request: HttpRequest, country: str, slug: str) -> HttpResponseBase:
    """The card of a place that acts; another has none, there would be 100,000."""
    found = Place.objects.active().filter(country_id=country.upper(), slug=slug).first()
    return _answer(request, lambda language: place_card(_found(found), language))


@require_safe
def network(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The card of a network."""
    found = Network.objects.filter(slug=slug).prefetch_related("sources").first()
    return _answer(request, lambda language: network_card(_found(found), language))


@require_safe
def approach(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The card of an approach."""
    found = Approach.objects.filter(slug=slug).first()
    return _answer(request, lambda language: approach_card(_found(found), language))


@require_safe
def decision(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The card of a decision."""
    found = Decision.objects.filter(slug=slug).select_related("place").first()
    return _answer(request, lambda language: decision_card(_found(found), language))


@require_safe
def country(request: HttpRequest, code: str) -> HttpResponseBase:
    """The card of a country."""
    found = Country.objects.filter(code=code.upper()).first()
    return _answer(request, lambda language: country_card(_found(found), language))


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The card of a topic."""
    found = Topic.objects.filter(slug=slug).first()
    return _answer(request, lambda language: topic_card(_found(found), language))


@require_safe
def page(request: HttpRequest, address: str) -> HttpResponseBase:
    """The card of an editorial page; `address` is its own without the language."""
    found = page_at(f"{address}/", get_language() or "en")
    text = found if isinstance(found, EditorialPage) else None
    return _answer(request, lambda language: page_card(_found(text), language))


def _found(fact: Fact | None) -> Fact:
    if fact is None:
        raise Http404
    return fact


def _answer(request: HttpRequest, read: Callable[[str], ShareCard]) -> HttpResponseBase:
    svg = svg_of(read(get_language() or "en"))
    digest = hashlib.sha256(svg.encode()).hexdigest()[:20]
    etag = f'"{digest}"'
    response: HttpResponse
    if request.headers.get("If-None-Match") == etag:
        response = HttpResponseNotModified()
    else:
        response = HttpResponse(_picture(request.path, digest, svg), content_type="image/png")
    response["ETag"] = etag
    patch_cache_control(response, public=True, max_age=SECONDS_KEPT)
    return response


def _picture(path: str, digest: str, svg: str) -> bytes:
    """The kept picture of a page, else a new one; older ones of the same page go."""
    folder = FOLDER + path.removesuffix("/share.png")
    name = f"{folder}/{digest}.png"
    if default_storage.exists(name):
        with default_storage.open(name) as file:
            return bytes(file.read())
    drawn = png(svg, width=WIDTH)
    older = default_storage.listdir(folder)[1] if default_storage.exists(folder) else []
    default_storage.save(name, ContentFile(drawn))
    for each in older:
        default_storage.delete(f"{folder}/{each}")
    return drawn
