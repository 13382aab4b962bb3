"""The sentence above a list of places: what was asked for and how many there are, in one breath."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from movingcities.explorer.filters import Has, PlaceFilter, Scope
from movingcities.explorer.queries.options import Option
from movingcities.explorer.queries.places import PlaceFacets, PlaceSummary
from movingcities.languages.in_countries import in_country
from movingcities.languages.maps import Said
from movingcities.languages.marking import spanned
from movingcities.languages.saying import say_number


def sentence(view: PlaceFilter, facets: PlaceFacets, summary: PlaceSummary, language: str) -> str:
    """The heading of the explorer; everything it does not say stands in the chips below the form."""
    return _message(view, summary) % {
        **_words(view, summary, language),
        "network": _chosen(facets.networks).text,
        "topic": _chosen(facets.topics).text,
    }


def marked_sentence(
    view: PlaceFilter, facets: PlaceFacets, summary: PlaceSummary, language: str
) -> SafeString:
    """The same for the page itself, where a name of another language is marked as one."""
    words = {key: escape(word) for key, word in _words(view, summary, language).items()}
    return mark_safe(
        escape(_message(view, summary))
        % {
            **words,
            "network": spanned(_chosen(facets.networks), language),
            "topic": spanned(_chosen(facets.topics), language),
        }
    )


def _words(view: PlaceFilter, summary: PlaceSummary, language: str) -> dict[str, object]:
    return {
        "count": say_number(summary.total, language),
        "in_country": in_country(view.countries[0], language) if len(view.countries) == 1 else "",
        "letter": view.letter,
        "text": view.q,
        "year": view.by,
        "countries": say_number(summary.country_count, language),
    }


def _message(view: PlaceFilter, summary: PlaceSummary) -> str:
    asked = {condition.parameter for condition in view.active_conditions()}
    if len(view.countries) > 1 or len(view.networks) > 1 or len(view.topics) > 1 or len(view.has) > 1:
        asked.add("several")
    if not summary.total:
        has_country = len(view.countries) == 1
        return _("No place %(in_country)s matches") if has_country else _("No place matches")
    if view.by:
        return _until_a_year(asked - {"scope"}, summary.total, summary.country_count)
    if view.scope == Scope.ALL:
        return _of_all(asked - {"scope"}, summary.total)
    return _of_active(view, asked, summary.total)


def _chosen(options: Sequence[Option]) -> Said:
    chosen = [option.label for option in options if option.is_selected]
    return chosen[0] if len(chosen) == 1 else Said("", "")


def _of_all(asked: set[str], total: int) -> str:
    if not asked:
        return ngettext("%(count)s place in Europe", "%(count)s places in Europe", total)
    if asked == {"country"}:
        return ngettext("%(count)s place %(in_country)s", "%(count)s places %(in_country)s", total)
    if asked == {"area"}:
        return ngettext(
            "%(count)s place in this part of the map", "%(count)s places in this part of the map", total
        )
    if asked == {"q"}:
        return ngettext(
            "%(count)s place found for “%(text)s”", "%(count)s places found for “%(text)s”", total
        )
    if "country" in asked and "several" not in asked:
        return ngettext(
            "%(count)s place %(in_country)s matches", "%(count)s places %(in_country)s match", total
        )
    return ngettext("%(count)s place matches", "%(count)s places match", total)


def _until_a_year(asked: set[str], total: int, country_count: int) -> str:
    if asked == {"by"} and country_count == 1:
        return ngettext(
            "%(count)s place in Europe had signalled solidarity by the end of %(year)s",
            "%(count)s places in Europe had signalled solidarity by the end of %(year)s",
            total,
        )
    if asked == {"by"}:
        return ngettext(
            "%(count)s place in %(countries)s countries had signalled solidarity by the end of %(year)s",
            "%(count)s places in %(countries)s countries had signalled solidarity by the end of %(year)s",
            total,
        )
    if asked == {"by", "country"}:
        return ngettext(
            "%(count)s place %(in_country)s had signalled solidarity by the end of %(year)s",
            "%(count)s places %(in_country)s had signalled solidarity by the end of %(year)s",
            total,
        )
    if asked == {"by", "network"}:
        return ngettext(
            "%(count)s place was connected by %(network)s by the end of %(year)s",
            "%(count)s places were connected by %(network)s by the end of %(year)s",
            total,
        )
    if "country" in asked and "several" not in asked:
        return ngettext(
            "%(count)s place %(in_country)s matches, by the end of %(year)s",
            "%(count)s places %(in_country)s match, by the end of %(year)s",
            total,
        )
    return ngettext(
        "%(count)s place matches, by the end of %(year)s",
        "%(count)s places match, by the end of %(year)s",
        total,
    )


def _of_active(view: PlaceFilter, asked: set[str], total: int) -> str:
    if not asked:
        return ngettext(
            "%(count)s place in Europe signals solidarity",
            "%(count)s places in %(countries)s countries signal solidarity",
            total,
        )
    if asked == {"country"}:
        return ngettext(
            "%(count)s place %(in_country)s signals solidarity",
            "%(count)s places %(in_country)s signal solidarity",
            total,
        )
    if asked == {"network"}:
        return ngettext(
            "%(count)s place is connected by %(network)s",
            "%(count)s places are connected by %(network)s",
            total,
        )
    if asked == {"country", "network"}:
        return ngettext(
            "%(count)s place %(in_country)s is connected by %(network)s",
            "%(count)s places %(in_country)s are connected by %(network)s",
            total,
        )
    if asked == {"topic"}:
        return ngettext("%(count)s place acts on %(topic)s", "%(count)s places act on %(topic)s", total)
    if asked == {"country", "topic"}:
        return ngettext(
            "%(count)s place %(in_country)s acts on %(topic)s",
            "%(count)s places %(in_country)s act on %(topic)s",
            total,
        )
    if asked == {"has"}:
        return _having(view.has[0], total)
    if asked == {"area"}:
        return ngettext(
            "%(count)s place in this part of the map signals solidarity",
            "%(count)s places in this part of the map signal solidarity",
            total,
        )
    if asked == {"letter"}:
        return ngettext(
            "%(count)s place flies %(letter)s first", "%(count)s places fly %(letter)s first", total
        )
    if asked == {"q"}:
        return ngettext(
            "%(count)s active place for “%(text)s”", "%(count)s active places for “%(text)s”", total
        )
    if "country" in asked and "several" not in asked:
        return ngettext(
            "%(count)s active place %(in_country)s matches",
            "%(count)s active places %(in_country)s match",
            total,
        )
    return ngettext("%(count)s active place matches", "%(count)s active places match", total)


def _having(thing: str, total: int) -> str:
    match Has(thing):
        case Has.STORY:
            return ngettext("%(count)s place has a portrait", "%(count)s places have a portrait", total)
        case Has.APPROACH:
            return ngettext(
                "%(count)s place has an approach others can learn from",
                "%(count)s places have approaches others can learn from",
                total,
            )
        case _:
            return ngettext(
                "%(count)s council took a decision we know of",
                "%(count)s councils took decisions we know of",
                total,
            )
