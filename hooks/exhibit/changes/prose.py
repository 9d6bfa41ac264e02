"""How much of an account was edited, counted in sentences: white space and line breaks do not count."""

from __future__ import annotations

import re
from collections import Counter

_END = re.compile(r"(?<=[.!?…”])\s+(?=[A-ZА-Я“\[])|\n\s*\n")


def edited(before: str, after: str) -> str:
    """``: 2 sentences new, 1 gone``; empty where no sentence differs or only their breaks do."""
    if " ".join(before.split()) == " ".join(after.split()):
        return ""
    old, new = _sentences(before), _sentences(after)
    came, went = (new - old).total(), (old - new).total()
    if not came and not went:
        return " (its sentences stand in another order)"
    plural = "" if (came or went) == 1 else "s"
    if not came or not went:
        return f" ({came or went} sentence{plural} {'new' if came else 'gone'})"
    return f" ({came} sentence{plural} new, {went} gone)"


def _sentences(text: str) -> Counter[str]:
    return Counter(" ".join(sentence.split()) for sentence in _END.split(text) if sentence.strip())
