"""A corpus of faults: each told at its line, in plain words, with what would be right.

A case of tests/faults is one wrong file beside the tiny exhibit. ``line`` and ``meant`` (words that
the message must hold) are written by hand; ``says`` is the whole report as an editor reads it, and
is written anew with UPDATE_GOLDEN=1.
"""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import AS_OF, SETTINGS, TESTS
from exhibit.commands.cli import main
from exhibit.pages.build import build
from exhibit.pages.site import Settings
from exhibit.problems.problem import Problem, report

FAULTS = TESTS / "faults"
FILE = "data/countries/eastland.yml"
JARGON = re.compile(
    r"token|mapping values|block mapping|scalar|Traceback|pydantic|Input should|string_type|NoneType|"
    r"expected <|could not find|not defined|jinja|object has no",
    re.IGNORECASE,
)
SECONDS = 5.0
"""A single case takes a few hundredths; the bound only catches what grows out of hand."""


def _latin(encoding: str, text: str) -> Callable[[Path], None]:
    return lambda path: _bytes(path, text.encode(encoding))


def _bytes(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def _text(text: str) -> Callable[[Path], None]:
    return lambda path: _bytes(path, text.encode())


RECIPES: dict[str, Callable[[Path], None]] = {
    "nul": _text("title: Eastland\nnote: a\0b\n"),
    "cp1251": _latin("cp1251", "title: Eastland\nnote: Восток\n"),
    "latin-1": _latin("latin-1", "title: Eastland\ncode: EE\nnote: Città\n"),
    "utf-16": _latin("utf-16", "title: Eastland\n"),
    "utf-16-le": _latin("utf-16-le", "title: Eastland\n"),
    "half": lambda path: _bytes(path, "title: Восток".encode()[:-1]),
    "link": lambda path: path.symlink_to("northland.yml"),
    "loop": lambda path: path.symlink_to(path.name),
    "pipe": lambda path: os.mkfifo(path),
    "folder": lambda path: path.mkdir(),
    "brackets": _text("title: " + "[" * 10_000 + "]" * 10_000 + "\n"),
    "steps": _text("".join(f"{' ' * n}a:\n" for n in range(600))),
    "fields": _text("".join(f"field{n}: {n}\n" for n in range(100_000))),
    "fewer fields": _text("".join(f"field{n}: {n}\n" for n in range(8_000))),
    "ids": _text("title: Eastland\nsucceeds: [" + "a, " * 20_000 + "a]\n"),
    "megabyte": _text("title: " + "x" * 1_000_000 + "\n"),
    "long text": _text("title: " + "x" * 100_000 + "\n"),
    "long term": _text("title: Eastland\nnames:\n  - {text: East, kind: " + "x" * 100_000 + "}\n"),
    "long id": _text("title: Eastland\nsucceeds: " + "x" * 100_000 + "\n"),
    "long field": _text("title: Eastland\n" + "x" * 127 + ": EE\n"),
    "far right": _text("title: Eastland\nto: {note: '" + "x" * 1_000 + "', date: 2001, cite: gazete}\n"),
    "many": _text("title: Eastland\nsucceeds: [" + ", ".join(f"westlan{n}" for n in range(900)) + "]\n"),
}
"""What cannot be kept in a repository: bytes that are no text, links, pipes, and very large files."""


def _cases() -> Iterator[Any]:
    for path in sorted(FAULTS.glob("*.yml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield pytest.param(path.name, case, id=f"{path.stem}: {case['name']}")


@pytest.fixture(scope="module")
def exhibit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tiny exhibit with a folder for hand-written pages."""
    root = tmp_path_factory.mktemp("faults")
    shutil.copytree(TESTS / "exhibit" / "data", root / "data")
    (root / "docs" / "about").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    return root


def _found(root: Path) -> tuple[str, float]:
    begun = time.process_time()
    built = build(root, root / "docs", Settings(AS_OF), copies=root / "copies")
    return report(built.problems, built.texts), time.process_time() - begun


def _run(root: Path, case: dict[str, Any]) -> tuple[str, float]:
    """The report on the exhibit with the files of a case, which are then taken away again."""
    files = {case.get("file", FILE): case.get("text"), **case.get("with", {})}
    folders = {path.parent for path in (root / file for file in files) if not path.parent.exists()}
    kept = {file: (root / file).read_bytes() for file in files if (root / file).is_file()}
    try:
        for file, text in files.items():
            (root / file).parent.mkdir(exist_ok=True)
            (RECIPES[case["make"]] if text is None else _text(text))(root / file)
        return _found(root)
    finally:
        for file in files:
            path = root / file
            path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
            if file in kept:
                path.write_bytes(kept[file])
        for folder in folders:
            folder.rmdir()


@pytest.mark.parametrize(("corpus", "case"), list(_cases()))
def test_a_fault_is_told_at_its_line_with_what_would_be_right(
    exhibit: Path, corpus: str, case: dict[str, Any]
) -> None:
    found, seconds = _run(exhibit, case)
    if os.environ.get("UPDATE_GOLDEN"):
        _write_report(FAULTS / corpus, case["name"], found)
        case["says"] = found
    file = case.get("at", case.get("file", FILE))
    assert (f"{file}:{case['line']}:" in found, case["meant"] in found) == (True, True), found
    assert found == case["says"]
    assert not JARGON.search(re.sub(r"(?m)^    .*$", "", found))
    assert seconds < SECONDS


def _write_report(corpus: Path, name: str, found: str) -> None:
    """Put the report of a case below it in its file."""
    text = corpus.read_text(encoding="utf-8")
    head, start, rest = text.partition(f"- name: {name}\n")
    body, following, tail = rest.partition("\n- name: ")
    body = body.partition("\n  says: |\n")[0].rstrip("\n")
    says = "".join(f"    {line}\n" if line else "\n" for line in found.splitlines())
    corpus.write_text(f"{head}{start}{body}\n  says: |\n{says}{following[1:]}{tail}", encoding="utf-8")


def test_the_command_ends_with_one_over_a_fault_and_with_nought_without(
    exhibit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--root", str(exhibit)]) == 0
    (exhibit / FILE).write_text("title: East\x1bland\n", encoding="utf-8")
    try:
        assert main(["check", "--root", str(exhibit)]) == 1
    finally:
        (exhibit / FILE).unlink()
    told = capsys.readouterr().err
    assert f"{FILE}:1:12: a control character (U+001B); delete it" in told
    assert "\x1b" not in told


def test_the_report_does_not_depend_on_the_order_of_the_problems() -> None:
    problems = [
        Problem("b.yml", 2, 1, "", "x"),
        Problem("b.yml", 1, 9, "", "x"),
        Problem("a.yml", 3, 1, "", "x"),
    ]
    ordered = ["a.yml:3:1: x", "b.yml:1:9: x", "b.yml:2:1: x", "3 problems"]
    assert report(problems, {}).splitlines() == ordered
    assert report(reversed(problems), {}).splitlines() == ordered


def test_problems_and_suspicions_are_counted_apart() -> None:
    found = [Problem("a.yml", 1, 1, "", "x"), Problem("a.yml", 1, 1, "", "y", warning=True)]
    assert report(found, {}).splitlines()[-1] == "1 problem, 1 suspicion"


def test_the_caret_stands_under_a_word_after_wide_and_combining_letters() -> None:
    line = "title: 上海五国 é X"
    problem = Problem("a.yml", 1, line.index("X") + 1, "", "x")
    caret = report([problem], {"a.yml": line}).splitlines()[2]
    assert len(caret) - 1 == 4 + len("title: ") + 2 * len("上海五国") + len(" e ")


def test_a_name_that_would_move_the_cursor_is_written_out(exhibit: Path) -> None:
    path = exhibit / "data" / "countries" / "east\x1b[2Jland\n.yml"
    path.write_text("title: Eastland\n", encoding="utf-8")
    try:
        told, _ = _found(exhibit)
    finally:
        path.unlink()
    assert told.startswith("data/countries/east\\x1b[2Jland\\n.yml:1:1: a data file is named by its id")
