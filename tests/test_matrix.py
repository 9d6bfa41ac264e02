"""The membership matrix and the members at the end of each year: drawn and counted as sure as the dates."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from exhibit.model.dates import parse_date
from exhibit.model.kinds import Organisation
from exhibit.model.vocabulary import Status
from exhibit.pages.render import pages
from exhibit.pages.site import Site
from exhibit.reading.exhibit import Exhibit
from exhibit.views.membership.bars import Bar, Piece, bar, pieces
from exhibit.views.membership.matrix import legend, matrix, organisations, spell_words
from exhibit.views.membership.on_day import counted, last_day, moments, roll, sureness
from exhibit.views.membership.spells import MemberSpell, rows
from exhibit.views.timeline.axis import Axis

AS_OF = parse_date("2010-06")
AXIS = Axis(1991, 200, date(2010, 6, 30), date(2010, 6, 1))


def organisation(exhibit: Exhibit, id_: str) -> Organisation:
    item = exhibit.items[id_]
    assert isinstance(item, Organisation)
    return item


def spell(exhibit: Exhibit, start: str | None, end: str | None, **changes: object) -> MemberSpell:
    """A spell of the tiny exhibit with other dates; without an end it goes on."""
    like = next(r for r in rows(exhibit, organisation(exhibit, "river-pact")) if r.who.id == "northland")
    own = dict(changes) if end else {"end": None, **changes}
    dates = [parse_date(text) if text else None for text in (start, end)]
    return replace(like, spell=like.spell.model_copy(update=own), start=dates[0], end=dates[1])


def test_the_matrix_of_the_tiny_exhibit_whole(tiny: Exhibit) -> None:
    drawn = matrix(tiny, organisations(tiny), AS_OF, 200)
    assert [o.id for o in drawn.organisations] == ["river-pact", "league-of-rivers"]
    assert drawn.spheres == [("Security", 2)]
    assert [(line.who.id, [cell.words for cell in line.cells]) for line in drawn.lines] == [
        ("northland", [
            "Party (from: 26 April 1996; until: 15 June 2001)", "Member (since: 15 June 2001)",
        ]),
        ("southland", [
            "Party (from: 26 April 1996; until: 15 June 2001)", "Member (since: 15 June 2001)",
        ]),
        ("westland", [
            "",
            "Observer (from: 2002; until: between 2004 and 2006); "
            "Member (since: between 2004 and 2006)",
        ]),
        ("old-union", ["", "Never a member"]),
    ]  # fmt: skip


BARS = [
    ("1996-01-01", "2001-01-01", [("M50 3H100V13H50Z", "")]),
    ("1996-01-01", None, [("M50 3H194.9V13H50Z", "")]),
    ("[1996-01-01..2001-01-01]", None, [("M50 3H100V13H50Z", "left"), ("M100 3H194.9V13H100Z", "")]),
    ("1996-01-01", "[2001-01-01..2006-01-01]", [("M50 3H100V13H50Z", ""), ("M100 3H150V13H100Z", "right")]),
    ("[..1996-01-01]", "2001-01-01", [("M44 3H50V13H44Z", "left"), ("M50 3H100V13H50Z", "")]),
    ("1996-01-01", "[2001-01-01..]", [("M50 3H100V13H50Z", ""), ("M100 3H106V13H100Z", "right")]),
    ("1996-01-01", "unknown", [("M50 3H56V13H50Z", "right")]),
    (None, "unknown", [("M0 3H100V13H0Z", "left"), ("M100 3H200V13H100Z", "right")]),
    ("[1996-01-01..2001-01-01]", "[1998..2006-01-01]", [("M50 3H150V13H50Z", "both")]),
    ("1996-01-01", "1996-01-05", [("M50 3H52V13H50Z", "")]),
    ("1980", "1996-01-01", [("M0 3H2V13H0Z", "left"), ("M2 3H50V13H2Z", "")]),
]


@pytest.mark.parametrize(("start", "end", "drawn"), BARS)
def test_a_bar_is_as_wide_as_its_spell_and_soft_where_it_is_not_sure(
    tiny: Exhibit, start: str | None, end: str | None, drawn: list[tuple[str, str]]
) -> None:
    found = bar(spell(tiny, start, end), AXIS)
    assert found.form == "full"
    assert [(piece.path, piece.fades) for piece in found.pieces] == drawn


def test_a_spell_known_only_up_to_a_day_fades_after_it(tiny: Exhibit) -> None:
    found = bar(spell(tiny, "1996-01-01", None, as_of=parse_date("2006")), AXIS)
    assert [piece.fades for piece in found.pieces] == ["", "right"]


def test_every_status_has_a_form_and_no_two_forms_look_alike() -> None:
    samples = [sample for sample, _ in legend()]
    assert [sample.form for sample in samples[:-3]] == list(
        dict.fromkeys(s.form for s in Status if not s.left)
    )
    assert len({(sample.form, sample.pieces) for sample in samples}) == len(samples)
    assert pieces("observer", (0, 0), (10, 10), 20) == (Piece("M0 4H10M0 12H10M0 4V12M10 4V12", ""),)
    assert pieces("suspended", (0, 0), (6, 6), 20) == (
        Piece("M0 4H6M0 12H6M0 4V12M6 4V12M2.5 4V12M5 4V12", ""),
    )


def test_what_never_was_is_a_cross(tiny: Exhibit) -> None:
    row = next(r for r in rows(tiny, organisation(tiny, "league-of-rivers")) if r.spell.never)
    assert bar(row, AXIS) == Bar("never", (Piece("M3 5L9 11M9 5L3 11", ""),))
    assert spell_words(row) == "Never a member"


STANDINGS = [
    ("1996-04-26", "2001-06-15", "1996-04-25", None),
    ("1996-04-26", "2001-06-15", "1996-04-26", "certainly"),
    ("1996-04-26", "2001-06-15", "2001-06-15", None),
    ("1996", "2001-06-15", "1996-12-30", "possibly"),
    ("1996", "2001-06-15", "1996-12-31", "certainly"),
    ("1996-04-26", "[2001..2003]", "2001-12-31", "possibly"),
    ("1996-04-26", "[2001-01-01..]", "2005-12-31", "unknown"),
    ("1996-04-26", "unknown", "1997-12-31", "unknown"),
    ("[..1997]", "2001", "1996-12-31", "unknown"),
    (None, "2001", "1996-12-31", "unknown"),
    ("[..1997]", "2001", "1996-04-25", None),
    (None, "2001", "1996-04-25", None),
    ("1996-04-26", None, "2009-12-31", "certainly"),
]


@pytest.mark.parametrize(("start", "end", "day", "sure"), STANDINGS)
def test_membership_on_a_day_is_certain_possible_or_not_known(
    tiny: Exhibit, start: str | None, end: str | None, day: str, sure: str | None
) -> None:
    assert sureness(spell(tiny, start, end), date.fromisoformat(day)) == sure


def test_what_is_known_up_to_a_day_is_certain_before_it_and_not_known_after(tiny: Exhibit) -> None:
    until = parse_date("2005-06-01")
    observer = {"as_of": until, "status": Status.OBSERVER}
    for row in (spell(tiny, "1996-04-26", end, **observer) for end in (None, "unknown")):
        lasting = replace(row, organisation=row.organisation.model_copy(update={"ended": None}))
        assert sureness(lasting, date(2004, 12, 31)) == "certainly"
        assert sureness(lasting, date(2005, 6, 1)) == "certainly"
        assert sureness(lasting, date(2005, 6, 2)) == "unknown"
        assert sureness(lasting, date(2005, 12, 31)) == "unknown"


def test_whoever_is_bound_is_taken_to_be_so_for_the_notice_that_leaving_takes(tiny: Exhibit) -> None:
    party = spell(tiny, "1996-04-26", None, as_of=parse_date("2005-06-01"))
    lasting = replace(party, organisation=party.organisation.model_copy(update={"ended": None}))
    assert sureness(lasting, date(2006, 6, 1)) == "certainly"
    assert sureness(lasting, date(2006, 6, 2)) == "unknown"


def test_a_spell_whose_end_is_not_known_ended_at_the_latest_with_its_organisation(tiny: Exhibit) -> None:
    row = spell(tiny, "1996-04-26", "unknown")
    assert sureness(row, date(2001, 6, 14)) == "unknown"
    assert sureness(row, date(2001, 6, 15)) is None


def test_the_moments_are_the_ends_of_years_and_the_last_day_known() -> None:
    assert moments(1991, parse_date("1993-06")) == [date(1991, 12, 31), date(1992, 12, 31), date(1993, 6, 30)]
    assert moments(1991, parse_date("1992")) == [date(1991, 12, 31), date(1992, 12, 31)]
    with pytest.raises(ValueError, match="no last day"):
        last_day(parse_date("[1992..]"))


ROLLS = [
    ("2000-12-31", [], []),
    ("2003-12-31", ["northland", "southland"], []),
    ("2005-12-31", ["northland", "southland"], ["westland"]),
    ("2006-12-31", ["northland", "southland", "westland"], []),
]


@pytest.mark.parametrize(("day", "certainly", "possibly"), ROLLS)
def test_who_was_a_member_at_the_end_of_a_year(
    tiny: Exhibit, day: str, certainly: list[str], possibly: list[str]
) -> None:
    found = roll(tiny, organisation(tiny, "league-of-rivers"), date.fromisoformat(day))
    assert [i.id for i in found.certainly] == certainly
    assert [i.id for i in found.possibly] == possibly
    assert found.unknown == ()


def test_the_page_says_the_same_in_words_and_closes_its_tables(tiny_site: Site) -> None:
    text = next(page.text for page in pages(tiny_site) if page.path == "membership.md")
    assert text.startswith("---\ntitle: Membership\n")
    assert text.count('<details class="roll"') == 31
    assert '<a href="../organisations/league-of-rivers/#members">' in text
    assert "<summary>31 December 1996</summary>" in text
    assert "<summary>June 2026</summary>" in text
    assert text.count("<table") == text.count("</table>")


REAL = [
    ("cis", 1991, {"belarus", "russia", "kazakhstan"}),
    ("csto", 2007, {"armenia", "belarus", "kazakhstan", "kyrgyzstan", "russia", "tajikistan", "uzbekistan"}),
    ("csto", 2013, {"armenia", "belarus", "kazakhstan", "kyrgyzstan", "russia", "tajikistan"}),
    ("shanghai-five", 1996, {"china", "kazakhstan", "kyrgyzstan", "russia", "tajikistan"}),
    ("ces-2003", 2004, set()),
]


@pytest.mark.parametrize(("id_", "year", "members"), REAL)
def test_members_of_the_real_exhibit(real: Exhibit, id_: str, year: int, members: set[str]) -> None:
    found = roll(real, organisation(real, id_), date(year, 12, 31))
    assert {item.id for item in found.certainly} == members


def test_participating_states_count_only_where_nobody_is_more(real: Exhibit) -> None:
    for id_, wanted in (("osce", {Status.PARTICIPATING_STATE}), ("cis", {Status.MEMBER})):
        assert {r.spell.status for r in counted(rows(real, organisation(real, id_)))} == wanted


def test_every_bar_of_the_real_matrix_lies_within_its_cell(real: Exhibit) -> None:
    drawn = matrix(real, organisations(real), parse_date("2026-06"))
    assert "eu" not in {item.id for item in drawn.organisations}
    for line in drawn.lines:
        for cell in line.cells:
            assert bool(cell.bars) == bool(cell.words)
            for piece in (piece for one in cell.bars for piece in one.pieces):
                numbers = [float(x) for x in re.findall(r"[MHL]([\d.-]+)", piece.path)]
                assert all(0 <= x <= drawn.axis.width for x in numbers), (line.who.id, piece)
