"""What a page answers first: who did what towards a text, who came before and after, where a place lies, who contradicts."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import AS_OF, TESTS
from exhibit.checking.read import read_exhibit
from exhibit.model.dates import parse_date
from exhibit.reading.exhibit import Exhibit
from exhibit.views.atlas.locator import locator
from exhibit.views.atlas.map import HEIGHT, WIDTH
from exhibit.views.item.effects import effects
from exhibit.views.item.series import series
from exhibit.views.sources.drawn_on import drawn_on
from exhibit.views.sources.extracts import extracts
from exhibit.views.timeline.axis import Axis
from exhibit.views.timeline.careers import career
from exhibit.views.timeline.here import here
from exhibit.views.timeline.parties import parties, signed_together
from exhibit.views.timeline.rail import Rail, RailBar, bars, rail_ticks

CENTURY = Axis(1901, 100, parse_date("2000").latest or AS_OF.bounds[1])
"""A year is one percent, to a tenth."""

BARS = [
    # from, until, whether it surely went on, what is drawn: left, width, whether in doubt
    ("1911-01-01", "1921-01-01", False, [(10.0, 10.0, False)]),
    ("1911", "1921-01-01", False, [(10.0, 1.0, True), (11.0, 9.0, False)]),
    ("1911-01-01", "1921", False, [(10.0, 10.0, False), (20.0, 1.0, True)]),
    ("1911-01-01", "", True, [(10.0, 90.0, False)]),
    ("1911-01-01", "", False, [(10.0, 90.0, True)]),  # nobody says until when
    ("", "1921-01-01", False, [(0.0, 20.0, True)]),  # nor since when
    ("191X", "191X", False, [(9.0, 10.0, True)]),
    ("", "", True, []),
]


@pytest.mark.parametrize(("start", "end", "lasting", "drawn"), BARS)
def test_what_lasts_is_drawn_no_surer_than_its_days(
    start: str, end: str, lasting: bool, drawn: list[tuple[float, float, bool]]
) -> None:
    first, last = (parse_date(text) if text else None for text in (start, end))
    assert bars(CENTURY, first, last, lasting) == tuple(RailBar(*one) for one in drawn)


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        (1991, 1995, [1991, 1992, 1993, 1994, 1995, 1996]),
        (1991, 2026, [2000, 2010, 2020]),
        (1940, 2026, [1940, 1960, 1980, 2000, 2020]),
    ],
)
def test_a_phone_has_room_for_the_years(first: int, last: int, years: list[int]) -> None:
    axis = Axis(first, 100, parse_date(str(last)).bounds[1])
    assert [year for _, year in rail_ticks(axis)] == years


Made = Callable[[str, str], Exhibit]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """The tiny exhibit with one file more."""

    def make(name: str, text: str) -> Exhibit:
        shutil.copytree(TESTS / "exhibit" / "data", tmp_path / "data", dirs_exist_ok=True)
        (tmp_path / "data" / name).write_text(text, "utf-8")
        outcome = read_exhibit(tmp_path, AS_OF)
        assert outcome.problems == []
        return outcome.exhibit

    return make


def told(rail: Rail | None) -> list[tuple[str, str, str]]:
    """Each row of a rail: its name, its words, and how many marks it has of each sign, * for one that is unsure."""
    return [
        (row.name, "; ".join(row.words), " ".join(m.sign + "*" * m.unsure for m in row.marks))
        for row in (rail.rows if rail else ())
    ]


TREATY = "title: Pact\nsummary: A pact.\ntype: treaty\nsigned: {date: 2001-05-01, cite: gazette}\nparties:\n"

ACTS = [
    # what a file says of the acts, what the rail tells of the state
    (
        "{who: northland, act: ratified, date: 2002-05, cite: gazette}",
        ("Northland", "ratified May 2002", "agreed*"),
    ),
    (
        "{who: northland, act: ratified, date: {readings: [{date: 2002-05-01, cite: gazette}, {date: 2002-06-01,"
        " cite: memoir}]}}",
        ("Northland", "ratified 1 May 2002 or 1 June 2002", "agreed* agreed*"),  # rivals: both, neither sure
    ),
    (
        "{who: northland, act: signed, never: true, cite: gazette}",
        ("Northland", "did not sign", ""),
    ),
    (
        "{who: northland, act: ratified, cite: gazette}",
        ("Northland", "ratified, day not known", ""),  # no day of its own, and that of the text is another's
    ),
    (
        "{who: northland, act: signed, cite: gazette}",
        ("Northland", "signed 1 May 2001", "signed"),
    ),
]


@pytest.mark.parametrize(("act", "row"), ACTS)
def test_a_rail_tells_what_a_state_did(made: Made, act: str, row: tuple[str, str, str]) -> None:
    other = "  - {who: southland, act: acceded, date: 2003-01-01, cite: gazette}\n"
    exhibit = made("treaties/pact.yml", f"{TREATY}  - {act}\n{other}")
    assert told(parties(exhibit, exhibit.items["pact"])) == [
        ("The treaty", "signed 1 May 2001", "signed"),
        row,
        ("Southland", "acceded 1 January 2003", "agreed"),
    ]


def test_what_was_done_on_one_day_needs_no_rail(made: Made) -> None:
    acts = "  - {who: [northland, southland], act: signed, cite: gazette}\n"
    exhibit = made("treaties/pact.yml", TREATY + acts)
    assert parties(exhibit, exhibit.items["pact"]) is None
    assert signed_together(exhibit.items["pact"]) == [("Signed", ["northland", "southland"])]


def test_what_came_of_a_treaty_is_told_once(tiny: Exhibit) -> None:
    found = effects(tiny, tiny.items["league-declaration"])
    assert {heading: [one.words for one in group] for heading, group in found.items()} == {
        "Founded by it": ["League of Rivers"],
        "Successions it brought about": ["LR transformed from River Pact"],
        "Memberships it began": ["LR: Northland and Southland (member)"],
        "Amended or extended by": ["Protocol to the River Pact"],
    }


PEOPLE = [
    # what a file says, the rows: a life ends with a death that is told, else with the last day of which something is known
    (
        "born: {date: 1940-02-01, cite: gazette}\ndied: {date: 1999, cite: gazette}\n",
        [("Life", "born 1 February 1940; died 1999", "born died*")],
    ),
    (
        "offices: [{title: Envoy, cite: gazette}, {title: President, from: {date: 1990-01-01, cite: gazette}}]\n",
        [("Envoy", "days not known", ""), ("President", "from 1 January 1990", "")],
    ),
    ("", []),
]


@pytest.mark.parametrize(("text", "rows"), PEOPLE)
def test_a_life_is_told_as_far_as_it_is_known(made: Made, text: str, rows: list[object]) -> None:
    exhibit = made("people/anna-brod.yml", f"title: Anna Brod\n{text}")
    assert told(career(exhibit, exhibit.items["anna-brod"], AS_OF)) == rows


def test_a_meeting_follows_another_of_its_organisation_and_level(made: Made) -> None:
    exhibit = made(
        "summits/league-2003.yml",
        "title: Second meeting\nsummary: They met.\nlevel: heads of state\norganisations: league-of-rivers\n"
        "date: {date: 2003-05, cite: gazette}\n",
    )
    first, second = exhibit.items["league-2001-ford"], exhibit.items["league-2003"]
    assert [[(which, one.id) for which, one, _ in found.around] for found in series(exhibit, first)] == [
        [("After it", "league-2003")]
    ]
    assert [[(which, one.id) for which, one, _ in found.around] for found in series(exhibit, second)] == [
        [("Before it", "league-2001-ford")]
    ]


def test_a_meeting_of_which_it_is_not_known_whether_it_came_before_is_left_out(made: Made) -> None:
    exhibit = made(
        "summits/league-2001.yml",
        "title: A meeting\nsummary: They met.\nlevel: heads of state\norganisations: league-of-rivers\n"
        "date: {date: 2001, cite: gazette}\n",
    )
    assert series(exhibit, exhibit.items["league-2001-ford"]) == []


@pytest.mark.parametrize(
    ("point", "drawn"),
    [("lat: 43.25\nlon: 76.95\n", True), ("", False), ("lat: -60\nlon: -150\n", False)],
    ids=["on land", "no point", "in the ocean"],
)
def test_a_place_with_a_point_near_land_has_a_map(made: Made, point: str, drawn: bool) -> None:
    exhibit = made("places/delta.yml", f"title: Delta\n{point}")
    found = locator(exhibit, exhibit.items["delta"])
    assert bool(found) == drawn
    if found:
        assert found.point == (WIDTH / 2, HEIGHT / 2)
        assert found.rest.startswith("M") and len(found.rest) < 12_000


def test_a_text_stands_under_the_meeting_that_adopted_it(tiny: Exhibit) -> None:
    told_here = [(one.item.id, [text.id for text in one.texts]) for one in here(tiny, tiny.items["ford"])]
    assert told_here[0] == ("pact-protocol", [])
    assert told_here[-1] == ("league-2001-ford", ["league-declaration"])


def test_what_contradicts_a_source_is_told_once_a_point(tiny: Exhibit) -> None:
    found = drawn_on(extracts(tiny)["memoir"])
    assert (found.statements, found.alone) == (1, 0)
    assert [(one.item.id, one.anchor, one.itself) for one in found.against] == [
        ("league-2001-ford", "readings-attendance", False)
    ]
