"""The page of a place: of every one in Europe, whether it acts or not."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from movingcities.design.components import Link
from movingcities.evidence.models import PreviousSlug
from movingcities.languages.maps import FALLBACK_LANGUAGE, Said
from movingcities.languages.saying import country_name
from movingcities.places.models import Place
from movingcities.places.queries import Nearby, active_places_near
from movingcities.stories.previewing import is_previewed
from movingcities.website import structured_data
from movingcities.website.addresses import country_address, list_address, place_address
from movingcities.website.citation import citation
from movingcities.website.designations import country_label, designation_note
from movingcities.website.gazetteer import gazetteer_lines, geonames_address, seat_and_note
from movingcities.website.nearby import (
    lights_title,
    listed_neighbours,
    near_title,
    neighbour_grid,
    neighbour_rows,
)
from movingcities.website.phrases import place_and_country
from movingcities.website.place_head import description, head_figures, locator
from movingcities.website.place_page import read_place_page
from movingcities.website.quiet_place import networks_of, steps
from movingcities.website.redirects import moved_or_missing
from movingcities.website.rows import source_line, sources_checked_text, whole_picture_link
from movingcities.website.views.page import PageMeta, render_page

LIGHTS = 250
"""Active places read for the map of the neighbourhood; the nearest of them are listed."""

LISTED_LIGHTS = 4


@require_safe
def place(request: HttpRequest, country: str, slug: str) -> HttpResponseBase:
    """One place; a wrong spelling of its address leads to the right one, an unknown one is missing."""
    found = Place.objects.filter(country_id=country.upper(), slug=slug).first()
    if found is None:
        return moved_or_missing(kind=PreviousSlug.Kind.PLACE, slug=slug, country=country)
    if country != country.lower():
        return HttpResponsePermanentRedirect(place_address(found))
    near = active_places_near(found, limit=LIGHTS)
    if is_previewed(found):
        found.story_count = max(found.story_count, 1)
        found.is_active = True
    return _active(request, found, near) if found.is_active else _inactive(request, found, near)


@require_safe
def places_of_country(request: HttpRequest, country: str) -> HttpResponsePermanentRedirect:
    """An address cut short leads to the country."""
    return HttpResponsePermanentRedirect(country_address(country))


def _head(request: HttpRequest, place: Place, near: list[Nearby], language: str) -> dict[str, object]:
    said = place.name_in(language)
    seat, note = seat_and_note(place)
    return {
        "place": place,
        "name": said,
        "local_name": place.local_name if said.text != place.name else None,
        "geonames_url": geonames_address(place),
        "seat": seat,
        "note": Said(note, FALLBACK_LANGUAGE) if note else None,
        "designation": designation_note([place.country_id]),
        "crumbs": [
            Link(_("Places"), list_address("places")),
            Link(country_label(place.country_id, language), country_address(place.country_id)),
            Link(capfirst(place.get_kind_display())),
        ],
        "drawing": locator(place, near, language),
        "citation": citation(
            place_and_country(place, language), request.path, place.changed_at.date(), language
        ),
    }


def _active(request: HttpRequest, place: Place, near: list[Nearby]) -> HttpResponse:
    language = get_language() or "en"
    page = read_place_page(place, language, timezone.localdate())
    context = {
        **_head(request, place, near, language),
        "page": page,
        "figures": head_figures(place, page.project_count, language),
        "gap": gap(place),
        "context_title": _("What municipalities may decide: %(country)s")
        % {"country": country_name(place.country_id, language)},
        "country_link": whole_picture_link(place.country_id, language),
        "neighbours_title": near_title(place, near, language),
        "neighbours": neighbour_grid(listed_neighbours(near), language),
    }
    said = description(place, language)
    meta = PageMeta(
        text=page.story,
        share_card=request.path + "share.png",
        title=place_and_country(place, language),
        description=said,
        structured_data=[
            structured_data.place(place, path=request.path, language=language, description=said)
        ],
    )
    return render_page(request, "website/place.html", context, meta=meta)


def _inactive(request: HttpRequest, place: Place, near: list[Nearby]) -> HttpResponse:
    language = get_language() or "en"
    lights = near[:LISTED_LIGHTS]
    sources = list(place.sources.all())
    lines = [source_line(source, language) for source in sources] + gazetteer_lines(place)
    context = {
        **_head(request, place, near, language),
        "neighbours_title": lights_title(lights, language),
        "neighbours": neighbour_rows(lights, networks_of(lights), language),
        "steps": steps(place, near, language),
        "sources": lines,
        "sources_checked": sources_checked_text(sources, language),
    }
    meta = PageMeta(
        title=place_and_country(place, language),
        description=description(place, language),
        is_indexable=False,
    )
    return render_page(request, "website/place_inactive.html", context, meta=meta)


def gap(place: Place) -> str:
    """What we do not know of an active place, said so that nobody takes our gap for its inaction."""
    if not place.decision_count and not place.approach_count:
        return _(
            "We know of no council decision and no approach here. That may be our gap: it does not say that "
            "there is none."
        )
    if not place.decision_count:
        return _("We know of no council decision here. That may be our gap.")
    if not place.approach_count:
        return _("We know of no approach here. That may be our gap.")
    return ""
