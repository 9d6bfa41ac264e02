"""EDTF dates: bounds, precision, wording, comparison; and the edtf package as an oracle."""

from __future__ import annotations

import calendar
import itertools
import re
from datetime import date

import edtf
import pytest
from babel import localedata
from exhibit.model.dates import DateError, parse_date
from exhibit.model.wording import BEFORE_MONTH, in_words
from exhibit.problems.months import _names, month

DATES = [
    # text, earliest, latest, precision, in words
    ("1996", "1996-01-01", "1996-12-31", "year", "1996"),
    ("1996-04", "1996-04-01", "1996-04-30", "month", "April 1996"),
    ("1996-04-26", "1996-04-26", "1996-04-26", "day", "26 April 1996"),
    ("1996-02-29", "1996-02-29", "1996-02-29", "day", "29 February 1996"),
    ("197X", "1970-01-01", "1979-12-31", "decade", "1970s"),
    ("19XX", "1900-01-01", "1999-12-31", "century", "1900–1999"),
    ("1996-XX", "1996-01-01", "1996-12-31", "year", "1996"),
    ("1996-04-XX", "1996-04-01", "1996-04-30", "month", "April 1996"),
    ("1996-21", "1996-03-01", "1996-05-31", "season", "spring 1996"),
    ("1996-22", "1996-06-01", "1996-08-31", "season", "summer 1996"),
    ("1996-23", "1996-09-01", "1996-11-30", "season", "autumn 1996"),
    ("1996-24", "1996-12-01", "1997-02-28", "season", "winter 1996"),
    ("1996-04~", "1996-04-01", "1996-04-30", "month", "about April 1996"),
    ("1996?", "1996-01-01", "1996-12-31", "year", "1996 (uncertain)"),
    ("1996-04-26%", "1996-04-26", "1996-04-26", "day", "about 26 April 1996 (uncertain)"),
    ("2010-12-01/2010-12-02", "2010-12-01", "2010-12-02", "span", "1–2 December 2010"),
    ("2025-08-31/2025-09-01", "2025-08-31", "2025-09-01", "span", "31 August – 1 September 2025"),
    ("2024-12-30/2025-01-02", "2024-12-30", "2025-01-02", "span", "30 December 2024 – 2 January 2025"),
    ("1993-08/1993-09", "1993-08-01", "1993-09-30", "span", "August–September 1993"),
    ("1994/2011", "1994-01-01", "2011-12-31", "span", "1994–2011"),
    ("1994~/2011", "1994-01-01", "2011-12-31", "span", "about 1994 to 2011"),
    ("2005/..", "2005-01-01", None, "span", "from 2005 on"),
    ("2005/", "2005-01-01", None, "span", "from 2005, end not known"),
    ("../2005", None, "2005-12-31", "span", "until 2005"),
    (
        "[1999-09-14..2002-06-04]",
        "1999-09-14",
        "2002-06-04",
        "choice",
        "between 14 September 1999 and 4 June 2002",
    ),
    ("[..2004-10-19]", None, "2004-10-19", "choice", "not after 19 October 2004"),
    ("[2005-10-06..]", "2005-10-06", None, "choice", "not before 6 October 2005"),
    ("[1999-09-14,2002-06-04]", "1999-09-14", "2002-06-04", "choice", "14 September 1999 or 4 June 2002"),
    ("[1999,2001,2003]", "1999-01-01", "2003-12-31", "choice", "1999, 2001 or 2003"),
    ("unknown", None, None, "unknown", "date not known"),
]


@pytest.mark.parametrize(("text", "earliest", "latest", "precision", "words"), DATES)
def test_a_date_has_bounds_precision_and_words(
    text: str, earliest: str | None, latest: str | None, precision: str, words: str
) -> None:
    when = parse_date(text)
    found = (when.text, when.earliest, when.latest, when.precision, in_words(when))
    first = date.fromisoformat(earliest) if earliest else None
    last = date.fromisoformat(latest) if latest else None
    assert found == (text, first, last, precision, words)


IMPOSSIBLE = {
    "1996-13": "there is no month 13",
    "1996-00": "write 1996",
    "1996-04-31": "April 1996 has 30 days; there is no day 31",
    "1997-02-29": "February 1997 has 28 days; there is no day 29",
    "2010-12-02/2010-12-01": "ends before it starts; write 2010-12-01/2010-12-02?",
    "[2002..1999]": "runs backwards; write [1999..2002]?",
    "26.04.1996": "write 1996-04-26",
    "April 1996": "write 1996-04",
    "96-04-26": "is not a date like 1963",
    "1996/04/26": "write 1996-04-26",
    "1996/1997/1998": "a span has one slash",
    "1996-XX-26": "a day needs its month",
    "..1996/1997": "'..1996' is not how dates are written here",
    "197X-04": "a month needs its year",
    "/": "at least one end must be a date",
    "[..]": "at least one end must be a date",
    "[1999]": "a choice needs at least two dates",
    "": "is empty; give a date or delete the line",
    "1996-04-26T10:00": "write 1996-04-26",
    "１９９６": "write 1996",
}


@pytest.mark.parametrize(("text", "message"), IMPOSSIBLE.items())
def test_an_impossible_date_is_refused_with_what_would_be_right(text: str, message: str) -> None:
    with pytest.raises(DateError, match=message.replace("[", r"\[").replace("?", r"\?").replace(".", r"\.")):
        parse_date(text)


SLIPS = {
    # as an editor may write it: as it is written here, or what is wrong with it
    "26 April 1996": "write 1996-04-26",
    "26th April, 1996": "write 1996-04-26",
    "April 26, 1996": "write 1996-04-26",
    "26 Apr. 1996": "write 1996-04-26",
    "26 Aprl 1996": "write 1996-04-26",
    "1996 April 26": "write 1996-04-26",
    "26 апреля 1996 г.": "write 1996-04-26",
    "26.IV.1996": "write 1996-04-26",
    "1996-4-26": "write 1996-04-26",
    "1996.04.26": "write 1996-04-26",
    "1996–04–26": "write 1996-04-26",
    "19960426": "write 1996-04-26",
    "26/04/1996": "write 1996-04-26",
    "04/26/1996": "write 1996-04-26",
    "04/05/1996": "which number is the month? write year-month-day",
    "1996/04": "write 1996-04",
    "04.1996": "write 1996-04",
    "1996-13-04": "there is no month 13; write year-month-day, as in 1996-04-13",
    "31 April 1996": "'31 April 1996': April 1996 has 30 days; there is no day 31",
    "30.02.2001": "'30.02.2001': February 2001 has 28 days; there is no day 30",
    "c. 1996": "write 1996~",
    "about April 1996": "write 1996-04~",
    "1996 (?)": "write 1996?",
    "spring 1996": "write 1996-21",
    "1990s": "write 199X",
    "199Х": "write 199X",  # the X is a Cyrillic letter
    "20th century": "write 19XX",
    "before 1996": "write '[..1996]'",
    "after 26 April 1996": "write '[1996-04-26..]'",
    "between 1996 and 1999": "write '[1996..1999]'",
    "1996–1999": "write 1996/1999",
    "1996 to 1999": "write 1996/1999",
    "Unkown": "write unknown",
    "Easter 1996": "is not a date like 1963",
    "26.04.96": "write 1996-04-26",
}


@pytest.mark.parametrize(("text", "message"), SLIPS.items())
def test_a_date_in_another_form_is_answered_with_how_to_write_it(text: str, message: str) -> None:
    with pytest.raises(DateError) as refused:
        parse_date(text)
    assert str(refused.value).endswith(message) or message in str(refused.value)


ORDER = [
    ("1996-04-26", "1996-04-27", True),
    ("1996-04-27", "1996-04-26", False),
    ("1996-04", "1996-05", True),
    ("1996", "1996-04", None),
    ("1996-04-26", "1996-04-26", False),
    ("1996-04~", "1996-05-20", None),
    ("1996-04~", "1996-07", True),
    ("[..2004-10-19]", "2005", True),
    ("[..2004-10-19]", "1990", None),
    ("unknown", "1990", None),
    ("2005/..", "2030", None),
]


@pytest.mark.parametrize(("one", "other", "before"), ORDER)
def test_before_is_true_false_or_cannot_tell(one: str, other: str, before: bool | None) -> None:
    assert parse_date(one).before(parse_date(other)) is before


RELATIONS = [
    ("1996", "1996-04-26", "coarser"),
    ("1996-04-26", "1996", "finer"),
    ("1996-04-26", "1996-05-26", "contradicting"),
    ("1996-04", "1996-04", "same"),
    ("1996-04-26?", "1996-04-26", "same"),
    ("2010-06-07/2010-06-09", "2010-06-08", "part"),
    ("2010-06-08", "2010-06-07/2010-06-09", "part"),
    ("2010-06-07/2010-06-09", "2010-06", "finer"),
    ("2010-06", "2010-06-07/2010-06-09", "coarser"),
    ("2010-06-07/2010-06-09", "2010-06-10", "contradicting"),
    ("2010-06-07/2010-06-09", "[2010-06-09..2010-06-12]", "compatible"),
    ("2010-06-07/..", "2010-06-08", "coarser"),
    ("2010-06-08/2010-06-08", "2010-06-08", "same"),
    ("[2010-06-07..2010-06-09]", "2010-06-08", "coarser"),
    ("2002/2010", "1992/2010", "contradicting"),
    ("2002/2010", "2002/2012", "contradicting"),
    ("2002/2010", "2002/2010-06-08", "coarser"),
    ("2002-06/2010", "2002/2010-06-08", "compatible"),
    ("2002/..", "1992/2010", "compatible"),
    ("1999-11/1999-12", "1999-12/2000-01", "contradicting"),
    ("1996-04~", "1996-05-02", "coarser"),
    ("unknown", "1996", "compatible"),
]


@pytest.mark.parametrize(("one", "other", "relation"), RELATIONS)
def test_coarser_is_not_rival(one: str, other: str, relation: str) -> None:
    assert parse_date(one).relation(parse_date(other)) == relation


def _oracle_strings() -> list[str]:
    years = ["1922", "1991", "1992", "1996", "2000", "2024"]
    months = [f"{m:02}" for m in range(1, 13)]
    days = ["01", "15", "28"]
    simple = [
        *years,
        *(f"{y}-{m}" for y, m in itertools.product(years, months)),
        *(f"{y}-{m}-{d}" for y, m, d in itertools.product(years[:3], months, days)),
        *(f"{y}X" for y in ("197", "199", "200")),
        *(f"{y}-{s}" for y in years for s in (21, 22, 23)),
    ]
    qualified = [f"{text}{q}" for text in ("1996", "1996-04", "1996-04-26") for q in "?~%"]
    spans = [f"{a}/{b}" for a, b in itertools.combinations(["1991", "1994-03", "1996-04-26", "2002"], 2)]
    spans += [f"{y}-0{m}/{y}-0{m + 1}" for y in years for m in range(1, 9)]
    choices = [
        "[1991,1994]",
        "[1991-03,1994-05]",
        "[1991-03..1994-05]",
        "[1994-03-02..2002-06-04]",
        "[1991..1999]",
    ]
    return [*simple, *qualified, *spans, *choices]


@pytest.mark.parametrize("text", _oracle_strings())
def test_bounds_agree_with_the_edtf_package(text: str) -> None:
    assert _ours(text) == _theirs(text)


ORACLE_ERRORS = {
    "1996-24": "it ends winter with the year in which it begins",
    "2005/": "it invents an end ten years on",
    "/2002": "it invents a start ten years before",
}


@pytest.mark.parametrize("text", ORACLE_ERRORS)
def test_the_known_errors_of_the_edtf_package_are_still_its_own(text: str) -> None:
    assert _ours(text) != _theirs(text)


def _ours(text: str) -> tuple[date | None, date | None]:
    when = parse_date(text)
    return when.earliest, when.latest


def _theirs(text: str) -> tuple[date | None, date | None]:
    parsed = edtf.parse_edtf(text)
    return date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])


@pytest.mark.parametrize(
    ("written", "set_"),
    [
        ("between 15 June 2001 and 7 May 2002", "between 15~June 2001 and 7~May 2002"),
        ("14. September, 13–14 September", "14. September, 13–14~September"),
        ("article 5 Mayor 5 March", "article 5 Mayor 5~March"),
        ("June 2001 15 states", "June 2001 15 states"),
    ],
)
def test_the_space_between_a_day_and_its_month_is_known(written: str, set_: str) -> None:
    assert BEFORE_MONTH.sub("~", written) == set_


OUTSIDE = (
    "0000 000X 0001 0001~ 0999-12-31 01XX 01XX% 09XX 3000 3000-01 9999 9999-12-31 9999-12-31~ 9999-24 99XX 0001/9999 "
    "../9999 9999/.. /9999 9999/ [0001..9999] [..9999] [9999..] [0001,1999] 1999/3000"
).split()


@pytest.mark.parametrize("text", OUTSIDE)
def test_a_year_outside_the_calendar_of_the_exhibit_is_refused(text: str) -> None:
    with pytest.raises(DateError, match="years here are those from 1000 to 2999"):
        parse_date(text)


@pytest.mark.parametrize(
    "text", ["1000~", "10XX~", "2999-12-31~", "2999-24", "29XX%", "1000/2999", "[1000..2999]"]
)
def test_the_slack_of_a_date_stays_within_the_calendar(text: str) -> None:
    first, last = parse_date(text).bounds
    assert date.min < first < last < date.max


MEANT = """
1992/93 → 1992/1993
1992-93 → 1992/1993
2006-06-17 to 2006-06-18 → 2006-06-17/2006-06-18
17-18 June 2006 → 2006-06-17/2006-06-18
June 17-18, 2006 → 2006-06-17/2006-06-18
17 June - 3 July 2006 → 2006-06-17/2006-07-03
17 or 18 June 2006 → '[2006-06-17,2006-06-18]'
июнь 2006 → 2006-06
26 мар. 1996 → 1996-03-26
17.06.06 → 2006-06-17
17 de junio de 2006 → 2006-06-17
26 März 1996 → 1996-03-26
2006年6月17日 → 2006-06-17
early 1990s → 199X, and 'early' in a `note`
end of 1996 → 1996, and 'end' in a `note`
TBD → unknown
n.d. → unknown
2006–present → 2006/..
١٩٩٦ → 1996
२००१ → 2001
2005/unknown → 2005/
2005/open → 2005/..
unknown/2005 → /2005
199u → 199X
1996-uu → 1996
1996-00-00 → 1996
1996-04-00 → 1996-04
1996.0 → 1996
+1996-00-00T00:00:00Z → 1996
~1945 → 1945~
2004-06-~11 → 2004-06-11~
2001-34 → '[2001-04..2001-06]'
Q1 2006 → '[2006-01..2006-03]'
[1667,1668,1670..1672] → '[1667..1672]'
1984..2004 → '[1984..2004]'
winter 1996/97 → 1996-24
c1996 → 1996~
до 1996 → '[..1996]'
"""
"""Dates as editors, public test suites of EDTF and other tools write them, and what is meant."""


@pytest.mark.parametrize("row", MEANT.strip().splitlines())
def test_a_date_is_answered_with_the_one_that_is_meant(row: str) -> None:
    given, meant = row.split(" → ")
    with pytest.raises(DateError) as refused:
        parse_date(given)
    assert str(refused.value) == f"'{given}' is not how dates are written here; write {meant}"


@pytest.mark.parametrize("text", ["present", "now", "ongoing", "н.в."])
def test_what_goes_on_has_no_end(text: str) -> None:
    with pytest.raises(DateError, match="what goes on has no end"):
        parse_date(text)


@pytest.mark.parametrize(
    "text", ["26 mai 1996", "listopad 1996", "1999-00", "06/07/06", "20006-06-17", "{1960,1961}"]
)
def test_what_is_not_sure_is_not_guessed(text: str) -> None:
    with pytest.raises(DateError) as refused:
        parse_date(text)
    assert not re.search(r"write '?\[?[0-9]{4}", str(refused.value))


def test_a_date_does_not_end_in_a_line_break() -> None:
    with pytest.raises(DateError, match="write 2001-06-14"):
        parse_date("2001-06-14\n")


def test_every_month_of_cldr_is_told_right_or_not_at_all() -> None:
    """But for abbreviations that English has too: whoever writes English means the English month."""
    english = {name.lower() for name in (*calendar.month_abbr, *calendar.month_name) if name}
    wrong = {
        (locale, name, number, told)
        for locale in localedata.locale_identifiers()
        for number, name in _names(localedata.load(locale, merge_inherited=False))
        if (told := month(name.lower())) not in (None, number) and name.lower() not in english
    }
    assert wrong == set()
