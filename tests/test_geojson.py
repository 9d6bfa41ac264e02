"""Places and what happened at them, for maps: the tiny exhibit whole, and counts and bounds of the real one."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from conftest import AS_OF, ROOT, TESTS
from exhibit.exports.geojson import FOLDER, export
from exhibit.pages.site import Settings, Site
from exhibit.reading.exhibit import Exhibit

HERE = Settings(AS_OF, site_url="https://rivers.example/")
FILES = ("places.geojson", "happened.geojson")


@pytest.mark.parametrize("file", FILES)
def test_a_map_is_as_agreed(tiny: Exhibit, file: str) -> None:
    made = dict(export(Site(tiny, HERE)))
    assert [*made] == [FOLDER + name for name in FILES]
    assert made[FOLDER + file] == (TESTS / "golden" / file).read_bytes()


@pytest.fixture(scope="module")
def features(real: Exhibit) -> dict[str, list[dict[str, Any]]]:
    made = dict(export(Site(real, HERE)))
    return {name: json.loads(made[FOLDER + name])["features"] for name in FILES}


def test_every_place_with_a_point_stands_there_once(features: dict[str, list[dict[str, Any]]]) -> None:
    """Longitude first (RFC 7946, section 3.1.1), as the files of the places have it."""
    told = {one["properties"]["item"]: one["geometry"]["coordinates"] for one in features["places.geojson"]}
    files = {
        path.stem: yaml.safe_load(path.read_text("utf-8")) for path in (ROOT / "data/places").glob("*.yml")
    }
    assert told == {id_: [place["lon"], place["lat"]] for id_, place in files.items() if "lat" in place}
    assert len(told) == len(features["places.geojson"])


def test_what_happened_is_what_the_timeline_says(
    real: Exhibit, features: dict[str, list[dict[str, Any]]]
) -> None:
    points = {one["properties"]["item"] for one in features["places.geojson"]}
    entries = [(e, place) for e in Site(real, HERE).timeline for place in e.places if place in points]
    told = [one["properties"] for one in features["happened.geojson"]]
    assert [(one["item"], one["label"], one["date"], one["place"]) for one in told] == [
        (entry.item.id, entry.label, entry.date.text, place) for entry, place in entries
    ]
    assert [one.get("doubt", "") for one in told] == [entry.doubt for entry, _ in entries]
    assert [bool(one.get("disputed")) for one in told] == [bool(entry.disputed) for entry, _ in entries]
    assert all(one["sources"] for one, (entry, _) in zip(told, entries, strict=True) if entry.cite)
