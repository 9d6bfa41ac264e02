"""The comparison of two organisations, the same in either order."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import ROOT
from exhibit.dates import parse_date
from exhibit.exhibit import Exhibit
from exhibit.model.kinds import Organisation
from exhibit.render import pages
from exhibit.site import Site
from exhibit.stages import read_exhibit
from exhibit.views.compare import MAIN, Comparison, Comparisons, Shared, main, pairs, path, periods
from exhibit.views.descent import descents, lineage
from exhibit.views.disputes import disputes

AS_OF = parse_date("2026-06")


@pytest.fixture(scope="module")
def real() -> Exhibit:
    return read_exhibit(ROOT).exhibit


@pytest.fixture(scope="module")
def every(real: Exhibit) -> Comparisons:
    return Comparisons(real, AS_OF, disputes(real))


def two(exhibit: Exhibit, one: str, other: str) -> tuple[Organisation, Organisation]:
    first, second = exhibit.items[one], exhibit.items[other]
    assert isinstance(first, Organisation) and isinstance(second, Organisation)
    return first, second


def ids(shared: Shared) -> list[list[str]]:
    """The three lists of members, those that are not sure with a question mark."""
    return [[n.who.id + ("" if n.sure else "?") for n in named] for named in shared.lists]


def test_the_comparison_of_the_tiny_exhibit_whole(tiny: Exhibit) -> None:
    league, pact = two(tiny, "league-of-rivers", "river-pact")
    found = Comparisons(tiny, AS_OF, disputes(tiny)).comparison(pact, league)
    assert [side.organisation.id for side in found.sides] == ["league-of-rivers", "river-pact"]
    assert ids(found.now) == [[], ["northland", "southland", "westland"], []]
    assert [(p.words, ids(p.shared)) for p in found.periods] == [
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
    assert path(one, other) == path(other, one) == "compare/csto-sco.md"
    first, second = every.comparison(one, other), every.comparison(other, one)
    assert first == second


def test_every_pair_of_the_main_organisations_has_one_page(real: Exhibit) -> None:
    assert {item.id for item in main(real)} == set(MAIN)
    paths = [path(*pair) for pair in pairs(real)]
    assert len(paths) == len(set(paths)) == len(MAIN) * (len(MAIN) - 1) // 2
    assert "compare/sco-shanghai-five.md" in paths


def test_equal_years_are_told_once_and_empty_ones_not_at_all() -> None:
    none = Shared((), (), ())
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
        found = lineage(descents(real), *pair)
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


def test_a_pair_s_page_and_the_index_link_each_other(tiny_site: Site) -> None:
    texts = {page.path: page.text for page in pages(tiny_site) if page.path.startswith("compare/")}
    assert list(texts) == ["compare/index.md", "compare/league-of-rivers-river-pact.md"]
    assert (
        'href="league-of-rivers-river-pact/" data-a="river-pact" data-b="league-of-rivers"'
        in texts["compare/index.md"]
    )
    page = texts["compare/league-of-rivers-river-pact.md"]
    assert page.startswith('---\ntitle: "LR and River Pact compared"\n')
    assert "search: {exclude: true}" in page
    assert "perhaps Westland" in page
    assert page.count("<table") == page.count("</table>")
