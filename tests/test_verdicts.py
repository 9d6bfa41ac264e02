"""How a source stands to a point: from all that it says there and never from the best of it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from conftest import AS_OF, TESTS, assert_agreed
from exhibit.checking.read import read_exhibit
from exhibit.model.claims import Claim, DateClaim, Step, TextClaim
from exhibit.pages.render import pages
from exhibit.pages.site import Settings, Site
from exhibit.views.sources.verdicts import verdict, verdict_on_names

JUNE, DAY, OTHER_DAY, YEAR = "2001-06", "2001-06-15", "2001-06-16", "2001"
BOTH_DAYS, MAY = "2001-06-15/2001-06-16", "2001-05"
SIGNED, BOUND = {"act": "signed", "date": DAY}, {"act": "in force", "date": "2003"}


def words(text: str, stands: str = "") -> dict[str, str]:
    return {"text": text} | ({"stands": stands, "why": "x"} if stands else {})


def made(written: Any) -> Claim:
    """A claim as one would write it: a day, words, or an act."""
    if isinstance(written, str):
        return DateClaim.model_validate({"date": written})
    return (TextClaim if "text" in written else Step).model_validate(written)


LONG, ROUND, HALF = words("7,300 km"), words("long", "less exact"), words("half of it", "part of it")
ELSE, RIVAL, AGAIN = words("a river", "other point"), words("short", "rival"), words("7300 km", "variant")
CASES = [
    # what the source says, what others say, and the verdict; the exhibit goes by the first that others say
    ([], [DAY], "silent"),
    ([DAY], [], "alone"),
    ([DAY], [DAY], "agrees"),
    ([DAY], [JUNE], "agrees"),
    ([JUNE], [DAY], "coarser"),
    ([YEAR, DAY], [DAY], "agrees"),
    ([OTHER_DAY], [DAY], "differs"),
    ([DAY, OTHER_DAY], [DAY], "itself"),
    ([DAY, OTHER_DAY], [], "itself"),
    ([YEAR, OTHER_DAY], [DAY], "part"),
    ([BOTH_DAYS], [DAY], "part"),
    ([DAY], [BOTH_DAYS], "part"),
    ([BOTH_DAYS], [JUNE], "agrees"),
    ([JUNE], [BOTH_DAYS], "coarser"),
    ([LONG], [LONG], "agrees"),
    ([AGAIN], [LONG], "agrees"),
    ([ROUND], [LONG], "coarser"),
    ([LONG], [ROUND], "agrees"),
    ([HALF], [LONG], "part"),
    ([LONG], [HALF], "part"),
    (
        [words("2,000 km of it", "part of it")],
        [HALF],
        "part",
    ),  # of a third: nobody knows whether it is the same part
    ([HALF], [ROUND], "part"),
    ([HALF], [AGAIN], "part"),
    ([ROUND], [AGAIN], "coarser"),
    ([AGAIN], [ROUND], "agrees"),
    ([AGAIN], [HALF], "part"),
    ([ELSE], [LONG], "other"),
    ([RIVAL], [LONG], "differs"),
    ([words("short")], [LONG], "differs"),
    ([LONG, ELSE], [LONG], "agrees"),
    ([ROUND, ELSE], [LONG], "coarser"),
    ([ROUND, HALF], [LONG], "part"),
    ([ELSE, RIVAL], [LONG], "differs"),
    ([RIVAL, LONG], [LONG], "itself"),
    ([SIGNED], [BOUND, SIGNED], "agrees"),
    ([SIGNED], [BOUND], "other"),
    ([DAY], [BOUND], "differs"),
    ([SIGNED], ["2003"], "other"),
    ([SIGNED], [SIGNED, "2003"], "agrees"),
    ([SIGNED, BOUND], [BOUND], "agrees"),
    ([SIGNED, "2003"], [BOUND], "agrees"),
    # it is measured by all that others say, first of all by what the exhibit goes by
    ([DAY], [DAY, OTHER_DAY], "agrees"),
    ([JUNE], [DAY, MAY], "coarser"),
    ([OTHER_DAY], [DAY, OTHER_DAY], "some"),
    ([OTHER_DAY], [DAY, JUNE], "some"),
    ([JUNE], [MAY, OTHER_DAY], "some"),
    ([OTHER_DAY], [DAY, MAY], "differs"),
    ([YEAR, OTHER_DAY], [DAY, OTHER_DAY], "some"),
    ([OTHER_DAY], [BOUND, DAY, OTHER_DAY], "some"),
    ([DAY], [BOUND, SIGNED], "differs"),
    ([SIGNED], [SIGNED, OTHER_DAY], "agrees"),
    ([words("short")], [LONG, words("short")], "some"),
    ([words("short")], [LONG, ROUND], "differs"),
    ([words("short")], [LONG, words("wide", "same")], "differs"),
    ([RIVAL], [LONG, RIVAL], "some"),
    ([ELSE], [LONG, ELSE], "agrees"),
    ([ELSE], [LONG, words("a lake", "other point")], "other"),
]


@pytest.mark.parametrize(("own", "others", "standing"), CASES)
def test_a_verdict_follows_from_all_that_is_said(own: list[Any], others: list[Any], standing: str) -> None:
    record = [made(one) for one in others]
    assert verdict([made(one) for one in own], record, record[0] if record else None) == standing


def test_beside_a_record_that_is_open_a_source_agrees_with_some() -> None:
    rivals = [made(words("Coalition")), made(words("Interaction"))]
    assert verdict([made(words("Coalition"))], rivals, None) == "some"
    assert verdict([made(words("Tide"))], rivals, None) == "differs"


def test_what_the_exhibit_goes_by_agrees_where_another_source_bears_it_out() -> None:
    own = made(DAY)
    assert verdict([own], [made(JUNE), made(OTHER_DAY)], own) == "agrees"
    assert verdict([own], [made(MAY), made(OTHER_DAY)], own) == "differs"


NAMES = [
    # whom the source names, whom others name, and the verdict; of one after ! they say that it did not take part
    ("", "northland", "silent"),
    ("northland", "", "alone"),
    ("northland southland", "southland northland", "agrees"),
    ("northland", "northland southland", "part"),
    ("northland southland westland", "northland southland", "part"),
    ("westland", "northland southland", "other"),
    ("!westland", "!westland", "agrees"),
    ("westland", "northland !westland", "differs"),
    ("northland westland", "northland !westland", "part"),
]


@pytest.mark.parametrize(("own", "others", "standing"), NAMES)
def test_whom_others_leave_out_may_have_been_there(own: str, others: str, standing: str) -> None:
    def named(words: str) -> set[tuple[str, bool]]:
        return {(word.removeprefix("!"), word.startswith("!")) for word in words.split()}

    assert verdict_on_names(named(own), named(others)) == standing


FERRY = """
title: Talks on the ferry
summary: Two states spoke of a ferry.
kind: conference
date:
  readings:
    - {date: 2002-05-03, cite: treaty-series, because: the treaty series prints the minutes}
    - {date: 2002-05, cite: memoir}
    - {date: 2002-04, cite: [gazette#3, 'memoir#p7']}
participants:
  - {who: northland, cite: [gazette#4, treaty-series]}
  - {who: southland, cite: treaty-series}
"""


def test_beside_a_source_told_whole_stands_all_that_others_say_each_with_its_source(tmp_path: Path) -> None:
    data = Path(shutil.copytree(TESTS / "exhibit" / "data", tmp_path / "data"))
    (data / "events" / "ferry.yml").write_text(FERRY, encoding="utf-8")
    with (data / "sources" / "gazette.yml").open("a", encoding="utf-8") as gazette:
        gazette.write("complete: true\n")
    site = Site(read_exhibit(tmp_path).exhibit, Settings(AS_OF))
    page = next(page.text for page in pages(site) if 'table class="statements"' in page.text)
    assert_agreed(page, TESTS / "golden" / "told-whole.md")
