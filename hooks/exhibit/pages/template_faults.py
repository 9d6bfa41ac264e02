"""Faults in templates: where a fault that arose while pages were made lies, in the words of a problem."""

from __future__ import annotations

import traceback
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from exhibit.model.marks import position
from exhibit.problems.problem import Problem

FOLDER = "hooks/templates"
ENDINGS = (".jinja", ".html", ".xml")
"""How templates end, the theme's own included."""
_LIBRARIES = ("jinja2", "markupsafe")


def template_problem(fault: BaseException, root: Path) -> Problem | None:
    """The problem of a fault in a template, at its line; None where the fault is another."""
    if isinstance(fault, UnicodeDecodeError):
        return _wrongly_saved(root)
    if isinstance(fault, TemplateNotFound):
        return Problem(FOLDER, 1, 1, "", f"no template '{fault.name}' here")
    if isinstance(fault, TemplateSyntaxError):
        return _problem(fault.filename or "", fault.lineno, fault.message or "", root)
    frames = [f for f in traceback.extract_tb(fault.__traceback__) if not _is_of_libraries(f.filename)]
    if isinstance(fault, TemplateError):
        inside = [frame for frame in frames if frame.filename.endswith(ENDINGS)]
        message = fault.message or type(fault).__name__
    else:  # what a template cannot work out, but not what the code it calls cannot
        inside = [frame for frame in frames[-1:] if frame.filename.endswith(ENDINGS)]
        message = f"this cannot be worked out: {fault}"
    if inside:
        return _problem(inside[-1].filename, inside[-1].lineno or 1, message, root)
    return _problem("", 1, message, root) if isinstance(fault, TemplateError) else None


def _is_of_libraries(file: str) -> bool:
    return Path(file).suffix == ".py" and any(name in Path(file).parts for name in _LIBRARIES)


def _problem(file: str, line: int, message: str, root: Path) -> Problem:
    shown = Path(file).relative_to(root).as_posix() if Path(file).is_relative_to(root) else Path(file).name
    return Problem(shown or FOLDER, line, 1, "", message)


def _wrongly_saved(root: Path) -> Problem | None:
    """The first template that is not UTF-8: the exception knows no file."""
    for path in sorted((root / "hooks").rglob("[!.]*")):
        if path.suffix in ENDINGS and path.is_file():
            content = path.read_bytes()
            try:
                content.decode("utf-8")
            except UnicodeDecodeError as error:
                begun = content[: error.start].decode("utf-8")
                where = position(begun, len(begun))
                return Problem(
                    path.relative_to(root).as_posix(), *where, "", "not UTF-8; save the file as UTF-8"
                )
    return None
