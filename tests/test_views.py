"""What the views make of the tiny exhibit, whole."""

from __future__ import annotations

import pytest
from exhibit.model.dates import DateError
from exhibit.reading.exhibit import Exhibit
from exhibit.views.item import relations
from exhibit.views.item.facts import fact_rows
from exhibit.views.item.names import shared_names
from exhibit.views.membership.spells import rows, rows_of
from exhibit.views.sources.disputes import points
from exhibit.views.sources.extracts import extracts
from exhibit.views.timeline.chart import chart
from exhibit.views.timeline.entries import timeline
from exhibit.views.timeline.selection import Choice, OwnTimelines, choose


def test_every_dated_thing_stands_in_order_of_time(tiny: Exhibit) -> None:
    found = [(e.date.text, e.item.id, e.label, e.kind) for e in timeline(tiny)]
    assert found == [
        ("1991-12", "old-union", "State ends", "country"),
        ("1992", "southland", "State begins", "country"),
        ("1996-04-26", "river-pact", "Founded", "organisation"),
        ("1996-04-26", "river-pact", "Northland and Southland became parties", "membership"),
        ("1999-04-02", "pact-protocol", "Signed", "treaty"),
        ("2001-06-14", "league-speech", "Statement", "event"),
        ("2001-06-14/2001-06-15", "league-2001-ford", "Heads of state met", "summit"),
        ("2001-06-14/2001-06-15", "league-declaration", "Signed", "treaty"),
        ("2001-06-15", "league-of-rivers", "Declaration signed", "organisation"),
        ("2001-06-15", "league-of-rivers", "Northland and Southland became members", "membership"),
        ("2001-06-15", "river-pact", "Ended", "organisation"),
        ("2001-06-15", "league-declaration", "Entered into force", "treaty"),
        ("2002", "league-of-rivers", "Westland became an observer", "membership"),
        ("2003-09-19", "league-of-rivers", "Charter in force", "organisation"),
        ("2004-01", "league-of-rivers", "Secretariat of the League: set up", "organisation"),
        ("2004/2006", "league-declaration", "Westland acceded to it", "treaty"),
        ("[2004..2006]", "league-of-rivers", "Westland became a member", "membership"),
    ]


CHOICES = [
    ({"organisation": "river-pact"}, 4),
    ({"kind": "membership"}, 4),
    ({"country": "westland"}, 4),
    ({"person": "ivan-rechnoy"}, 2),
    ({"place": "ford"}, 4),
    ({"since": "2005"}, 2),
    ({"until": "1991"}, 1),
    ({"since": "2001-06-15", "until": "2001-06-15"}, 6),
    ({"organisation": "league-of-rivers", "kind": "summit"}, 1),
]


@pytest.mark.parametrize(("filters", "count"), CHOICES)
def test_entries_are_chosen_by_every_filter_given(tiny: Exhibit, filters: dict[str, str], count: int) -> None:
    assert len(choose(timeline(tiny), Choice(**filters))) == count


def test_a_span_that_runs_backwards_is_refused() -> None:
    with pytest.raises(DateError, match="lies before"):
        Choice(since="2001", until="1999")


def test_a_meeting_shows_what_it_adopted_in_its_timeline(tiny: Exhibit) -> None:
    found = OwnTimelines(tiny, timeline(tiny)).of(tiny.items["league-2001-ford"])
    assert {e.item.id for e in found} == {"league-2001-ford", "league-declaration", "league-speech"}


def test_members_stand_by_standing_then_date(tiny: Exhibit) -> None:
    league = tiny.items["league-of-rivers"]
    found = [(r.who.id, r.spell.status.value, str(r.start), str(r.end), r.open) for r in rows(tiny, league)]  # type: ignore[arg-type]
    assert found == [
        ("northland", "member", "2001-06-15", "None", True),
        ("southland", "member", "2001-06-15", "None", True),
        ("westland", "observer", "2002", "[2004..2006]", False),
        ("westland", "member", "[2004..2006]", "None", True),
        ("old-union", "member", "None", "None", False),
    ]
    assert [r.organisation.id for r in rows_of(tiny, tiny.items["northland"])] == [
        "river-pact",
        "league-of-rivers",
    ]


def test_only_contradictions_are_disputes(tiny: Exhibit) -> None:
    assert [[(f.item.id, f.label) for f in point] for point in points(tiny)] == [
        [("league-of-rivers", "Length of the river")],
        [("league-of-rivers", "Founded")],
        [("pact-protocol", "Signed")],
        [("league-2001-ford", "Number of participants")],
    ]


def test_a_point_that_touches_several_items_is_one_and_its_owner_is_first(real: Exhibit) -> None:
    of_items = [[(fact.item.id, fact.label) for fact in point] for point in points(real)]
    assert [
        ("shanghai-agreement-1996", "Signed"),
        ("shanghai-five-1996-shanghai", "Date"),
        ("shanghai-five", "Founded"),
    ] in of_items


def test_a_source_page_knows_what_is_alone_shared_and_contradicted(tiny: Exhibit) -> None:
    found = {
        (t.citation.at, t.item.id, t.label, t.standing)
        for t in extracts(tiny)["gazette"]
        if t.label and t.item.id in ("league-of-rivers", "pact-protocol", "league-2001-ford")
    }
    assert {
        ("3", "league-of-rivers", "Founded", "self-contradicted"),
        ("5", "league-of-rivers", "Founded", "self-contradicted"),
        ("9", "league-of-rivers", "Length of the river", "self-contradicted"),
        ("10", "league-of-rivers", "Length of the river", "self-contradicted"),
        ("4", "pact-protocol", "Signed", "self-contradicted"),
        ("11", "pact-protocol", "Signed", "self-contradicted"),
        ("3", "league-2001-ford", "Number of participants", "contradicted"),
        ("8", "league-of-rivers", "Secretariat of the League: staff", "alone"),
    } <= found


def test_an_event_is_about_what_it_does_not_concern_anyway(tiny: Exhibit) -> None:
    concerns = {"organisations": ["league-of-rivers"], "about": ["league-of-rivers", "ford"]}
    speech = tiny.items["league-speech"].model_copy(update=concerns)
    found = {row.label: row.value for row in fact_rows(tiny, speech) if row.form == "links"}
    assert (found["Concerns"], found["About"]) == (["league-of-rivers"], ["ford"])


def test_no_link_is_dated_by_a_birthday(tiny: Exhibit) -> None:
    people = relations.related(tiny, tiny.items["northland"])["Held office"]
    assert [(one.item.id, one.date) for one in people] == [("ivan-rechnoy", None)]


def test_shared_names_are_told_apart(tiny: Exhibit) -> None:
    assert [(s.text, [b.item.id for b in s.bearers]) for s in shared_names(tiny)] == [
        ("Ford Declaration", ["league-declaration", "pact-protocol"])
    ]


def test_backlinks_are_computed_under_the_headings_of_their_fields(tiny: Exhibit) -> None:
    groups = relations.related(tiny, tiny.items["ford"])
    found = {heading: [r.item.id for r in links] for heading, links in groups.items()}
    assert found == {
        "Seat of": ["league-of-rivers", "southland"],
        "What happened here": ["pact-protocol", "league-speech", "league-2001-ford"],
    }


def test_a_picture_has_a_lane_for_each_organisation_and_no_mark_outside(tiny: Exhibit) -> None:
    drawn = chart(timeline(tiny), lambda e: (e.organisations or ("other",))[:1] * 2)  # type: ignore[arg-type,return-value]
    assert drawn is not None
    assert [lane.key for lane in drawn.lanes] == ["other", "river-pact", "league-of-rivers"]
    marks = [mark for lane in drawn.lanes for mark in lane.marks]
    assert all(mark.x >= 0 and mark.x + mark.width <= drawn.width for mark in marks)
    soft = {mark.entry.date.text: mark.soft for mark in marks}
    assert (soft["1996-04-26"], soft["2002"], soft["2001-06-14/2001-06-15"]) == ("", "both", "")


def test_marks_of_a_lane_never_overlap(tiny: Exhibit) -> None:
    drawn = chart(timeline(tiny), lambda e: ("all", "All"))
    assert drawn is not None
    boxes = [(m.x, m.x + m.width, m.y) for m in drawn.lanes[0].marks]
    for i, (left, right, y) in enumerate(boxes):
        for other_left, other_right, other_y in boxes[i + 1 :]:
            assert y != other_y or right <= other_left or other_right <= left
