"""The map that plays: what it opens with, what its script plays, and how coarse it is drawn."""

from __future__ import annotations

import copy
import json
import re
import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from conftest import AS_OF, TESTS
from exhibit.checking.read import read_exhibit
from exhibit.exports.played import export
from exhibit.model.map import Inset, Map
from exhibit.pages.docs import check_docs, expand
from exhibit.pages.shortcodes import shortcodes
from exhibit.pages.site import Settings, Site
from exhibit.reading.exhibit import Exhibit
from exhibit.views.atlas.map import FINE, lands
from exhibit.views.atlas.playing import STEP, Still, acts, played, values
from exhibit.views.membership.matrix import organisations
from exhibit.views.membership.spells import rows
from exhibit.views.timeline.entries import timeline
from selectolax.lexbor import LexborHTMLParser


def _told(still: Still) -> list[str]:
    return [f"{entry.item.id}: {entry.label}" for entry in still.told]


def test_what_several_did_on_one_day_is_told_as_one(real: Exhibit) -> None:
    """Nine were bound on one day, of whom the data tell apart as their sources differ."""
    site = Site(real, Settings(AS_OF))
    told = [
        entry for entry in acts(real, site.timeline) if entry.turn and not entry.doubt and not entry.disputed
    ]
    days = Counter((one.item.id, one.date.text, one.turn.status, one.turn.begins) for one in told if one.turn)
    assert [day for day, times in days.items() if times > 1] == []
    before = [e for e in site.timeline if e.turn and e.item.id in {one.item.id for one in told}]
    assert {
        (e.item.id, e.date.text, id_) for e in before if not (e.doubt or e.disputed) for id_ in e.countries
    } == {(e.item.id, e.date.text, id_) for e in told for id_ in e.countries}
    labels = {one.label for one in told}
    assert "Armenia, Azerbaijan, Belarus and 6 others became parties" in labels


def test_what_the_script_plays_is_as_agreed(tiny_site: Site) -> None:
    ((path, content),) = export(tiny_site)
    text = content.decode()
    assert path == "assets/played.js" and text.startswith("globalThis.played={")
    found = json.loads(text.removeprefix("globalThis.played=").removesuffix(";\n"))
    pact, league = "river-pact", "league-of-rivers"
    assert found == {
        "spells": [],  # no state of these rivers lies on the map
        "acts": [
            [9612, 1, "26 April 1996", pact, "", "Founded", [0]],
            [9612, 1, "26 April 1996", pact, "members", "Northland and Southland became parties", [0]],
            [11488, 1, "15 June 2001", league, "", "Declaration signed", [0]],
            [11488, 1, "15 June 2001", pact, "", "Ended", [1]],
            [11488, 1, "15 June 2001", league, "members", "Northland and Southland became members", [0]],
            [11688, 0, "2002", league, "members", "Westland became an observer", [1]],
            [12314, 1, "19 September 2003", league, "", "Charter in force", [0]],
            [12418, 0, "between 2004 and 2006", league, "members", "Westland became a member", [1]],
        ],
        "sources": [
            ["Treaty Series of the Rivers", "sources/treaty-series/"],
            ["The River Gazette", "sources/gazette/"],
        ],
    }


def test_of_the_real_exhibit_each_state_on_the_map_plays_its_spells(real: Exhibit) -> None:
    found = played(real, AS_OF, timeline(real))
    on_map = {land.country.id for land in lands(real)[0]}
    rows_of = [
        (o.id, row.who.id, int(row.spell.status.form in ("full", "part")))
        for o in organisations(real)
        for row in rows(real, o)
        if not row.spell.never and row.who.id in on_map
    ]
    played_ = [(organisation, state, counts) for organisation, state, _, counts in found["spells"]]
    assert sorted(played_) == sorted(rows_of)


def test_the_real_map_plays_every_dated_change_in_order(real: Exhibit) -> None:
    found = values(real, AS_OF, timeline(real))
    days = [still.day for still in found["stills"]]
    assert days == sorted(days) and all(_told(still) for still in found["stills"])


def test_a_still_is_dark_where_a_state_is_in_much(tiny: Exhibit) -> None:
    """As a member or a party; an observer is tied to it, and a date that leaves it open makes it perhaps."""
    stills = Map(stills=["1996-04-25", "1996-04-26", "2003-09-18", "2005-06-01"])
    shown = _with(tiny, stills)
    found = values(shown, AS_OF, timeline(tiny))["stills"]
    assert [(s.day, s.numbers, set(s.perhaps), set(s.tied), _told(s)) for s in found] == [
        (date(1996, 4, 25), {}, set(), set(), []),
        (
            date(1996, 4, 26),
            {"northland": 1, "southland": 1},
            set(),
            set(),
            ["river-pact: Founded", "river-pact: Northland and Southland became parties"],
        ),
        (date(2003, 9, 18), {"northland": 1, "southland": 1}, set(), {"westland"}, []),
        (date(2005, 6, 1), {"northland": 1, "southland": 1, "westland": 1}, {"westland"}, set(), []),
    ]


def test_without_stills_it_opens_on_the_last_day(tiny: Exhibit) -> None:
    (still,) = values(_with(tiny, Map()), AS_OF, timeline(tiny))["stills"]
    assert still.day == AS_OF.latest


def test_an_inset_has_room_around_its_states(real: Exhibit) -> None:
    drawn, _ = lands(real, STEP)
    inside = [land for land in drawn if land.country.id in ("georgia", "armenia")]
    found = values(
        _with(
            real, real.story.map.model_copy(update={"inset": Inset(name="x", states=["georgia", "armenia"])})
        ),
        AS_OF,
        [],
    )
    inset = found["inset"]
    assert {land.country.id for land in inset.lands} == {"georgia", "armenia"}
    for land in inside:
        left, top, right, bottom = land.box
        assert inset.left < left and inset.top < top
        assert inset.left + inset.width > right and inset.top + inset.height > bottom


def test_a_coarse_coast_is_shorter_by_a_third_and_no_state_is_lost(real: Exhibit) -> None:
    fine, coarse = (lands(real, step) for step in (FINE, STEP))
    assert [land.country.id for land in fine[0]] == [land.country.id for land in coarse[0] if land.path]
    length = [sum(len(land.path) for land in drawn) + len(rest) for drawn, rest in (fine, coarse)]
    assert length[1] < length[0] * 0.65


STILLS = [
    ("['1996-04-26', '2003-09-18']", []),
    ("[1996-04-26]", []),
    ("['1996-02-30']", ["1:17: map.stills[1]: '1996-02-30': February 1996 has 29 days; there is no day 30"]),
    ("['April']", ["1:17: map.stills[1]: 'April' is not a day such as 1963-05-10"]),
    (
        "['2003-09-18', '1996-04-26']",
        [
            "1:31: map.stills[2]: 1996-04-26 comes after 2003-09-18 here; put the days in order of time, each once"
        ],
    ),
    (
        "['1950-04-26']",
        ["1:17: map.stills[1]: 1950-04-26 lies outside the story, which runs from 1996-01-01 to 2026-06-30"],
    ),
]


@pytest.mark.parametrize(("stills", "told"), STILLS)
def test_a_still_is_a_day_of_the_story(stills: str, told: list[str], tmp_path: Path) -> None:
    shutil.copytree(TESTS / "exhibit" / "data", tmp_path / "data")
    (tmp_path / "data/exhibit.yml").write_text(f"map: {{stills: {stills}}}\n", encoding="utf-8")
    problems = read_exhibit(tmp_path, AS_OF).problems
    assert [str(problem).removeprefix("data/exhibit.yml:") for problem in problems] == told


def test_the_call_leads_to_the_atlas_without_script(tiny_site: Site) -> None:
    page = tiny_site.page("index.md")
    html = page.fill(expand("{{ playing_map() }}", shortcodes(tiny_site, page)))
    assert '<a href="atlas/?date=' in html and '<div class="controls" hidden>' in html


def _with(exhibit: Exhibit, map_: Map) -> Exhibit:
    other = copy.copy(exhibit)
    other.story = exhibit.story.model_copy(update={"map": map_})
    return other


WRONG = [
    ('map("2030-01-01")', "map() has no map of 2030-01-01; give a day from 1991-01-01 to 2026-06-30"),
    ('map("2001-06")', "map() has no map of 2001-06; give a day from 1991-01-01 to 2026-06-30"),
    ('map("soon")', "'soon' is not a date"),
    (
        'map("2001-06-15", organisation="river-pat")',
        "no organisation 'river-pat'; did you mean 'river-pact'?",
    ),
]


@pytest.mark.parametrize(("call", "told"), WRONG)
def test_a_map_of_no_day_or_of_no_organisation_is_told(tiny_site: Site, call: str, told: str) -> None:
    page = tiny_site.page("index.md")
    texts = {"docs/index.md": f"{{{{ {call} }}}}"}
    (problem,) = check_docs(tiny_site.exhibit, texts, shortcodes(tiny_site, page))
    assert told in str(problem)


def test_the_maps_of_a_page_share_their_shapes_and_tell_their_acts_with_sources(tiny_site: Site) -> None:
    page = tiny_site.page("galleries/rivers.md")
    text = '{{ map("2001-06-15", organisation="league-of-rivers") }}\n\n{{ map("1996-04-26") }}'
    html = page.fill(expand(text, shortcodes(tiny_site, page)))
    assert html.count('id="p-base"') == 1 and html.count("<figure") == 2
    seen = LexborHTMLParser(html)
    seen.strip_tags(["svg"])
    words = re.sub(r"\s+", " ", seen.body.text()).strip()  # type: ignore[union-attr]
    assert words == (
        "League of Rivers, 15 June 2001. Member: Northland, Southland. Declaration signed1. Northland and Southland became members1. In the atlas "
        "all organisations, 26 April 1996. The stronger the colour, the more they are in. River Pact: Founded2. River Pact: Northland and Southland became parties2. "
        "In the atlas"
    )
