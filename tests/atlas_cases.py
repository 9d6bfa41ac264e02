"""The hand-made table of the atlas (tests/cases/atlas.yml) as sets to compare with."""

from __future__ import annotations

from datetime import date

import yaml
from conftest import TESTS
from exhibit.reading.exhibit import Exhibit

Standing = tuple[str, str, str]
"""Id of a state or body, its status, how surely."""


def cases(exhibit: Exhibit) -> list[tuple[str, date, set[Standing]]]:
    """Every organisation of the table on every day that the table knows."""
    read = yaml.safe_load((TESTS / "cases" / "atlas.yml").read_text(encoding="utf-8"))
    days = sorted({day for found in read.values() for day in found})
    ids = {item.code: item.id for item in exhibit.of("countries") if item.code}
    return [
        (organisation, day, _standings(found.get(day, {}), ids))
        for organisation, found in read.items()
        for day in days
    ]


def _standings(found: dict[str, str], ids: dict[str, str]) -> set[Standing]:
    standings = set()
    for words, who in found.items():
        sure, _, status = (
            words.partition(" ") if words.startswith(("possibly ", "unknown ")) else ("", "", words)
        )
        standings |= {(ids.get(code, code), status, sure or "certainly") for code in who.split()}
    return standings
