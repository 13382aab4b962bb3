"""Countries: all of the scope, and the page of one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from movingcities.languages.saying import country_name
from movingcities.places.models import Country
from movingcities.website.addresses import country_address, list_address
from movingcities.website.citation import citation
from movingcities.website.country_list import read_country_list
from movingcities.website.country_page import read_country_page
from movingcities.website.designations import country_label, designation_note
from movingcities.website.rows import place_columns
from movingcities.website.views.page import PageMeta, render_page


@require_safe
def countries(request: HttpRequest) -> HttpResponseBase:
    """Every country of the scope with what is known of it."""
    language = get_language() or "en"
    page = read_country_list(language)
    context = {"page": page, "heading": page.heading, "figures": page.figures}
    meta = PageMeta(
        title=_("Countries"),
        description=_("What we know of each country of Europe: who acts, with whom, and what is missing."),
    )
    return render_page(request, "website/countries.html", context, meta=meta)


@require_safe
def country(request: HttpRequest, code: str) -> HttpResponseBase:
    """One country; its code in capitals leads to the address in small letters."""
    found = Country.objects.filter(code=code.upper()).first()
    if found is None:
        raise Http404(code)
    if code != code.lower():
        return HttpResponsePermanentRedirect(country_address(code))
    language = get_language() or "en"
    page = read_country_page(found, language)
    name = country_name(found.code, language)
    context = {
        "country": found,
        "name": country_label(found.code, language),
        "page": page,
        "crumbs": page.crumbs,
        "figures": page.figures,
        "columns": place_columns(),
        "lights": list_address("lights", {"country": found.code}),
        "places_url": list_address("places", {"country": found.code}),
        "all_places_url": list_address("places", {"country": found.code, "scope": "all"}),
        "designation": designation_note([found.code]),
        "citation": citation(
            _("Municipalities and migration: %(country)s") % {"country": name},
            request.path,
            page.changed_on,
            language,
        ),
    }
    meta = PageMeta(
        text=page.story,
        share_card=request.path + "share.png",
        title=name,
        description=_(
            "%(country)s: the municipalities that act on migration, their networks, approaches and "
            "decisions, and what they may decide."
        )
        % {"country": name},
    )
    return render_page(request, "website/country.html", context, meta=meta)
