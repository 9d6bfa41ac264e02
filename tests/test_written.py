"""What commands write is there whole or not at all: on a disk that is full, where nothing may be written, and where
somebody saves meanwhile."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from adapter import offline
from conftest import ROOT
from exhibit.commands import fmt, start
from exhibit.commands.cli import main
from exhibit.editing.files import replace

FULL = OSError(errno.ENOSPC, "No space left on device", "x")


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Makes the disk full: of what is written the first half is there."""
    write = Path.write_bytes

    def half(path: Path, content: bytes) -> int:
        write(path, content[: len(content) // 2])
        raise FULL

    return lambda: monkeypatch.setattr(Path, "write_bytes", half)


@pytest.mark.parametrize(
    "command",
    [
        ["fmt"],
        ["schema"],
        ["pages"],
        ["check", "--write"],
        ["new", "place", "Wade", "--country", "northland"],
    ],
    ids=" ".join,
)
def test_on_a_full_disk_a_command_says_so_and_all_is_as_it_was(
    rivers: Path, capsys: pytest.CaptureFixture[str], full: Callable[[], None], command: list[str]
) -> None:
    (rivers / "schema").mkdir()
    shutil.copy(ROOT / "schema" / "ids.json", rivers / "schema")
    (rivers / "data" / "places" / "ford.yml").write_text("country: northland\ntitle: Ford\n", "utf-8")
    before = _files(rivers)
    full()
    code = main(command)
    said = capsys.readouterr().err
    assert _files(rivers) == before
    if command[0] != "check":  # the list of ids is a convenience
        assert code == 2 and said.endswith(
            "cannot be read or written (no space left on device); nothing is half-written\n"
        )


def test_an_exhibit_is_started_whole_or_not_at_all(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> None:
        raise FULL

    monkeypatch.setattr(start, "schemas", full)
    assert main(["start", str(tmp_path / "new" / "lakes")]) == 2
    assert "no space left" in capsys.readouterr().err
    assert _files(tmp_path) == {} and list((tmp_path / "new").iterdir()) == []


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_fmt_keeps_mark_and_ends_of_lines(rivers: Path, mark: bytes, ends: bytes) -> None:
    ford = rivers / "data" / "places" / "ford.yml"
    ford.write_bytes(mark + ends.join([b"country: northland", b"title: Ford", b""]))
    assert main(["fmt", str(ford)]) == 0
    assert ford.read_bytes() == mark + ends.join([b"title: Ford", b"country: northland", b""])


def test_fmt_leaves_alone_what_was_saved_meanwhile(
    rivers: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ford, saved = rivers / "data" / "places" / "ford.yml", "country: southland\ntitle: Ford\n"
    ford.write_text("country: northland\ntitle: Ford\n", "utf-8")
    tidy = fmt.tidy

    def slow(text: str, kind: type) -> str:
        ford.write_text(saved, "utf-8")
        return tidy(text, kind)

    monkeypatch.setattr(fmt, "tidy", slow)
    assert main(["fmt", str(ford)]) == 2
    assert ford.read_text("utf-8") == saved
    assert capsys.readouterr() == (
        "1 files, 0 put in order\n",
        "data/places/ford.yml: left alone: it was saved meanwhile\n",
    )


def test_a_zip_that_is_not_written_to_its_end_leaves_the_last(
    tmp_path: Path, full: Callable[[], None]
) -> None:
    replace(tmp_path / "site" / "a.html", "a" * 1000)
    (tmp_path / "site" / offline.LIST).write_text("a.html\n")
    target = tmp_path / "a.zip"
    offline.pack(tmp_path / "site", target, date(2026, 6, 30))
    before = _files(tmp_path)
    (tmp_path / "site" / "a.html").write_text("b")
    full()
    with pytest.raises(OSError, match="No space"):
        offline.pack(tmp_path / "site", target, date(2026, 6, 30))
    assert _files(tmp_path) == {**before, "site/a.html": b"b"}
