"""The numbers of the evidence page: equal to an independent count, and never rising."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT, TESTS

FOLDERS = ("organisations", "treaties", "summits", "events", "people", "countries", "places")
DATED = ("treaties", "summits", "events")


@pytest.fixture(scope="module")
def shown(built: Path) -> dict[str, int]:
    """The numbers as the page prints them."""
    text = (built / "evidence" / "index.html").read_text("utf-8")
    return {key: int(n) for key, n in re.findall(r'data-count="([a-z-]+)">([0-9]+)<', text)}


@pytest.fixture(scope="module")
def raw() -> dict[str, dict[str, Any]]:
    """The data files as plain YAML, by collection and id, read without the exhibit's code."""
    return {
        folder: {
            path.stem: yaml.load(path.read_text("utf-8-sig"), yaml.CBaseLoader)
            for path in sorted((ROOT / "data" / folder).glob("*.yml"))
        }
        for folder in FOLDERS
    }


def _cited(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "cite":
                for one in inner if isinstance(inner, list) else [inner]:
                    yield (one["source"] if isinstance(one, dict) else one).split("#")[0]
            elif key == "account":
                without_code = re.sub(r"`[^`]*`", "", inner)
                for marks in re.findall(r"\[@([^\]]+)\]", without_code):
                    yield from (mark.strip().lstrip("@").split("#")[0] for mark in marks.split(";"))
            else:
                yield from _cited(inner)
    if isinstance(value, list):
        for inner in value:
            yield from _cited(inner)


def _count(raw: dict[str, dict[str, Any]], folders: tuple[str, ...], size: int) -> int:
    return sum(len(set(_cited(item))) == size for folder in folders for item in raw[folder].values())


def test_uncited_and_single_source_equal_an_independent_count(
    shown: dict[str, int], raw: dict[str, dict[str, Any]]
) -> None:
    assert shown["uncited"] == _count(raw, DATED, 0) == 0
    assert shown["single-source"] == _count(raw, FOLDERS, 1)


def test_disputed_items_are_those_of_the_disputes_page(shown: dict[str, int], built: Path) -> None:
    text = (built / "disputes" / "index.html").read_text("utf-8")
    named = set(re.findall(r' id="dispute-([a-z0-9-]+)"', text))
    of_items = named & {
        path.stem for path in (ROOT / "data").glob("*/*.yml")
    }  # some stand there by stake too
    sources = {path.stem for path in (ROOT / "data" / "sources").glob("*.yml")}
    assert shown["disputed"] == len(of_items - sources)


def test_imprecise_items_are_those_whose_index_shows_no_day(shown: dict[str, int], built: Path) -> None:
    """A date to the day is printed with its day before the month, and never in doubt."""
    sure = re.compile(
        r"^[0-9]{1,2}( [A-Z][a-z]+( [0-9]{4})?)?( ?– ?[0-9]{1,2} [A-Z][a-z]+ [0-9]{4})?$|^[0-9]{1,2}–[0-9]{1,2} [A-Z][a-z]+ [0-9]{4}$"
    )
    unsure = 0
    for folder in DATED:
        text = (built / folder / "index.html").read_text("utf-8")
        for row in re.findall(r'<tr><td data-sort="[^"]*"[^>]*>(.*?)</td>', text):
            words = re.sub(r"<[^>]+>", "", row).replace("\N{NO-BREAK SPACE}", " ")
            unsure += not sure.match(words)
    assert shown["imprecise"] == unsure


def test_the_numbers_only_fall(shown: dict[str, int]) -> None:
    """Better evidence lowers them; then lower the bounds in tests/evidence.json too."""
    bounds = json.loads((TESTS / "evidence.json").read_text("utf-8"))
    assert {key: shown[key] <= bound for key, bound in bounds.items()} == dict.fromkeys(bounds, True)
    assert ROOT.is_dir()
