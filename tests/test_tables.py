"""The claims as tables: those of the tiny exhibit whole, those of the real one counted from its files, and what keeps text text."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import AS_OF, ROOT, TESTS
from exhibit.exports.tables.every import TABLES
from exhibit.exports.tables.files import FOLDER, export
from exhibit.exports.tables.resource import Resource, ResourceColumn
from exhibit.exports.tables.written import in_csv
from exhibit.pages.site import Settings, Site
from exhibit.reading.exhibit import Exhibit

HERE = Settings(AS_OF, site_name="Rivers of the World", site_url="https://rivers.example/")
AGREED = TESTS / "golden" / "tables"
Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def tiny_files(tiny: Exhibit) -> dict[str, bytes]:
    return dict(export(Site(tiny, HERE)))


@pytest.fixture(scope="module")
def files(real: Exhibit) -> dict[str, bytes]:
    return dict(export(Site(real, HERE)))


def _read(content: bytes) -> Rows:
    return [*csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""), strict=True)]


@pytest.fixture(scope="module")
def tables(files: dict[str, bytes]) -> dict[str, Rows]:
    return {table.name: _read(files[f"{FOLDER}{table.name}.csv"]) for table in TABLES}


@pytest.mark.parametrize("name", [*(f"{table.name}.csv" for table in TABLES), "datapackage.json"])
def test_the_tables_of_the_tiny_exhibit_are_as_agreed(tiny_files: dict[str, bytes], name: str) -> None:
    assert tiny_files[FOLDER + name] == (AGREED / name).read_bytes()


def test_these_are_the_files(tiny_files: dict[str, bytes]) -> None:
    names = [*(f"{table.name}.csv" for table in TABLES), "datapackage.json", "rivers-of-the-world.sqlite"]
    assert [*tiny_files] == [FOLDER + name for name in names]


# --- counted from the files ---------------------------------------------------------------------

DATA: dict[str, dict[str, dict[str, Any]]] = {
    folder.name: {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(folder.glob("*.yml"))}
    for folder in sorted((ROOT / "data").iterdir())
    if folder.is_dir()
}


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def test_there_are_as_many_rows_as_the_files_say(tables: dict[str, Rows]) -> None:
    said = {
        "items": sum(map(len, DATA.values())),
        "sources": len(DATA["sources"]),
        "memberships": _of("organisations", "members"),
        "treaty-actions": _of("treaties", "parties"),
        "successions": sum(len(_many(one.get("succeeds"))) for one in DATA["organisations"].values()),
    }
    assert {name: len(tables[name]) for name in said} == said


def _of(collection: str, field: str) -> int:
    """For how many states and others a field of some files says something."""
    return sum(len(_many(part["who"])) for one in DATA[collection].values() for part in _many(one.get(field)))


def test_the_acts_towards_a_treaty_are_those_of_its_file(tables: dict[str, Rows]) -> None:
    told = {(row["treaty"], row["who"], row["act"], row["never"]) for row in tables["treaty-actions"]}
    assert told == {
        (id_, who, part["act"], str(bool(part.get("never"))).lower())
        for id_, one in DATA["treaties"].items()
        for part in _many(one.get("parties"))
        for who in _many(part["who"])
    }


def test_every_citation_of_a_file_that_is_written_short_stands_there(tables: dict[str, Rows]) -> None:
    """Those in the files of meetings, by their text alone."""
    told = {(row["item"], row["source"], row["at"]) for row in tables["citations"]}
    for id_, one in DATA["summits"].items():
        for cited in _cited(one):
            source, _, at = cited.partition("#")
            assert (id_, source, at) in told


def _cited(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [one for one in _many(value.get("cite")) if isinstance(one, str)]
        return own + [found for part in value.values() for found in _cited(part)]
    return [found for part in value for found in _cited(part)] if isinstance(value, list) else []


# --- claims, not values -------------------------------------------------------------------------


def test_nothing_stands_without_a_source(tables: dict[str, Rows]) -> None:
    for name in ("claims", "memberships", "treaty-actions", "successions", "disputes"):
        assert [row for row in tables[name] if not row["sources"]] == []


def test_a_month_never_becomes_a_day(tables: dict[str, Rows]) -> None:
    for name, rows in tables.items():
        dates = [column.name for table in TABLES if table.name == name for column in table.columns]
        for date in (one.removesuffix("_precision") for one in dates if one.endswith("_precision")):
            for row in rows:
                day = row[f"{date}_precision"] == "day"
                assert day == (len(row[date].rstrip("?~%")) == 10 and "X" not in row[date]), row
                if row[f"{date}_precision"] == "month":
                    assert row[f"{date}_earliest"][-3:] == "-01" < row[f"{date}_latest"][-3:]


def test_one_reading_at_most_counts(tables: dict[str, Rows]) -> None:
    goes = [row["field"] for row in tables["claims"] if row["counts"] == "true"]
    assert len(goes) == len(set(goes)) > 1000


def test_a_disputed_point_has_readings_that_differ(tables: dict[str, Rows], real: Exhibit) -> None:
    points = {row["point"] for row in tables["disputes"]}
    assert len(points) == len(Site(real, HERE).disputed_points)
    differing = {row["point"] for row in tables["disputes"] if row["standing"] == "differs"}
    assert differing == points


def test_every_address_leads_to_what_there_is(built: Path) -> None:
    """Those of the built site, its name and its address included."""
    package = json.loads((built / "data/tables/datapackage.json").read_text("utf-8"))
    home, ids = package["homepage"], dict[Path, set[str]]()
    for one in package["resources"]:
        for row in _read((built / "data/tables" / one["path"]).read_bytes()):
            path, _, fragment = row.get("address", home).removeprefix(home).partition("#")
            file = built / path / "index.html"
            assert file.is_file(), row
            if fragment:
                ids.setdefault(file, {*re.findall(r' id="([^"]+)"', file.read_text("utf-8"))})
                assert fragment in ids[file], row


# --- the files themselves -----------------------------------------------------------------------


def test_the_package_says_what_the_files_are(files: dict[str, bytes], tables: dict[str, Rows]) -> None:
    package = json.loads(files[f"{FOLDER}datapackage.json"])
    assert [one["name"] for one in package["resources"]] == [*tables]
    for one in package["resources"]:
        content = files[FOLDER + one["path"]]
        assert (one["bytes"], one["rows"]) == (len(content), len(tables[one["name"]]))
        assert one["hash"] == f"sha256:{sha256(content).hexdigest()}"
        assert [field["name"] for field in one["schema"]["fields"]] == [*tables[one["name"]][0]]
        for field in one["schema"]["fields"]:
            terms = field.get("constraints", {}).get("enum")
            cells = {row[field["name"]] for row in tables[one["name"]]} - {""}
            assert not terms or cells <= set(terms)
            assert field["type"] != "boolean" or cells <= {"true", "false"}


def test_the_database_says_the_same_and_its_references_hold(
    files: dict[str, bytes], tables: dict[str, Rows], tmp_path: Path
) -> None:
    file = tmp_path / "tables.sqlite"
    file.write_bytes(files[f"{FOLDER}rivers-of-the-world.sqlite"])
    with sqlite3.connect(file) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        for name, rows in tables.items():
            found = database.execute(f'SELECT count(*) FROM "{name.replace("-", "_")}"').fetchone()
            assert found == (len(rows),)
        cited = database.execute("SELECT count(DISTINCT id) FROM cited_claims WHERE source_title <> ''")
        assert cited.fetchone() == (len(tables["claims"]),)
    database.close()


def test_the_same_data_give_the_same_bytes(tiny: Exhibit, tiny_files: dict[str, bytes]) -> None:
    assert dict(export(Site(tiny, HERE))) == tiny_files


CELLS = [
    ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
    ("+1", "'+1"),
    ("-2+3", "'-2+3"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"),
    ("\r=1", "'\r=1"),
    ("\n=1", "'\n=1"),
    ("  =1", "'  =1"),
    ("\u3000＝1", "'\u3000＝1"),
    ("＋1", "'＋1"),
    ("－1", "'－1"),
    ("＠A", "'＠A"),
    ("a=1", "a=1"),
    ('a "word", and\r\na line', 'a "word", and\r\na line'),
    ("'=1", "'=1"),
    ("日本", "日本"),
    (True, "true"),
    (False, "false"),
    (7, "7"),
    (None, ""),
]


@pytest.mark.parametrize(("cell", "read"), CELLS)
def test_a_cell_is_text_for_whatever_opens_it(cell: Any, read: str) -> None:
    table = Resource(
        "t", "T", "", ("a",), (ResourceColumn("a", ""), ResourceColumn("b", "")), lambda _: iter(())
    )
    content = in_csv(table, [("x", cell)])
    assert _read(content) == [{"a": "x", "b": read}]
    assert content.endswith(b"\r\n")
