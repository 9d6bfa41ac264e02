"""What the banner and the terminal say of a fault: where it lies and what is wrong, never the bare text of an exception."""

from __future__ import annotations

import logging
import re
import traceback
from pathlib import Path

from exhibit.pages.template_faults import template_problem
from exhibit.problems.printable import printable
from mkdocs.exceptions import MkDocsException

log = logging.getLogger("mkdocs")


class Heard(logging.Handler):
    """Keeps what MkDocs says of a fault, which its exception does not repeat."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())

    def __enter__(self) -> Heard:
        log.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        log.removeHandler(self)


def plain(record: logging.LogRecord) -> bool:
    """Take from a line of the log what would move the cursor or colour it; a filter, which lets every line pass."""
    record.msg, record.args = printable(record.getMessage()), ()
    return True


def in_words(fault: BaseException, heard: list[str], root: Path) -> str:
    """The report of a fault. heard: what MkDocs said of it; root: the project's folder.

    What MkDocs and the hook raise speaks to an editor, and so does a fault in a template. Anything else is a fault of
    the code, whose own text ("'nobody'") says nothing without what it is and where.
    """
    if isinstance(fault, MkDocsException):
        return "\n".join(dict.fromkeys([*heard, *str(fault).splitlines()]))
    if problem := template_problem(fault, root):
        return str(problem)
    return f"{_page(heard)} cannot be made: {type(fault).__name__}: {fault} ({_place(fault, root)})"


def is_of_the_code(fault: BaseException, root: Path) -> bool:
    """Whether nobody who writes data, pages or templates can have caused it, and the terminal is to have it whole."""
    return not isinstance(fault, MkDocsException) and template_problem(fault, root) is None


def _page(heard: list[str]) -> str:
    """The page on which MkDocs stopped, where it was one."""
    pages = [
        found[1] for line in heard if (found := re.match(r"Error (?:reading|building) page '(.*?)'", line))
    ]
    return pages[0] if pages else "the site"


def _place(fault: BaseException, root: Path) -> str:
    """The file of the project and the line in which a fault arose, or those of the library."""
    frames = traceback.extract_tb(fault.__traceback__)
    if not frames:
        return "nobody knows where"
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(root)] or frames
    file = Path(ours[-1].filename)
    return f"{file.relative_to(root) if file.is_relative_to(root) else file.name}:{ours[-1].lineno}"
