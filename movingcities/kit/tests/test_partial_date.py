"""Dates as sources give them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from movingcities.kit.partial_date import InvalidPartialDate, PartialDate, Precision, parse_or_none

years = st.integers(min_value=1, max_value=9999)


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest"),
    [
        ("2019", Precision.YEAR, date(2019, 1, 1), date(2019, 12, 31)),
        ("2019-05", Precision.MONTH, date(2019, 5, 1), date(2019, 5, 31)),
        ("2024-02", Precision.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", Precision.MONTH, date(2023, 2, 1), date(2023, 2, 28)),
        ("2019-05-14", Precision.DAY, date(2019, 5, 14), date(2019, 5, 14)),
    ],
)
def test_a_date_may_mean_the_days_of_its_unit(text, precision, earliest, latest):
    parsed = PartialDate.parse(text)

    assert (parsed.precision, parsed.earliest, parsed.latest) == (precision, earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "19",
        "0000",
        "2019-5",
        "2019-00",
        "2019-05-00",
        "2019-13",
        "2019-02-30",
        "2023-02-29",
        "2019-05-14T00:00",
        "2019/05",
        " 2019",
        "2019\n",
        "２０１９",
        "-2019",
        "soon",
    ],
)
def test_anything_else_is_refused_with_an_example(text):
    with pytest.raises(InvalidPartialDate, match="write 2019, 2019-05 or 2019-05-14"):
        PartialDate.parse(text)


def test_no_date_is_none():
    assert parse_or_none("") is None


@given(st.dates())
def test_a_day_comes_back_as_it_was_written(day):
    parsed = PartialDate.parse(day.isoformat())

    assert str(parsed) == day.isoformat()
    assert parsed.earliest == parsed.latest == day


@given(years, st.integers(min_value=1, max_value=12))
def test_a_month_holds_every_day_it_may_mean(year, month):
    parsed = PartialDate.parse(f"{year:04}-{month:02}")

    assert str(parsed) == f"{year:04}-{month:02}"
    assert (parsed.earliest.month, parsed.latest.month) == (month, month)
    assert parsed.latest.day in (28, 29, 30, 31)


@given(years, st.none() | st.integers(min_value=1, max_value=12))
def test_a_coarser_date_holds_the_finer_one(year, month):
    coarse, fine = PartialDate(year), PartialDate(year, month)

    assert coarse.earliest <= fine.earliest <= fine.latest <= coarse.latest


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused(text):
    try:
        parsed = PartialDate.parse(text)
    except InvalidPartialDate:
        return

    assert str(parsed) == text
