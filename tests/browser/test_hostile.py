"""Text from YAML is hostile until escaped: nothing in it runs, on any page, in search, in the timeline's script, in what a
page lets one save, served or from a folder."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, TESTS, build_here, marks_unchecked, tiny_project
from exhibit.exports.script import script
from playwright.sync_api import Browser, Page, expect

from browser.conftest import served

_ROWS = yaml.safe_load((TESTS / "hostile" / "payloads.yml").read_text("utf-8"))
PAYLOADS = [row["line"] for row in _ROWS if "line" in row]
BLOCKS = "\n\n".join(row["block"] for row in _ROWS if "block" in row)
TEXT = {
    "title",
    "summary",
    "note",
    "doubt",
    "because",
    "said",
    "text",
    "about",
    "act",
    "as",
    "unit",
    "phrase",
    "quote",
}
TEXT |= {"publisher", "container", "perspective", "title_en", "where", "account", "why", "name"}
FOREIGN = (
    "script:not([type='application/json']):not([src$='assets/today.js'], [src$='assets/played.js'], [src$='assets/playing.js'],"
    " [src$='assets/dated.js'])",
    "iframe",
    "img:not([src*='assets/maps/'], [src*='assets/flags/'])",
    "plaintext",
    "[onclick]",
    "[onload]",
    "[onerror]",
)
FIXED = {("act", "signed"), ("act", "acceded"), ("about", "league-of-rivers")}


def _poison(value: object, key: str, counter: list[int]) -> object:
    if isinstance(value, dict):
        return {k: _poison(v, str(k), counter) for k, v in value.items()}
    if isinstance(value, list):
        return [_poison(v, key, counter) for v in value]
    if key in TEXT and isinstance(value, str) and (key, value) not in FIXED:
        counter[0] += 1
        payload = PAYLOADS[counter[0] % len(PAYLOADS)]
        return f"{payload} {value}" if key != "account" else f"{payload}\n\n{BLOCKS}\n\n{value}"
    return value


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny exhibit with a payload in every text."""
    data = tmp_path_factory.mktemp("hostile") / "data"
    counter = [0]
    for path in sorted((TESTS / "exhibit" / "data").rglob("*.yml")):
        target = data / path.relative_to(TESTS / "exhibit" / "data")
        target.parent.mkdir(parents=True, exist_ok=True)
        plain = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        target.write_text(yaml.safe_dump(_poison(plain, "", counter), allow_unicode=True), encoding="utf-8")
    assert counter[0] > 40
    home = '# Home\n\n[[league-of-rivers]] {{ timeline() }} {{ listing("organisations") }} [@gazette#2]\n'
    home += "\n{{ playing_map() }}\n\n{{ foremost() }}\n\n{{ on_this_day() }}\n"
    project = tiny_project(data.parent / "project", home, data)
    shutil.copy(ROOT / "mkdocs.offline.yml", project)
    return project


@pytest.fixture(scope="module")
def hostile(folder: Path) -> Path:
    """Its site, as it is published."""
    with marks_unchecked():
        return build_here(folder)


@pytest.fixture(scope="module")
def in_a_folder(folder: Path) -> Path:
    """Its site as the zip has it, whose pages no policy holds back."""
    with marks_unchecked():
        return build_here(folder, "mkdocs.offline.yml")


TELLING = (
    "timeline atlas membership lineage disputes years/2001 changes compare treaties/pact-protocol "
    "organisations/league-of-rivers people/ivan-rechnoy sources/gazette"
).split()
"""Pages of every kind, for each of which a script or a template prints what the data say."""


@pytest.mark.sweep
def test_nothing_runs_on_any_page(browser: Browser, hostile: Path) -> None:
    with served(hostile) as url:
        _assert_quiet(browser, url, sorted(path.relative_to(hostile) for path in hostile.rglob("*.html")))


@pytest.mark.sweep
def test_nothing_runs_from_a_folder(browser: Browser, in_a_folder: Path) -> None:
    paths = [Path(f"{name}.html") for name in TELLING]
    found = [
        path if (in_a_folder / path).is_file() else path.with_suffix("") / "index.html" for path in paths
    ]
    _assert_quiet(browser, f"{in_a_folder.as_uri()}/", [Path("index.html"), *found])


@pytest.mark.sweep
def test_nothing_runs_on_any_page_of_a_folder(browser: Browser, in_a_folder: Path) -> None:
    paths = sorted(path.relative_to(in_a_folder) for path in in_a_folder.rglob("*.html"))
    _assert_quiet(browser, f"{in_a_folder.as_uri()}/", paths)


@contextmanager
def _quiet_page(browser: Browser, url: str) -> Iterator[Page]:
    """A page in which nothing of the payloads comes to life while it is open, and that asks for nothing elsewhere."""
    page = browser.new_context(accept_downloads=True).new_page()
    page.on("dialog", lambda dialog: pytest.fail("a dialog opened"))
    asked: list[str] = []
    page.on(
        "request",
        lambda r: asked.append(r.url) if not r.url.startswith((url, "blob:", "data:")) else None,
    )
    yield page
    assert page.evaluate("window.pwned") is None
    assert asked == []
    page.context.close()


def _assert_quiet(browser: Browser, url: str, paths: list[Path]) -> None:
    with _quiet_page(browser, url) as page:
        for path in paths:
            page.goto(url + path.as_posix())
            assert page.evaluate("window.pwned") is None, path
            inside = ", ".join(f"article {tag}" for tag in FOREIGN)
            assert page.locator(inside).count() == 0, path
            assert page.locator("a[href^='javascript' i]").count() == 0, path


ALIVE = """() => Array.from(document.querySelectorAll("article *")).filter((e) => e.matches("img, iframe, plaintext")
    || Array.from(e.attributes).some(({ name, value }) => name.startsWith("on") || /^\\s*javascript:/i.test(value)))
    .map((e) => e.outerHTML.slice(0, 200))"""


def test_the_timeline_s_script_makes_nothing_of_it(browser: Browser, in_a_folder: Path) -> None:
    """Its marks, their lists and lanes, the words of the filter, the citation, what is typed."""
    url = f"{in_a_folder.as_uri()}/"
    payload = "<img src=x onerror=window.pwned=1>"
    with _quiet_page(browser, url) as page:
        for lanes in ("organisation", "country", "kind"):
            page.goto(f"{url}timeline.html?lanes={lanes}&zoom=decade")
            marks = page.locator(".plane .field :is(a, button)")
            expect(marks.first).to_be_visible()
            for number in range(marks.count()):
                marks.nth(number).evaluate(
                    "mark => { mark.focus(); if (mark.matches('button')) { mark.click(); } }"
                )
                assert page.evaluate(ALIVE) == []
        page.goto(f"{url}timeline.html")
        page.locator("[name=words]").fill(payload)
        page.keyboard.press("Tab")
        expect(page.locator(".in-words")).to_contain_text(payload)
        page.locator("[data-cite]").click()
        expect(page.locator("dialog.citing textarea")).to_have_value(re.compile(re.escape(payload)))
        assert page.evaluate(ALIVE) == []


FORMULAS = ["=1+2", "+1", "-1", "@SUM(A1)", "＝1+2", "＋1", "＠A1", " =1+2", "\t=1+2", "\rx", "\n=1+2"]
"""Beginnings that a spreadsheet takes for a formula, or passes over before one."""
PLAIN = ['a "quoted", b;c', "a\nb", "it's 1 = 1", "a,=1", '",=1+2,"']
"""Text with what CSV has signs for: it stays in its cell."""


def test_a_cell_of_the_csv_is_text(browser: Browser, in_a_folder: Path) -> None:
    texts = [*FORMULAS, *PLAIN]
    told = (in_a_folder / "assets" / "dated.js").read_text("utf-8")
    dated = json.loads(told.removeprefix("globalThis.dated=").rstrip().removesuffix(";"))
    entry, before = dated["entries"][0], len(dated["ids"])
    dated["ids"] += texts
    dated["entries"] = [[before + number, *entry[1:]] for number in range(len(texts))]
    html_ = (in_a_folder / "timeline.html").read_text("utf-8")
    assert "assets/dated.js" in html_
    page_of_texts, its_script = in_a_folder / "texts.html", in_a_folder / "assets" / "texts.js"
    page_of_texts.write_text(html_.replace("assets/dated.js", "assets/texts.js"), "utf-8")
    its_script.write_bytes(script("dated", dated))
    with _quiet_page(browser, f"{in_a_folder.as_uri()}/") as page:
        page.goto(page_of_texts.as_uri())
        with page.expect_download() as got:
            page.get_by_role("button", name="CSV").click()
        written = got.value.path().read_bytes()
    page_of_texts.unlink()
    its_script.unlink()
    assert written.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))
    ids = [row["id"] for row in rows]
    assert ids == [*(f"'{text}" for text in FORMULAS), *PLAIN]
    assert {len(row) for row in rows} == {11}


def test_the_text_is_shown_as_it_was_written(hostile: Path) -> None:
    shown = [html.unescape(path.read_text("utf-8")) for path in hostile.rglob("*.html")]
    assert sum("{{ 7*7 }}{% raw %}" in page for page in shown) > 2
    assert not any("49{% raw" in page for page in shown)


@pytest.mark.sweep
def test_nothing_runs_in_search(browser: Browser, hostile: Path) -> None:
    page = browser.new_page()
    with served(hostile) as url:
        page.goto(url)
        for word in ("pwned", "league", "onerror", "gazette"):
            page.keyboard.press("/")
            page.locator(".md-search__input").fill("")
            page.locator(".md-search__input").press_sequentially(word, delay=30)
            expect(page.locator(".md-search-result__meta")).not_to_have_text(
                "Type to start searching", timeout=20_000
            )
            page.wait_for_timeout(700)
            expect(page.locator(".finder")).to_be_attached()
            assert page.evaluate("window.pwned") is None, word
            assert (
                page.locator(
                    ".md-search-result img, .md-search-result script, .md-search-result svg[onload]"
                ).count()
                == 0
            )
    page.close()
