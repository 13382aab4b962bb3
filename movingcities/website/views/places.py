"""The explorer of places: list, map and sentence of one filter."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from movingcities.explorer.filters import PlaceFilter, Scope
from movingcities.explorer.queries.by_year import places_by_year
from movingcities.explorer.queries.places import explore_places
from movingcities.languages.saying import country_name
from movingcities.stories.models import CountryStory
from movingcities.website.addresses import list_address
from movingcities.website.by_year import places_figure, year_slider
from movingcities.website.filter_form import chips, kept_values, pages
from movingcities.website.phrases import passage
from movingcities.website.places_by_country import country_table
from movingcities.website.places_page import (
    PER_PAGE,
    button,
    draw,
    fields,
    figures,
    labels,
    remarks,
)
from movingcities.website.places_sentence import marked_sentence, sentence
from movingcities.website.problems import problem_texts
from movingcities.website.rows import place_columns, place_row, whole_picture_link
from movingcities.website.translations import Told, translation_note
from movingcities.website.views.page import PageMeta, render_page


@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """Places narrowed by whatever the address says; never fails on an address."""
    language = get_language() or "en"
    view = PlaceFilter.from_query(request.GET)
    exploration = explore_places(view, language=language, per_page=PER_PAGE)
    listing, facets, summary = exploration.listing, exploration.facets, exploration.summary
    address = list_address("places")
    heading = sentence(view, facets, summary, language)
    years = places_by_year(view)
    form = fields(view, facets, years, language)
    country = view.countries[0] if len(view.countries) == 1 else ""
    drawn = draw(view, exploration, heading, language)
    context = {
        "heading": marked_sentence(view, facets, summary, language),
        "remarks": remarks(view, summary, years, language),
        "figures": figures(view, summary, language),
        "problems": problem_texts(view.problems),
        "is_past_the_end": listing.is_past_the_end and listing.total,
        "action": address,
        "fields": form,
        "kept": kept_values(view, form),
        "button": button(summary.total, language),
        "chips": chips(view, labels(view, facets), address),
        "clear_url": address,
        "lights": list_address("lights") + view.changed().query_string(),
        "map": drawn,
        **_all_points(view),
        "by_country": country_table(view, exploration.countries, drawn.outside_by_country, language)
        if summary.total
        else None,
        "by_year": places_figure(
            years,
            language,
            address=lambda year: address + view.query_string(by=year, scope=Scope.ACTIVE.value),
            asked=view.by,
        ),
        "year_slider": year_slider(view.by, years),
        "first": _("Place"),
        "columns": place_columns(),
        "rows": [place_row(place, language, names_country=not country) for place in listing.rows],
        "listing": listing,
        "pages": pages(view, listing, address),
        **_country_context(country, language),
        "everywhere_url": address + view.changed(scope=Scope.ALL.value).query_string(),
        "is_active_only": view.scope == Scope.ACTIVE,
        "search_url_for_text": list_address("search", {"q": view.q}) if view.q else "",
    }
    meta = PageMeta(
        title=heading,
        description=_("%(sentence)s: as a list and as a map, with networks, decisions and approaches.")
        % {"sentence": heading},
        canonical_path=request.path + view.query_string(),
        is_indexable=view.is_indexable,
    )
    return render_page(request, "website/places.html", context, meta=meta)


def _all_points(view: PlaceFilter) -> dict[str, str]:
    """Where the script finds every place as a point: only where all of them are the answer."""
    if view.changed(sort=PlaceFilter().sort) != PlaceFilter(scope=Scope.ALL.value):
        return {}
    return {"points": list_address("current_places"), "names": list_address("map_names")}


def _country_context(code: str, language: str) -> dict[str, object]:
    story = CountryStory.objects.by_fact([code], language).get(code) if code else None
    if story is None:
        return {}
    return {
        "context_title": _("What municipalities may decide: %(country)s")
        % {"country": country_name(code, language)},
        "context": passage(story, "context", language),
        "translation": translation_note(language, Told([story], ("context",))),
        "context_link": whole_picture_link(code, language),
    }
