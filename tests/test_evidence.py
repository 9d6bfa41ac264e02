"""How the readings of a field stand to each other, and what the field comes to."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from exhibit.model.evidence import disputed, readings, settled
from exhibit.model.fields import DateField, NumberField, PlaceField, Point, TextField
from exhibit.views.sources.on_a_line import on_a_line

CASES: list[tuple[str, Any, list[str], str | None]] = [
    # field as an editor writes it, standings in order, the value settled on (None: open)
    ("plain value", "1996-04-26", ["sole"], "1996-04-26"),
    ("one claim", {"date": "1996", "cite": "a"}, ["sole"], "1996"),
    (
        "one preferred among rivals",
        {
            "readings": [
                {"date": "1996-04-26", "because": "the text"},
                {"date": "1996-04"},
                {"date": "1996-05-26"},
            ]
        },
        ["preferred", "coarser", "differs"],
        "1996-04-26",
    ),
    (
        "open rivals",
        {"readings": [{"date": "1996-04-26"}, {"date": "1996-05-26"}]},
        ["differs"] * 2,
        None,
    ),
    (
        "agreeing, the finer counts",
        {"readings": [{"date": "1996"}, {"date": "1996-04-26"}]},
        ["coarser", "agrees"],
        "1996-04-26",
    ),
    ("a negative", {"never": "true", "cite": "a"}, ["negative"], None),
    (
        "a negative against a date",
        {"readings": [{"date": "2005"}, {"never": "true"}]},
        ["differs"] * 2,
        None,
    ),
    (
        "steps with a reading of the whole",
        {
            "steps": [
                {"act": "signed", "date": "2007-10-06"},
                {"act": "in force", "date": "2010-01-01", "counts": "true"},
            ],
            "readings": [{"date": "2010"}, {"date": "2009"}, {"date": "2007-10-06"}, {"date": "2007"}],
        },
        ["coarser", "differs", "other", "other"],  # the last two go by the act that does not count
        "2010-01-01",
    ),
    (
        "the first step counts where none is marked",
        {"steps": [{"act": "a", "date": "2001"}, {"act": "b", "date": "2002"}]},
        [],
        "2001",
    ),
]


@pytest.mark.parametrize(("name", "written", "standings", "value"), CASES, ids=[c[0] for c in CASES])
def test_dates(name: str, written: Any, standings: list[str], value: str | None) -> None:
    field = DateField.model_validate(written)
    best = settled(field)
    assert [r.standing for r in readings(field)] == standings
    assert (str(best.value) if best and best.value else None) == value


BEARINGS = {
    "": "differs",
    "same": "agrees",
    "variant": "variant",
    "less exact": "coarser",
    "part of it": "part",
    "other point": "other",
    "rival": "differs",
}


@pytest.mark.parametrize(("stands", "standing"), BEARINGS.items())
def test_words_stand_as_the_editor_says_and_else_as_rivals(stands: str, standing: str) -> None:
    bears = {"stands": stands, "why": "rounded"} if stands else {}
    written = {
        "about": "length",
        "readings": [{"text": "7,300 km", "because": "x"}, {"text": "long", **bears}],
    }
    point = Point.model_validate(written)
    assert [reading.standing for reading in readings(point)] == ["preferred", standing]
    assert disputed(point) == (standing == "differs")


def test_the_same_words_are_the_same() -> None:
    assert disputed(
        Point.model_validate({"about": "length", "readings": [{"text": "7,300 km"}, {"text": "7 km"}]})
    )
    same = TextField.model_validate({"readings": [{"text": "Two thirds."}, {"text": "two thirds"}]})
    assert not disputed(same)


def test_numbers_and_places_are_compared_whole() -> None:
    assert disputed(NumberField.model_validate({"readings": [{"counts": "12"}, {"counts": "28"}]}))
    assert not disputed(PlaceField.model_validate({"readings": [{"place": "almaty"}, {"place": "almaty"}]}))


def test_a_disputed_field_is_one_with_a_contradiction() -> None:
    assert not disputed(DateField.model_validate({"readings": [{"date": "1996"}, {"date": "1996-04"}]}))
    assert disputed(
        DateField.model_validate({"readings": [{"date": "1996"}, {"date": "1997", "because": "x"}]})
    )


def test_on_a_line_a_date_stands_once_with_all_who_give_it() -> None:
    field = DateField.model_validate(
        {
            "steps": [{"act": "in force", "date": "2003-09-18", "cite": "a"}],
            "readings": [
                {"date": "1992", "cite": "b"},
                {"date": "2004", "cite": "d"},
                {"date": "1992", "cite": ["b", "c"], "note": "in passing"},
            ],
        }
    )
    found = on_a_line(SimpleNamespace(field=field))  # type: ignore[arg-type]  # of a fact it looks at the field alone
    assert [(str(one.claim.value), one.standing.value, one.sources) for one in found] == [
        ("1992", "differs", 2),
        ("2003-09-18", "preferred", 1),
        ("2004", "differs", 1),
    ]
