"""Settings: what ``mkdocs.yml`` says of the site that the exhibit needs, read without MkDocs."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import yaml

from exhibit.model.dates import DateError, Edtf, parse_date
from exhibit.problems.problem import Problem
from exhibit.reading.load import check_text
from exhibit.reading.nodes import Loader, UnreadableError

FILE = "mkdocs.yml"
AS_OF = ("extra", "exhibit", "as_of")
"""Where in it stands up to when the exhibit knows."""
MISSING = "says up to when the exhibit knows; add it, as in `as_of: 2026-06`"


@dataclass(frozen=True)
class Read:
    """What the file says, with its text by name; ``as_of`` is ``unknown`` where there is a problem with it."""

    as_of: Edtf = field(default_factory=lambda: parse_date("unknown"))
    site_name: str = ""
    problems: list[Problem] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)


def day_known(written: object) -> Edtf:
    """Up to when the exhibit knows, as it is written. Raises DateError where that is no date with an end."""
    when = parse_date(str(written))
    if when.latest is None:
        raise DateError(f"'{written}' has no last day; write a day, a month or a year, as in 2026-06")
    return when


def read_settings(root: Path) -> Read:
    """What the settings in a folder say, or those that they inherit from, with a problem where they do not."""
    path = root / FILE
    content = path.read_bytes() if path.is_file() else b""
    text = content.decode("utf-8-sig", errors="replace")
    try:
        check_text(content, text)
    except UnreadableError as error:
        return Read(problems=[Problem(FILE, error.line, error.column, "", error.message)], texts={FILE: text})
    try:
        name, as_of = (_scalar(path, way) for way in (("site_name",), AS_OF))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        message = "the file cannot be read as YAML here; mend it"
        return Read(problems=[Problem(FILE, line, column, "", message)], texts={FILE: text})
    told = Read(site_name=name.value if name else "", texts={FILE: text})
    if as_of is None:
        told.problems.append(Problem(FILE, 1, 1, ".".join(AS_OF), MISSING))
        return told
    try:
        return Read(day_known(as_of.value), told.site_name, texts=told.texts)
    except DateError as error:
        mark = as_of.start_mark
        told.problems.append(Problem(FILE, mark.line + 1, mark.column + 1, ".".join(AS_OF), str(error)))
        return told


def _scalar(path: Path, way: tuple[str, ...]) -> yaml.ScalarNode | None:
    """The value at the end of a way through a file of settings, or through the one that it inherits from."""
    if not path.is_file():
        return None
    node: yaml.Node | None = Loader(path.read_text("utf-8")).get_single_node()
    top = node
    for step in way:
        node = child(node, step)
    if isinstance(node, yaml.ScalarNode):
        return node
    parent = child(top, "INHERIT")
    return _scalar(path.parent / parent.value, way) if isinstance(parent, yaml.ScalarNode) else None


def child(node: yaml.Node | None, name: str) -> yaml.Node | None:
    """The node under a key of a mapping, or None."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for key, value in pairs if key.value == name), None)
