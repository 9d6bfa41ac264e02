"""Ahead: the pages of items that are open, shown as soon as what was saved is read.

A save is checked in two steps: whether the items can be read, name what is there, and keep the rules of history; then
the prose, the pages of docs/, and all that is led to. After the first an item's page can be made, and is on the screen in
half the time. Should the second find something that has to be mended, the page of before comes back under the banner.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from exhibit.model.addresses import page_path
from exhibit.pages.build import Built
from exhibit.pages.environment import current
from exhibit.pages.render import item_page

from adapter.asked_pages import AskedPages
from adapter.shell import Shell


class Ahead:
    """The pages that were shown since the last save before all was checked."""

    def __init__(self, pages: AskedPages) -> None:
        self.pages = pages
        self.shown: set[str] = set()
        """Their addresses."""
        self.shell: Shell | None = None
        """What they were made from."""

    def show(self, shell: Shell, begun: Built, opened: Iterable[str]) -> None:
        """Make the pages of items among those that are open, and reload them. What cannot be made so is left: after the
        check it is made again, and what is wrong with it is told.

        shell: what is served; begun: an exhibit of which not all is checked yet.
        """
        if shell.languages_of(begun) != shell.languages_of(shell.run.built):
            return  # every page says it, and its frame was made of it
        items = {page_path(item): item for item in begun.site.exhibit.items.values()}
        files = [file for address in opened if (file := shell.file_at(address)) and file.src_uri in items]
        self.shell, env, other = shell, current(), copy.copy(shell)
        other.run, other.made = replace(shell.run, built=begun), {}
        other.generated = {f.src_uri: item_page(env, begun.site, items[f.src_uri]) for f in files}
        with suppress(Exception), self.pages.making:
            made = {file: self.pages.make(other, file) for file in files}
            with self.pages.turn:
                for file, page in made.items():
                    self.pages.write(file.dest_uri, page)
                    self.shown.add(file.url)
                if made:
                    self.pages.reload(self.shown)

    def confirm(self, shell: Shell) -> set[str]:
        """Have the pages count as made of what is served now, unless MkDocs had to make all ready anew; their addresses."""
        shown, self.shown = self.shown, set()
        if shell is not self.shell:
            return set()
        shell.made.update(dict.fromkeys(shown, shell.version))
        return shown

    def take_back(self) -> None:
        """Have the pages made again from what was served before."""
        for address in self.shown:
            assert self.shell
            self.shell.made.pop(address, None)
        self.shown = set()
