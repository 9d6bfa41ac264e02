"""What the builds of one server tell each other, and what its banner says."""

from __future__ import annotations

import signal
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NoReturn

from exhibit.pages.build import Built
from exhibit.pages.environment import Rendered
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from adapter.watching import Stamps

FAULT = "This could not be used; the pages are those of before. Mend it and save."
NOTHING = "This could not be used, and there are no pages of before. Mend it and save."
SUSPICIONS = "The pages are up to date; something in the data looks doubtful."


@dataclass(frozen=True)
class Notice:
    """What the banner says: a report under a title. Where the report is empty there is no banner."""

    title: str = ""
    report: str = ""

    @property
    def fatal(self) -> bool:
        """Whether it says why pages could not be made."""
        return bool(self.report) and self.title != SUSPICIONS


class OvertakenError(Exception):
    """A file was saved while pages that nobody looks at were being made: the next rebuild makes them."""


@dataclass
class Serving:
    """What the events of a build and the server tell each other."""

    first: bool = True
    """Whether this is the build the server starts with."""
    began: Stamps = field(default_factory=dict)
    """The files as they were when the first build began."""
    built: Built | None = None
    """The exhibit as read by this rebuild; its second round takes it from the first."""
    checked: bool = False
    """Whether all that was read in this round is free of faults: what is found after it lies in making pages."""
    only: set[str] | None = None
    """The addresses of the pages to be made in this round; None: all that have changed."""
    everything: bool = True
    """Whether the theme or the configuration has changed, and so every page."""
    written: dict[str, str] = field(default_factory=dict)
    """The text of each generated page as it was last made."""
    files: set[str] = field(default_factory=set)
    """Where in the site the files of the last whole round are."""
    give_way: Callable[[], None] = lambda: None
    """Called before each page that nobody may be looking at. Raises OvertakenError."""
    policy: str = ""
    """The Content-Security-Policy of the site, once a build has found it."""
    found: Notice = Notice()
    """What this rebuild has found so far."""
    notice: Notice = Notice()
    """What the banner says now."""

    def tell(self, problems: str, fatal: bool) -> None:
        """Take up the report of a run."""
        broken = FAULT if self.written else NOTHING
        self.found = Notice(broken if fatal else SUSPICIONS, problems)

    def wants(self, file: File, page: Rendered | None) -> bool:
        """Whether a page is to be made in this round; a hand-written one may show any data."""
        if self.only is not None:
            return file.url in self.only
        return page is None or self.everything or self.written.get(page.path) != page.text


def placeholder(files: Files, config: MkDocsConfig) -> Files:
    """What stands where the server starts with faults: the theme, and a home page for the banner."""
    kept = Files([file for file in files if not file.is_documentation_page()])
    kept.append(File.generated(config, "index.md", content="# Not yet\n\nThe exhibit cannot be shown yet.\n"))
    return kept


def end_on_termination() -> None:
    """End on SIGTERM as on Ctrl+C, with nothing left behind: so a container stops its programs, and Ctrl+C does
    not reach one that was started in the background. Said twice it is heard once: the rest is being removed."""

    def end(*_: object) -> NoReturn:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, end)
