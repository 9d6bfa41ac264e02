"""What the moving timeline is told: sure days of dates, lanes in order, the way to the whole."""

from __future__ import annotations

import json
from datetime import date

import pytest
from exhibit.model.dates import Edtf, parse_date
from exhibit.pages.environment import data_days
from exhibit.pages.site import Site
from exhibit.pages.timelines import plane_of
from exhibit.reading.exhibit import Exhibit
from exhibit.views.timeline.entries import timeline
from exhibit.views.timeline.plane import own_query


def certainly_in(when: Edtf, first: date, last: date) -> bool:
    """Whether a date surely falls at least in part on the days from first to last; a moment, whole."""
    begun, ended = when.core
    return begun <= last and ended >= first


@pytest.mark.parametrize(
    ("text", "first", "last", "certain"),
    [
        ("1996-04-26", "1996-01-01", "1996-12-31", True),
        ("1996", "1996-06-01", "1996-12-31", False),
        ("[1996..1998]", "1996-01-01", "1998-12-31", True),
        ("[1996..1998]", "1996-01-01", "1997-12-31", False),
        ("[..1998]", "1990-01-01", "1998-12-31", False),
        ("1996/1998", "1997-03-01", "1997-03-01", True),
        ("1996/1998", "1996-05-01", "1996-05-01", False),
        ("1996/1998", "1998-05-01", "1998-05-01", False),
        ("1996/..", "2020-01-01", "2020-01-01", True),
        ("1996-05-01/", "2020-01-01", "2020-01-01", False),
        ("1996-05-01/", "1996-05-01", "1996-05-01", True),
        ("/1996-05-01", "1990-01-01", "1990-12-31", False),
        ("../1996-05-01", "1990-01-01", "1990-12-31", True),
        ("1996-04~", "1996-04-01", "1996-04-30", False),
    ],
)
def test_a_date_is_certainly_in_a_span_or_not(text: str, first: str, last: str, certain: bool) -> None:
    found = certainly_in(parse_date(text), date.fromisoformat(first), date.fromisoformat(last))
    assert found is certain


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1996-04", "from=1996-04-01 to=1996-04-30"),
        ("1996-04-26~", "from=1996-04-23 to=1996-04-29"),
        ("[..1998]", "to=1998-12-31"),
        ("[1998..]", "from=1998-01-01"),
        ("1996/1998", "from=1996-01-01 to=1998-12-31 begun=1996-12-31 going=1998-01-01"),
        ("2024-12-17/..", "from=2024-12-17 begun=2024-12-17 going=9999-12-31"),
    ],
)
def test_the_days_that_the_script_is_told(text: str, told: str) -> None:
    assert " ".join(f"{name}={day}" for name, day in data_days(parse_date(text))) == told


def test_lanes_stand_in_a_sensible_order(tiny: Exhibit, tiny_site: Site) -> None:
    plane = plane_of(tiny_site, tiny_site.timeline, [])
    lanes = {name: [key for key, _ in pairs] for name, pairs in json.loads(plane.lanes).items()}
    assert lanes["organisation"] == ["river-pact", "league-of-rivers", ""]
    assert lanes["kind"] == ["organisation", "membership", "treaty", "summit", "event", "country"]
    assert lanes["country"][:4] == ["northland", "old-union", "southland", "westland"]
    assert (plane.by, plane.as_of, plane.query, plane.room) == ("organisation", "2026-06", "", 4)


def test_only_states_are_countries_of_an_entry(tiny: Exhibit) -> None:
    for entry in timeline(tiny):
        assert all(tiny.items[id_].COLLECTION == "countries" for id_ in entry.countries)
        assert all(tiny.items[id_].COLLECTION == "organisations" for id_ in entry.organisations)


def test_an_item_page_leads_to_the_same_entries_on_the_whole_timeline(tiny_site: Site) -> None:
    for item in tiny_site.exhibit.items.values():
        own = tiny_site.own_timeline(item)
        asked: dict[str, list[str]] = {}
        for name, value in own_query(item, own):
            asked.setdefault(name, []).append(value)
        groups = {
            "organisation": "organisations",
            "country": "countries",
            "person": "people",
            "place": "places",
        }
        found = [
            entry
            for entry in tiny_site.timeline
            if all(
                set(values) & set([entry.item.id] if name == "item" else getattr(entry, groups[name]))
                for name, values in asked.items()
            )
        ]
        assert found == own or not own
