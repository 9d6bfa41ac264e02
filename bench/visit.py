"""A visit: for what a browser asks that opens pages of the built site and searches, and what that weighs.

It has nothing of the site yet; a server that answers with the headers of ``publishing/`` notes what it is asked for. Bytes
are those of the files as servers send them.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

from exhibit.verifying.budgets import packed  # noqa: E402
from playwright.sync_api import Browser, ViewportSize  # noqa: E402

HEAD = 900
"""Bytes of an answer's headers, at most, as both servers send them; that nothing has changed (304) is told in no more."""
MONTH, SHORT, DAY = 30 * 24 * 3600, 600, 24 * 3600
"""Seconds."""
KEPT = ("/assets/fonts/",)
"""What is kept for a year."""
AS_IT_IS = (".woff2", ".png", ".gz")
"""What is sent as it is."""
ICON = "/assets/favicon.svg"
"""What a browser without a window does not ask for."""
SIZE: ViewportSize = {"width": 1280, "height": 900}
PAUSE = 3_000
"""Milliseconds after which a page has asked for all that it wants."""


class Cost(NamedTuple):
    """Requests and bytes, those of the headers among them."""

    requests: float
    bytes: float

    def times(self, number: float) -> Cost:
        return Cost(self.requests * number, self.bytes * number)


class Noting(SimpleHTTPRequestHandler):
    """Answers as the examples do, as far as a browser's keeping goes, and notes what it is asked for."""

    protocol_version = "HTTP/1.1"
    asked: list[str] = []

    def log_message(self, format: str, *args: object) -> None:
        return

    def do_GET(self) -> None:
        self.asked.append(self.path.partition("?")[0])
        super().do_GET()

    def end_headers(self) -> None:
        kept = self.path.startswith(KEPT)
        self.send_header("Cache-Control", f"public, max-age={MONTH if kept else SHORT}")
        super().end_headers()


@contextmanager
def noting(site: Path) -> Iterator[str]:
    """Serve a site; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Noting, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()


class Weights:
    """What the files of a site weigh when they are sent."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.of = cache(self._of)

    def _of(self, address: str) -> int:
        path = self.site / address.lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        return path.stat().st_size if path.suffix in AS_IT_IS else packed(path.read_bytes())

    def text(self, page: str) -> str:
        return (self.site / page.lstrip("/") / "index.html").read_text("utf-8")

    def cost(self, addresses: list[str]) -> Cost:
        """Of asking for files of which nothing is at hand."""
        return Cost(len(addresses), sum(self.of(one) + HEAD for one in addresses))

    def pages(self) -> dict[str, int]:
        """The pages with their weights."""
        found = [path.parent.relative_to(self.site).as_posix() for path in self.site.rglob("index.html")]
        return {f"/{name}/".replace("/./", "/"): self.of(f"/{name}/") for name in found}


class Visit(NamedTuple):
    """The addresses for which a visitor's browser asks: with each page, by its address, and as something is searched."""

    pages: dict[str, list[str]]
    search: list[str]


def visit(browser: Browser, address: str, pages: list[str]) -> Visit:
    """Open pages with nothing at hand, one after another, each to its end, and search on the last."""
    context = browser.new_context(viewport=SIZE)
    page = context.new_page()
    found = {}
    for path in pages:
        Noting.asked.clear()
        page.goto(address + path)
        page.keyboard.press("End")
        page.wait_for_timeout(PAUSE)
        found[path] = sorted({*Noting.asked})
    Noting.asked.clear()
    page.fill("[data-md-component=search-query]", "treaty")
    page.wait_for_selector(".md-search-result__item", timeout=60_000)
    page.wait_for_timeout(PAUSE)
    context.close()
    found[pages[0]].append(ICON)
    return Visit(found, sorted({*Noting.asked}))
