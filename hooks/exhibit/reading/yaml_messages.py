"""Messages about YAML: what an editor did where the reader of YAML stopped, and what would be right.

YAML's own messages speak of tokens and mapping values, and often name the line after the mistake. Here
the lines around the place are looked at for what people do: a tab, a missing space or comma, a
quote or bracket left open, a second colon in one value.
"""

from __future__ import annotations

import yaml

from exhibit.reading.yaml_brackets import after_a_value, in_brackets, open_quote
from exhibit.reading.yaml_lines import (
    LONGEST_LINE,
    QUOTE_IT,
    Finding,
    colonless,
    first_field,
    indentation,
    missing_space,
    second_colon,
    strange_space,
    tab,
)
from exhibit.reading.yaml_traces import bullet, equals, lost_dash, of_a_diff, unindented_text, wide_sign


def diagnose(error: yaml.MarkedYAMLError, text: str) -> Finding:
    """Where the mistake behind a YAML error is, and what would be right."""
    lines = text.split("\n")
    mark = error.problem_mark or error.context_mark
    at, column = (mark.line, mark.column) if mark else (0, 0)
    opened = (error.context_mark.line, error.context_mark.column) if error.context_mark else (at, column)
    problem, context = error.problem or "", error.context or ""
    if at < len(lines) and len(lines[at]) > LONGEST_LINE:
        return (
            at + 1,
            column + 1,
            f"here YAML cannot go on, in a line of {len(lines[at]):,} characters; break it",
        )
    if "quoted scalar" in context:
        return open_quote(problem, opened, (at, column))
    for look in _LOOKS:
        if finding := look(lines, opened[0], at):
            return finding
    line = lines[at] if at < len(lines) else ""
    if "flow" in context:
        return in_brackets(lines, opened, (at, column))
    if "could not find expected ':'" in problem:
        return colonless(lines, opened[0]) or indentation(lines, at)
    if "mapping values" in problem:
        return second_colon(lines, at, column)
    message = _by_words(problem, context, line[column : column + 1])
    if message:
        sign = (
            opened if opened[0] == at and line[opened[1] : opened[1] + 1] in ("&", "*", "!") else (at, column)
        )
        return sign[0] + 1, sign[1] + 1, message
    findings = after_a_value(lines, at, column), first_field(lines, at)
    return next((finding for finding in findings if finding), None) or indentation(lines, at)


_LOOKS = (
    wide_sign,
    of_a_diff,
    bullet,
    tab,
    strange_space,
    missing_space,
    unindented_text,
    equals,
    lost_dash,
)
"""What is looked for first, the surest before the others."""


def _by_words(problem: str, context: str, here: str) -> str:
    """What to say of a character that cannot stand where it is."""
    if "cannot start any token" in problem or "directive" in context:
        return f"a value cannot begin with '{here}'; put it in 'single quotes'"
    if "anchor" in context or "alias" in context:
        return f"a value cannot begin with & or *; {QUOTE_IT}"
    if "tag" in context or "tag" in problem:
        return "tags (!) are not used here; write plain values or quote the text"
    if "block scalar" in context:
        return "after | or > the text begins on the next line, two spaces deeper"
    if "block sequence entries" in problem:
        return "a list begins on a line of its own, each entry with '- '; or write it in [brackets]"
    return ""
