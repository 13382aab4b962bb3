"""What happened by year: bars, the same numbers as a table, and what no source dates beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from movingcities.design.components import Choice, Field
from movingcities.explorer.queries.by_year import YearCounts
from movingcities.languages.saying import say_number

STEP, GAP, HEIGHT = 10.0, 2.0, 100.0
"""Of a bar with the room beside it, in units of the drawing."""

SHORTEST_AXIS = 12
"""Years; two bars should not fill the page."""

TICKS = (1, 2, 5, 10, 20, 50)
MOST_TICKS = 8


@dataclass(frozen=True, slots=True)
class YearBar:
    """One year: its bar in units of the drawing, and its numbers as text."""

    year: int
    url: str
    left: float
    top: float
    width: float
    height: float
    count: str
    together: str
    tick: str
    """What stands under the bar, or nothing."""
    is_later: bool
    """Lies after the year that was asked for."""
    is_asked: bool


@dataclass(frozen=True, slots=True)
class ByYear:
    """What by_year.html prints."""

    title: str
    bars: Sequence[YearBar]
    view_box: str
    undated: str
    undated_label: str
    sentence: str
    table_title: str
    counted: str
    """What the column of numbers counts."""


@dataclass(frozen=True, slots=True)
class YearSlider:
    """The years that a script may offer as a slider under the map; the field of the form works without."""

    first: int
    last: int
    value: int


def year_field(asked: int | None, counts: YearCounts, language: str) -> Field:
    """Until which year; every one with how many places there were by its end."""
    years = sorted({*_years(counts), *([asked] if asked else [])}, reverse=True)
    return Field(
        "by",
        _("By the end of"),
        [
            Choice("", _("All, dated or not"), is_chosen=asked is None),
            *(
                Choice(
                    str(year),
                    _("%(option)s (%(count)s)")
                    % {"option": year, "count": say_number(counts.until(year), language)},
                    is_chosen=year == asked,
                )
                for year in years
            ),
        ],
    )


def year_slider(asked: int | None, counts: YearCounts) -> YearSlider | None:
    """Where there is more than one year to choose from."""
    years = _years(counts)
    if len(years) < 2:
        return None
    return YearSlider(years[0], years[-1], min(max(asked or years[-1], years[0]), years[-1]))


def undated_remarks(asked: int | None, counts: YearCounts, language: str) -> list[str]:
    """What a list that stops at a year leaves out: what came later, and what no source dates."""
    if asked is None:
        return []
    said = []
    later = counts.dated - counts.until(asked)
    if later:
        text = ngettext("%(count)s more followed later.", "%(count)s more followed later.", later)
        said.append(text % {"count": say_number(later, language)})
    if counts.undated:
        text = ngettext(
            "Of %(count)s more no source gives a date.",
            "Of %(count)s more no source gives a date.",
            counts.undated,
        )
        said.append(text % {"count": say_number(counts.undated, language)})
    return said


def places_figure(
    counts: YearCounts, language: str, *, address: Callable[[int], str], asked: int | None = None
) -> ByYear | None:
    """Places by the year of their first dated fact; None where no source dates any.

    `address` is that of the list of places until a year, `asked` the year that the list shows.
    """
    if not counts.dated:
        return None
    return _figure(
        counts,
        language,
        address=address,
        asked=asked,
        title=_("By year"),
        sentence=ngettext(
            "For %(count)s place the sources date a first signal: a membership, a decision or an approach.",
            "For %(count)s places the sources date a first signal: a membership, a decision or an approach.",
            counts.dated,
        ),
        undated_label=ngettext(
            "place, of which no source gives a date",
            "places, of which no source gives a date",
            counts.undated,
        ),
        counted=_("Places with a first signal"),
    )


def members_figure(
    counts: YearCounts, language: str, *, address: Callable[[int], str], is_time_limited: bool
) -> ByYear | None:
    """Memberships of a network, or parts taken in a project, by year; None where no source dates any."""
    if not counts.dated:
        return None
    if is_time_limited:
        return _figure(
            counts,
            language,
            address=address,
            title=_("When they took part"),
            sentence=ngettext(
                "Of %(count)s place the sources say from when it took part.",
                "Of %(count)s places the sources say from when they took part.",
                counts.dated,
            ),
            undated_label=ngettext(
                "place, of which no source says when",
                "places, of which no source says when",
                counts.undated,
            ),
            counted=_("Places that began"),
        )
    return _figure(
        counts,
        language,
        address=address,
        title=_("When they joined"),
        sentence=ngettext(
            "Of %(count)s member the sources say since when it has stood here.",
            "Of %(count)s members the sources say since when they have stood here.",
            counts.dated,
        ),
        undated_label=ngettext(
            "member, of which no source says since when",
            "members, of which no source says since when",
            counts.undated,
        ),
        counted=_("Members that joined"),
    )


def _figure(
    counts: YearCounts,
    language: str,
    *,
    address: Callable[[int], str],
    title: str,
    sentence: str,
    undated_label: str,
    counted: str,
    asked: int | None = None,
) -> ByYear:
    last = max(counts.counts)
    years = range(min(min(counts.counts), last - SHORTEST_AXIS + 1), last + 1)
    most = max(counts.counts.values())
    peak = next(year for year, count in counts.counts.items() if count == most)
    said = [sentence % {"count": say_number(counts.dated, language)}]
    if len(counts.counts) > 1:
        said.append(
            _("Most in one year: %(count)s in %(year)s.")
            % {"count": say_number(most, language), "year": peak}
        )
    return ByYear(
        title=title,
        bars=[_bar(counts, year, years, most, language, address(year), asked) for year in years],
        view_box=f"0 0 {len(years) * STEP:g} {HEIGHT:g}",
        undated=say_number(counts.undated, language) if counts.undated else "",
        undated_label=undated_label,
        sentence=" ".join(said),
        table_title=_("The numbers, year by year"),
        counted=counted,
    )


def _years(counts: YearCounts) -> range:
    return range(min(counts.counts), max(counts.counts) + 1) if counts.counts else range(0)


def _bar(
    counts: YearCounts,
    year: int,
    years: range,
    most: int,
    language: str,
    url: str,
    asked: int | None,
) -> YearBar:
    count = counts.counts.get(year, 0)
    height = round(HEIGHT * count / most, 1)
    step = next((each for each in TICKS if len(years) / each <= MOST_TICKS), TICKS[-1])
    return YearBar(
        year=year,
        url=url,
        left=(year - years.start) * STEP + GAP / 2,
        top=HEIGHT - height,
        width=STEP - GAP,
        height=height,
        count=say_number(count, language),
        together=say_number(counts.until(year), language),
        tick=str(year) if year % step == 0 else "",
        is_later=asked is not None and year > asked,
        is_asked=year == asked,
    )
