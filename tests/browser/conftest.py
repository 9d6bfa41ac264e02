"""A real browser and a server on the loopback address, for all tests of this folder."""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from adapter.browser import NoBrowserError, find_browser
from exhibit.checking.read import read_exhibit
from exhibit.views.timeline.entries import Entry, timeline
from playwright.sync_api import Browser, Page, sync_playwright

WIDTHS = {"phone": (375, 812), "desktop": (1280, 900)}
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests; ``make test`` has seen to it that there is one, and nothing is installed here."""
    try:
        path = find_browser()
    except NoBrowserError as error:
        pytest.exit(str(error), returncode=1)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield launched
        launched.close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Says nothing, and compresses text and keeps connections open as a host does."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        return

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() and self.path.split("?")[0].endswith("/") else path
        if path.suffix not in (".html", ".css", ".js", ".json", ".svg", ".xml") or not path.is_file():
            return super().do_GET()
        body = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a finished site; gives its address."""
    handler = functools.partial(_Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """The address of the real site."""
    with served(built) as url:
        yield url


@pytest.fixture(scope="module")
def entries(built: Path) -> list[Entry]:
    """What the whole timeline lists, as the data say."""
    return timeline(read_exhibit(built.parent).exhibit)


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    """One page at the timeline for all tests of a file: each takes it to an address of its own."""
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    opened.goto(address + "timeline/")
    yield opened
    opened.close()


class Watch:
    """What a page said and asked for while it was open."""

    def __init__(self, page: Page, host: str) -> None:
        self.errors: list[str] = []
        self.foreign: list[str] = []
        page.on("console", lambda m: self.errors.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on(
            "request",
            lambda r: None if r.url.startswith((host, "data:", "blob:")) else self.foreign.append(r.url),
        )


def until(page: Page, expression: str) -> None:
    """Wait until an expression holds. Playwright's own waiting evaluates text in the page, which the policy of
    our pages refuses."""
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never came true: {expression}")


def visit(page: Page, query: str) -> None:
    """Take an open timeline to another address of itself, as Back and Forward do: quicker than loading."""
    page.evaluate(
        """query => { history.pushState(null, "", location.pathname + query);
        window.dispatchEvent(new PopStateEvent("popstate")); }""",
        query,
    )
