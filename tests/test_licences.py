"""Whatever others made and the site ships has its licence in the site, and stands on the page of rights.

The page's table is read as it is: what, the files as patterns in backquotes (or the set of icons), the licence files.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from importlib.metadata import files
from pathlib import Path
from typing import NamedTuple

import material
import pytest
from conftest import ROOT

THEME = Path(material.__file__).parent / "templates"
ICONS = THEME / ".icons"
LICENCES = ROOT / "docs/assets/licences"
MADE = (
    "assets/card.png",
    "assets/dated.js",
    "assets/licences/",
    "assets/maps/",
    "assets/names.js",
    "assets/on-this-day.js",
    "assets/played.js",
)
"""What the build makes of our own, and the licences themselves."""
MAPPED = {"bundle": "bundle.*.js.map", "stylesheets": "*.css.map"}
"""Source maps of the theme by the folder that shows in the page's patterns: they name the libraries inside."""


class Row(NamedTuple):
    """One line of the page's table."""

    what: str
    patterns: list[str]
    icons: str
    licences: list[str]


def _rows() -> list[Row]:
    text = (ROOT / "docs/about/rights.md").read_text("utf-8").partition("## What others made")[2]
    cells = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")][1:]
    return [
        Row(
            what,
            re.findall("`([^`]+)`", where),
            where.partition("icons: ")[2],
            re.findall(r"\(\.\./(assets/[^)]+\.txt)\)", licence),
        )
        for what, where, licence in cells
    ]


ROWS = _rows()


def _made_by_others(site: Path) -> list[str]:
    """The files of the site's assets that are neither written by hand in docs/assets nor made of what is."""
    own = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs/assets").rglob("*")}
    shipped = [path.relative_to(site).as_posix() for path in (site / "assets").rglob("*") if path.is_file()]
    fonts = [path for path in shipped if path.startswith("assets/fonts/")]
    return fonts + [path for path in shipped if path not in own and not path.startswith(MADE)]


def test_each_file_that_others_made_has_its_licence(built: Path) -> None:
    patterns = [pattern for row in ROWS for pattern in row.patterns]
    found = _made_by_others(built)
    assert [path for path in found if not any(fnmatch(path, pattern) for pattern in patterns)] == []
    assert [pattern for pattern in patterns if not any(fnmatch(path, pattern) for path in found)] == []


def test_scripts_stylesheets_and_fonts_lie_nowhere_else(built: Path) -> None:
    elsewhere = [
        path
        for path in built.rglob("*")
        if path.suffix in (".js", ".css", ".woff2", ".woff", ".ttf", ".otf", ".wasm", ".png", ".jpg", ".svg")
        and not {built / "assets", built / "search"} & {*path.parents}  # what is searched is ours
    ]
    assert elsewhere == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.what)
def test_each_licence_is_shipped(built: Path, row: Row) -> None:
    assert row.licences
    for path in row.licences:
        assert len((built / path).read_text("utf-8")) > 200


def test_each_set_of_icons_has_its_licence(built: Path) -> None:
    sets = {row.icons for row in ROWS if row.icons}
    assert {ICON_SETS[shape] for shape in _shapes(built) if shape in ICON_SETS} == sets


def _icon_sets() -> dict[str, str]:
    """The set of each shape that the theme has as an icon."""
    return {
        shape: path.relative_to(ICONS).parts[0]
        for path in ICONS.rglob("*.svg")
        if path.parent != ICONS
        for shape in re.findall(r' d="([^"]+)"', path.read_text("utf-8"))
    }


ICON_SETS = _icon_sets()


def _shapes(site: Path) -> Iterator[str]:
    """The shapes in the stylesheets, and in one page of each folder: the theme draws the same on all of a kind."""
    pages = [site / "404.html", *site.glob("*.html"), *site.glob("*/index.html")]
    pages += [
        next(folder.glob("*/index.html"), site / "404.html") for folder in site.iterdir() if folder.is_dir()
    ]
    for path in [*pages, *site.glob("assets/stylesheets/*.css")]:
        yield from re.findall(r""" d=["']([^"']+)["']""", path.read_text("utf-8"))


@pytest.mark.parametrize(("folder", "maps"), MAPPED.items())
def test_each_library_inside_the_theme_is_named(folder: str, maps: str) -> None:
    said = " ".join(row.what for row in ROWS if any(folder in pattern for pattern in row.patterns))
    paths = [path for path in THEME.rglob("*.map") if fnmatch(path.as_posix(), f"*/{maps}")]
    sources = [source for path in paths for source in json.loads(path.read_text("utf-8"))["sources"]]
    libraries = {name for source in sources for name in re.findall(r"node_modules/([^/]+)", source)}
    assert sources and [name for name in libraries if name not in said] == []


def _installed(name: str) -> Path:
    return next(Path(str(f.locate())) for f in files("mkdocs-material") or [] if str(f).endswith(name))


COPIES = {
    "exhibit.txt": ROOT / "LICENSE",
    "flags.txt": ROOT / "hooks/flags/LICENSE",
    "geometry.txt": ROOT / "hooks/geometry/LICENSE",
    "theme.txt": _installed("licenses/LICENSE"),
    "icons-material.txt": ICONS / "material/LICENSE",
    "icons-octicons.txt": ICONS / "octicons/LICENSE",
    "icons-fontawesome.txt": ICONS / "fontawesome/LICENSE.txt",
}
"""Licences that are kept elsewhere too: they are those of what is installed."""


@pytest.mark.parametrize(("name", "origin"), COPIES.items(), ids=COPIES)
def test_a_copy_of_a_licence_is_that_of_what_is_shipped(name: str, origin: Path) -> None:
    assert (LICENCES / name).read_text("utf-8") == origin.read_text("utf-8")


def test_no_licence_is_of_what_is_not_shipped() -> None:
    named = {path for row in ROWS for path in row.licences} | {"assets/licences/exhibit.txt"}
    assert {f"assets/licences/{path.name}" for path in LICENCES.iterdir()} == {
        path for path in named if path.startswith("assets/licences/")
    }
