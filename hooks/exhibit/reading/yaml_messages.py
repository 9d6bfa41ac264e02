"""Slips of YAML: what an editor did where the reader of YAML stopped, and what would be right.

YAML's own messages speak of tokens and mapping values, and often name the line after the slip. Here
the lines around the place are looked at for what people do: a tab, a missing space or comma, a
quote or bracket left open, a second colon in one value.
"""

from __future__ import annotations

import re
import unicodedata

import yaml

CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
"""Characters that nobody sees and YAML reads as it likes: controls, turned text, hidden spaces."""

SWALLOWED = re.compile(r"^(\s*)([a-z_]{2,20}):(?=[^\s/:])")
"""A line that was meant as a field: a name, a colon, and no space after it."""

Slip = tuple[int, int, str]
"""Line and column from 1, and what to say."""

ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_COLON = re.compile(r"^(\s*(?:- +)*\{?)([a-z_]{2,20}):(?=[^\s/:])")
_DASH = re.compile(r"^(\s*)-(?=[^\s-])")
NAMELESS = "a colon with no field's name before it"
_QUOTE_IT = "put the value in 'single quotes'"


def invisible(character: str) -> str:
    """An unseen character, named for an editor."""
    code = f"U+{ord(character):04X}"
    if unicodedata.category(character) in ("Cc", "Cs", "Cn"):
        return f"a control character ({code})"
    return f"an invisible character ({code}, {unicodedata.name(character, 'unnamed').lower()})"


def odd_space(character: str) -> str:
    """A space that is not the ordinary one, named for an editor."""
    return f"a {unicodedata.name(character).lower()} (U+{ord(character):04X})"


def space_after_colon(name: str) -> str:
    """What to say of ``title:One``."""
    return f"a space is missing after '{name}:'"


def diagnose(error: yaml.MarkedYAMLError, text: str) -> Slip:
    """Where the slip behind a YAML error is, and what would be right."""
    lines = text.split("\n")
    mark = error.problem_mark or error.context_mark
    at, column = (mark.line, mark.column) if mark else (0, 0)
    opened = (error.context_mark.line, error.context_mark.column) if error.context_mark else (at, column)
    problem, context = error.problem or "", error.context or ""
    if "quoted scalar" in context:
        return _quoted(problem, opened, (at, column))
    for look in (_tab, _odd_space, _missing_space):
        if slip := look(lines, opened[0], at):
            return slip
    line = lines[at] if at < len(lines) else ""
    if "flow" in context:
        return _flow(lines, opened, (at, column))
    if "could not find expected ':'" in problem:
        return colonless(lines, opened[0]) or _indentation(lines, at)
    if "mapping values" in problem:
        return _second_colon(lines, at, column)
    message = _by_words(problem, context, line[column : column + 1])
    if message:
        sign = (
            opened if opened[0] == at and line[opened[1] : opened[1] + 1] in ("&", "*", "!") else (at, column)
        )
        return sign[0] + 1, sign[1] + 1, message
    slips = _after_a_value(lines, at, column), _start(lines, at)
    return next((slip for slip in slips if slip), None) or _indentation(lines, at)


def _quoted(problem: str, opened: tuple[int, int], mark: tuple[int, int]) -> Slip:
    if "escape" in problem or "hexdecimal" in problem:
        message = "a backslash means something special in \"double quotes\"; use 'single quotes'"
        return mark[0] + 1, mark[1] + 1, message
    return opened[0] + 1, opened[1] + 1, f"the quote opened in line {opened[0] + 1} is not closed"


def _near(first: int, last: int, lines: list[str]) -> list[int]:
    """The lines to look at: from where YAML began to where it stopped, and the written line before."""
    before = next((n for n in range(min(first, last) - 1, -1, -1) if lines[n].strip()), 0)
    begin = max(min(first, last), last - 20)
    return [n for n in (*range(begin, last + 1), before) if n < len(lines)]


def _tab(lines: list[str], first: int, last: int) -> Slip | None:
    for number in _near(first, last, lines):
        if found := re.match(r" *(?:- *)?\t", lines[number]):
            return number + 1, found.end(), "a tab; indent with spaces, two for each step"
    return None


def _odd_space(lines: list[str], first: int, last: int) -> Slip | None:
    for number in _near(first, last, lines):
        line = lines[number]
        if (found := ODD_SPACE.search(line)) and re.match(r"\s*$|.*[:,-]$", line[: found.start()]):
            message = f"{odd_space(found.group())}; type an ordinary space there"
            return number + 1, found.start() + 1, message
    return None


def _missing_space(lines: list[str], first: int, last: int) -> Slip | None:
    for number in _near(first, last, lines):
        if found := _COLON.match(lines[number]):
            return number + 1, len(found.group(1)) + 1, space_after_colon(found.group(2))
        if found := _DASH.match(lines[number]):
            return number + 1, len(found.group(1)) + 1, "a space is missing after the dash"
    return None


def _bracket(lines: list[str], opened: tuple[int, int]) -> tuple[int, int]:
    """Where the bracket is: at the end of a file YAML points behind it."""
    if opened[0] < len(lines) and lines[opened[0]][opened[1] : opened[1] + 1] in ("[", "{"):
        return opened
    signs = [(n, c) for n, line in enumerate(lines) for c, sign in enumerate(line) if sign in "[{"]
    return signs[-1] if signs else (len(lines) - 1, 0)


def _flow(lines: list[str], opened: tuple[int, int], mark: tuple[int, int]) -> Slip:
    """Inside brackets: one left open, closed by the wrong one, or a comma forgotten."""
    opened = _bracket(lines, opened)
    bracket = lines[opened[0]][opened[1] : opened[1] + 1] or "{"
    closing = {"{": "}", "[": "]"}.get(bracket, "}")
    line = lines[mark[0]] if mark[0] < len(lines) else ""
    here, before = line[mark[1] : mark[1] + 1], line[: mark[1]]
    if here in "]}" and here and here != closing:
        message = f"'{here}' closes a '{bracket}' opened in line {opened[0] + 1}; write '{closing}'"
        return mark[0] + 1, mark[1] + 1, message
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
        return mark[0] + 1, mark[1] + 1, f"a second ': ' in one value; {_QUOTE_IT}"
    return mark[0] + 1, column + 1, "a comma is missing before this, or the value needs 'single quotes'"


def colonless(lines: list[str], number: int) -> Slip | None:
    """What to say of a line that begins with a word and no colon."""
    if found := re.match(r"(\s*(?:- +)?)([A-Za-z_]+)(?:\s|$)", lines[number]):
        word = found.group(2)
        message = f"no colon after '{word}'; a line is a field and its value, as in `{word}: …`"
        return number + 1, len(found.group(1)) + 1, message
    return None


def _second_colon(lines: list[str], at: int, column: int) -> Slip:
    before = lines[at][:column]
    earlier = next((n for n in range(at - 1, -1, -1) if lines[n].strip()), at)
    if (
        ":" not in lines[earlier]
        and _depth(lines[earlier]) == _depth(lines[at])
        and (slip := colonless(lines, earlier))
    ):
        return slip
    if re.match(r"\s*(- +)?[\w-]+\s*$", before):
        return _start(lines, at) or _indentation(lines, at)
    if curly := re.match(r"(\s*(?:- +)?[\w-]+: +)[“”‘’„«]", before):
        return (
            at + 1,
            curly.end(),
            "curly quotes do not hold a value together; write straight 'single quotes' round it",
        )
    return at + 1, column + 1, f"a second ': ' in one value; {_QUOTE_IT}"


def _by_words(problem: str, context: str, here: str) -> str:
    """What to say of a character that cannot stand where it is."""
    if "cannot start any token" in problem or "directive" in context:
        return f"a value cannot begin with '{here}'; put it in 'single quotes'"
    if "anchor" in context or "alias" in context:
        return f"a value cannot begin with & or *; {_QUOTE_IT}"
    if "tag" in context or "tag" in problem:
        return "tags (!) are not used here; write plain values or quote the text"
    if "block scalar" in context:
        return "after | or > the text begins on the next line, two spaces deeper"
    if "block sequence entries" in problem:
        return "a list begins on a line of its own, each entry with '- '; or write it in [brackets]"
    return ""


def _after_a_value(lines: list[str], at: int, column: int) -> Slip | None:
    """Text after a closing quote or bracket."""
    before = lines[at][:column].rstrip() if at < len(lines) else ""
    here = lines[at][column : column + 1] if at < len(lines) else ""
    if here in ("]", "}"):
        return at + 1, column + 1, f"one '{here}' too many; delete it"
    last = before[-1:]
    if last in ("]", "}"):
        return at + 1, column + 1, f"text after the closing '{last}'; {_QUOTE_IT}, or begin a new line"
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


def _start(lines: list[str], at: int) -> Slip | None:
    """A first field that stands deeper than the ones after it."""
    first = next((n for n, line in enumerate(lines) if line.strip() and not line.startswith("#")), 0)
    if lines[first].startswith(" ") and first < at:
        return first + 1, 1, "the first field begins too far right; begin it in column 1"
    if first < at and re.match(r"[\[{]", lines[first]):
        return first + 1, 1, "expected fields (`title: …`) at the top of the file"
    return None


def _indentation(lines: list[str], at: int) -> Slip:
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
