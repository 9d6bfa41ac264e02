"""A build goes into a folder beside the site and is swapped in at the end, so that one that fails leaves
the last good site."""

from __future__ import annotations

import logging
import os
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

from exhibit.model.dates import Edtf
from mkdocs.config.defaults import MkDocsConfig

EPOCH = "SOURCE_DATE_EPOCH"


class Beside:
    """The folder beside, and the site whose place it takes."""

    def __init__(self, config: MkDocsConfig) -> None:
        """Have MkDocs build into the folder from now on."""
        self.site = Path(config.site_dir)
        self.folder = self.site.with_name(f".{self.site.name}.new")
        self.warnings = _Warnings()
        shutil.rmtree(self.folder, ignore_errors=True)
        config.site_dir = str(self.folder)
        logging.getLogger("mkdocs").addHandler(self.warnings)

    def swap(self, config: MkDocsConfig) -> None:
        """Put the finished folder in the site's place, unless MkDocs is about to abort over warnings."""
        if config.strict and self.warnings.count:
            self.drop()
        else:
            logging.getLogger("mkdocs").removeHandler(self.warnings)
            old = self.site.with_name(f".{self.site.name}.old")
            shutil.rmtree(old, ignore_errors=True)
            if self.site.exists():
                self.site.rename(old)
            self.folder.rename(self.site)
            shutil.rmtree(old, ignore_errors=True)
        config.site_dir = str(self.site)

    def drop(self) -> None:
        """Leave nothing of the folder."""
        logging.getLogger("mkdocs").removeHandler(self.warnings)
        shutil.rmtree(self.folder, ignore_errors=True)


class _Warnings(logging.Handler):
    """Counts warnings, as MkDocs does."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1


class Dated:
    """The date of every page in the sitemap: the last day the exhibit knows, so that two builds of the
    same data are the same to the byte. MkDocs takes it from the environment; one that is there already
    is left as it is."""

    def __init__(self, as_of: Edtf) -> None:
        self.ours = EPOCH not in os.environ
        last = as_of.latest or date.today()
        os.environ.setdefault(
            EPOCH, str(int(datetime(last.year, last.month, last.day, tzinfo=UTC).timestamp()))
        )

    def undo(self) -> None:
        """Leave the environment as it was."""
        if self.ours:
            os.environ.pop(EPOCH, None)
        self.ours = False
