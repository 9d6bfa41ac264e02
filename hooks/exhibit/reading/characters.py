"""Characters that nobody sees in a file, or takes for others, and what to call them."""

from __future__ import annotations

import re
import unicodedata

_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u034f\u061c\u115f\u1160\u17b4\u17b5\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)
"""Characters that nobody sees and YAML reads as it likes: controls, turned text, hidden spaces, tags, fillers (what
Unicode calls Default_Ignorable_Code_Point, but for the soft hyphen, which is suspected, and what follows here)."""

_JOINING = re.compile("[\u180b-\u180f\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]+")
"""What joins, parts or varies the letters and signs around it: some scripts need it, Latin and Cyrillic do not, and
nobody needs several."""
_ALONE = re.compile("[A-Za-z\u0400-\u052f]")

_ACCENT = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_HEAP = re.compile(f"{_ACCENT}{_ACCENT}{{8}}")
"""Nine accents on one letter, which run over the lines around it; no script has more than four."""

ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""Spaces that are not the ordinary one."""


CONFLICT = re.compile(r"(?m)^[ \t]*(?:[>+-] ?)?(<{7}|>{7}|\|{7})(?= |$)")
"""The lines between which git leaves the two versions of what was changed twice."""

CONFLICT_MESSAGE = (
    "git left two versions here; keep one, and delete the lines with <<<<<<<, ======= and >>>>>>>"
)


def unseen(text: str) -> tuple[int, str] | None:
    """The first thing in a text that is not what it looks like: where, and what it is; None where nothing is."""
    if found := _CONTROL.search(text):
        return found.start(), invisible(found.group())
    for found in _JOINING.finditer(text):
        if len(found.group()) > 1 or _ALONE.match(text[found.start() - 1 : found.start()]):
            return found.start(), invisible(found.group()[0])
    heap = _HEAP.search(text)
    return (heap.start(), "more than eight accents on one letter") if heap else None


def invisible(character: str) -> str:
    """An unseen character, named for an editor."""
    code = f"U+{ord(character):04X}"
    if unicodedata.category(character) in ("Cc", "Cs", "Cn"):
        return f"a control character ({code})"
    return f"an invisible character ({code}, {unicodedata.name(character, 'unnamed').lower()})"


def odd_space(character: str) -> str:
    """A space that is not the ordinary one, named for an editor."""
    return f"a {unicodedata.name(character).lower()} (U+{ord(character):04X})"
