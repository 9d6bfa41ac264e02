"""The page of the data that others take away: what each file is, how large, and what a row of each table means."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from exhibit.model.kinds import Item
from exhibit.pages.item import Values
from exhibit.pages.site import Site

PACKAGE = "datapackage.json"
"""How the file ends that describes the tables."""
CALLED = {"ics": "calendar", "xml": "feed of changes"}
KILO = 1000
"""Bytes of a kilobyte, as it is printed."""


@dataclass(frozen=True)
class DataFile:
    """A file to be taken away. path: from the site's root; size: in bytes."""

    path: str
    size: int

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]

    @property
    def ending(self) -> str:
        return self.path.rpartition(".")[2]

    @property
    def called(self) -> str:
        """What it is of an item: its calendar, its feed, or its sources in some format."""
        return CALLED.get(self.ending, f"sources as {self.ending}")

    @property
    def printed(self) -> str:
        """Its size in words."""
        return in_bytes(self.size)


def in_bytes(size: int) -> str:
    """A number of bytes as it is printed: ``900 bytes``, ``12 kB``, ``3.1 MB``."""
    if size < KILO:
        return f"{size} bytes"
    return (
        f"{size / KILO:.0f}\N{NO-BREAK SPACE}kB"
        if size < KILO**2
        else f"{size / KILO**2:.1f}\N{NO-BREAK SPACE}MB"
    )


def data_values(site: Site) -> Values:
    """What the page prints; nothing but words where no files are made."""
    files = [DataFile(path, len(content)) for path, content in site.data_files.items()]
    described = next((path for path in site.data_files if path.endswith(f"/{PACKAGE}")), "")
    folder = described.removesuffix(PACKAGE)
    return {
        "licence": site.exhibit.story.licence,
        "package": described,
        "tables": [_table(folder, one) for one in _resources(site, described)],
        "database": next((file for file in files if file.ending == "sqlite"), None),
        "wholes": _wholes(files),
        "own": _own(site, files),
    }


def _resources(site: Site, described: str) -> list[dict[str, Any]]:
    return json.loads(site.data_files[described])["resources"] if described else []


def _table(folder: str, told: dict[str, Any]) -> dict[str, Any]:
    """A table as it describes itself, its hash shortened for readers; each column with all that can stand there, where that
    is told."""
    return told | {
        "file": DataFile(folder + told["path"], told["bytes"]),
        "sign": told["hash"].partition(":")[2][:8],
        "columns": [(one, one.get("constraints", {}).get("enum", [])) for one in told["schema"]["fields"]],
    }


def _wholes(files: list[DataFile]) -> dict[str, list[DataFile]]:
    """The files of the whole exhibit, by the name of the folder in which they are."""
    found: dict[str, list[DataFile]] = {}
    for file in files:
        _, folder, *rest = file.path.split("/")
        if len(rest) == 1:
            found.setdefault(folder, []).append(file)
    return found


def _own(site: Site, files: list[DataFile]) -> list[tuple[str, list[tuple[Item, list[DataFile]]]]]:
    """The items of which there are files of their own, by the name of their collection, with these files."""
    found: dict[str, dict[str, list[DataFile]]] = {}
    for file in files:
        folder, _, name = file.path.rpartition("/")
        collection, id_ = folder.rpartition("/")[2], name.rpartition(".")[0]
        if collection in site.collections and id_ in site.exhibit.items:
            found.setdefault(collection, {}).setdefault(id_, []).append(file)
    return [
        (
            site.collections[collection],
            [(item, ids[item.id]) for item in site.orders[collection] if item.id in ids],
        )
        for collection, ids in found.items()
    ]
