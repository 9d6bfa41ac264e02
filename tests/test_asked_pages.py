"""The files of a server: each is put in its place whole, whoever reads the last one."""

from __future__ import annotations

from pathlib import Path

from adapter.asked_pages import AskedPages
from adapter.serving import Serving


def _pages(folder: Path) -> AskedPages:
    return AskedPages(folder, folder, Serving(), lambda shell, file: b"")


def test_who_reads_a_file_gets_the_rest_of_it_though_another_is_written(tmp_path: Path) -> None:
    pages = _pages(tmp_path)
    pages.write("search/full-text.js", b"old " * 10_000)
    with (tmp_path / "search/full-text.js").open("rb") as reading:
        first = reading.read(8192)
        pages.write("search/full-text.js", b"new")
        assert first + reading.read() == b"old " * 10_000
    assert (tmp_path / "search/full-text.js").read_bytes() == b"new"
    assert [path.name for path in (tmp_path / "search").iterdir()] == ["full-text.js"]
