"""Text from YAML is hostile until escaped: nothing in it runs, in any page or in search."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
import yaml
from conftest import TESTS, build_here, marks_unchecked, tiny_project
from playwright.sync_api import Browser, expect

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
    "script:not([type='application/json']):not([src$='assets/today.js'])",
    "iframe",
    "img",
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
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
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
    with marks_unchecked():
        return build_here(tiny_project(data.parent / "project", home, data))


@pytest.mark.sweep
def test_nothing_runs_on_any_page(browser: Browser, hostile: Path) -> None:
    _assert_quiet(browser, hostile, sorted(hostile.rglob("*.html")))


def _assert_quiet(browser: Browser, hostile: Path, paths: list[Path]) -> None:
    page = browser.new_page()
    page.on("dialog", lambda dialog: pytest.fail("a dialog opened"))
    asked: list[str] = []
    with served(hostile) as url:
        page.on(
            "request",
            lambda r: asked.append(r.url) if not r.url.startswith((url, "blob:", "data:")) else None,
        )
        for path in paths:
            page.goto(url + path.relative_to(hostile).as_posix())
            assert page.evaluate("window.pwned") is None, path
            inside = ", ".join(f"article {tag}" for tag in FOREIGN)
            assert page.locator(inside).count() == 0, path
            assert page.locator("a[href^='javascript' i]").count() == 0, path
        assert asked == []
    page.close()


def test_the_text_is_shown_as_it_was_written(hostile: Path) -> None:
    shown = [html.unescape(path.read_text("utf-8")) for path in hostile.rglob("*.html")]
    assert sum("{{ 7*7 }}{% raw %}" in page for page in shown) > 2
    assert not any("49{% raw" in page for page in shown)


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
            assert page.evaluate("window.pwned") is None, word
            assert (
                page.locator(
                    ".md-search-result img, .md-search-result script, .md-search-result svg[onload]"
                ).count()
                == 0
            )
    page.close()
