"""Find a browser: the one named, Playwright's own, or one on the path. Nothing is installed here.

A browser made to run without a window comes first: it lays out, runs scripts and prints as the other does, and what
the tests ask of it takes it half the time.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

WINDOWLESS = ("chromium-headless-shell", "chrome-headless-shell")
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
)
CURE = (
    "no browser: install one (on Debian: apt-get install chromium-headless-shell), or name one, as in "
    "EXHIBIT_BROWSER=/usr/bin/chromium make test"
)


class NoBrowserError(RuntimeError):
    """There is no browser; the message is the line that cures it."""


def find_browser() -> str:
    """The path of a browser that Playwright can drive. Raises NoBrowserError with the cure."""
    return _named() or _on_path(WINDOWLESS) or _own() or _on_path(NAMES) or _fail()


def _named() -> str | None:
    named = os.environ.get("EXHIBIT_BROWSER")
    if named and not shutil.which(named):
        raise NoBrowserError(f"EXHIBIT_BROWSER names {named}, which is not a program here")
    return shutil.which(named) if named else None


def _own() -> str | None:
    """Playwright's own browser, asked in a process of its own: its driver lives once in each."""
    ask = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    run = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, timeout=60, check=False)
    path = Path(run.stdout.strip())
    return next((str(found) for found in [*_windowless(path), path] if found.is_file()), None)


def _windowless(browser: Path) -> list[Path]:
    """Those of Playwright's without a window, which stand beside its browser, in a folder of the same number."""
    folder = next((one for one in browser.parents if one.name.startswith("chromium-")), None)
    if folder is None:
        return []
    beside = folder.with_name(folder.name.replace("chromium-", "chromium_headless_shell-"))
    return sorted(beside.glob("*/*headless[-_]shell"))


def _on_path(names: Iterable[str]) -> str | None:
    return next((path for name in names if (path := shutil.which(name))), None)


def _fail() -> str:
    raise NoBrowserError(CURE)
