"""Visitors: what is answered to them, and which pages they have open.

A page is made when it is asked for, and no request waits for what goes on besides: MkDocs would have it wait for a build.
What is made is let in between two answers, pages and banner and all, so that no answer is half of one page and half of
the next.
"""

from __future__ import annotations

import posixpath
import time
from collections.abc import Callable, Iterable
from typing import Any

from mkdocs.livereload import LiveReloadServer

from adapter.answering import MISDIRECTED, asked_for, is_ours, path_of, with_reloading
from adapter.asked_pages import AskedPages
from adapter.banner import STYLE, with_banner
from adapter.reloading import PLACE, Reloading, with_script
from adapter.serving import Serving

QUIET = 1.0
"""Seconds without a question after which there is time for what nobody has asked for."""
OPEN_FOR = 65
"""Seconds for which a page counts as open after its last question: it asks once a minute."""


class Visitors:
    """The server's answers, each with the banner and the policy of one moment."""

    def __init__(self, server: LiveReloadServer, state: Serving, host: str, pages: AskedPages) -> None:
        """host: what the server was started for."""
        self.server, self.state, self.host, self.pages = server, state, host, pages
        self.reloading = Reloading(server)
        self.polled: dict[str, float] = {}
        """When each page last asked whether it is to be loaded anew."""
        self.last = 0.0
        """When something was asked for last."""

    def answer(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """The server's answer, of which HEAD asks for what stands before it."""
        body = self._answered(environ, start_response)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else body

    def _answered(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        host, environ["PATH_INFO"] = asked_for(environ)
        if not is_ours(host, self.host):
            start_response(MISDIRECTED, [("Content-Type", "text/plain")])
            return [f"This server answers to {self.host} and localhost only.\n".encode()]
        if environ["PATH_INFO"].startswith(PLACE):  # it waits for the next page, up to a minute
            page = environ.get("HTTP_REFERER", "")
            address = self._address(path_of(page))
            self.polled[address] = time.monotonic()
            said = self.reloading.answer(environ["PATH_INFO"], page, address)
            start_response("404 Not Found" if said is None else "200 OK", [("Content-Type", "text/plain")])
            return [said or b""]
        self.last = time.monotonic()
        self.pages.ensure(self._address(environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")))
        with self.pages.turn:
            return self._answer(environ, start_response)

    def _answer(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """A page gets the policy and the banner, a missing one the reloading script as well."""
        said: list[Any] = []
        body = self.server.serve_request(environ, lambda *what: said.extend(what))
        status, headers = said[0], dict(said[1])
        if headers.get("Content-Type") != "text/html":
            start_response(status, said[1])
            return body
        page = b"".join(body)
        if not status.startswith("200"):
            page = with_script(page)
        if self.state.policy:
            headers["Content-Security-Policy"] = with_reloading(self.state.policy, page, STYLE)
        page = with_banner(page, self.state.notice)
        start_response(status, [*{**headers, "Content-Length": str(len(page))}.items()])
        return [page]

    def _address(self, path: str) -> str:
        """A page's address as MkDocs has it: relative to the site, ending in a slash; home is './'.

        path: as it was asked for. MkDocs looks for it without empty folders and those that are left again.
        """
        inside = posixpath.normpath(f"/{path.removeprefix(self.server.mount_path)}").lstrip("/")
        return inside + "/" * path.endswith("/") if inside else "./"

    def open(self) -> set[str]:
        """The addresses of the pages that browsers have open."""
        now = time.monotonic()
        for path, when in self.polled.copy().items():
            if now - when >= OPEN_FOR:
                self.polled.pop(path, None)
        return set(self.polled.copy())

    def admit(self) -> None:
        """Let nobody wait while a build goes on."""
        with self.server._epoch_cond:
            self.server._wanted_epoch = self.server._visible_epoch
            self.server._epoch_cond.notify_all()

    def quiet(self) -> bool:
        """Whether nobody has asked for anything for a while."""
        return time.monotonic() - self.last > QUIET
