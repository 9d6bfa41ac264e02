"""The pages of a server, each made when it is asked for, and what is wrong with those that cannot be made."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from exhibit.editing.files import replace
from exhibit.exports.full_text import PLAN
from mkdocs.structure.files import File

from adapter.faults import Heard, in_words, is_of_the_code
from adapter.serving import FAULT, Notice, Serving
from adapter.shell import Shell

log = logging.getLogger("mkdocs.hooks.exhibit")


class AskedPages:
    """Makes the pages of what is served into the server's folder.

    turn: held while one answer is put together, and while pages and banner change. making: held while a page is made, and
    while what pages are made from changes. ended: set when the server ends. reload: called when open pages are to be
    loaded anew, those at some addresses or all. faulty: what is wrong with pages that were asked for, by address.
    """

    def __init__(self, site: Path, root: Path, state: Serving, make: Callable[[Shell, File], bytes]) -> None:
        """site: the server's folder; root: that of the project. make: makes a page of a shell."""
        self.site, self.root, self.state, self.make = site, root, state, make
        self.turn, self.making = threading.RLock(), threading.RLock()
        self.ended = threading.Event()
        self.reload: Callable[[Iterable[str] | None], None] = lambda _: None
        self.faulty: dict[str, Notice] = {}
        self.again: set[str] = set()
        """The addresses of pages that were at fault: they are made at once, so that the banner stays while they are."""

    def ensure(self, address: str, tells: bool = True) -> None:
        """Have a page, an export or what is searched as it is now where the server looks for it. address: below the root.

        A page that cannot be made stays as it was, and the banner says why. tells: whether other pages that are open are
        to show that at once.
        """
        if self.ended.is_set() or not (shell := self.state.shell):
            return
        if address == PLAN:
            self._write_searched(shell)
        file = shell.file_at(address)
        if not file:
            self._write_export(shell, address)
        if not file or not shell.is_stale(file):
            return
        with self.making:
            if self.ended.is_set() or self.state.shell is not shell or not shell.is_stale(file):
                return
            with Heard() as heard:
                try:
                    self.write(file.dest_uri, self.make(shell, file))
                    self._mended(address)
                except Exception as fault:
                    self._page_fault(address, file, fault, heard.lines)
                    # a disk that is full may not be so for long
                    shell.give_up(file, for_now=isinstance(fault, OSError))
                    if tells and self.state.notice != self.faulty[address]:
                        with self.turn:
                            self.state.notice = self.faulty[address]
                            self.reload(None)

    def _mended(self, address: str) -> None:
        mended = self.faulty.pop(address, None)
        if mended and self.state.notice is mended:
            self.state.notice = self.at_fault or self.state.found

    def _page_fault(self, address: str, file: File, fault: Exception, heard: list[str]) -> None:
        said = in_words(fault, [f"Error reading page '{file.src_uri}'", *heard], self.root)
        self.faulty[address] = Notice(FAULT, said)
        of_the_code = is_of_the_code(fault, self.root) and not isinstance(fault, OSError)
        log.error(said, exc_info=fault if of_the_code else None)
        log.error("The last good pages stay up.")

    def _write_export(self, shell: Shell, address: str) -> None:
        if not any(each.dest_uri == address for each in shell.files):
            with self.making:
                content = shell.export(address)
            if content is not None:
                self._write_or_say(address, content)

    def _write_searched(self, shell: Shell) -> None:
        """The pieces of the full text have the pages that were made until the plan of them is asked for."""
        with self.making:
            made = list(shell.run.searched.pieces(shell.run.built.site))
        for path, content in made:
            self._write_or_say(path, content)

    def _write_or_say(self, path: str, content: bytes) -> None:
        try:
            self.write(path, content)
        except OSError as fault:
            log.error("%s cannot be written, and stays as it was: %s", path, fault)

    def write(self, path: str, content: bytes) -> None:
        """Put a file where the server looks for it."""
        with self.turn:
            replace(self.site / path, content)  # whole: the last one may be on its way to somebody

    def try_again(self) -> None:
        """Have the pages that were at fault made again: what was saved may have mended them."""
        self.again |= self.faulty.keys()
        self.faulty.clear()

    def make_all(self, addresses: Iterable[str]) -> Notice | None:
        """Make some pages and those that were at fault; what is wrong with one of them, if there is anything."""
        for address in [*addresses, *self.again]:
            self.ensure(address, tells=False)
        self.again.clear()
        return self.at_fault

    @property
    def at_fault(self) -> Notice | None:
        """What is wrong with one of the pages that were asked for, if there is anything."""
        return next(iter(self.faulty.values()), None)

    def make_one_later(self) -> bool:
        """Make a page that nobody has asked for; whether there was one."""
        shell = self.state.shell
        if shell and shell.later:
            self.ensure(shell.later.pop(0))
            return True
        return False

    def end(self) -> None:
        """Make no page any more; it comes back when the one that is being made is ready."""
        self.ended.set()
        with self.making:
            pass
