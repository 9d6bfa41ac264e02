"""What is different while serving: no page is made before somebody asks for it, and a fault hides nothing.

After a save the exhibit is read and checked anew, and the pages that browsers have open are made, and reloaded; those of
items before all is checked (ahead.py). Every other page is made when it is asked for. A fault leaves the last good pages up, under a banner with the report. Only where
a page is added or taken away, or what every page depends on has changed, MkDocs makes its part ready anew (shell.py).

MkDocs has no place for this: ``on_serve`` hands over its server, whose ``builder``, ``observer`` and ``app``
are replaced here, and whose epochs (milliseconds; a browser reloads when the visible one has grown) are
set when pages have changed. MkDocs 1.6 is finished, so that these names will not move.
"""

from __future__ import annotations

import gc
import logging
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from exhibit.pages.build import Built
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File

from adapter import reading, styles
from adapter.ahead import Ahead
from adapter.asked_pages import AskedPages
from adapter.faults import Heard, in_words, is_of_the_code
from adapter.saved import Saved
from adapter.serving import Notice, Serving
from adapter.shell import Shell
from adapter.visitors import OPEN_FOR, Visitors
from adapter.watching import Idle, Stamps, Watcher, build_again, stamps

log = logging.getLogger("mkdocs.hooks.exhibit")

BESIDE = ".new"
"""The folder in which a shell is made ready: inside that of the server, so that it goes with it, however it ends."""
AT_THE_DOOR = 128
"""How many connections may wait to be taken up: those beyond are tried again by the system after seconds."""


class Live:
    """The server of MkDocs with another builder, and a banner on its pages."""

    def __init__(
        self,
        server: LiveReloadServer,
        config: MkDocsConfig,
        state: Serving,
        make: Callable[[Shell, File], bytes],
    ) -> None:
        """make: makes a page of a shell."""
        self.server, self.state = server, state
        self.config_file, self.strict, self.url = config.config_file_path, config.strict, config.site_url
        self.root = Path(self.config_file).parent
        self.pages = AskedPages(Path(server.root), self.root, state, make)
        self.visitors = Visitors(server, state, config.dev_addr.host, self.pages)
        self.pages.reload = self.visitors.reloading.reload
        self.ahead = Ahead(self.pages)
        self.before = state.began
        self.saved = Saved(self.root)
        self.doubts = state.found
        """What is doubtful in the exhibit that is served."""
        self.busy = self.tidy = False
        state.first, state.notice = False, state.found
        if state.ready:
            self._put_up(state.ready)

    def attach(self) -> LiveReloadServer:
        """Put this in the server's place."""
        self.server.builder = self.rebuild
        self.server.request_queue_size = AT_THE_DOOR
        watcher = Watcher(self.server, self.state.began, self.pages.end)
        self.server.observer = watcher  # type: ignore[assignment]
        self.server.set_app(self.visitors.answer)
        Idle(self._make_one_later, watcher).start()
        return self.server

    def rebuild(self) -> None:
        """Take up what was saved, and make the pages that are open."""
        self.visitors.admit()
        began = self._files()
        self.saved.add(self.before, began)
        with Heard() as heard, self._alone():
            try:
                if self.state.shell and self.saved.is_style and not self.state.notice.fatal:
                    self._restyle(self.state.shell)
                else:
                    self._take_up(began)
                    self._show_open(began)
                self.saved.clear()
            except (Exception, SystemExit) as fault:  # whatever it is, the server stays up and says so
                self.ahead.take_back()
                self._fault(fault, heard.lines, began)
        self.before = began

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Nothing is done meanwhile for which there is time later, such as tidying up memory."""
        self.busy = True
        gc.disable()
        try:
            yield
        finally:
            gc.enable()
            self.busy, self.tidy = False, False

    def _take_up(self, began: Stamps) -> None:
        """Read what was saved, and have all pages made from it from now on."""
        self.state.built, self.state.found, shell = None, Notice(), self.state.shell
        whole = all(map(os.path.exists, self.server._watched_paths))  # else MkDocs says which folder is gone
        if shell and whole and not self.saved.is_in_every_page:
            if self.saved.is_templates:
                built, self.state.found = shell.renewed(), self.doubts
            else:
                built = reading.read(
                    shell.config, self.state, begun=lambda it: self._show_ahead(shell, it, began)
                )
            if shell.fits(built):
                with self.pages.making:
                    shell.take(built, self.saved.has_templates)
                    self.pages.try_again()
                self.doubts = self.state.found
                return
        self._make_ready()
        self.doubts = self.state.found

    def _restyle(self, shell: Shell) -> None:
        """Put our stylesheets as they are now into the open pages."""
        for path, content in styles.ours(shell.config, shell.run.built.site.exhibit.story):
            self.pages.write(path, content)
        self.state.found = self.doubts
        with self.pages.turn:
            before, self.state.notice = self.state.notice, self.pages.at_fault or self.state.found
            self.visitors.reloading.restyle()
            if before != self.state.notice:
                self.visitors.reloading.reload()

    def _make_ready(self) -> None:
        """Have MkDocs make another shell, in a folder beside, and move over what it has written."""
        beside = Path(self.server.root, BESIDE)
        config = load_config(self.config_file, site_dir=str(beside), strict=self.strict)
        config.site_url, self.state.ready = self.url, None
        if not self.state.built:
            reading.read(config, self.state)  # before anybody has to wait
        with self.pages.making:
            beside.mkdir(exist_ok=True)
            try:
                with _quiet():
                    build(config, serve_url=self.url, dirty=True)
                assert self.state.ready
                with self.pages.turn:
                    self._forget_pages()
                    shutil.copytree(beside, self.server.root, dirs_exist_ok=True, copy_function=os.replace)
                    self._put_up(self.state.ready)
            finally:
                shutil.rmtree(beside, ignore_errors=True)

    def _put_up(self, shell: Shell) -> None:
        """Make pages from a shell from now on."""
        if old := self.state.shell:
            shell.run.searched.take_over(old.run.searched, shell.by_address)
        self.pages.try_again()
        shell.entitle()
        self.pages.write("sitemap.xml", shell.sitemap())
        self.state.shell = shell

    def _forget_pages(self) -> None:
        """Take what is no more out of the site."""
        assert self.state.ready
        old = self.state.shell.files if self.state.shell else ()
        there = {file.dest_uri for file in self.state.ready.files}
        for path in (Path(self.server.root, file.dest_uri) for file in old if file.dest_uri not in there):
            path.unlink(missing_ok=True)
            if path.parent.is_dir() and not any(path.parent.iterdir()):
                path.parent.rmdir()

    def _show_ahead(self, shell: Shell, begun: Built, began: Stamps) -> None:
        """Show what was saved of an item that is open, if nothing else was saved."""
        if self.saved.is_data:
            self.ahead.show(shell, begun, self.visitors.open())
            if self.ahead.shown:
                self._say_how_long(began)

    def _show_open(self, began: Stamps) -> None:
        """Make the pages that browsers have open, and reload them; from now on the banner says what was found."""
        assert self.state.shell
        shown, opened = self.ahead.confirm(self.state.shell), self.visitors.open()
        at_fault = self.pages.make_all(opened)
        with self.pages.turn:
            before, self.state.notice = self.state.notice, at_fault or self.state.found
            self.visitors.reloading.reload(None if before != self.state.notice else opened - shown)
        if opened and not shown:
            self._say_how_long(began)
        self.state.shell.run.built.site.history.kept.save()

    def _make_one_later(self) -> bool:
        """Make a page for which there is time, unless somebody waits for something; whether it did."""
        if self.busy or self.server._want_rebuild or not self.visitors.quiet():
            return False
        if self.pages.make_one_later():
            return True
        if not self.tidy:
            self.tidy = True
            gc.collect()
        return False

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
        with self.pages.turn:
            self.state.notice = self.state.found
            self.visitors.reloading.reload()

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
