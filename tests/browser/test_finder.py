"""The browser finder takes the one named, never skips in silence, and names the cure."""

from __future__ import annotations

import pytest
from adapter import browser
from adapter.browser import CURE, NoBrowserError, find_browser


def test_a_named_browser_that_is_not_there_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXHIBIT_BROWSER", "/nowhere/chromium")
    with pytest.raises(NoBrowserError, match="EXHIBIT_BROWSER names /nowhere/chromium"):
        find_browser()


def test_without_any_browser_the_cure_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EXHIBIT_BROWSER", raising=False)
    for way in ("_own", "_on_path"):
        monkeypatch.setattr(browser, way, lambda: None)
    with pytest.raises(NoBrowserError, match="apt-get install chromium") as caught:
        find_browser()
    assert str(caught.value) == CURE
    assert "\n" not in CURE
