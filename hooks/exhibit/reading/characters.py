"""Characters that nobody sees in a file, or takes for others, and what to call them."""

from __future__ import annotations

import re
import unicodedata

CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)
"""Characters that nobody sees and YAML reads as it likes: controls, turned text, hidden spaces, tags."""

ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""Spaces that are not the ordinary one."""


CONFLICT = re.compile(r"(?m)^[ \t]*(?:[>+-] ?)?(<{7}|>{7}|\|{7})(?= |$)")
"""The lines between which git leaves the two versions of what was changed twice."""

CONFLICT_MESSAGE = (
    "git left two versions here; keep one, and delete the lines with <<<<<<<, ======= and >>>>>>>"
)


def invisible(character: str) -> str:
    """An unseen character, named for an editor."""
    code = f"U+{ord(character):04X}"
    if unicodedata.category(character) in ("Cc", "Cs", "Cn"):
        return f"a control character ({code})"
    return f"an invisible character ({code}, {unicodedata.name(character, 'unnamed').lower()})"


def odd_space(character: str) -> str:
    """A space that is not the ordinary one, named for an editor."""
    return f"a {unicodedata.name(character).lower()} (U+{ord(character):04X})"
