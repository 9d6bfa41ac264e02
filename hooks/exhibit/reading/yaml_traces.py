"""Traces in YAML of another tool: signs of another script, lines of a diff, bullets for dashes, a dash lost.

Each look at the lines gives a finding, or None where the lines are sound.
"""

from __future__ import annotations

import re
import unicodedata

from exhibit.reading.characters import CONFLICT_MESSAGE
from exhibit.reading.yaml_lines import Finding, near

WIDE = re.compile(r"[：︰﹕，、،؛；﹐｛｝［］]")
"""Signs that look like those of YAML and are letters to it."""

_PLAIN = dict(zip("：︰﹕，、،؛；﹐｛｝［］", ":::,,,,,,{}[]", strict=True))
_FIELD = r"[a-z_]{2,20}"
_WIDE_AT = (
    re.compile(rf"^\s*(?:- +)*[{{｛]?\s*{_FIELD} ?([：︰﹕])"),
    re.compile(rf"[{{,｛] *{_FIELD} ?([：︰﹕])"),
    re.compile(rf"[{{｛][^}}]*?([，、،؛；﹐]) *{_FIELD} ?[:：]"),
    re.compile(rf"([｛［｝］]) *(?:{_FIELD} ?[:：]|$|[,}}\]])"),
)
_DIFF = re.compile(
    rf"^(?:([+-])(?: *{_FIELD}:(?: |$)| {{2,}}\S)|(@@ .*|diff --git .*|(?:---|\+\+\+) [ab/].*|index [0-9a-f]{{7,}}.*))"
)
_BULLET = re.compile(rf"^(\s*)([–—‒−•·▪◦*])(?=\s*(?:\{{|\[|{_FIELD}:|[a-z0-9-]+\s*$))")


def wide_sign(lines: list[str], first: int, last: int) -> Finding | None:
    """A colon, comma or bracket of another script where one of YAML belongs."""
    for number in near(first, last, lines):
        for pattern in _WIDE_AT:
            if found := pattern.search(lines[number]):
                return number + 1, found.start(1) + 1, other_sign(found.group(1))
    return None


def other_sign(sign: str) -> str:
    """What to say of a sign that looks like one of YAML."""
    name = unicodedata.name(sign, "sign").lower()
    article = "an" if name[0] in "aeiou" else "a"
    return f"{article} {name} (U+{ord(sign):04X}) is a letter to YAML; type an ordinary '{_PLAIN[sign]}'"


def of_a_diff(lines: list[str], first: int, last: int) -> Finding | None:
    """A line of a diff, or the sign with which one marks its lines, at the top of a file of fields."""
    for number in near(first, last, lines):
        line = lines[number]
        if re.match(r"={7}\s*$", line):
            return number + 1, 1, CONFLICT_MESSAGE
        if found := _DIFF.match(line):
            what = f"the '{found.group(1)}' of a diff" if found.group(1) else "this line is of a diff"
            return number + 1, 1, f"{what}{' was left here' if found.group(1) else ''}; delete it"
    return None


def bullet(lines: list[str], first: int, last: int) -> Finding | None:
    """An entry of a list that begins with another sign than the dash."""
    for number in near(first, last, lines):
        if found := _BULLET.match(lines[number]):
            sign = found.group(2)
            return (
                number + 1,
                found.start(2) + 1,
                f"'{sign}' is not the dash of a list; begin the entry with '- '",
            )
    return None


def lost_dash(lines: list[str], first: int, last: int) -> Finding | None:
    """An entry of a list without its dash, beside entries that have one, or with its other fields deeper."""
    for number in near(first, last, lines):
        found = re.match(rf"^( +)(?:\{{ *{_FIELD}:|({_FIELD}): +\S)", lines[number])
        if not found:
            continue
        depth = len(found.group(1))
        around = [line for line in (_beside(lines, number, -1), _beside(lines, number, 1)) if line]
        beside = any(line.startswith(f"{' ' * depth}- ") for line in around)
        deeper = (
            re.match(rf"^ {{{depth + 2}}}{_FIELD}:", _beside(lines, number, 1)) if found.group(2) else None
        )
        opened = re.match(rf"^ *(?:- +)?{_FIELD}:\s*$", _beside(lines, number, -1))
        if beside and not found.group(2) or deeper and (beside or opened):
            return number + 1, depth + 1, "no dash; each entry of a list begins with '- '"
    return None


def _beside(lines: list[str], number: int, step: int) -> str:
    """The written line before or after one."""
    number += step
    while 0 <= number < len(lines) and not lines[number].strip():
        number += step
    return lines[number] if 0 <= number < len(lines) else ""


def unindented_text(lines: list[str], first: int, last: int) -> Finding | None:
    """Text that begins in the column of its field, after ``|``."""
    for number in near(first, last, lines):
        before = re.match(rf"^( *)(?:- +)?({_FIELD}): +[|>][+-]?\s*$", _beside(lines, number, -1))
        depth = len(lines[number]) - len(lines[number].lstrip(" "))
        if before and depth <= len(before.group(1)) and not re.match(rf" *(- )?{_FIELD}:", lines[number]):
            message = f"after '{before.group(2)}: |' each line of the text stands two spaces deeper"
            return number + 1, depth + 1, message
    return None


def equals(lines: list[str], first: int, last: int) -> Finding | None:
    """An equals sign for the colon."""
    for number in near(first, last, lines):
        if found := re.match(rf"^(\s*(?:- +)?)({_FIELD}) ?=(?!=) ?", lines[number]):
            return number + 1, len(found.group(1)) + 1, f"a field has a colon: write '{found.group(2)}: …'"
    return None
