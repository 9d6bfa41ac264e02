"""Data sets of others beside the exhibit: tests/cases/data-set.yml beside the tiny one, and the pages that tell of it.

What is wrong in such a file is told by tests/slips/data-sets.yml.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import AS_OF, TESTS, assert_agreed
from exhibit.changes.compare import changes
from exhibit.changes.versions import version
from exhibit.changes.words import Words
from exhibit.checking.read import read_exhibit
from exhibit.model.dates import parse_date
from exhibit.pages.render import pages
from exhibit.pages.site import Settings, Site
from exhibit.views.comparison.data_sets import Compared
from exhibit.views.comparison.year_runs import YearRun
from exhibit.views.membership.spells import MemberSpell

CASES = yaml.safe_load((TESTS / "cases" / "data-sets.yml").read_text("utf-8"))
PAGE, SOURCE = "data-sets.md", "sources/lake-survey.md"


def site_of(root: Path, edits: tuple[dict[str, str], ...] = ()) -> Site:
    """The tiny exhibit with the data set."""
    shutil.copytree(TESTS / "exhibit" / "data", root / "data")
    shutil.copy(TESTS / "cases" / "data-set.yml", root / "data" / "sources" / "lake-survey.yml")
    for edit in edits:
        file = root / "data" / edit["file"]
        text = file.read_text("utf-8")
        assert edit["replace"] in text
        file.write_text(text.replace(edit["replace"], edit["by"]), "utf-8")
    outcome = read_exhibit(root, AS_OF)
    assert outcome.problems == []
    return Site(outcome.exhibit, Settings(AS_OF, site_name="Rivers"))


def told(compared: Compared) -> Iterator[str]:
    """All of a comparison as lines."""
    for side, name in ((compared.full, "full members"), (compared.others, "others")):
        yield f"{name}: {', '.join(f'{number} {verdict}' for verdict, number in side.counts.items())}"
    yield from (f"not listed: {item.id}" for item in compared.not_listed)
    for run in (*compared.full.runs, *compared.others.runs):
        yield from _run(run)


def _run(run: YearRun) -> Iterator[str]:
    years = str(run.first) if run.first == run.last else f"{run.first}–{run.last}"
    s = run.standing
    coded, held = (status.value if status else "nothing" for status in (s.coded, s.held))
    held = f"{s.sure or ''} {held}".strip()
    yield f"{', '.join(item.id for item in run.who)} {years}: {coded}, {held}: {s.verdict}"
    yield from (f"  {_spell(row)}" for row in run.spells)
    yield from (f"  {reason.why}" for reason in run.reasons)


def _spell(row: MemberSpell) -> str:
    if row.spell.never:
        return f"never {row.spell.status.value}"
    ends = f" from {row.start}" + (f" to {row.end}" if row.end else "")
    return f"{row.spell.status.value}{ends}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_state_by_state_and_year_by_year(tmp_path: Path, case: dict[str, Any]) -> None:
    [data_set] = site_of(tmp_path, tuple(case.get("edits", ()))).data_sets
    [compared] = data_set.tables
    assert list(told(compared)) == case["says"]


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return {page.path: page.text for page in pages(site_of(tmp_path_factory.mktemp("lakes")))}


@pytest.mark.parametrize("path", [PAGE, SOURCE])
def test_a_page_is_as_agreed(rendered: dict[str, str], path: str) -> None:
    assert_agreed(rendered[path], TESTS / "golden" / path.replace("/", "--"))


def test_the_pages_of_evidence_and_of_comparison_lead_to_it(rendered: dict[str, str]) -> None:
    assert 'href="../data-sets/"' in rendered["evidence.md"]
    assert 'href="../data-sets/"' in rendered["compare/index.md"]


def test_one_of_years_that_the_exhibit_does_not_know_is_told_so(tmp_path: Path) -> None:
    site = Site(site_of(tmp_path).exhibit, Settings(parse_date("1990")))
    page = next(page for page in pages(site) if page.path == PAGE)
    assert "no year that the exhibit covers too" in page.text


def test_an_exhibit_without_one_has_no_such_page(tiny_site: Site) -> None:
    made = {page.path: page.text for page in pages(tiny_site)}
    assert PAGE not in made
    assert "data-sets" not in made["evidence.md"] + made["compare/index.md"]


EDITS = {
    "covers: 1990/2008": ("covers: 1991/2008", "years it covers changed from 1990–2008 to 1991–2008"),
    "years: 1995/2008": (
        "years: 1996/2008",
        "table RIVERS: row of northland and southland: years changed from 1995–2008 to 1996–2008",
    ),
    "status: observer": (
        "status: associate",
        "table RIVERS: row of westland: status changed from observer to associate",
    ),
    "      - {who: old-union, status: member, years: 1996/1997}\n": (
        "",
        "table RIVERS: row of old-union removed (was: member, 1996–1997)",
    ),
    "years: 2001/2005, why": (
        "years: 2001/2004, why",
        "table RIVERS: reason for a difference on westland: years changed from 2001–2005 to 2001–2004",
    ),
}
"""What is written instead of what in the file of the data set, and what is told of it."""


@pytest.mark.parametrize("written", EDITS)
def test_what_changed_in_one_is_told(written: str) -> None:
    path, text = "data/sources/lake-survey.yml", (TESTS / "cases" / "data-set.yml").read_text("utf-8")
    instead, says = EDITS[written]
    after = version(path, text.replace(written, instead))
    found = changes({path: version(path, text)}, {path: after}, Words(lambda id_: id_))
    assert [change.sentence for change in found] == [says]
