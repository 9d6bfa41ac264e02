"""The corpus of hostile data sets: each comes out as it says, is told at its lines, in a moment, and writes nothing.

The sets and their form: tests/hostile/README.md. Those that are accepted are built into sites, many into one.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from bounded import bounded, watched
from conftest import AS_OF, ROOT, build_here, tiny_project
from exhibit.model.addresses import page_path
from exhibit.pages.build import Built, build
from exhibit.pages.site import Settings
from exhibit.problems.problem import report, workflow_commands
from exhibit.reading.settings import read_settings
from hostile_sets import HostileSet, hostile_sets, laid_out, outcome, put
from test_faults import JARGON
from test_hostile_text import PAYLOADS, _alive, _printed, _words

SECONDS = 2.0
"""Of the processor, for one set: most take a hundredth of it, the longest a fifth, or half where it is the first."""
CORPUS = list(hostile_sets())
PAGE = ROOT / "docs" / "developing" / "hostile.md"
TABLE = re.compile(r"(?m)^\| class \|.*\n(?:\|.*\n)+")


def _checked(root: Path) -> Built:
    """What a check finds in a folder."""
    built = build(root, root / "docs", Settings(AS_OF), copies=root / "copies")
    return built.after(read_settings(root))


def _accounts_read(built: Built) -> None:
    """Make HTML of every account of what is accepted, which a check alone does not."""
    for item in built.site.exhibit.items.values() if not built.problems else ():
        if item.account:
            built.site.page(page_path(item)).prose(item.account)


@pytest.mark.parametrize(
    "hostile",
    [
        pytest.param(one, id=f"{one.class_}: {one.id}", marks=pytest.mark.sweep if number % 2 else ())
        for number, one in enumerate(CORPUS)
    ],
)
def test_a_set_comes_out_as_it_says(tmp_path: Path, hostile: HostileSet) -> None:
    root = laid_out(hostile, tmp_path / "p")
    with watched(), bounded(SECONDS):
        built = _checked(root)
        told = report(built.problems, built.texts)
        _accounts_read(built)
    assert outcome(built) == hostile.expected, told
    assert [words for words in hostile.says if words not in told] == []
    assert {unicodedata.category(letter) for letter in told if letter != "\n"} & {"Cc", "Cf", "Zl"} == set()
    assert not JARGON.search(re.sub(r"(?m)^    .*$", "", told))
    commands = workflow_commands(built.problems).splitlines()
    assert all(line.startswith(("::error ", "::warning ")) for line in commands)


def test_a_set_is_told_apart_and_says_where_it_is_told() -> None:
    assert len({(one.class_, one.id) for one in CORPUS}) == len(CORPUS)
    assert [one.id for one in CORPUS if bool(one.at) != (one.outcome != "accepted")] == []


def _together(came: str) -> list[list[HostileSet]]:
    """The sets of an outcome in groups, in each of which no two change one file."""
    groups, left = [], [one for one in CORPUS if one.outcome == came]
    while left:
        group: list[HostileSet] = []
        for one in left:
            if not {*one.files} & {file for other in group for file in other.files}:
                group.append(one)
        left = [one for one in left if one not in group]
        groups.append(group)
    return groups


def _put_together(group: list[HostileSet], root: Path) -> Path:
    for hostile in group:
        for name, form in hostile.files.items():
            put(root / name, form)
    return root


def test_what_is_accepted_is_built_and_stands_as_text(tmp_path: Path) -> None:
    """The largest group, by MkDocs."""
    group = _together("accepted")[0]
    root = _put_together(group, tiny_project(tmp_path / "p"))
    with watched(root):
        site = build_here(root)
    pages = [path.read_text("utf-8") for path in site.rglob("*.html")]
    assert [found for page in pages for found in _alive(page)] == []
    printed = " ".join(map(_printed, pages))
    assert [one.id for one in group if _words(one.stands) not in printed] == []


@pytest.mark.parametrize(
    "group", [*_together("suspected"), *_together("accepted")[1:]], ids=lambda group: group[0].id
)
def test_what_is_not_refused_has_pages(tmp_path: Path, group: list[HostileSet]) -> None:
    built = _checked(_put_together(group, tiny_project(tmp_path / "p"))).rendered(tmp_path / "p")
    assert all(problem.warning for problem in built.problems)
    assert len(built.pages) > 40
    assert [page.path for page in built.pages if _alive(page.text)] == []


# --- the table of the corpus ---------------------------------------------------------------------


def _row(class_: str, came: Counter[str], example: str) -> str:
    counts = (sum(came.values()), came["refused"], came["suspected"], came["accepted"])
    return f"| {class_} | {' | '.join(str(count or '–') for count in counts)} | {example} |\n"


def _table() -> str:
    """A row for each class: how many sets, what comes of them, and why the first of them is one."""
    rows = [_row("payloads", Counter(accepted=len(PAYLOADS)), "a text with markup, in every field there is")]
    for class_ in dict.fromkeys(one.class_ for one in CORPUS):
        sets = [one for one in CORPUS if one.class_ == class_]
        rows.append(_row(class_, Counter(one.outcome for one in sets), f"{sets[0].id}: {sets[0].why}"))
    whole = Counter(one.outcome for one in CORPUS) + Counter(accepted=len(PAYLOADS))
    head = (
        "| class | sets | refused | suspected | accepted | the first of them |\n|---|--:|--:|--:|--:|---|\n"
    )
    return head + "".join(rows) + _row("all", whole, "")


def test_the_table_of_the_corpus_is_what_the_corpus_says() -> None:
    text = PAGE.read_text("utf-8")
    if os.environ.get("UPDATE_GOLDEN"):
        PAGE.write_text(TABLE.sub(lambda _: _table(), text), encoding="utf-8")
    assert TABLE.findall(PAGE.read_text("utf-8")) == [_table()]
