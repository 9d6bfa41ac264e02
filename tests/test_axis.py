"""From days to pixels: where a day stands, where a date that is not sure may lie, and which years are named."""

from __future__ import annotations

from datetime import date

import pytest
from exhibit.model.dates import parse_date
from exhibit.views.timeline.axis import Axis, Columns

AXIS = Axis(2001, 730, date(2002, 6, 30), left=100)
"""Two years of 365 days: a pixel a day."""

DAYS = [
    # day, x
    ("2001-01-01", 100.0),
    ("2001-02-01", 131.0),
    ("2002-12-31", 829.0),
    ("1900-01-01", 100.0),  # outside: at the ends
    ("2999-12-31", 830.0),
]

DATES = [
    # date, its span, what of it is in doubt
    ("2001-02-01", (131, 132), (131, 131)),
    ("2001-02", (131, 159), (131, 159)),
    ("2001", (100, 465), (100, 465)),
    ("2001-02-01/2001-02-03", (131, 134), (131, 131)),
    ("2001-02/2001-03", (131, 190), (131, 190)),
    ("[..2001-02-01]", (131, 132), (131, 132)),
    ("[2001-02-01..]", (131, 132), (131, 132)),
    ("2999-12-31", (830, 830), (830, 830)),
]


@pytest.mark.parametrize(("day", "x"), DAYS)
def test_a_day_has_its_place(day: str, x: float) -> None:
    assert AXIS.x(date.fromisoformat(day)) == x


@pytest.mark.parametrize(("text", "span", "doubt"), DATES)
def test_a_date_that_is_not_sure_has_edges(text: str, span: object, doubt: object) -> None:
    assert (AXIS.span(parse_date(text)), AXIS.doubt(parse_date(text))) == (span, doubt)


LABELS = [
    # first year, last, years between labels, labelled years, lines
    (1991, 1993, 0, [1991, 1992, 1993, 1994], 4),
    (1991, 2025, 0, [1995, 2000, 2005, 2010, 2015, 2020, 2025], 36),
    (1991, 2025, 10, [2000, 2010, 2020], 36),
    (1901, 2000, 0, list(range(1910, 2001, 10)), 10),
]


@pytest.mark.parametrize(("first", "last", "step", "labelled", "lines"), LABELS)
def test_years_are_named_where_there_is_room(
    first: int, last: int, step: int, labelled: list[int], lines: int
) -> None:
    drawn = Axis(first, 900, date(last, 1, 1)).years(step)
    assert ([year for _, year, named in drawn if named], len(drawn)) == (labelled, lines)


def test_the_decades_lie_within_the_axis() -> None:
    assert [year for _, year in Axis(1990, 64, date(2010, 6, 30)).ticks] == [2000, 2010]


def test_columns_are_of_one_width() -> None:
    columns = Columns(1991, 3, 100, left=10)
    assert [columns.x(year) for year in (1991, 1991.5, 1992, 1994)] == [10.0, 26.7, 43.3, 110.0]
    assert [year for _, year, _ in columns.years()] == [1991, 1992, 1993, 1994]


def test_an_axis_ends_with_the_calendar() -> None:
    drawn = Axis(9990, 100, date.max)
    assert (drawn.x(date.max), drawn.years()[-1][1]) == (100.0, 9999)
