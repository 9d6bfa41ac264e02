"""What tests with a real browser need, looked for before any runs: Playwright's driver, and a browser that opens a page.

What is missing is installed where it may be; otherwise one line says how to get it, and the exit code is 1.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from adapter.browser import NoBrowserError, find_browser

DRIVER = "from playwright.sync_api import sync_playwright as s\nwith s(): pass"
PAGE = """import sys
from playwright.sync_api import sync_playwright as s
with s() as p:
    flags = ["--no-sandbox", "--disable-gpu"]
    browser = p.chromium.launch(executable_path=sys.argv[1], args=flags, timeout=180_000)
    page = browser.new_page()
    page.set_content("<i>words</i>")
    sys.exit(None if page.locator("i").bounding_box()["width"] else "Error: there is no font")"""
BROWSERS = ("chromium-headless-shell", "chromium")
"""The packages that bring one, of which older systems have the second alone."""
CAUSES = (r"error while loading shared libraries: .*", r"Error: .*", r".*\S.*")
"""What to tell of a failure: the first of these that it says."""


class NotReadyError(RuntimeError):
    """Something is missing and could not be installed; the message is the line that cures it."""


def get_ready() -> str:
    """Have a driver and a browser that start; gives the browser's path. Raises NotReadyError with the cure."""
    _have_started("the driver of Playwright", "libatomic1", DRIVER)
    browser = _have_found()
    _have_started(browser, BROWSERS[0], PAGE, browser)
    return browser


def _have_found() -> str:
    try:
        return find_browser()
    except NoBrowserError:
        if "EXHIBIT_BROWSER" not in os.environ and not any(_install(package) for package in BROWSERS):
            print("Installing a browser …", flush=True)
            _fault([sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"])
    try:
        return find_browser()
    except NoBrowserError as error:
        raise NotReadyError(str(error)) from error


def _have_started(name: str, package: str, program: str, *arguments: str) -> None:
    """Run a short program in a process of its own. package: that of Debian which brings what the program needs."""
    command = [sys.executable, "-c", program, *arguments]
    fault = _fault(command)
    if fault and _install(package):
        fault = _fault(command)
    if fault:
        cure = f"on Debian: apt-get install {package}" if _has_proc() else "mount -t proc proc /proc"
        raise NotReadyError(f"{name} does not start ({_cause(fault)}); {cure}")


def _has_proc() -> bool:
    """Whether programs can look themselves up, as on any Linux but a folder that was only changed into."""
    return sys.platform != "linux" or Path("/proc/self").exists()


def _cause(fault: str) -> str:
    return next(
        (found[0].strip() for cause in CAUSES if (found := re.search(cause, fault))), "it says nothing"
    )


def _install(package: str) -> bool:
    """Install a package of Debian and its like; tells whether that went well."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    print(f"Installing {package} …", flush=True)
    _fault(["apt-get", "update"])
    return not _fault(["apt-get", "install", "-y", "--no-install-recommends", package])


def _fault(command: list[str]) -> str:
    """Run a program; what it said if it failed, otherwise the empty text."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        run = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            timeout=600,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return "Error: it did not end within ten minutes"
    return (run.stdout or f"Error: exit code {run.returncode}") if run.returncode else ""


if __name__ == "__main__":
    try:
        get_ready()
    except NotReadyError as error:
        sys.exit(str(error))
