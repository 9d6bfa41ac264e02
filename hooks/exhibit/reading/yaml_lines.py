"""Lines of YAML that are not what they look like: tabs, missing spaces and colons, wrong columns.

Each look at the lines gives a finding, or None where the lines are sound.
"""

from __future__ import annotations

import re

from exhibit.reading.characters import ODD_SPACE, odd_space

LONGEST_LINE = 2_000
"""Characters of a line that is looked at for what an editor did: patterns go back and forth in it."""

Finding = tuple[int, int, str]
"""Line and column from 1, and what to say."""

SWALLOWED = re.compile(r"^(\s*)([a-z_]{2,20}):(?=[^\s/:])")
"""A line that was meant as a field: a name, a colon, and no space after it."""

_COLON = re.compile(r"^(\s*(?:- +)*\{?)([a-z_]{2,20}):(?=[^\s/:])")
_DASH = re.compile(r"^(\s*)-(?=[^\s-])")
NAMELESS = "a colon with no field's name before it"
QUOTE_IT = "put the value in 'single quotes'"


def space_after_colon(name: str) -> str:
    """What to say of ``title:One``."""
    return f"a space is missing after '{name}:'"


def near(first: int, last: int, lines: list[str]) -> list[int]:
    """The lines to look at: from where YAML began to where it stopped, and the written line before."""
    before = next((n for n in range(min(first, last) - 1, -1, -1) if lines[n].strip()), 0)
    begin = max(min(first, last), last - 20)
    return [n for n in (*range(begin, last + 1), before) if n < len(lines) and len(lines[n]) <= LONGEST_LINE]


def tab(lines: list[str], first: int, last: int) -> Finding | None:
    """A line that is indented with a tab."""
    for number in near(first, last, lines):
        if found := re.match(r" *(?:- *)?\t", lines[number]):
            return number + 1, found.end(), "a tab; indent with spaces, two for each step"
    return None


def strange_space(lines: list[str], first: int, last: int) -> Finding | None:
    """A space before a value or in the indentation that is not the ordinary one."""
    for number in near(first, last, lines):
        line = lines[number]
        if (found := ODD_SPACE.search(line)) and re.match(r"\s*$|.*[:,-]$", line[: found.start()]):
            message = f"{odd_space(found.group())}; type an ordinary space there"
            return number + 1, found.start() + 1, message
    return None


def missing_space(lines: list[str], first: int, last: int) -> Finding | None:
    """A colon or a dash with no space after it."""
    for number in near(first, last, lines):
        if found := _COLON.match(lines[number]):
            return number + 1, len(found.group(1)) + 1, space_after_colon(found.group(2))
        if found := _DASH.match(lines[number]):
            return number + 1, len(found.group(1)) + 1, "a space is missing after the dash"
    return None


def colonless(lines: list[str], number: int) -> Finding | None:
    """What to say of a line that begins with a word and no colon."""
    if found := re.match(r"(\s*(?:- +)?)([A-Za-z_]+)(?:\s|$)", lines[number]):
        word = found.group(2)
        message = f"no colon after '{word}'; a line is a field and its value, as in `{word}: …`"
        return number + 1, len(found.group(1)) + 1, message
    return None


def second_colon(lines: list[str], at: int, column: int) -> Finding:
    """A second colon in one value, or what made one of it."""
    before = lines[at][:column]
    earlier = next((n for n in range(at - 1, -1, -1) if lines[n].strip()), at)
    if (
        ":" not in lines[earlier]
        and _depth(lines[earlier]) == _depth(lines[at])
        and (finding := colonless(lines, earlier))
    ):
        return finding
    if re.match(r"\s*(- +)?[\w-]+\s*$", before):
        return first_field(lines, at) or indentation(lines, at)
    if curly := re.match(r"(\s*(?:- +)?[\w-]+: +)[“”‘’„«]", before):
        return (
            at + 1,
            curly.end(),
            "curly quotes do not hold a value together; write straight 'single quotes' round it",
        )
    return at + 1, column + 1, f"a second ': ' in one value; {QUOTE_IT}"


def first_field(lines: list[str], at: int) -> Finding | None:
    """A first field that stands deeper than the ones after it."""
    first = next((n for n, line in enumerate(lines) if line.strip() and not line.startswith("#")), 0)
    if lines[first].startswith(" ") and first < at:
        return first + 1, 1, "the first field begins too far right; begin it in column 1"
    if first < at and re.match(r"[\[{]", lines[first]):
        return first + 1, 1, "expected fields (`title: …`) at the top of the file"
    return None


def indentation(lines: list[str], at: int) -> Finding:
    """A line that begins in no column in which one above it of its kind begins: field or entry."""
    while at > 0 and (at >= len(lines) or not lines[at].strip()):
        at -= 1
    own = _depth(lines[at])
    is_entry = lines[at].lstrip().startswith("- ")
    columns: list[tuple[int, bool]] = []
    for line in lines[:at]:
        if line.strip() and not line.lstrip().startswith("#"):
            depth, entry = _depth(line), line.lstrip().startswith("- ")
            columns = [c for c in columns if c[0] < depth] + [(depth, entry)]
            if entry and (inner := re.match(r" *- +(?=[\w-]+:)", line)):
                columns.append((inner.end(), False))
    allowed = [str(depth + 1) for depth, entry in columns if entry == is_entry and depth != own]
    if (own, True) in columns and not is_entry:
        return at + 1, own + 1, "no dash; each entry of a list begins with '- '"
    if lines[at].lstrip().startswith(":"):
        return at + 1, own + 1, NAMELESS
    if not allowed:
        return (
            at + 1,
            own + 1,
            "this line does not fit the lines above; compare with the same place in another file",
        )
    message = f"this line begins in column {own + 1}; the lines above that it may belong to begin in column {' or '.join(allowed)}"
    return at + 1, own + 1, message


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
