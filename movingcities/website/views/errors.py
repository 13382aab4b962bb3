"""What a reader sees when an address leads nowhere or something breaks."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from urllib.parse import unquote

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from movingcities.approaches.models import Approach, Topic
from movingcities.decisions.models import Decision
from movingcities.design.components import Link
from movingcities.languages.saying import country_name
from movingcities.networks.models import Network
from movingcities.places.models import Country
from movingcities.search.queries import suggest_places
from movingcities.stories.models import ApproachStory, DecisionStory
from movingcities.website.addresses import (
    approach_address,
    country_address,
    decision_address,
    language_of,
    list_address,
    place_address,
)
from movingcities.website.phrases import place_and_country
from movingcities.website.rows import network_link, said_link, topic_link

NEAR = 6
# Between 0 and 1: how alike two slugs must be to be worth a suggestion (difflib's ratio).
ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class WrongAddress:
    """What can be read from an address that leads nowhere."""

    section: str
    words: str


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: says so, and names what is near the address."""
    wrong = read_address(request.path)
    with translation.override(language_of(request.path)):
        context = {
            "page_title": _("Nothing at this address"),
            "robots": "noindex",
            "heading": _("Nothing is moored here"),
            "text": _("The address may be misspelt, or the page has moved."),
            "near": near(wrong),
            "query": wrong.words,
        }
        return render(request, "website/error.html", context, status=404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request could not be read."""
    with translation.override(language_of(request.path)):
        context = {
            "page_title": _("We could not read this request"),
            "robots": "noindex",
            "heading": _("We could not read this request"),
            "text": _(
                "Something in the address or the form is not as it should be. Start again from a list."
            ),
        }
        return render(request, "website/error.html", context, status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None, reason: str = "") -> HttpResponse:
    """403: also when a form was open for too long."""
    with translation.override(language_of(request.path)):
        context = {
            "page_title": _("Not allowed"),
            "robots": "noindex",
            "heading": _("This is not open to you"),
            "text": _("If you came from a form, go back, load the page again and send it once more."),
        }
        return render(request, "website/error.html", context, status=403)


def server_error(request: HttpRequest) -> HttpResponseBase:
    """500: without the database or the site's frame, which may be what broke."""
    language = language_of(request.path)
    with translation.override(language):
        page = render_to_string("website/server_error.html", {"home": f"/{language}/"})
    return HttpResponse(page, status=500)


def read_address(path: str) -> WrongAddress:
    """The section of the site an address names, and its last word as a question."""
    words = [word for word in unquote(path).split("/") if word]
    if words and words[0] in dict(settings.LANGUAGES):
        words = words[1:]
    section = words[0] if words else ""
    last = words[-1] if words else ""
    printable = "".join(character for character in last if character.isprintable())
    return WrongAddress(section, printable.replace("-", " ").replace("_", " ")[:80].strip())


def near(wrong: WrongAddress) -> list[Link]:
    """Up to six things whose address is like the wrong one; places for any section we do not know."""
    if not wrong.words:
        return []
    finder = {
        "networks": _near_networks,
        "approaches": _near_approaches,
        "decisions": _near_decisions,
        "countries": _near_countries,
        "topics": _near_topics,
    }.get(wrong.section, _near_places)
    return finder(wrong.words)


def _near_places(words: str) -> list[Link]:
    language = translation.get_language() or "en"
    return [
        Link(
            place_and_country(suggestion.place, language),
            place_address(suggestion.place),
        )
        for suggestion in suggest_places(words, limit=NEAR)
    ]


def _alike(words: str, slugs: list[str]) -> list[str]:
    return difflib.get_close_matches("-".join(words.lower().split()), slugs, n=NEAR, cutoff=ALIKE)


def _near_networks(words: str) -> list[Link]:
    language = translation.get_language() or "en"
    by_slug = {network.slug: network for network in Network.objects.all()}
    return [network_link(by_slug[slug], language) for slug in _alike(words, list(by_slug))]


def _near_approaches(words: str) -> list[Link]:
    by_slug = {approach.slug: approach for approach in Approach.objects.only("slug")}
    chosen = [by_slug[slug] for slug in _alike(words, list(by_slug))]
    language = translation.get_language() or "en"
    stories = ApproachStory.objects.by_fact([one.pk for one in chosen], language)
    return [
        said_link(stories[one.pk].said("title"), approach_address(one), language)
        for one in chosen
        if one.pk in stories
    ]


def _near_decisions(words: str) -> list[Link]:
    by_slug = {decision.slug: decision for decision in Decision.objects.only("slug")}
    chosen = [by_slug[slug] for slug in _alike(words, list(by_slug))]
    language = translation.get_language() or "en"
    stories = DecisionStory.objects.by_fact([one.pk for one in chosen], language)
    return [
        said_link(stories[one.pk].said("title"), decision_address(one), language)
        for one in chosen
        if one.pk in stories
    ]


def _near_countries(words: str) -> list[Link]:
    language = translation.get_language() or "en"
    codes = {
        country_name(code, language).lower(): code for code in Country.objects.values_list("code", flat=True)
    }
    return [
        Link(country_name(codes[name], language), country_address(codes[name]))
        for name in difflib.get_close_matches(words.lower(), list(codes), n=NEAR, cutoff=ALIKE)
    ] or [Link(_("All countries"), list_address("countries"))]


def _near_topics(words: str) -> list[Link]:
    language = translation.get_language() or "en"
    return [topic_link(topic, language) for topic in Topic.objects.in_order()]
