"""The page of data to be taken away: what it says of files is so, and its examples run."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.conftest import Watch

HOME = re.compile(r"https?://[^\s\"]+?/(?=data/)")


@pytest.fixture(scope="module")
def examples(browser: Browser, address: str) -> list[tuple[str, str]]:
    """The examples of the page, each with its language, as they would be of the site that is served here."""
    page = browser.new_page()
    page.goto(address + "data/")
    found: list[list[str]] = page.locator("pre.example").evaluate_all(
        "all => all.map(one => [one.dataset.in, one.textContent])"
    )
    page.close()
    return [(language, HOME.sub(address, text)) for language, text in found]


def _rows(built: Path, table: str) -> list[dict[str, str]]:
    with (built / f"data/tables/{table}.csv").open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


def _run(command: list[str], folder: Path) -> list[str]:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def test_there_are_examples_in_each_language(examples: list[tuple[str, str]]) -> None:
    assert [language for language, _ in examples] == ["sh", "python", "python", "javascript"]


def test_the_example_of_a_command_line_runs(
    built: Path, examples: list[tuple[str, str]], tmp_path: Path
) -> None:
    told = Counter(row["act"] for row in _rows(built, "treaty-actions")) + Counter(["act"])
    found = [line.split(maxsplit=1) for line in _run(["sh", "-c", examples[0][1]], tmp_path)]
    assert {act: int(count) for count, act in found} == told


def test_the_example_of_the_database_runs(
    built: Path, examples: list[tuple[str, str]], tmp_path: Path
) -> None:
    rows = [row for row in _rows(built, "memberships") if row["open"] == "true" and row["status"] == "member"]
    told = Counter(row["organisation"] for row in rows)
    found = [line.split() for line in _run([sys.executable, "-c", examples[1][1]], tmp_path)]
    assert {organisation: int(count) for organisation, count in found} == told


def test_the_example_of_a_table_runs(built: Path, examples: list[tuple[str, str]], tmp_path: Path) -> None:
    rows = _rows(built, "disputes")
    told = ["\t".join(row[name] for name in ("point", "value", "standing", "sources")) for row in rows]
    assert _run([sys.executable, "-X", "utf8", "-c", examples[2][1]], tmp_path) == told


def test_the_example_of_a_page_runs(
    browser: Browser, address: str, built: Path, examples: list[tuple[str, str]]
) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.goto(address + "data/")
    page.on("console", lambda message: said.append(message.text))
    page.evaluate(f"async () => {{ {examples[3][1]} }}")
    page.close()
    features = json.loads((built / "data/maps/happened.geojson").read_text("utf-8"))["features"]
    days = [one["properties"] for one in features]
    assert said == [str(sum("earliest" in one and one["earliest"] == one.get("latest") for one in days))]


def test_what_the_page_says_of_a_table_is_so(browser: Browser, address: str, built: Path) -> None:
    page = browser.new_page()
    watch = Watch(page, address)
    page.goto(address + "data/")
    rows = page.locator(".data-tables tbody tr")
    for row in rows.all():
        file = row.locator("a").inner_text()
        content = (built / "data/tables" / file).read_bytes()
        count, _, sign = row.locator("td").all_inner_texts()[1:]
        assert int(count.replace(",", "")) == len(_rows(built, file.removesuffix(".csv")))
        assert sha256(content).hexdigest().startswith(sign.rstrip("…"))
    assert rows.count() == len([*(built / "data/tables").glob("*.csv")])
    assert (watch.errors, watch.foreign) == ([], [])
    page.close()


@pytest.mark.parametrize("name", ["anniversaries.ics", "sources.bib", "places.geojson"])
def test_a_file_is_fetched_as_it_was_written(page: Page, address: str, built: Path, name: str) -> None:
    (file,) = (built / "data").rglob(name)
    answer = page.request.get(address + file.relative_to(built).as_posix())
    assert (answer.status, answer.body()) == (200, file.read_bytes())
