"""What is different while serving: the page looked at comes first, and a fault hides nothing.

After a save the exhibit is read and checked anew. Then the pages that browsers have open are made and
reloaded; then every other page whose text has changed. A fault leaves the last good pages up, under a
banner with the report. Pages are made in a folder beside and moved over whole.

MkDocs has no place for this: ``on_serve`` hands over its server, whose ``builder``, ``observer`` and ``app``
are replaced here, and whose epochs (milliseconds; a browser reloads when the visible one has grown) are
set between the two rounds. MkDocs 1.6 is finished, so that these names will not move.
"""

from __future__ import annotations

import logging
import os
import shutil
import time
from collections.abc import Iterator, Set
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from adapter.faults import Heard, in_words, is_of_the_code
from adapter.serving import Notice, OvertakenError, Serving
from adapter.visitors import OPEN_FOR, Visitors
from adapter.watching import Stamps, Watcher, build_again, stamps

log = logging.getLogger("mkdocs.hooks.exhibit")

BESIDE = ".new"
"""The folder in which pages are made: inside that of the server, so that it goes with it, however it ends."""


class Live:
    """The server of MkDocs with another builder, and a banner on its pages."""

    def __init__(self, server: LiveReloadServer, config: MkDocsConfig, state: Serving) -> None:
        self.server, self.state = server, state
        self.config_file, self.strict, self.url = config.config_file_path, config.strict, config.site_url
        self.root = Path(self.config_file).parent
        self.visitors = Visitors(server, state, config.dev_addr.host)
        self.before, self.theme = state.began, self._theme(state.began)
        state.give_way = self._give_way
        self.late = False  # whether what the banner says was found in making pages that are not open
        state.first, state.notice = False, state.found
        if state.built:
            state.written = {page.path: page.text for page in state.built.pages}

    def attach(self) -> LiveReloadServer:
        """Put this in the server's place."""
        self.server.builder = self.rebuild
        self.server.observer = Watcher(self.server, self.state.began)  # type: ignore[assignment]
        self.server.set_app(self.visitors.answer)
        return self.server

    def rebuild(self) -> None:
        """Make what has changed: first the pages that are open, then the rest, unless another save comes first."""
        self.visitors.admit()
        began = self._files()
        with Heard() as heard:
            try:
                self._rounds(began)
            except OvertakenError:
                log.info("A file was saved; the rest of the pages is made after it.")
            except (Exception, SystemExit) as fault:  # whatever it is, the server stays up and says so
                self._fault(fault, heard.lines, began)
        self.before = began

    def _rounds(self, began: Stamps) -> None:
        theme, opened = self._theme(began), self.visitors.open()
        self.state.built, self.state.found = None, Notice()
        self.state.everything = theme != self.theme or not self.state.written
        if opened:
            self._round(opened)
            self._say_how_long(began)
        self._round(None, opened)
        self.theme = theme

    def _round(self, only: set[str] | None, made: Set[str] = frozenset()) -> None:
        """Make some pages in a folder beside and move them over. only: addresses; None: all changed. made: those that
        were made before."""
        self.state.only, self.state.checked = only, False
        beside, before = Path(self.server.root, BESIDE), self.state.files
        beside.mkdir(exist_ok=True)
        try:
            config = load_config(self.config_file, site_dir=str(beside), strict=self.strict)
            config.site_url = self.url
            with _quiet():
                build(config, serve_url=self.url, dirty=True)
            if not (only is None and self.state.everything):
                (beside / "search" / "search_docs.json").unlink(missing_ok=True)  # it has some pages only
            with self.visitors.turn:
                shutil.copytree(beside, self.server.root, dirs_exist_ok=True, copy_function=os.replace)
                self._show(before, made)
        finally:
            shutil.rmtree(beside, ignore_errors=True)

    def _show(self, before: Set[str], made: Set[str]) -> None:
        """Take what is no more out of the site, change the banner, and reload the pages for which it matters.

        What was found in making pages that are not open is put right only when those are made.
        """
        whole, said = self.state.only is None, self.state.notice
        if whole:
            self._forget(before - self.state.files)
        if whole or not self.late:
            self.state.notice, self.late = self.state.found, False
        if not whole or self.state.notice != said or self.visitors.asked - made:
            self.visitors.reload()

    def _forget(self, gone: Set[str]) -> None:
        assert self.state.built
        self.state.written = {page.path: page.text for page in self.state.built.pages}
        for path in (Path(self.server.root, file) for file in gone):
            path.unlink(missing_ok=True)
            if path.parent.is_dir() and not any(path.parent.iterdir()):
                path.parent.rmdir()

    def _fault(self, fault: BaseException, heard: list[str], began: Stamps) -> None:
        """Say in the banner what the terminal says: the report, told before, or what else was found.

        Where a file changed under the build, it may be that no look of the watcher ever finds what caused the fault: the
        site is built again in any case. What nothing else explains is then left to that build to tell.
        """
        changed, of_the_code = self._files() != began, is_of_the_code(fault, self.root)
        if changed:
            build_again(self.server)
        if changed and of_the_code:
            return
        if not (isinstance(fault, Abort) and self.state.found.fatal):
            self.state.tell(in_words(fault, heard, self.root), fatal=True)
            log.error(self.state.found.report, exc_info=fault if of_the_code else None)
        log.error("The last good pages stay up.")
        with self.visitors.turn:
            self.state.notice = self.state.found
            self.late = self.state.only is None and self.state.checked
            self.visitors.reload()

    def _give_way(self) -> None:
        if self.server._want_rebuild:
            raise OvertakenError

    def _say_how_long(self, began: Stamps) -> None:
        """Say of the file saved last how long it took from there to here."""
        changed = [path for path in began if began[path] != self.before.get(path)]
        file = max(changed, key=lambda path: began[path], default="")
        seconds = time.time() - began[file][0] / 1e9 if file else OPEN_FOR
        if seconds < OPEN_FOR:
            saved = os.path.relpath(file, self.root)
            log.info("%s saved; the page looked at reloads after %.1f s", saved, seconds)

    def _files(self) -> Stamps:
        return stamps(list(self.server._watched_paths))

    def _theme(self, files: Stamps) -> Stamps:
        """What every page depends on: the configuration and the overrides."""
        overrides = str(self.root / "hooks" / "overrides")
        return {path: files[path] for path in files if path.startswith((self.config_file, overrides))}


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
