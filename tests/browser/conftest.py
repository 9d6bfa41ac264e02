"""A real browser and a server on the loopback address, for all tests of this folder."""

from __future__ import annotations

import functools
import gzip
import http.server
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import pytest
from adapter.browser import NoBrowserError, find_browser
from exhibit.reading.exhibit import Exhibit
from exhibit.views.timeline.entries import Entry, timeline
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

WIDTHS = {"phone": (375, 812), "desktop": (1280, 900)}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
PATIENCE = 30_000
"""Milliseconds until what is awaited counts as missing: a browser beside others on a busy machine is slow."""
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
        expect.set_options(timeout=PATIENCE)
        launched.new_page = _pages_of_known_visitors(launched)  # type: ignore[method-assign]
        yield launched
        launched.close()


def _pages_of_known_visitors(browser: Browser) -> Callable[..., Page]:
    """In place of the browser's own ``new_page``: pages opened in the same way (size, scheme, …) share what they have
    fetched, which halves the work. A test that leaves something behind asks for a ``new_context``."""
    known: dict[str, BrowserContext] = {}

    def new_page(**how: Any) -> Page:
        visitor = repr(sorted(how.items()))
        if visitor not in known:
            known[visitor] = browser.new_context(**how)
        return known[visitor].new_page()

    return new_page


@functools.cache
def _compressed(path: Path) -> bytes:
    """A file of a finished site, which never changes: the index of search alone would take a tenth of a second each time."""
    return gzip.compress(path.read_bytes(), 6)


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
        body = _compressed(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None


class _Server(http.server.ThreadingHTTPServer):
    """Lets a browser hang up in the middle of an answer, as it does when it leaves a page."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a finished site; gives its address."""
    handler = functools.partial(_Quiet, directory=str(site))
    server = _Server(("127.0.0.1", 0), handler)
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


@pytest.fixture(scope="session")
def entries(real: Exhibit) -> list[Entry]:
    """What the whole timeline lists, as the data say."""
    return timeline(real)


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    """One page at the timeline for all tests of a file: each takes it to an address of its own."""
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    opened.goto(address + "timeline/")
    yield opened
    opened.close()


def by_turns(rows: Iterable[Any], columns: Sequence[Any]) -> list[Any]:
    """Every row with every column, flat; ``make test`` takes each row with one of the columns, by turns."""
    return [
        pytest.param(
            *(row if isinstance(row, tuple) else (row,)),
            column,
            marks=() if at == number % len(columns) else pytest.mark.sweep,
        )
        for number, row in enumerate(rows)
        for at, column in enumerate(columns)
    ]


def sampled_by_turns(rows: Iterable[Any], columns: Sequence[Any], every: int) -> list[Any]:
    """The same, of which ``make test`` takes one in so many rows."""
    every_one = by_turns(rows, columns)
    return [
        row if number // len(columns) % every == 0 else pytest.param(*row.values, marks=pytest.mark.sweep)
        for number, row in enumerate(every_one)
    ]


def sampled(rows: Sequence[Any], every: int) -> list[Any]:
    """All rows, of which ``make test`` takes one in so many, the first with them."""
    return [
        pytest.param(
            *(row if isinstance(row, tuple) else (row,)), marks=pytest.mark.sweep if number % every else ()
        )
        for number, row in enumerate(rows)
    ]


def looks(*widths: Any) -> list[Any]:
    """Every width in both schemes: no scheme changes a width, so that each day one is enough."""
    return by_turns(widths, SCHEMES)


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

    def taken(self) -> tuple[list[str], list[str]]:
        """What was said and asked for since it was last taken."""
        found = (self.errors[:], self.foreign[:])
        self.errors.clear()
        self.foreign.clear()
        return found


def until(page: Page, expression: str) -> None:
    """Wait until an expression holds. Playwright's own waiting evaluates text in the page, which the policy of
    our pages refuses."""
    for _ in range(PATIENCE // 50):
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
