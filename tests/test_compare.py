"""The comparison of two organisations or two states, the same in either order."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from conftest import TESTS
from exhibit.checking.read import read_exhibit
from exhibit.model.addresses import pair_path
from exhibit.model.dates import parse_date
from exhibit.model.fields import Point
from exhibit.model.kinds import Country, Organisation, PartOf
from exhibit.model.wording import lower_first
from exhibit.pages.environment import json_block
from exhibit.pages.render import pages
from exhibit.pages.site import Settings, Site
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.parts import walk
from exhibit.views.comparison import states as pages_of_states
from exhibit.views.comparison.data import data
from exhibit.views.comparison.in_common import Belonging, InCommon, common_chart, in_common, periods
from exhibit.views.comparison.organisations import Comparison, Comparisons, main, pairs
from exhibit.views.comparison.over_time import Memberships
from exhibit.views.comparison.states import StateComparison, StateComparisons
from exhibit.views.item.facts import Fact, facts
from exhibit.views.lineage.between import descents, line_between
from exhibit.views.membership.matrix import axis_until
from exhibit.views.membership.on_day import moments, roll
from exhibit.views.sources.disputes import concerned, points

AS_OF = parse_date("2026-06")


def _disputes(exhibit: Exhibit) -> list[Fact]:
    return [point[0] for point in points(exhibit)]


@pytest.fixture(scope="module")
def every(real: Exhibit) -> Comparisons:
    return Comparisons(real, Memberships(real), AS_OF, _disputes(real))


@pytest.fixture(scope="module")
def states(real: Exhibit) -> StateComparisons:
    return StateComparisons(real, Memberships(real), AS_OF, _disputes(real))


def two(exhibit: Exhibit, one: str, other: str) -> tuple[Organisation, Organisation]:
    first, second = exhibit.items[one], exhibit.items[other]
    assert isinstance(first, Organisation) and isinstance(second, Organisation)
    return first, second


def ids(in_common: InCommon) -> list[list[str]]:
    """The three lists: possibly with a question mark, not recorded with two, the other side silent with a dash."""
    marks = {"certainly": "", "possibly": "?", "unknown": "??"}
    return [[n.who.id + ("-" if n.silent else marks[n.sureness]) for n in named] for named in in_common.lists]


def test_the_comparison_of_the_tiny_exhibit_whole(tiny: Exhibit) -> None:
    league, pact = two(tiny, "league-of-rivers", "river-pact")
    found = Comparisons(tiny, Memberships(tiny), AS_OF, _disputes(tiny)).comparison(pact, league)
    assert [side.organisation.id for side in found.sides] == ["league-of-rivers", "river-pact"]
    assert ids(found.now) == [[], ["northland", "southland", "westland"], []]
    assert [(p.words, ids(p.in_common)) for p in found.periods] == [
        ("1996–2000", [[], [], ["northland", "southland"]]),
        ("2001–2003", [[], ["northland", "southland"], []]),
        ("2004–2005", [[], ["northland", "southland", "westland?"], []]),
        ("2006 to June 2026", [[], ["northland", "southland", "westland"], []]),
    ]
    assert [(s.own, s.around) for s in found.sides] == [(2, 1), (0, 1)]
    assert [(s.later.id, s.words, s.earlier.id) for s in found.lineage] == [
        ("league-of-rivers", "Transformed from", "river-pact")
    ]
    left = {name: (t.number, t.first and t.first.id) for name, t in found.sides[0].tallies.items()}
    assert left == {
        "treaties": (1, "league-declaration"),
        "summits": (1, "league-2001-ford"),
        "events": (0, None),
    }


def test_the_order_makes_no_difference(real: Exhibit, every: Comparisons) -> None:
    one, other = two(real, "sco", "csto")
    assert pair_path(one, other) == pair_path(other, one) == "compare/csto-sco.md"
    first, second = every.comparison(one, other), every.comparison(other, one)
    assert first == second


def test_every_pair_of_the_main_organisations_has_one_page(real: Exhibit) -> None:
    assert {item.id for item in main(real)} == set(real.story.pairs.organisations)
    paths = [pair_path(*pair) for pair in pairs(real)]
    assert len(paths) == len(set(paths)) == 11 * 10 // 2
    assert "compare/sco-shanghai-five.md" in paths


def test_equal_years_are_told_once_and_empty_ones_not_at_all() -> None:
    none = InCommon((), (), ())
    assert periods([(date(1991, 12, 31), none), (date(1992, 6, 30), none)], parse_date("1992-06")) == []


LINES = [
    ("csto", "cst", [("csto", "Transformed from", "cst")]),
    ("sco", "shanghai-five", [("sco", "Transformed from", "shanghai-five")]),
    ("cis", "cst", [("cst", "Part of", "cis")]),
    ("caco", "eaeu", [("eaeu", "Replaced", "eurasec"), ("eurasec", "Absorbed", "caco")]),
    ("cica", "shanghai-five", []),
]


@pytest.mark.parametrize(("one", "other", "line"), LINES)
def test_descent_is_direct_or_the_shortest_line(
    real: Exhibit, one: str, other: str, line: list[tuple[str, str, str]]
) -> None:
    for pair in (two(real, one, other), two(real, other, one)):
        found = line_between(descents(real), *pair)
        assert [(s.later.id, s.words, s.earlier.id) for s in found] == line


def test_members_in_common_and_apart_in_the_real_exhibit(real: Exhibit, every: Comparisons) -> None:
    found: Comparison = every.comparison(*two(real, "csto", "sco"))
    assert ids(found.now) == [
        ["belarus", "kazakhstan", "kyrgyzstan", "russia", "tajikistan"],
        ["armenia"],
        ["china", "india", "iran", "pakistan", "uzbekistan"],
    ]
    assert found.periods[-1].words == "2024 to June 2026"
    assert [item.title for item in found.naming["treaties"]] == [
        "Memorandum of Understanding between the Secretariats of the CSTO and the SCO"
    ]


def nations(exhibit: Exhibit, one: str, other: str) -> tuple[Country, Country]:
    first, second = exhibit.items[one], exhibit.items[other]
    assert isinstance(first, Country) and isinstance(second, Country)
    return first, second


def test_two_states_of_the_tiny_exhibit_whole(tiny: Exhibit) -> None:
    every = StateComparisons(tiny, Memberships(tiny), AS_OF, _disputes(tiny))
    found = every.comparison(*nations(tiny, "westland", "northland"), axis_until(1991, AS_OF, 240))
    assert [side.state.id for side in found.sides] == ["northland", "westland"]
    assert ids(found.now) == [["league-of-rivers"], [], []]
    assert [(p.words, ids(p.in_common)) for p in found.periods] == [
        ("1996–2000", [[], ["river-pact"], []]),
        ("2001–2003", [[], ["league-of-rivers"], []]),
        ("2004–2005", [["league-of-rivers?"], [], []]),
        ("2006 to June 2026", [["league-of-rivers"], [], []]),
    ]
    assert [line.who.id for line in found.lines] == ["league-of-rivers", "river-pact"]
    assert {name: [i.id for i in items] for name, items in found.common.items()} == {
        "treaties": ["league-declaration"],
        "summits": [],
        "events": [],
    }
    assert found.chart and [(c.year, c.title) for c in found.chart.columns if c.perhaps] == [
        (2004, "2004: 0 certainly, 1 perhaps"),
        (2005, "2005: 0 certainly, 1 perhaps"),
    ]


def test_two_states_of_the_real_exhibit(real: Exhibit, states: StateComparisons) -> None:
    axis = axis_until(1991, AS_OF, 240)
    found: StateComparison = states.comparison(*nations(real, "russia", "armenia"), axis)
    assert found == states.comparison(*nations(real, "armenia", "russia"), axis)
    assert ids(found.now)[0] == ["cst", "csto", "cis", "eacu", "eaeu", "osce", "un", "wto"]
    apart = states.comparison(*nations(real, "armenia", "china"), axis)
    assert "osce-" in ids(apart.now)[1], "of the OSCE only some states are listed: China is not told absent"
    assert "sco" in ids(found.now)[2]
    signed, attended = ([item.id for item in found.common[part]] for part in ("treaties", "summits"))
    assert {"collective-security-treaty", "eaeu-treaty"} <= set(signed)
    assert attended and set(found.hosts) <= set(attended)
    assert {host.id for host in found.hosts.values()} <= {"armenia", "russia"}
    assert all({"armenia", "russia"} <= concerned(real, fact) for fact in found.disputes)


def test_the_states_of_the_story_have_a_page_for_each_pair(real: Exhibit) -> None:
    assert {item.id for item in pages_of_states.main(real)} == set(real.story.pairs.states)
    every = [*pages_of_states.pairs(real), *pairs(real)]
    assert len({pair_path(*pair) for pair in every}) == 13 * 12 // 2 + 11 * 10 // 2


def test_a_course_says_for_every_day_what_the_roll_says(real: Exhibit, tiny: Exhibit) -> None:
    """Round each turning day and on a few hundred days besides; the script knows nothing but the memberships."""
    chance = random.Random(7)
    for exhibit in (tiny, real):
        memberships = Memberships(exhibit)
        for item in memberships.organisations:
            turns = {day for membership in memberships.of[item.id].values() for day, _ in membership.steps}
            near = {d + timedelta(n) for d in turns if d.year > 1900 for n in (-1, 0, 1)}
            for day in near | {date(1991, 1, 1) + timedelta(chance.randrange(12965)) for _ in range(12)}:
                told = roll(exhibit, item, day)
                wanted = {i.id: s for s in ("certainly", "possibly", "unknown") for i in getattr(told, s)}
                found = {id_: sure for id_, c in memberships.of[item.id].items() if (sure := c.on(day))}
                assert found == wanted, (item.id, day)


def test_a_course_ends_with_its_organisation(tmp_path: Path) -> None:
    """The end of a spell that nobody gives is at the latest that of the organisation: a day of neither."""
    shutil.copytree(TESTS / "exhibit" / "data", tmp_path / "data")
    (tmp_path / "data/organisations/lake-union.yml").write_text(
        "title: Lake Union\nsummary: A union.\nstage: organisation\nsphere: economy\ncite: gazette#4\n"
        "founded: 2004-05-01\nended: 2010-05-01\n"
        "members: [{who: northland, status: member, from: 2004-05-01, to: unknown}]\n",
        encoding="utf-8",
    )
    exhibit = read_exhibit(tmp_path).exhibit
    membership = Memberships(exhibit).of["lake-union"]["northland"]
    days = [date(2004, 4, 30), date(2004, 5, 1), date(2010, 4, 30), date(2010, 5, 1)]
    assert [membership.on(day) for day in days] == [None, "unknown", "unknown", None]


def test_a_label_within_a_sentence_keeps_what_is_no_common_word(tiny: Exhibit) -> None:
    found = {fact.label: fact.within for item in tiny.items.values() for fact in facts(tiny, item)}
    assert found["Founded"] == "founded"
    assert found["Secretariat of the League: set up"] == "Secretariat of the League: set up"
    assert found["Membership of Westland: beginning"] == "membership of Westland: beginning"
    ford = tiny.items["ford"].model_copy(
        update={"points": [Point.model_validate({"about": "WTO", "text": "no"})]}
    )
    about = Exhibit({}, {}, parts={"ford": list(walk(ford))})
    assert [fact.within for fact in facts(about, ford)] == ["WTO"]
    pact = tiny.items["river-pact"].model_copy(
        update={"part_of": [PartOf.model_validate({"organisation": "world-union", "from": "1996"})]}
    )
    nested = Exhibit({}, {}, parts={"river-pact": list(walk(pact))})
    assert "part of world-union: beginning" in [fact.within for fact in facts(nested, pact)]
    assert lower_first("UN number") == "UN number"


def test_what_is_common_is_as_sure_as_the_less_sure(tiny: Exhibit) -> None:
    north, south, west = (tiny.items[id_] for id_ in ("northland", "southland", "westland"))
    one = Belonging({"n": (north, "certainly"), "s": (south, "possibly"), "w": (west, "certainly")})
    other = Belonging({"n": (north, "unknown"), "s": (south, "certainly")}, frozenset({"n", "s"}))
    assert ids(in_common(one, other)) == [["northland??", "southland?"], ["westland-"], []]
    assert common_chart([(date(1991, 12, 31), InCommon((), (), ()))]) is None


def looked_up(shipped: dict[str, object], one: str, other: str, day: int) -> Iterator[tuple[str, int]]:
    """What both have on a day, as the script works it out from the block: the name and the lesser code."""
    sides = shipped["sides"]
    number = {side["id"]: n for n, side in enumerate(sides)}  # type: ignore[arg-type,index,var-annotated]
    memberships = {(c[0], c[1]): c[2:] for c in shipped["memberships"]}  # type: ignore[attr-defined]
    for n in shipped["order"]:  # type: ignore[attr-defined]
        codes = []
        for id_ in (one, other):
            org_first = sides[number[id_]]["kind"] == "organisations"  # type: ignore[index]
            steps = memberships.get((number[id_], n) if org_first else (n, number[id_]), [])
            codes.append(
                next((c for d, c in reversed(list(zip(steps[::2], steps[1::2], strict=True))) if d <= day), 0)
            )
        if all(codes):
            yield sides[n]["id"], min(codes)  # type: ignore[index]


PAIRS = [("sco", "csto"), ("eaeu", "wto"), ("nato", "osce"), ("india", "pakistan"), ("georgia", "uzbekistan")]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_the_block_gives_the_script_what_the_pages_say(real: Exhibit, one: str, other: str) -> None:
    memberships = Memberships(real)
    shipped = json.loads(
        json_block(data(real, memberships, AS_OF, _disputes(real), axis_until(1991, AS_OF, 240)))
    )
    assert [label for _, label in shipped["ends"]] == [str(year) for year in range(1991, 2027)]
    assert shipped["ends"][-1][0] == shipped["last"]
    for (day, _), moment in zip(shipped["ends"], moments(1991, AS_OF), strict=True):
        held = memberships.members if real.items[one].COLLECTION == "organisations" else memberships.joined
        both = in_common(held(real.items[one], moment), held(real.items[other], moment)).both  # type: ignore[arg-type]
        code = {"certainly": 3, "possibly": 2, "unknown": 1}
        assert sorted(looked_up(shipped, one, other, day)) == sorted(
            (n.who.id, code[n.sureness]) for n in both
        )


@pytest.mark.parametrize("directory_urls", [True, False])
def test_the_block_tells_the_script_where_its_links_lead(tiny: Exhibit, directory_urls: bool) -> None:
    """To folders for a server, to files without one."""
    made = {
        page.path: page.text for page in pages(Site(tiny, Settings(AS_OF, directory_urls=directory_urls)))
    }
    block = made["compare/index.md"].partition('id="compare-data">')[2].partition("</script>")[0]
    shipped = json.loads(block)
    told = shipped["addresses"]
    ids = [side["id"] for side in shipped["sides"]]
    assert (len(told["sides"]), len(told["items"])) == (len(ids), len(shipped["items"]))
    end = "/" if directory_urls else ".html"
    assert told["disputes"] == f"../disputes{end}"
    assert told["sides"][ids.index("river-pact")] == f"../organisations/river-pact{end}"
    titles = [title for title, _ in shipped["items"]]
    assert told["items"][titles.index("First meeting of the League")] == f"../summits/league-2001-ford{end}"


def test_nothing_in_the_block_ends_the_script_element(tiny: Exhibit) -> None:
    hostile = json_block({"title": "</script><!--<script>\u2028&"})
    assert not set(hostile) & set("<>&\u2028")
    assert json.loads(hostile) == {"title": "</script><!--<script>\u2028&"}


def test_a_pair_s_page_and_the_index_link_each_other(tiny_site: Site) -> None:
    texts = {page.path: page.text for page in pages(tiny_site) if page.path.startswith("compare/")}
    assert list(texts) == [
        "compare/index.md",
        "compare/league-of-rivers-river-pact.md",
        "compare/northland-old-union.md",
        "compare/northland-southland.md",
        "compare/northland-westland.md",
        "compare/old-union-southland.md",
        "compare/old-union-westland.md",
        "compare/southland-westland.md",
    ]
    index = texts["compare/index.md"]
    link = 'href="league-of-rivers-river-pact/" data-a="river-pact" data-b="league-of-rivers"'
    assert link in " ".join(index.split())
    page = texts["compare/league-of-rivers-river-pact.md"]
    assert page.startswith('---\ntitle: "LR and River Pact compared"\n')
    assert "search: {exclude: true}" in page
    assert '<span class="note">possibly</span> <b>1</b> Westland' in page
    for text in texts.values():
        assert text.count("<table") == text.count("</table>")
