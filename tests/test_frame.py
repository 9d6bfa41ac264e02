"""The frame of a page is made once for many pages, and each page is as the theme itself makes it."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import build_here, mkdocs, project, tiny_project

TITLES = (
    "A & B",
    "'Pact' \"of\" <rivers>",
    "{{ page.title }} {% raw %}",
    "content:toc",
    "C\\1 \\g<0> $& %s {0}",
)
"""Titles that the theme, or what puts a frame around a page, might take for more than words."""


def _files(site: Path) -> dict[str, bytes]:
    found = (path for path in sorted(site.rglob("*")) if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


def _with_titles(folder: Path) -> Path:
    for title, path in zip(TITLES, sorted((folder / "data/events").glob("*.yml")), strict=False):
        lines = path.read_text("utf-8").splitlines()
        quoted = title.replace("'", "''")
        path.write_text(
            "\n".join([f"title: '{quoted}'", *(line for line in lines if not line.startswith("title:"))])
            + "\n",
            "utf-8",
        )
    return folder


@pytest.mark.parametrize(
    "settings", ["", "\nrepo_url: https://github.com/a/b\nsite_url: https://a.example/b/"]
)
def test_a_page_in_its_frame_is_the_page_that_the_theme_makes(tmp_path: Path, settings: str) -> None:
    folder = _with_titles(tiny_project(tmp_path / "p"))
    file = folder / "mkdocs.yml"
    told = file.read_text("utf-8") + settings
    file.write_text(told, "utf-8")
    framed = _files(build_here(folder, strict=False))
    file.write_text(told.replace("exhibit: {", "exhibit: {frames: false, "), "utf-8")
    whole = _files(build_here(folder, strict=False))
    assert [name for name in whole if whole[name] != framed.get(name)] == []
    assert framed.keys() == whole.keys() and len(framed) > 100


@pytest.mark.sweep  # two builds of the whole exhibit
def test_every_page_of_the_exhibit_in_its_frame_is_the_page_that_the_theme_makes(tmp_path: Path) -> None:
    folder = project(tmp_path / "p")
    framed = tmp_path / "framed"
    assert not mkdocs(folder, "build", "--strict", "--site-dir", str(framed)).returncode
    file = folder / "mkdocs.yml"
    file.write_text(
        file.read_text("utf-8").replace("  exhibit:\n", "  exhibit:\n    frames: false\n", 1), "utf-8"
    )
    assert not mkdocs(folder, "build", "--strict").returncode
    whole, made = _files(folder / "site"), _files(framed)
    assert [name for name in whole if whole[name] != made.get(name)] == []
