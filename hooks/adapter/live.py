"""What is different while serving: the page looked at comes first, and a fault hides nothing.

After a save the exhibit is read and checked anew. Then the pages that browsers have open are made and
reloaded; then every other page whose text has changed. A fault leaves the last good pages up, under a
banner with the report. Pages are made in a folder beside and moved over whole.

MkDocs has no place for this: ``on_serve`` hands over its server, whose ``builder`` and ``app`` are
replaced here, and whose epochs (milliseconds; a browser reloads when the visible one has grown) are
set between the two rounds. MkDocs 1.6 is finished, so that these names will not move.
"""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from exhibit.pages.build import template_problem
from jinja2 import TemplateError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from adapter.answering import MISDIRECTED, is_ours, with_reloading
from adapter.banner import STYLE, with_banner
from adapter.serving import FAULT, Serving

log = logging.getLogger("mkdocs.hooks.exhibit")

OPEN_FOR = 65
"""Seconds for which a page counts as open after its last question: it asks once a minute."""


class _Heard(logging.Handler):
    """Keeps what MkDocs says of a fault, which its exception does not repeat."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


class Live:
    """The server of MkDocs with another builder, and a banner on its pages."""

    def __init__(self, server: LiveReloadServer, config: MkDocsConfig, state: Serving) -> None:
        self.server, self.state = server, state
        self.config_file, self.strict, self.url = config.config_file_path, config.strict, config.site_url
        self.root, self.host = Path(self.config_file).parent, config.dev_addr.host
        self.open: dict[str, float] = {}
        self.asked: set[str] = set()
        self.theme = self._theme()
        state.first = False
        if state.built:
            state.written = {page.path: page.text for page in state.built.pages}

    def attach(self) -> LiveReloadServer:
        """Put this in the server's place."""
        self.server.builder = self.rebuild
        self.server.set_app(self.answer)
        return self.server

    # building

    def rebuild(self) -> None:
        """Make what has changed: first the pages that are open, then the rest."""
        self.state.tell("", fatal=False)
        heard = _Heard()
        logging.getLogger("mkdocs").addHandler(heard)
        saved = self._last_saved()
        theme = self._theme()
        self.state.everything = theme != self.theme or not self.state.written
        try:
            self._round(self._open())
            self._show(saved)
            self._round(None)
            self.theme = theme
            if self.asked - self._open():
                self.server._wanted_epoch = round(time.monotonic() * 1000)
        except (Exception, SystemExit) as fault:  # whatever it is, the server stays up and says so
            self._fault(fault, heard.lines)
        finally:
            logging.getLogger("mkdocs").removeHandler(heard)

    def _round(self, only: set[str] | None) -> None:
        """Make some pages in a folder beside and move them over. only: addresses; None: all changed."""
        self.state.only = only
        beside = Path(tempfile.mkdtemp(prefix="exhibit_"))
        try:
            config = load_config(self.config_file, site_dir=str(beside), strict=self.strict)
            config.site_url = self.url
            with _quiet():
                build(config, serve_url=self.url, dirty=True)
            if not (only is None and self.state.everything):
                (beside / "search" / "search_docs.json").unlink(missing_ok=True)  # it has some pages only
            shutil.copytree(beside, self.server.root, dirs_exist_ok=True, copy_function=os.replace)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
        if only is None:
            self._forget_old_pages()

    def _forget_old_pages(self) -> None:
        assert self.state.built
        now = {page.path: page.text for page in self.state.built.pages}
        for path in self.state.written.keys() - now:
            shutil.rmtree(Path(self.server.root, path.removesuffix(".md")), ignore_errors=True)
        self.state.written = now

    def _fault(self, fault: BaseException, heard: list[str]) -> None:
        """Say in the banner what the terminal says: the report, told before, or what MkDocs found."""
        told = isinstance(fault, Abort) and self.state.title == FAULT
        if not told:
            if isinstance(fault, TemplateError):
                heard = [str(template_problem(fault, self.root))]
            lines = dict.fromkeys([*heard, *str(fault).splitlines()] or [type(fault).__name__])
            self.state.tell("\n".join(lines), fatal=True)
            log.error(self.state.report)
        log.error("The last good pages stay up.")
        self.server._wanted_epoch = round(time.monotonic() * 1000)

    def _show(self, saved: tuple[str, float]) -> None:
        """Reload the browsers now: what they look at is made."""
        self.asked.clear()
        with self.server._epoch_cond:
            self.server._visible_epoch = self.server._wanted_epoch
            self.server._epoch_cond.notify_all()
        file, when = saved
        seconds = time.time() - when
        if seconds < OPEN_FOR:
            log.info("%s saved; the page looked at reloads after %.1f s", file, seconds)

    # watching

    def _last_saved(self) -> tuple[str, float]:
        """The file saved last and when (seconds since 1970)."""
        found = max(((path.stat().st_mtime, path) for path in self._watched()), default=(0.0, self.root))
        return str(os.path.relpath(found[1], self.root)), found[0]

    def _watched(self) -> Iterator[Path]:
        for watched in map(Path, self.server._watched_paths):
            yield from [watched] if watched.is_file() else (p for p in watched.rglob("*") if p.is_file())

    def _theme(self) -> list[tuple[str, int]]:
        """What every page depends on: the configuration and the overrides, each with its last change."""
        paths = [Path(self.config_file), *sorted((self.root / "hooks" / "overrides").rglob("*"))]
        return [(str(path), path.stat().st_mtime_ns) for path in paths if path.is_file()]

    def _open(self) -> set[str]:
        return {path for path, when in self.open.items() if time.monotonic() - when < OPEN_FOR}

    # answering

    def answer(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """The server's answer; a page gets the policy and the banner, a missing one the reloading script as well."""
        if not is_ours(environ.get("HTTP_HOST", ""), self.host):
            start_response(MISDIRECTED, [("Content-Type", "text/plain")])
            return [f"This server answers to {self.host} and localhost only.\n".encode()]
        self._note(environ)
        said: list[Any] = []
        body = self.server.serve_request(environ, lambda *what: said.extend(what))
        status, headers = said[0], dict(said[1])
        if headers.get("Content-Type") != "text/html":
            start_response(status, said[1])
            return body
        page = b"".join(body)
        if not status.startswith("200"):
            page = self.server._inject_js_into_html(page, self.server._visible_epoch)  # type: ignore[no-untyped-call]
        if self.state.policy:
            headers["Content-Security-Policy"] = with_reloading(self.state.policy, page, STYLE)
        page = with_banner(page, self.state)
        start_response(status, [*{**headers, "Content-Length": str(len(page))}.items()])
        return [page]

    def _note(self, environ: dict[str, Any]) -> None:
        if environ["PATH_INFO"].startswith("/livereload/"):
            self.open[self._address(environ.get("HTTP_REFERER", ""))] = time.monotonic()
        elif environ["PATH_INFO"].endswith("/"):
            self.asked.add(self._address(environ["PATH_INFO"]))

    def _address(self, url: str) -> str:
        """A page's address as MkDocs has it: relative to the site, ending in a slash; home is './'."""
        return unquote(urlsplit(url).path).removeprefix(self.server.mount_path) or "./"


@contextmanager
def _quiet() -> Iterator[None]:
    """MkDocs warns of every build in part that links may be wrong; here they are not."""

    def other(record: logging.LogRecord) -> bool:
        return "'dirty' build" not in record.getMessage()

    build_log = logging.getLogger("mkdocs.commands.build")
    build_log.addFilter(other)
    try:
        yield
    finally:
        build_log.removeFilter(other)
