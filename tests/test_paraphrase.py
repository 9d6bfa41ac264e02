"""A paraphrase is no stronger than the paragraph that it cites, where there is a copy of it to compare."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import TESTS, tiny_project
from exhibit.checking.paraphrase import stronger
from exhibit.checking.read import read_exhibit

CASES = [
    # what the paragraph says, the paraphrase, and what of it is not borne out
    ("The League met in 2001 at Ford.", "it met in 2001", []),
    ("The League met at Ford.", "it met in 2001", ["2001"]),
    ("Some twelve states came.", "12 states came", []),
    ("1,500 men came.", "1500 men came", []),
    ("Some states came.", "12 states came", ["12"]),
    ("It was linked with trade.", "it came because of trade", ["because"]),
    ("It was caused by trade.", "it came because of trade", []),
    ("Trade is a main component of peace.", "trade is the guarantor of peace", ["guarantor"]),
    ("Trade guarantees peace.", "trade is the guarantor of peace", []),
    ("It can be illustrated by a meeting.", "a meeting is the proof of it", ["proof"]),
    ("The most important condition is trade.", "peace cannot come without trade", ["without"]),
    ("Peace needs trade and does not come by itself.", "peace must have trade", []),
    ("Members do not attack each other.", "no attack on members", []),
    ("Members respect each other.", "no attack on members", ["no"]),
    ("It was an early agreement.", "the first and only agreement", ["first", "only"]),
    ("It was initially the sole agreement.", "the first and only agreement", []),
]


@pytest.mark.parametrize(("paragraph", "paraphrase", "missing"), CASES)
def test_what_a_paraphrase_has_that_its_paragraph_lacks(
    tmp_path: Path, paragraph: str, paraphrase: str, missing: list[str]
) -> None:
    assert told(tmp_path, paragraph, f"text: {paraphrase}") == missing


@pytest.mark.parametrize("more", ["note: the annex has it", "doubt: x", "inferred: from the annex"])
def test_it_is_meant_where_the_editor_says_so(tmp_path: Path, more: str) -> None:
    assert told(tmp_path, "Trade.", f"text: the only trade, {more}") == []


def told(folder: Path, paragraph: str, claim: str) -> list[str]:
    file = "organisations/league-of-rivers.yml"
    project = tiny_project(folder / "p", data=TESTS / "exhibit" / "data")
    text = (project / "data" / file).read_text("utf-8")
    point = f"  - about: trade\n    readings: [{{{claim}, cite: gazette#3}}]\n"
    assert text.count("\npoints:\n") == 1
    (project / "data" / file).write_text(text.replace("\npoints:\n", f"\npoints:\n{point}"), encoding="utf-8")
    outcome = read_exhibit(project)
    assert outcome.problems == []
    found = [
        p for p in stronger(outcome.exhibit, {"gazette": {3: paragraph}}) if p.field.startswith("points[1]")
    ]
    return [
        word
        for p in found
        for word in p.message.split(" is not in ")[0].replace("“", "").replace("”", "").split(", ")
    ]
