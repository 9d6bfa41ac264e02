"""Lineage: who came from whom, in the tiny exhibit whole and in the real data where it matters."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from conftest import TESTS
from exhibit.checking.read import read_exhibit
from exhibit.model.dates import parse_date
from exhibit.model.vocabulary import SuccessionKind
from exhibit.model.wording import in_words
from exhibit.pages.render import pages
from exhibit.pages.site import Settings, Site
from exhibit.reading.exhibit import Exhibit
from exhibit.views.lineage.bars import pieces
from exhibit.views.lineage.chart import HALF, Drawing, picture
from exhibit.views.lineage.descents import Lineage, Twig, lineage
from exhibit.views.lineage.life import Life, life_facts
from exhibit.views.timeline.axis import Axis

AS_OF = parse_date("2026-06")


@pytest.fixture(scope="module")
def drawn(real: Exhibit) -> Drawing:
    return picture(real, lineage(real), AS_OF)


def _outline(twig: Twig, depth: int = 0) -> list[str]:
    how = f" {twig.edge.letter} {twig.edge.date}" if twig.edge else ""
    own = f"{'  ' * depth}{twig.organisation.id}{how}{' (again)' if twig.again else ''}"
    return [own, *(line for below in twig.twigs for line in _outline(below, depth + 1))]


def _tree(found: Lineage) -> list[str]:
    return [line for tree in found.trees() for line in _outline(tree)]


def test_descendants_hang_under_their_ancestors(tiny: Exhibit) -> None:
    assert _tree(lineage(tiny)) == ["river-pact", "  league-of-rivers T 2001-06-15"]


def test_the_tiny_lineage_is_drawn_whole(tiny: Exhibit) -> None:
    found = picture(tiny, lineage(tiny), AS_OF)
    assert (found.bands, found.height) == (((26.0, 68.0),), 102.0)
    assert [(r.organisation.id, r.name, r.y, r.title) for r in found.rows] == [
        ("river-pact", ("River Pact",), 40.0, "River Pact: founded 26 April 1996, ended 15 June 2001"),
        ("league-of-rivers", ("LR",), 74.0, "League of Rivers: founded 15 June 2001"),
    ]
    [line] = found.lines
    assert line.title == "League of Rivers – transformed from River Pact, 15 June 2001"
    assert (line.edge.anchor, line.edge.style, line.unsure) == (
        "descent-league-of-rivers-0",
        "how-transformed",
        False,
    )
    assert line.x == found.rows[0].end == found.rows[1].pieces[0].x


def test_the_page_has_a_picture_and_its_twin_in_words(tiny_site: Site) -> None:
    [text] = [page.text for page in pages(tiny_site) if page.path == "lineage.md"]
    anchors = set(re.findall(r'href="#(descent-[^"]+)"', text))
    assert anchors == set(re.findall(r'id="(descent-[^"]+)"', text)) == {"descent-league-of-rivers-0"}
    words = re.sub(r"<sup.*?</sup>|<[^>]+>", "", text[text.index("## In words") :])
    assert "League of Rivers: transformed from River Pact, 15 June 2001, by" in words


STRETCHES = [
    ("2001-06-15", "2010-01-01", [("life", "")]),
    ("2001", "2010-01-01", [("life", "left"), ("life", "")]),
    ("2001-06-15", "2010", [("life", ""), ("life", "right")]),
    ("2001-06-15", "[2010-01-01..]", [("life", ""), ("life", "right")]),
    ("[2001..2003]", None, [("life", "left"), ("life", "")]),
]


@pytest.mark.parametrize(("founded", "ended", "wanted"), STRETCHES)
def test_an_unsure_end_is_soft(founded: str, ended: str | None, wanted: list[tuple[str, str]]) -> None:
    axis = Axis(1990, 800, date(2026, 6, 30))
    life = Life(None, None, parse_date(founded), parse_date(ended) if ended else None, None, False)
    bar = pieces(life, axis)
    assert [(piece.kind, piece.soft) for piece in bar] == wanted
    assert all(one.end == other.x for one, other in zip(bar, bar[1:], strict=False))


def test_what_was_never_founded_is_an_outline(real: Exhibit, drawn: Drawing) -> None:
    rows = {row.organisation.id: row for row in drawn.rows}
    for id_ in ("ucas", "eurasian-union", "asian-collective-security"):
        assert {piece.kind for piece in rows[id_].pieces} == {"idea"}, id_
    assert [id_ for id_, row in rows.items() if row.cross] == ["ucas"]
    assert rows["ucas"].title.endswith("never founded")
    assert [t.word for t in life_facts(rows["ucas"].organisation)] == ["proposed", "founded"]


def test_every_kind_of_succession_has_a_letter_of_its_own() -> None:
    assert len({how.letter for how in SuccessionKind}) == len(SuccessionKind)


def test_the_known_successions_are_there_with_day_and_citation(real: Exhibit) -> None:
    edges = {(e.ancestor.id, e.descendant.id): e for e in lineage(real).edges}
    assert {pair: (e.letter, str(e.date)) for pair, e in edges.items()} == {
        ("cst", "csto"): ("T", "2003-09-18"),
        ("shanghai-five", "sco"): ("T", "2001-06-15"),
        ("customs-union-1995", "eurasec"): ("T", "2001-05-30"),
        ("caco", "eurasec"): ("A", "[2005-10-06..]"),
        ("eurasec", "eacu"): ("W", "2007-10-06"),
        ("eacu", "ces"): ("E", "2012-01-01"),
        ("ces-2003", "ces"): ("N", "2012-01-01"),
        ("eacu", "eaeu"): ("A", "2015-01-01"),
        ("ces", "eaeu"): ("A", "2015-01-01"),
        ("eurasec", "eaeu"): ("P", "2015-01-01"),
        ("eurasian-union", "eaeu"): ("I", "2015-01-01"),
        ("central-asian-union", "caec"): ("R", "1998-07-17"),
        ("caec", "caco"): ("T", "2002-02-28"),
        ("asian-collective-security", "cica"): ("I", "1992-10-05"),
    }
    assert all(edge.succession.cite for edge in edges.values())


def test_each_succession_is_told_once_and_each_institution_in_full_once(real: Exhibit) -> None:
    found = lineage(real)
    lines = [line.strip() for line in _tree(found)]
    full = [line.split()[0] for line in lines if not line.endswith("(again)")]
    assert sorted(full) == sorted(found.lives)
    assert sum(" " in line for line in lines) == len(found.edges)
    assert not {"un", "nato", "eu"} & set(full)


def test_ancestors_stand_above_and_no_two_lines_on_each_other(drawn: Drawing) -> None:
    heights = {row.organisation.id: row.y for row in drawn.rows}
    spans = [
        (line.x, heights[line.edge.ancestor.id], heights[line.edge.descendant.id]) for line in drawn.lines
    ]
    for i, (x, top, bottom) in enumerate(spans):
        assert top + 2 * HALF < bottom
        for other, above, below in spans[i + 1 :]:
            assert abs(x - other) >= 5 or bottom <= above or below <= top


def test_nothing_is_drawn_outside_the_picture(drawn: Drawing) -> None:
    for row in drawn.rows:
        assert row.pieces, row.organisation.id
        assert all(piece.x >= 0 and piece.end <= drawn.width for piece in row.pieces)


def test_nesting_is_a_bracket_and_no_succession(drawn: Drawing) -> None:
    nests = {row.organisation.id: [nest.title for nest in row.nests] for row in drawn.rows if row.nests}
    assert set(nests) == {"cst", "customs-union-1995", "eacu"}
    assert nests["eacu"] == [
        "Eurasian Customs Union: within Eurasian Economic Community from 6 October 2007 to 1 January 2015",
        "Eurasian Customs Union: within Eurasian Economic Union from 1 January 2015",
    ]


def _institution(founded: str, ancestor: str = "", day: str = "") -> str:
    """An organisation as an editor writes it; a succession stands on its seventh line."""
    text = f"title: T\nsummary: S.\nstage: organisation\nsphere: economy\nfounded: {{date: {founded}, cite: paper#1}}\n"
    if ancestor:
        date = f", date: {day}, cite: paper#1" if day else ", cite: paper#1"
        text += f"succeeds:\n  - {{organisation: {ancestor}, how: transformed{date}}}\n"
    return text


WRONG = [
    # the institutions, and the problems that an editor reads
    ({"a": _institution("1996"), "b": _institution("2001", "a", "2001-06-15")}, []),
    ({"a": _institution("2001"), "b": _institution("2001", "a")}, []),
    (
        {"a": _institution("1996", "a")},
        ["a.yml:7:20: succeeds[1].organisation: nothing descends from itself; name the earlier institution"],
    ),
    (
        {
            "a": _institution("2001", "c"),
            "b": _institution("2001", "a"),
            "c": _institution("2001", "b"),
        },
        [
            "a.yml:7:20: succeeds[1].organisation: a circle: 'c' itself descends from 'a'; keep the one that is later",
            "b.yml:7:20: succeeds[1].organisation: a circle: 'a' itself descends from 'b'; keep the one that is later",
            "c.yml:7:20: succeeds[1].organisation: a circle: 'b' itself descends from 'c'; keep the one that is later",
        ],
    ),
    (
        {"a": _institution("2005"), "b": _institution("2001", "a")},
        [
            "b.yml:7:20: succeeds[1].organisation: 'a' begins (2005) after 'b' (2001); turn the succession round"
        ],
    ),
    (
        {"a": _institution("1996"), "b": _institution("2001", "a", "1995")},
        [
            "b.yml:7:47: succeeds[1].date: 'a' begins (1996) after this succession (1995); mend one of the dates"
        ],
    ),
]


@pytest.mark.parametrize(("files", "wanted"), WRONG)
def test_circles_and_successions_that_run_backwards_are_problems(
    tmp_path: Path, files: dict[str, str], wanted: list[str]
) -> None:
    folder = tmp_path / "data" / "organisations"
    folder.mkdir(parents=True)
    (tmp_path / "data" / "sources").mkdir()
    paper = (TESTS / "broken" / "data" / "sources" / "paper.yml").read_text("utf-8")
    (tmp_path / "data" / "sources" / "paper.yml").write_text(paper, "utf-8")
    for name, text in files.items():
        (folder / f"{name}.yml").write_text(text, "utf-8")
    found = [str(problem) for problem in read_exhibit(tmp_path).problems]
    assert found == [f"data/organisations/{line}" for line in wanted]


def test_every_succession_is_told_in_the_picture_and_in_words_with_day_and_citation(real: Exhibit) -> None:
    """On the page itself: a line in the picture leads to its words, which name kind, day and source."""
    site = Site(real, Settings(AS_OF))
    [text] = [page.text for page in pages(site) if page.path == "lineage.md"]
    for edge in lineage(real).edges:
        assert text.count(f'href="#{edge.anchor}"') == 1, edge.anchor
        [told] = re.findall(f'<li id="{edge.anchor}".*?</p>', text, re.DOTALL)
        assert edge.succession.how.label.lower() in told
        assert edge.date and in_words(edge.date) in told
        assert 'href="#cite-' in told
