"""What the builds of one server tell each other, and what its banner says."""

from __future__ import annotations

import signal
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn

from exhibit.pages.build import Built
from exhibit.reading.kept_files import KeptFiles
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from adapter.watching import Stamps

if TYPE_CHECKING:
    from adapter.shell import Shell

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


@dataclass
class Serving:
    """What the events of a build and the server tell each other."""

    first: bool = True
    """Whether this is the build the server starts with."""
    began: Stamps = field(default_factory=dict)
    """The files as they were when the first build began."""
    built: Built | None = None
    """The exhibit as it was read last; a build that follows takes it from here."""
    shell: Shell | None = None
    """What is served; None where the server started with faults that are not mended yet."""
    ready: Shell | None = None
    """What the present build has made ready."""
    kept: KeptFiles = field(default_factory=KeptFiles)
    """What the last reading made of each file."""
    policy: str = ""
    """The Content-Security-Policy of the site, once a build has found it."""
    found: Notice = Notice()
    """What was found since the last save."""
    notice: Notice = Notice()
    """What the banner says now."""

    def tell(self, problems: str, fatal: bool) -> None:
        """Take up the report of a run."""
        broken = FAULT if self.shell else NOTHING
        self.found = Notice(broken if fatal else SUSPICIONS, problems)


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
