"""What the data holds, how it was collected, and what it leaves out, country by country."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from movingcities.design.components import Column, Figure, Link, Row
from movingcities.explorer.countries import CountryFigures, country_figures
from movingcities.kit.folding import fold
from movingcities.languages.saying import country_name, say_number
from movingcities.website.addresses import country_address, list_address
from movingcities.website.citation import citation
from movingcities.website.designations import country_label, designation_note
from movingcities.website.queries import data_totals
from movingcities.website.rows import country_link
from movingcities.website.structured_data import dataset
from movingcities.website.translations import ANCHOR
from movingcities.website.views.page import PageMeta, render_page

PROJECT_ADDRESS = "https://moving-cities.eu/"
"""Where the people who answer for the texts say how to reach them."""


@require_safe
def about_the_data(request: HttpRequest) -> HttpResponse:
    """In, missing, per country; how to read it and how to cite it."""
    language = get_language() or "en"
    totals = data_totals()
    countries = sorted(
        country_figures(), key=lambda figures: fold(country_name(figures.country.code, language))
    )
    path = list_address("about_the_data")
    description = _(
        "What Moving Cities knows about municipalities that act, how it was collected, what it leaves out, "
        "country by country, and how to cite it."
    )
    title = _("About the data")
    context = {
        "figures": [
            Figure(say_number(count, language), label)
            for count, label in (
                (totals.active_places, _("places with something known")),
                (totals.memberships, _("memberships")),
                (totals.networks, _("networks and projects")),
                (totals.approaches, _("approaches")),
                (totals.decisions, _("council decisions")),
                (totals.portraits, _("portraits of places")),
                (totals.sources, _("sources")),
            )
        ],
        "undated_memberships": say_number(totals.undated_memberships, language),
        "memberships": say_number(totals.memberships, language),
        "approaches_unknown": say_number(totals.approaches_unknown, language),
        "approaches": say_number(totals.approaches, language),
        "networks_without_members": say_number(totals.networks_without_members, language),
        "all_places": say_number(totals.places, language),
        "columns": country_columns(),
        "rows": [country_row(figures, language) for figures in countries],
        "empty": [country_link(figures.country.code, language) for figures in countries if figures.is_empty],
        "designation_note": designation_note(figures.country.code for figures in countries),
        "translations_anchor": ANCHOR,
        "project_address": PROJECT_ADDRESS,
        "citation": citation(title, path, totals.changed_at.date() if totals.changed_at else None, language),
    }
    modified = totals.changed_at.date().isoformat() if totals.changed_at else ""
    meta = PageMeta(
        title=title,
        description=description,
        canonical_path=path,
        structured_data=[
            dataset(
                name=_("Moving Cities: municipalities for a solidarity-based migration policy"),
                description=description,
                path=path,
                language=language,
                modified=modified,
            )
        ],
    )
    return render_page(request, "website/about_the_data.html", context, meta=meta)


def country_columns() -> tuple[Column, ...]:
    """What is counted for each country."""
    return (
        Column(_("Active places")),
        Column(_("Memberships")),
        Column(_("Approaches")),
        Column(_("Decisions")),
        Column(_("Portraits")),
        Column(_("Legal ground")),
    )


def country_row(figures: CountryFigures, language: str) -> Row:
    """One country with its counts; “missing” where we do not tell what its municipalities may decide."""
    return Row(
        letters="",
        name=Link(country_label(figures.country.code, language), country_address(figures.country.code)),
        cells=(
            say_number(figures.active_places, language),
            say_number(figures.memberships, language),
            say_number(figures.approaches, language),
            say_number(figures.decisions, language),
            say_number(figures.portraits, language),
            _("described") if figures.has_context else _("missing"),
        ),
    )
