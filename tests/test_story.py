"""The exhibit's own file: what it gives, what holds without it, and what is told of what is wrong in it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from adapter.navigation import pruned
from conftest import AS_OF, ROOT, TESTS
from exhibit.checking.read import read_exhibit
from exhibit.checking.story import GROUNDS, contrast
from exhibit.model.dates import parse_date
from exhibit.model.story import Filling, Shape, Story
from exhibit.pages.build import build
from exhibit.pages.render import pages
from exhibit.pages.site import Settings, Site
from exhibit.reading.exhibit import Exhibit
from exhibit.views.item.emblems import emblem, stylesheet

LAKES = """\
title: Lake Union
names: [{text: LU, kind: short}]
summary: A union of two states on the lakes.
stage: organisation
sphere: economy
founded: {date: 2004-05-01, cite: gazette#4}
members:
  - {who: [northland, westland], status: member, from: 2004-05-01, cite: gazette#4}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the tiny exhibit without its own file."""
    shutil.copytree(TESTS / "exhibit" / "data", tmp_path / "data")
    (tmp_path / "data" / "exhibit.yml").unlink()
    return tmp_path


def told(folder: Path, text: str) -> list[str]:
    """The problems of an own file: place, field and message."""
    (folder / "data" / "exhibit.yml").write_text(text, encoding="utf-8")
    return [str(problem).removeprefix("data/exhibit.yml:") for problem in read_exhibit(folder).problems]


def made(folder: Path) -> dict[str, str]:
    outcome = read_exhibit(folder)
    assert outcome.problems == []
    return {page.path: page.text for page in pages(Site(outcome.exhibit, Settings(AS_OF)))}


def test_an_editor_adds_an_organisation_with_mark_colour_and_comparisons_in_yaml_alone(folder: Path) -> None:
    (folder / "data/organisations/lake-union.yml").write_text(LAKES, encoding="utf-8")
    (folder / "data/exhibit.yml").write_text(
        "since: 1991\n"
        "pairs: {organisations: [lake-union, league-of-rivers, river-pact]}\n"
        "marks:\n"
        "  - {organisation: lake-union, shape: star, filling: half, light: '#0b4f8a', dark: '#7fb6ee'}\n",
        encoding="utf-8",
    )
    found = made(folder)
    mark = '<svg class="emblem org-lake-union"'
    assert mark in found["organisations/lake-union.md"]
    assert mark not in found["organisations/river-pact.md"]
    assert {path for path in found if "lake-union" in path and path.startswith("compare/")} == {
        "compare/lake-union-league-of-rivers.md",
        "compare/lake-union-river-pact.md",
    }
    assert stylesheet(read_exhibit(folder).exhibit.story) == (
        ':root, [data-md-color-scheme="default"] { --org-lake-union: #0b4f8a; }\n'
        '@media screen { [data-md-color-scheme="slate"] { --org-lake-union: #7fb6ee; } }\n'
        ".org-lake-union { --org: var(--org-lake-union); }\n"
    )


def test_an_exhibit_without_its_own_file_begins_with_its_first_day_and_compares_nothing(folder: Path) -> None:
    assert read_exhibit(folder).exhibit.since == 1996
    found = made(folder)
    assert not [path for path in found if path.startswith("compare/")]
    assert not {"concordance.md", "two-articles.md", "side-by-side.md"} & found.keys()
    assert {"timeline.md", "atlas.md", "membership.md", "lineage.md", "disputes.md"} <= found.keys()


def test_a_file_of_comments_says_nothing(folder: Path) -> None:
    assert told(folder, "# Nothing yet.\n") == []


def test_views_without_data_have_no_page_and_no_place_in_the_navigation(tmp_path: Path) -> None:
    (tmp_path / "data/countries").mkdir(parents=True)
    (tmp_path / "data/countries/northland.yml").write_text("title: Northland\n", encoding="utf-8")
    site = Site(read_exhibit(tmp_path).exhibit, Settings(AS_OF))
    assert [page.path for page in pages(site)] == [
        "countries/northland.md",
        "countries/index.md",
        "evidence.md",
        "data.md",
        "changes/index.md",
        "changes/countries.md",
    ]
    nav = [
        {"Exhibit": "index.md"},
        {"Atlas": "atlas.md"},
        {"Views": [{"Timeline": "timeline.md"}, "names.md"]},
        {"Catalogue": ["treaties/index.md", {"Countries": "countries/index.md"}]},
    ]
    assert pruned(nav, site.left_out) == [
        {"Exhibit": "index.md"},
        {"Catalogue": [{"Countries": "countries/index.md"}]},
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "since: long ago\n",
            ["1:8: since: 'long ago' is not a whole number; write it in figures, as in 12"],
        ),
        (
            "titel: x\n",
            [
                "1:1: titel: no field 'titel' here; its fields: book, foremost, licence, map, marks, pairs, since, told_whole"
            ],
        ),
        ("map: {geometry: wrld}\n", ["1:17: map.geometry: no geometry 'wrld'; did you mean 'world'?"]),
        ("map: {lat: 5}\n", ["1:12: map.lat: a centre has `lon` too; add it"]),
        (
            "map: {labels: [{state: northlnd}]}\n",
            ["1:24: map.labels[1].state: no country 'northlnd'; did you mean 'northland'?"],
        ),
        (
            "map: {labels: [{state: westland}]}\n",
            [
                "1:24: map.labels[1].state: 'westland' has no `code`, so the map does not show it; delete this label"
            ],
        ),
        (
            "pairs:\n  organisations: [river-pact, river-pct]\n",
            ["2:31: pairs.organisations[2]: no organisation 'river-pct'; did you mean 'river-pact'?"],
        ),
        (
            "pairs: {states: [northland]}\n",
            ["1:9: pairs.states: one alone makes no pair; add another or delete the line"],
        ),
        (
            "pairs: {states: [northland, northland]}\n",
            ["1:29: pairs.states[2]: 'northland' stands here twice; keep one"],
        ),
        (
            "marks:\n  - {organisation: river-pact, shape: triangel, filling: full}\n",
            ["2:39: marks[1].shape: 'triangel' is not a term for shape; did you mean 'triangle'?"],
        ),
        (
            "marks:\n  - {organisation: river-pact, shape: star, filling: full, light: red, dark: '#7fb6ee'}\n",
            ["2:67: marks[1].light: 'red' is not a colour in six figures such as #0b4f8a"],
        ),
        (
            "marks:\n  - {organisation: river-pact, shape: star, filling: full, light: '#0b4f8a'}\n",
            ["2:68: marks[1].light: a colour for dark pages is missing; add `dark: '#…'`"],
        ),
        (
            "marks:\n  - {organisation: river-pact, shape: star, filling: full, light: '#aaaaaa', dark: '#7fb6ee'}\n",
            [
                "2:68: marks[1].light: '#aaaaaa' has a contrast of 2.1 with light pages, 4.5 is the least; "
                "make it darker"
            ],
        ),
        (
            "marks:\n  - {organisation: river-pact, shape: star, filling: full}\n"
            "  - {organisation: league-of-rivers, shape: star, filling: full}\n",
            [
                "3:60: marks[2].filling: 'river-pact' has this shape and filling already; choose another of the two"
            ],
        ),
        (
            "since: 1991\nbook: {maps: [1980]}\n",
            ["2:15: book.maps[1]: 1980 lies before the story, which begins in 1991; delete it"],
        ),
        (
            "book: {before: [{title: About, pages: [About]}]}\n",
            [
                "1:40: book.before[1].pages[1]: 'About' is not a page such as about/index.md, "
                "nor a folder such as galleries/"
            ],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_wrong_is_told_at_its_place_with_what_would_be_right(
    folder: Path, text: str, wanted: list[str]
) -> None:
    assert told(folder, text) == wanted


FAULTY = """\
titel: x
since: long ago
map: {labels: [{state: northland, y: high}, {state: northlnd}]}
pairs: {states: [northland]}
marks:
  - {organisation: river-pact, shape: triangel, filling: full}
  - {organisation: league-of-rivers, shape: star, filling: full, size: 3}
  - {organisation: river-pact, shape: star, filling: full, light: '#aaaaaa', dark: '#7fb6ee'}
book: {maps: [1980]}
"""
"""A fault in every part, and behind each what only a rule can tell."""


def test_a_fault_hides_nothing_that_could_be_read(folder: Path) -> None:
    assert told(folder, FAULTY) == [
        "1:1: titel: no field 'titel' here; its fields: book, foremost, licence, map, marks, pairs, since, told_whole",
        "2:8: since: 'long ago' is not a whole number; write it in figures, as in 12",
        "3:38: map.labels[1].y: 'high' is not a number; write it in figures, as in 12",
        "3:53: map.labels[2].state: no country 'northlnd'; did you mean 'northland'?",
        "4:9: pairs.states: one alone makes no pair; add another or delete the line",
        "6:39: marks[1].shape: 'triangel' is not a term for shape; did you mean 'triangle'?",
        "7:66: marks[2].size: no field 'size' here; its fields: dark, filling, light, organisation, shape",
        "8:54: marks[3].filling: 'league-of-rivers' has this shape and filling already; choose another of the two",
        "8:68: marks[3].light: '#aaaaaa' has a contrast of 2.1 with light pages, 4.5 is the least; make it darker",
    ]


PLANNED = [
    # what the plan names, what is told of it
    ("lineage.md, years/index.md, years/2001.md, compare/northland-westland.md, changes/treaties.md", ""),
    ("treaties/index.md, people/index.md, about/index.md, index.md, about/", ""),
    ("lineages.md", "no page 'lineages.md'; did you mean 'lineage.md'?"),
    ("abou/", "no folder 'abou/' of hand-written pages; one of: about/"),
    ("years/", "no folder 'years/' of hand-written pages; one of: about/"),
    ("lineage.md, lineage.md", "'lineage.md' stands here twice; keep one"),
    ("places/ford.md", "'places/ford.md' is in the book already, with 'Ford'; delete it"),
    (
        "sources/gazette/takings.md",
        "'sources/gazette/takings.md' is in the book already, with 'The River Gazette'; delete it",
    ),
]


@pytest.mark.parametrize(("named", "says"), PLANNED)
def test_a_page_that_the_book_cannot_hold_is_told(folder: Path, named: str, says: str) -> None:
    (folder / "data/exhibit.yml").write_text(
        f"pairs: {{states: [northland, westland]}}\nbook: {{before: [{{title: Views, pages: [{named}]}}]}}\n",
        encoding="utf-8",
    )
    (folder / "docs/about").mkdir(parents=True)
    for path in ("index.md", "about/index.md"):
        (folder / "docs" / path).write_text("# Page\n", encoding="utf-8")
    found = [str(problem) for problem in build(folder, folder / "docs", Settings(AS_OF)).problems]
    place = "2:52" if "lineage.md, l" in named else "2:40"
    number = named.count(",") + 1
    assert found == ([f"data/exhibit.yml:{place}: book.before[1].pages[{number}]: {says}"] if says else [])


def test_every_shape_has_every_filling() -> None:
    drawn = set()
    for shape in Shape:
        for filling in Filling:
            story = Story.model_validate(
                {"marks": [{"organisation": "o", "shape": shape.value, "filling": filling.value}]}
            )
            found = emblem(Exhibit({}, {}, story=story), "o")
            assert found and bool(found.core) == (filling is not Filling.OUTLINE)
            drawn.add((found.rim, found.core))
    assert len(drawn) == len(Shape) * len(Filling)


def test_the_grounds_of_the_contrast_are_those_of_the_stylesheet() -> None:
    css = "".join(path.read_text("utf-8") for path in sorted((ROOT / "docs/assets").rglob("*.css")))
    found = re.findall(r"--paper: (#\w+);.*?--card: (#\w+);", css)
    assert found == [GROUNDS["light"], GROUNDS["dark"]]


def test_contrast_is_that_of_the_guidelines() -> None:
    assert (contrast("#000000", "#ffffff"), contrast("#777777", "#777777")) == (21, 1)
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54, "the grey that WCAG's techniques name"


def test_this_exhibit_begins_when_it_says(real: Exhibit) -> None:
    assert real.since == 1991 and parse_date("1991").earliest
