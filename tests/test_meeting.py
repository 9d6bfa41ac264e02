"""A treaty takes its date and its place from the meeting that adopted it, unless it says otherwise."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import AS_OF, TESTS
from exhibit.checking.read import read_exhibit
from exhibit.pages.render import pages
from exhibit.pages.site import Settings, Site
from exhibit.views.item.facts import fact_rows, place_of, when

MEETINGS = {
    "one date": "date: 2003-05-01",
    "a chain of acts": "date: {steps: [{act: Opened, date: 2003-05-01}, {act: Closed, date: 2003-05-03}]}",
    "the act that counts": "date: {steps: [{act: Called, date: 2003-04-01}, {act: Held, date: 2003-05-01, counts: true}]}",
    "rivals that stand open": (
        "date: {readings: [{date: 2003-05-01, cite: gazette}, {date: 2003-06-01, cite: memoir}]}"
    ),
}


def _site(folder: Path, date: str, own: str = "") -> Site:
    shutil.copytree(TESTS / "exhibit" / "data", folder / "data")
    (folder / "data" / "summits" / "ford-2003.yml").write_text(
        f"title: Ford 2003\nsummary: They met.\nlevel: experts\nplace: ford\n{date}\ncite: gazette\n", "utf-8"
    )
    (folder / "data" / "treaties" / "ford-plan.yml").write_text(
        f"title: Ford plan\nsummary: A plan.\ntype: programme\nadopted_at: ford-2003\n{own}", "utf-8"
    )
    outcome = read_exhibit(folder)
    assert outcome.problems == []
    return Site(outcome.exhibit, Settings(AS_OF))


@pytest.mark.parametrize("date", MEETINGS.values(), ids=MEETINGS)
def test_it_has_the_day_of_the_meeting_and_cites_who_gives_it(tmp_path: Path, date: str) -> None:
    site = _site(tmp_path, date)
    exhibit, plan = site.exhibit, site.exhibit.items["ford-plan"]
    assert str(when(exhibit, plan)) == "2003-05-01"
    assert place_of(exhibit, plan) is exhibit.items["ford"]
    assert [(str(e.date), e.label, e.places, e.cite[0].source) for e in site.timeline if e.item is plan] == [
        ("2003-05-01", "Signed", ("ford",), "gazette")
    ]
    assert [(row.label, row.item.id) for row in fact_rows(exhibit, plan)] == [
        ("Signed", "ford-2003"), ("Agreed at", "ford-plan"), ("Place", "ford-2003"),
    ]  # fmt: skip
    page = next(page for page in pages(site) if page.path == "treaties/ford-plan.md")
    assert "1 May 2003" in page.text


OWN = [
    ("signed: {date: 2003-07-01, cite: memoir, note: In July 2003.}\n", "2003-07-01", "Signed"),
    ("adopted: {date: 2003-07-01, cite: memoir, note: In July 2003.}\n", "2003-07-01", "Adopted"),
    ("manner: consensus\n", "2003-05-01", "Adopted"),
    ("in_force: 2004-01-01\ncite: memoir\n", "2003-05-01", "Signed"),
]


@pytest.mark.parametrize(("own", "day", "verb"), OWN)
def test_what_it_says_itself_goes_before(tmp_path: Path, own: str, day: str, verb: str) -> None:
    site = _site(tmp_path, MEETINGS["one date"], own)
    plan = site.exhibit.items["ford-plan"]
    assert str(when(site.exhibit, plan)) == day
    assert (day, verb) in [(str(e.date), e.label) for e in site.timeline if e.item is plan]
    assert verb in [row.label for row in fact_rows(site.exhibit, plan)]
