"""What the list of news says: what is to come, what is new, and what has been."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from movingcities.design.components import Chip, Field, Link, Pages
from movingcities.explorer.queries.listing import Listing, page_of
from movingcities.explorer.queries.options import Option, choice_options, country_options, option
from movingcities.languages.maps import Said
from movingcities.languages.saying import country_name, say_date, say_number
from movingcities.languages.templatetags.languages import in_words
from movingcities.pages.models import ArticlePage, NewsPage
from movingcities.pages.queries import below
from movingcities.website.addresses import page_address
from movingcities.website.filter_form import chips, kept_values, labels_of, pages, select_field
from movingcities.website.news_filter import NewsFilter
from movingcities.website.phrases import foreign

PER_PAGE = 20
MOST_TO_COME = 12
MOST_PAST = 6
_EVENT = ArticlePage.Kind.EVENT


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """A piece of news or an event in a list; `about` says its kind, country and place."""

    day: str
    iso_day: str
    title: Link
    about: str
    text: str
    language: str
    """Of title and text, where it is not the page’s own."""


@dataclass(frozen=True, slots=True)
class NewsList:
    """Everything the list of news prints besides the page’s own words."""

    address: str
    fields: Sequence[Field]
    kept: Sequence[tuple[str, str]]
    button: str
    chips: Sequence[Chip]
    to_come: Sequence[ArticleLine]
    listing: Listing[ArticlePage]
    heading: str
    articles: Sequence[ArticleLine]
    past: Sequence[ArticleLine]
    all_past: Link
    pages: Pages
    is_empty: bool


def read_news(page: NewsPage, view: NewsFilter, language: str, today: date) -> NewsList:
    """Read a page of the news; seven queries. Events to come and those of the past stand on the first."""
    articles = below(ArticlePage, page, language).defer("body").annotate(last_day=Coalesce("until", "day"))
    address = page_address(page)
    options = _options(articles, view, language)
    fields = [
        select_field("country", _("Country"), options["country"], language),
        select_field("kind", _("Kind"), options["kind"], language),
        select_field("year", _("Year"), options["year"], language),
    ]
    # Typed loosely: mypy cannot see the column that was added.
    wanted: QuerySet[Any] = view.narrow(articles)
    is_to_come = Q(kind=_EVENT, last_day__gte=today)
    main = wanted.filter(kind=_EVENT) if view.kind == _EVENT else wanted.exclude(kind=_EVENT)
    listing = page_of(main.exclude(is_to_come).order_by("-day", "-pk"), page=view.page, per_page=PER_PAGE)
    is_first, shows_past = listing.page == 1, listing.page == 1 and not view.kind
    to_come = wanted.filter(is_to_come).order_by("day", "pk")[:MOST_TO_COME] if is_first else ()
    past = (
        wanted.filter(kind=_EVENT, last_day__lt=today).order_by(F("day").desc(), "-pk")[:MOST_PAST]
        if shows_past
        else ()
    )
    lines = [
        [article_line(each, language) for each in each_list] for each_list in (to_come, listing.rows, past)
    ]
    total = sum(each.count for each in options["kind"])
    return NewsList(
        address=address,
        fields=fields,
        kept=kept_values(view, fields),
        button=ngettext("Show %(count)s entry", "Show %(count)s entries", total)
        % {"count": say_number(total, language)},
        chips=chips(view, labels_of(options), address),
        to_come=lines[0],
        listing=listing,
        heading=_("Past events") if view.kind == _EVENT else _("What is new"),
        articles=lines[1],
        past=lines[2],
        all_past=Link(_("All past events"), address + view.with_value("kind", _EVENT).query_string()),
        pages=pages(view, listing, address),
        is_empty=not any(lines),
    )


def article_line(article: ArticlePage, language: str) -> ArticleLine:
    """A piece of news or an event as a list shows it."""
    written_in = foreign(article.locale.language_code, language)
    return ArticleLine(
        day=days_in_words(article, language),
        iso_day=article.day.isoformat(),
        title=Link(article.title, page_address(article), written_in),
        about=marked_about(article, language),
        text=article.teaser,
        language=written_in,
    )


def days_in_words(article: ArticlePage, language: str) -> str:
    """“14 May 2026”, or the first and the last day of an event of several."""
    first = say_date(article.day, language)
    if article.until is None or article.until == article.day:
        return first
    return _("%(first)s to %(last)s") % {"first": first, "last": say_date(article.until, language)}


def about_in_words(article: ArticlePage, language: str) -> str:
    """“Event · Potsdam · Germany”: only what is known."""
    return " · ".join(said.text for said in _about(article, language))


def marked_about(article: ArticlePage, language: str) -> SafeString:
    """The same for a page, on which the place says its language."""
    said = ((in_words(each),) for each in _about(article, language))
    return format_html_join("\N{NO-BREAK SPACE}· ", "{}", said)


def _about(article: ArticlePage, language: str) -> list[Said]:
    country = country_name(article.country_id, language) if article.country_id else ""
    said = (
        Said(str(capfirst(article.get_kind_display())), language),
        Said(article.where, article.locale.language_code),
        Said(country, language),
    )
    return [each for each in said if each.text]


def _options(articles: QuerySet[ArticlePage], view: NewsFilter, language: str) -> dict[str, Sequence[Option]]:
    """The options of each parameter, counted among what fits everything else that was chosen; one query."""
    known = [
        (country or "", kind, day.year)
        for country, kind, day in articles.order_by().values_list("country_id", "kind", "day")
    ]

    def counted(parameter: str, position: int) -> Counter[str]:
        return Counter(str(each[position]) for each in known if view.fits(*each, leaving_out={parameter}))

    countries, kinds, years = counted("country", 0), counted("kind", 1), counted("year", 2)
    chosen_years = {*years, *view.values_of("year")}
    return {
        "country": country_options(view, {code: n for code, n in countries.items() if code}, language),
        "kind": choice_options(view, "kind", ArticlePage.Kind, kinds),
        "year": [
            option(view, "year", year, Said(year, ""), years[year])
            for year in sorted(chosen_years, reverse=True)
        ],
    }
