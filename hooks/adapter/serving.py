"""What the builds of one server tell each other, and what its banner says."""

from __future__ import annotations

import signal
from dataclasses import dataclass, field

from exhibit.pages.build import Built
from exhibit.pages.environment import Rendered
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

FAULT = "This could not be used; the pages are those of before. Mend it and save."
NOTHING = "This could not be used, and there are no pages of before. Mend it and save."
SUSPICIONS = "The pages are up to date; something in the data looks doubtful."


@dataclass
class Serving:
    """What the events of a build and the server tell each other."""

    first: bool = True
    """Whether this is the build the server starts with."""
    built: Built | None = None
    """The exhibit as read last; the second round takes it from the first."""
    only: set[str] | None = None
    """The addresses of the pages to be made in this round; None: all that have changed."""
    everything: bool = True
    """Whether the theme or the configuration has changed, and so every page."""
    written: dict[str, str] = field(default_factory=dict)
    """The text of each generated page as it was last made."""
    policy: str = ""
    """The Content-Security-Policy of the site, once a build has found it."""
    title: str = ""
    report: str = ""
    """What the banner says; there is none where the report is empty."""

    def again(self) -> Built | None:
        """The exhibit read in the first round, for the second."""
        return self.built if self.only is None and not self.first else None

    def tell(self, problems: str, fatal: bool) -> None:
        """Take up the report of a run."""
        self.report = problems
        self.title = SUSPICIONS if not fatal else NOTHING if self.first else FAULT

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
    not reach one that was started in the background."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
