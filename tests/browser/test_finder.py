"""The browser finder takes the one named, never skips in silence, and names the cure."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from adapter import browser
from adapter.browser import CURE, NoBrowserError, find_browser


def test_a_named_browser_that_is_not_there_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXHIBIT_BROWSER", "/nowhere/chromium")
    with pytest.raises(NoBrowserError, match="EXHIBIT_BROWSER names /nowhere/chromium"):
        find_browser()


def test_without_any_browser_the_cure_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EXHIBIT_BROWSER", raising=False)
    monkeypatch.setattr(browser, "_own", lambda: None)
    monkeypatch.setattr(browser, "_on_path", lambda _: None)
    with pytest.raises(NoBrowserError, match="apt-get install chromium-headless-shell") as caught:
        find_browser()
    assert str(caught.value) == CURE
    assert "\n" not in CURE


CHROME = "chromium-1255/chrome-linux64/chrome"
SHELL = "chromium_headless_shell-1255/chrome-linux/headless_shell"
CFT = "chromium_headless_shell-1255/chrome-headless-shell-linux64/chrome-headless-shell"
OWN = [
    ([CHROME], CHROME),
    ([CHROME, SHELL], SHELL),
    ([CFT], CFT),
    ([SHELL.replace("1255", "1200")], None),
    ([], None),
]
"""What stands in Playwright's folder, whose browser is ``CHROME``, and which of it is taken."""


@pytest.mark.parametrize(("there", "taken"), OWN)
def test_of_playwright_s_own_the_one_without_a_window_comes_first(
    there: list[str], taken: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in there:
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).touch()
    asked = SimpleNamespace(stdout=f"{tmp_path / CHROME}\n")
    monkeypatch.setattr(browser.subprocess, "run", lambda *_, **__: asked)
    assert browser._own() == (taken and str(tmp_path / taken))
