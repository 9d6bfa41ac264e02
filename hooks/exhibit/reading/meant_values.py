"""Meant values: how a number, a code, an id or an address is to be written that is wrongly written."""

from __future__ import annotations

import re

from exhibit.model.forms import Form
from exhibit.problems.problem import shown

NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()


def meant_number(given: str) -> str:
    """The tail of a message about a number: how the one that is meant is written in figures."""
    text = given[:40].strip().lower()
    if text in NUMBERS:
        return f"; write {NUMBERS.index(text)}"
    if re.match(r"^\d{1,3}([ ,.\u00a0\u202f']\d{3})+$", text):
        return f"; write {re.sub(r'[^0-9]', '', text)}"
    if decimal := re.match(r"^(-?\d+)[,.](\d+) *°? *[nsew]?$", text):
        return f"; write {decimal.group(1)}.{decimal.group(2)}"
    if parts := re.match(r"^(-?)(\d{1,3})[°: ] *(\d{1,2})(?:['′: ] *(\d{1,2}))?['\"′″]* *([nsew]?)$", text):
        sign, degrees, minutes, seconds, side = parts.groups()
        value = int(degrees) + int(minutes) / 60 + int(seconds or 0) / 3600
        minus = "-" if sign or side in ("s", "w") and side else ""
        return f"; write degrees as a decimal, {minus}{value:.2f}"
    return "; write it in figures, as in 12"


def wrong_form(form: Form | None, given: str) -> str:
    """What is wrong with a value that has not the form of its field, and how to write it, where that can be told."""
    if form is None:
        return f"{shown(given)} has the wrong form"
    cure = form.meant(given[:200].strip())
    return f"{shown(given)} {form.fault}; write {cure}" if cure else f"{shown(given)} {form.fault}"
