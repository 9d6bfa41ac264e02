"""What is seen of two that are compared: the band of time, and the map of each."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from conftest import TESTS
from exhibit.checking.read import read_exhibit
from exhibit.model.dates import parse_date
from exhibit.reading.exhibit import Exhibit
from exhibit.views.atlas.panels import Panel, panels, shapes
from exhibit.views.comparison.band import band, existence, strongest, weakest
from exhibit.views.comparison.over_time import Memberships, Steps
from exhibit.views.membership.matrix import axis_until

AS_OF = parse_date("2026-06")
AXIS = axis_until(1991, AS_OF, 240)


def lines(exhibit: Exhibit, *ids: str) -> list[tuple[str, str]]:
    found = band(Memberships(exhibit), [exhibit.items[id_] for id_ in ids], AXIS)
    return [(line.label, line.words) for line in found]


def test_the_band_of_the_tiny_exhibit_whole(tiny: Exhibit) -> None:
    """The day on which one ends is the first on which it is no more: the two never existed at once."""
    assert lines(tiny, "league-of-rivers", "river-pact") == [
        ("LR exists", "from 15 June 2001 on"),
        ("River Pact exists", "from 26 April 1996 until 15 June 2001"),
        ("Both exist", "never, as far as is recorded"),
        ("Members in common", "never, as far as is recorded"),
    ]
    assert lines(tiny, "northland", "westland") == [
        (
            "In an organisation together",
            "possibly from 1 January 2004 until 31 December 2006; from 31 December 2006 on",
        ),
        ("Both in LR", "possibly from 1 January 2004 until 31 December 2006; from 31 December 2006 on"),
    ]


def test_what_is_possible_is_drawn_apart_from_what_is_certain(tiny: Exhibit) -> None:
    shared = band(Memberships(tiny), [tiny.items["northland"], tiny.items["westland"]], AXIS)[0]
    first, second = shared.stretches
    assert (first.sure, second.sure) == ("possibly", "certainly")
    assert first.left + first.width == pytest.approx(second.left, abs=0.02)
    assert second.left + second.width < 100, "the axis goes on to the end of the year, the knowledge does not"


ENDS = [
    ("founded: 2004-05-01", [("2004-05-01", "certainly")]),
    (
        "founded: 2004-05\nended: 2010-05-01",
        [("2004-05-01", "possibly"), ("2004-05-31", "certainly"), ("2010-05-01", None)],
    ),
    ("founded: 2004-05-01\nended: unknown", [("2004-05-01", "unknown")]),
    ("founded: unknown", []),
    ("ended: 2010-05-01", []),
]


@pytest.mark.parametrize(("fields", "wanted"), ENDS)
def test_existence_is_as_sure_as_its_dates(
    tmp_path: Path, fields: str, wanted: list[tuple[str, str | None]]
) -> None:
    shutil.copytree(TESTS / "exhibit" / "data", tmp_path / "data")
    (tmp_path / "data/organisations/lake-union.yml").write_text(
        f"title: Lake Union\nsummary: A union.\nstage: organisation\nsphere: economy\ncite: gazette#4\n{fields}\n",
        encoding="utf-8",
    )
    item = read_exhibit(tmp_path).exhibit.items["lake-union"]
    assert [(day.isoformat(), sure) for day, sure in existence(item)] == wanted


def test_all_hold_as_surely_as_the_least_sure_and_any_as_the_surest() -> None:
    days = [date(2000 + n, 1, 1) for n in range(5)]
    one: Steps = ((days[0], "certainly"), (days[3], None))
    other: Steps = ((days[1], "possibly"), (days[2], "certainly"), (days[4], "unknown"))
    assert weakest([one, other]) == ((days[1], "possibly"), (days[2], "certainly"), (days[3], None))
    assert strongest([one, other]) == ((days[0], "certainly"), (days[4], "unknown"))
    assert strongest([]) == ()


def test_the_map_of_an_organisation_tells_members_of_both_from_its_own(real: Exhibit) -> None:
    csto, sco = drawn(real, date(2024, 6, 30), "csto", "sco")
    assert dict(csto.shades)["armenia"] == "n3"
    assert dict(csto.shades)["kazakhstan"] == dict(sco.shades)["kazakhstan"] == "n9"
    assert "armenia" not in dict(sco.shades)
    assert (csto.marked, sco.marked) == ((), ())


def test_the_map_of_a_state_counts_what_it_shares(real: Exhibit) -> None:
    armenia, russia = drawn(real, date(2024, 6, 30), "armenia", "russia")
    assert armenia.marked == russia.marked == ("armenia", "russia")
    assert "armenia" not in dict(armenia.shades)
    assert dict(armenia.shades)["russia"] == dict(russia.shades)["armenia"]


def drawn(exhibit: Exhibit, day: date, *ids: str) -> list[Panel]:
    compared = [exhibit.items[id_] for id_ in ids]
    return panels(Memberships(exhibit), compared, day, shapes(exhibit)["ids"])
