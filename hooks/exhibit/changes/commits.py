"""Commits as the core is told of them: which data files each one touched, with their texts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime

from exhibit.changes.kept import Kept
from exhibit.model.dates import LAST_YEAR
from exhibit.model.kinds import COLLECTIONS
from exhibit.model.references import ID

_DATA_FILE = re.compile(rf"^data/(?P<collection>[a-z]+)/(?P<id>{ID})\.yml\Z")


def data_file(path: str) -> tuple[str, str] | None:
    """Collection and id of a data file's path in the project; None for any other path."""
    match = _DATA_FILE.match(path)
    return (match["collection"], match["id"]) if match and match["collection"] in COLLECTIONS else None


@dataclass(frozen=True)
class FileChange:
    """One data file in one commit.

    path: in the project. before, after: the keys of its text in ``History.texts``; empty where
    there was no file.
    """

    path: str
    before: str
    after: str


@dataclass(frozen=True)
class Commit:
    """One commit that touched data.

    id: its whole hash. seconds: the author's date, in seconds since 1970 (UTC). subject: the first
    line of its message, hostile text. Neither names nor addresses of people are kept.
    """

    id: str
    seconds: int
    subject: str
    files: tuple[FileChange, ...]

    @property
    def when(self) -> datetime:
        return datetime.fromtimestamp(self.seconds, UTC)

    @property
    def dated(self) -> bool:
        """Whether its date is one that can be: whoever commits may give any."""
        return 0 <= self.seconds < _END


_END = int(datetime(LAST_YEAR + 1, 1, 1, tzinfo=UTC).timestamp())


@dataclass(frozen=True, eq=False)
class History:
    """What is known of the past, newest commit first; each is like itself alone.

    texts: the versions of files by key; one that could not be had is missing. without: why there
    is no history, a plain clause; empty where there is one. cut: whether older commits exist that
    this copy does not hold. misdated: the hashes of commits left out, as they are dated outside the calendar.
    kept: what builds before this one have found out of these commits.
    """

    commits: tuple[Commit, ...] = ()
    texts: dict[str, str] = field(default_factory=dict, repr=False)
    without: str = ""
    cut: bool = False
    misdated: tuple[str, ...] = ()
    kept: Kept = field(default_factory=Kept, repr=False)

    def whole(self, commit: Commit) -> bool:
        """Whether all texts of a commit are here."""
        keys = {key for file in commit.files for key in (file.before, file.after)} - {""}
        return keys <= self.texts.keys()
