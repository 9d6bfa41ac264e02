"""Quotes and brackets of YAML that are left open, closed by the wrong one, or followed by more."""

from __future__ import annotations

import re

from exhibit.reading.yaml_lines import QUOTE_IT, Finding


def open_quote(problem: str, opened: tuple[int, int], mark: tuple[int, int]) -> Finding:
    """A quote that is not closed, or a backslash inside double ones."""
    if "escape" in problem or "hexdecimal" in problem:
        message = "a backslash means something special in \"double quotes\"; use 'single quotes'"
        return mark[0] + 1, mark[1] + 1, message
    return opened[0] + 1, opened[1] + 1, f"the quote opened in line {opened[0] + 1} is not closed"


def _bracket(lines: list[str], opened: tuple[int, int]) -> tuple[int, int]:
    """Where the bracket is: at the end of a file YAML points behind it."""
    if opened[0] < len(lines) and lines[opened[0]][opened[1] : opened[1] + 1] in ("[", "{"):
        return opened
    signs = [(n, c) for n, line in enumerate(lines) for c, sign in enumerate(line) if sign in "[{"]
    return signs[-1] if signs else (len(lines) - 1, 0)


def in_brackets(lines: list[str], opened: tuple[int, int], mark: tuple[int, int]) -> Finding:
    """Inside brackets: one left open, closed by the wrong one, or a comma forgotten."""
    opened = _bracket(lines, opened)
    bracket = lines[opened[0]][opened[1] : opened[1] + 1] or "{"
    closing = {"{": "}", "[": "]"}.get(bracket, "}")
    line = lines[mark[0]] if mark[0] < len(lines) else ""
    here, before = line[mark[1] : mark[1] + 1], line[: mark[1]]
    if here in "]}" and here and here != closing:
        message = f"'{here}' closes a '{bracket}' opened in line {opened[0] + 1}; write '{closing}'"
        return mark[0] + 1, mark[1] + 1, message
    cut = re.search(r"\s#", lines[opened[0]][opened[1] :]) if opened[0] < len(lines) else None
    if cut and mark[0] > opened[0]:
        message = (
            "what follows ' #' is dropped as a comment, and this bracket with it; put the value in 'quotes'"
        )
        return opened[0] + 1, opened[1] + cut.start() + 2, message
    if (
        mark[0] > opened[0]
        and (not line.strip() or re.match(r"\s*(- |[\w]+:)", line))
        or mark[0] >= len(lines)
    ):
        return (
            opened[0] + 1,
            opened[1] + 1,
            f"the '{bracket}' opened here is not closed; end it with '{closing}'",
        )
    word = re.search(r"([\w'\"-]+)\s*$", before) if here == ":" else None
    column = word.start(1) if word else mark[1]
    spaced = before[:column].endswith(" ") and not re.search(r"[,:{\[]\s*$", before[:column])
    if here == ":" and not spaced:
        return mark[0] + 1, mark[1] + 1, f"a second ': ' in one value; {QUOTE_IT}"
    return mark[0] + 1, column + 1, "a comma is missing before this, or the value needs 'single quotes'"


def after_a_value(lines: list[str], at: int, column: int) -> Finding | None:
    """Text after a closing quote or bracket."""
    before = lines[at][:column].rstrip() if at < len(lines) else ""
    here = lines[at][column : column + 1] if at < len(lines) else ""
    if here in ("]", "}"):
        return at + 1, column + 1, f"one '{here}' too many; delete it"
    last = before[-1:]
    if last in ("]", "}"):
        return at + 1, column + 1, f"text after the closing '{last}'; {QUOTE_IT}, or begin a new line"
    if last not in ("'", '"'):
        return None
    if before.count(last) % 2:
        opened = next((n for n in range(at - 1, -1, -1) if lines[n].count(last) % 2), at)
        if opened < at:
            message = f"the quote opened here is not closed before line {at + 1}"
            return opened + 1, lines[opened].rfind(last) + 1, message
    cure = (
        "write '' for an apostrophe inside 'single quotes'"
        if last == "'"
        else "put the whole value in 'single quotes'"
    )
    return at + 1, len(before), f"the text ends at this quote, yet more follows; {cure}"
