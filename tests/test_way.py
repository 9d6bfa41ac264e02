"""The way of a state: what its page says of its memberships in sentences, and at a glance."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from conftest import AS_OF, TESTS
from exhibit.checking.read import read_exhibit
from exhibit.pages.environment import current
from exhibit.pages.site import Settings, Site
from exhibit.views.membership.on_day import last_day
from exhibit.views.membership.spells import rows_of
from exhibit.views.membership.way import glance, way

ROWS = re.compile(r"^members:\n(?:  - .*\n)+", re.MULTILINE)

CASES = [
    # what the pact and the league say of Northland; the sentences; the glance
    (
        ["party 1996-04-26 2001-06-15"],
        ["member 2001-06-15"],
        "In June 2026 it is a member of the League of Rivers.",
        ["River Pact: party from 1996 to 2001", "League of Rivers: member since 2001"],
    ),
    (
        ["party 1996-04-26 1999-04-20"],
        ["member 2006-08-16 2012-12-19", "suspended 2012-12-19 unknown"],
        "It left the River Pact in 1999, joined the League of Rivers in 2006 and became a suspended member of the League "
        "of Rivers in 2012. When last reported, and not confirmed since, it was a suspended member of the League of Rivers.",
        [
            "River Pact: party from 1996 to 1999",
            "League of Rivers: member from 2006 to 2012; suspended (from: 2012; to: not known)",
        ],
    ),
    (
        [],
        ["member 2003 2005-05", "member 2010"],
        "In June 2026 it is a member of the League of Rivers. It left the League of Rivers in 2005 and came back to the "
        "League of Rivers in 2010.",
        ["League of Rivers: member from 2003 to 2005; member since 2010"],
    ),
    (
        [],
        ["participating state 2003 [2017-12..2018-01]"],
        "It stopped taking part in the League of Rivers (between December 2017 and January 2018).",
        ["League of Rivers: participating State (from: 2003; to: between December 2017 and January 2018)"],
    ),
    (
        [],
        ["member 2001-06-15 2005-08-26", "associate 2005-08-26"],
        "In June 2026 it is an associate of the League of Rivers. It became an associate of the League of Rivers in 2005.",
        ["League of Rivers: member from 2001 to 2005; associate since 2005"],
    ),
    (
        [],
        ["observer 2002 2004", "dialogue partner 2004"],
        "In June 2026 it is a dialogue partner of the League of Rivers.",
        ["League of Rivers: observer from 2002 to 2004; dialogue partner since 2004"],
    ),
    (
        ["party never"],
        ["member 2003 2027-01"],
        "In June 2026 it is a member of the League of Rivers. It was never a party to the River Pact.",
        ["League of Rivers: member from 2003 to 2027", "River Pact: never a party"],
    ),
]


def _row(words: str) -> str:
    standing, *dates = re.split(r" (?=[\d\[]|never|unknown)", words)
    ends = (
        "never: true"
        if dates == ["never"]
        else ", ".join(f"{name}: '{day}'" for name, day in zip(("from", "to"), dates, strict=False))
    )
    return f"  - {{who: northland, status: {standing}, {ends}, cite: 'gazette#7'}}\n"


@pytest.mark.parametrize(("pact", "league", "sentences", "at_a_glance"), CASES)
def test_the_way_of_a_state(
    pact: list[str], league: list[str], sentences: str, at_a_glance: list[str], tmp_path: Path
) -> None:
    shutil.copytree(TESTS / "exhibit" / "data", tmp_path / "data")
    for name, rows in (("river-pact", pact), ("league-of-rivers", league)):
        path = tmp_path / f"data/organisations/{name}.yml"
        members = "members:\n" + "".join(map(_row, rows)) if rows else ""
        path.write_text(ROWS.sub(lambda _, m=members: m, path.read_text("utf-8")), encoding="utf-8")
    exhibit = read_exhibit(tmp_path).exhibit
    site, state = Site(exhibit, Settings(AS_OF)), exhibit.items["northland"]
    found = way(exhibit, state, last_day(AS_OF))
    page = site.page("countries/northland.md", state)
    macros = current().get_template("membership/_way.jinja").module
    html = macros.way(page, found, AS_OF)  # type: ignore[attr-defined]  # a template's macro
    assert " ".join(re.sub(r"<[^>]+>", "", html).split()) == sentences
    told = [
        f"{one.organisation.title}: {'; '.join(one.standings)}" for one in glance(rows_of(exhibit, state))
    ]
    assert told == at_a_glance
