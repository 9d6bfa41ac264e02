"""Find a browser: the one named, Playwright's own, or one on the path. Nothing is installed here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

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
    "no browser: install one (on Debian: apt-get install chromium), or name one, as in "
    "EXHIBIT_BROWSER=/usr/bin/chromium make test"
)


class NoBrowserError(RuntimeError):
    """There is no browser; the message is the line that cures it."""


def find_browser() -> str:
    """The path of a browser that Playwright can drive. Raises NoBrowserError with the cure."""
    return _named() or _own() or _on_path() or _fail()


def _named() -> str | None:
    named = os.environ.get("EXHIBIT_BROWSER")
    if named and not shutil.which(named):
        raise NoBrowserError(f"EXHIBIT_BROWSER names {named}, which is not a program here")
    return shutil.which(named) if named else None


def _own() -> str | None:
    """Playwright's own browser, asked in a process of its own: its driver lives once in each."""
    ask = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    run = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, timeout=60, check=False)
    path = run.stdout.strip()
    return path if path and os.path.exists(path) else None


def _on_path() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def _fail() -> str:
    raise NoBrowserError(CURE)
