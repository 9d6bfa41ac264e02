"""A build goes into a folder of its own beside the site and is swapped in at the end, so that one that fails leaves
the last good site, and of two at once the one that ends last is there whole."""

from __future__ import annotations

import errno
import logging
import os
import shutil
import tempfile
import time
from contextlib import suppress
from datetime import UTC, date, datetime
from glob import escape
from pathlib import Path

from exhibit.model.dates import Edtf
from mkdocs.config.defaults import MkDocsConfig

from adapter.placing import HeldError, beside, fill, leave_list, put_in_place, take_back, tell_foreign

EPOCH = "SOURCE_DATE_EPOCH"
LEFT_BEHIND = 24 * 60 * 60
"""Seconds after which a folder of a build is one that was killed."""
UNWRITABLE = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOTDIR}
"""What the system says of a disk that is full, and of a place where nothing may be written."""


class Beside:
    """The folder beside, and the site whose place it takes."""

    def __init__(self, config: MkDocsConfig) -> None:
        """Have MkDocs build into the folder from now on. Raises OSError where there can be none."""
        self.named = config.site_dir
        self.site = Path(config.site_dir).resolve()  # of a link the folder to which it leads
        self.warnings = _Warnings()
        self.folder = self._new_folder()
        config.site_dir = str(self.folder)
        logging.getLogger("mkdocs").addHandler(self.warnings)

    def _new_folder(self) -> Path:
        """A folder beside the site, or where the system keeps such, if nothing may be written there."""
        prefix = beside(self.site)
        if self.site.exists() and not self.site.is_dir():
            raise NotADirectoryError(
                errno.ENOTDIR, "there is a file where the site is to stand", str(self.site)
            )
        try:
            take_back(self.site)
            for path in self.site.parent.glob(f"{escape(prefix)}*"):
                with suppress(FileNotFoundError):  # its build has just ended
                    if time.time() - max(path.stat().st_mtime, path.stat().st_ctime) > LEFT_BEHIND:
                        shutil.rmtree(path, ignore_errors=True)
            self.site.parent.mkdir(parents=True, exist_ok=True)
            folder = Path(tempfile.mkdtemp(prefix=prefix, dir=self.site.parent))
        except OSError:
            if not os.access(self.site, os.W_OK):
                raise
            folder = Path(tempfile.mkdtemp(prefix=prefix))
        folder.chmod(0o755)  # a site is there to be read
        return folder

    def swap(self, config: MkDocsConfig) -> None:
        """Put the finished folder in the site's place, unless MkDocs is about to abort over warnings.

        Raises OSError where it cannot be written; the site is then that of before.
        """
        if not (config.strict and self.warnings.count):
            leave_list(self.folder)
            tell_foreign(self.site)
            try:
                put_in_place(self.folder, self.site)
            except HeldError:
                fill(self.folder, self.site)
        self.drop()
        config.site_dir = self.named

    def drop(self) -> None:
        """Leave nothing of the folder."""
        logging.getLogger("mkdocs").removeHandler(self.warnings)
        shutil.rmtree(self.folder, ignore_errors=True)


def unwritable(error: Exception) -> str:
    """One line on a place where the site cannot be written; empty where the error is another."""
    if not isinstance(error, OSError) or error.errno not in UNWRITABLE:
        return ""
    where = f" ({error.filename})" if error.filename else ""
    return f"the site cannot be written: {(error.strerror or '').lower()}{where}; the last one is as it was"


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
