"""exhibit fmt: the order of fields changes, and nothing else does."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import ROOT, TESTS
from exhibit.commands.cli import main
from exhibit.editing.tidy import TidyError, tidy
from exhibit.model.kinds import KINDS
from exhibit.reading.load import load
from exhibit.reading.nodes import read

TABLE = {
    "fields of the file": ("country: a\ntitle: A\n", "title: A\ncountry: a\n"),
    "already in order": ("title: A\n\n\ncountry:   a  # so\n", "title: A\n\n\ncountry:   a  # so\n"),
    "a comment moves with the field below it": (
        "# yaml-language-server: $schema=x\n# of the file\n\n# why\ncountry: a # where\n\ntitle: A\n",
        "# yaml-language-server: $schema=x\n# of the file\n\ntitle: A\n# why\ncountry: a # where\n\n",
    ),
    "the first lines are the file's": ("# head\ncountry: a\ntitle: A\n", "# head\ntitle: A\ncountry: a\n"),
    "the last lines are the file's": ("country: a\ntitle: A\n# foot\n", "title: A\ncountry: a\n# foot\n"),
    "a list of parts": (
        "title: A\nnames:\n  # first\n  - lang: ru # R\n    text: X\n    # after\n  # between\n  - {lang: kk, text: Y}\n",
        "title: A\nnames:\n  # first\n  - text: X\n    # after\n    lang: ru # R\n  # between\n  - {text: Y, lang: kk}\n",
    ),
    "a comment above what comes first in a part": (
        "title: A\nnames:\n- lang: ru\n  # why\n  text: X\n",
        "title: A\nnames:\n- # why\n  text: X\n  lang: ru\n",
    ),
    "a whole file in one line": ("{country: a, title: A}", "{title: A, country: a}"),
    "over several lines": (
        "{country: a,\n title: 'A, B: {c}'}\n",
        "{title: 'A, B: {c}',\n country: a}\n",
    ),
    "a comment inside braces holds all in place": (
        "{country: a, # why\n title: A}\n",
        "{country: a, # why\n title: A}\n",
    ),
    "block text": (
        "account: |\n  # no comment\n\n  b: c\n\nsummary: >-\n  folded\n  text\ntitle: A\n",
        "title: A\nsummary: >-\n  folded\n  text\naccount: |\n  # no comment\n\n  b: c\n\n",
    ),
    "quotes and escapes": ("note: \"a\\tb\"\ntitle: 'NO'\n", "title: 'NO'\nnote: \"a\\tb\"\n"),
    "no line end at the end": ("country: a\ntitle: A", "title: A\ncountry: a\n"),
    "Windows line ends": ("country: a\r\ntitle: A\r\n", "title: A\r\ncountry: a\r\n"),
    "a claim, and what it says first": (
        "points:\n- {cite: b, text: x, about: y}\n- about: z\n  readings:\n  - {cite: b, note: n, text: x}\n",
        "points:\n- {about: y, text: x, cite: b}\n- about: z\n  readings:\n  - {text: x, cite: b, note: n}\n",
    ),
    "unknown fields stay last": ("zzz: 1\nyyy: 2\ntitle: A\n", "title: A\nzzz: 1\nyyy: 2\n"),
}


@pytest.mark.parametrize("name", TABLE)
def test_only_the_order_changes(name: str) -> None:
    before, after = TABLE[name]
    found = tidy(before, KINDS["places"])
    assert found == after
    assert tidy(found, KINDS["places"]) == found


UNSOUND = [
    "title: [\n",
    "title: &a A\n",
    "title: A\ntitle: B\n",
    "- a\n",
    "",
    "account: |+\n  a\n\ntitle: !x A",
]


@pytest.mark.parametrize("text", UNSOUND)
def test_what_is_not_sound_is_left_alone(text: str) -> None:
    with pytest.raises(TidyError):
        tidy(text, KINDS["places"])


@pytest.mark.sweep
def test_every_file_of_the_exhibit_keeps_its_meaning_and_its_comments() -> None:
    for record in load(ROOT).records:
        kind = KINDS[record.collection]
        found = tidy(record.text, kind)
        assert read(found).data() == record.root.data(), record.file
        assert sorted("".join(found.split())) == sorted("".join(record.text.split())), record.file
        assert found == record.text or tidy(found, kind) == found, record.file


def test_the_command_orders_files_and_names_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(TESTS / "exhibit" / "data", tmp_path / "data")
    ford, union = tmp_path / "data" / "places" / "ford.yml", tmp_path / "data" / "countries" / "old-union.yml"
    main(["fmt", "--root", str(tmp_path)])
    capsys.readouterr()
    ford.write_bytes(b"\xef\xbb\xbfcountry: northland\ntitle: Ford\n")
    union.write_text("title: [\n", encoding="utf-8")
    assert main(["fmt", "--check", "--root", str(tmp_path), str(tmp_path / "data" / "places")]) == 1
    assert capsys.readouterr() == ("data/places/ford.yml\n1 files, 1 out of order\n", "")
    assert ford.read_bytes() == b"\xef\xbb\xbfcountry: northland\ntitle: Ford\n"
    assert main(["fmt", "--root", str(tmp_path)]) == 2
    out, err = capsys.readouterr()
    assert out == "data/places/ford.yml\n15 files, 1 put in order\n"
    assert err.startswith("data/countries/old-union.yml:1:8: the '[' opened here is not closed")
    assert err.endswith("(left alone)\n")
    assert ford.read_bytes() == b"\xef\xbb\xbftitle: Ford\ncountry: northland\n"
    assert union.read_text("utf-8") == "title: [\n"
