"""The rules that data must keep. A rule is a small generator whose docstring is the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from exhibit.model.dates import Edtf
from exhibit.model.fields import DateField
from exhibit.problems.problem import Problem
from exhibit.reading.exhibit import Exhibit

Rule = Callable[[Exhibit], Iterator[Problem]]
RULES: list[Rule] = []


def rule(function: Rule) -> Rule:
    """Register a rule."""
    RULES.append(function)
    return function


def certainly_before(a: Edtf | None, b: Edtf | None) -> bool:
    """Whether both dates are known and the first lies wholly before the second."""
    return bool(a and b and a.known and b.known and a.before(b))


def earliest_claim(field: DateField | None) -> Edtf | None:
    """The earliest date that any step or reading gives."""
    dates = [c.value for c in field.claims() if isinstance(c.value, Edtf) and c.value.known] if field else []
    return min(dates, key=lambda d: d.sort_key) if dates else None
