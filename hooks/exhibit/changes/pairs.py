"""Which parts of two versions are the same part: matched by what they speak of, never by position."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar

from exhibit.model.claims import Claim, Step
from exhibit.model.fields import Readings
from exhibit.model.part import Model

P = TypeVar("P", bound=Model)
Key = Callable[[Any], Hashable]


def pairs(before: Sequence[P], after: Sequence[P]) -> list[tuple[Any, Any]]:
    """The parts of two versions in twos; None where one side has no such part.

    What is equal is matched first, then what agrees in the surest key, then in the next one.
    """
    old, found = list(before), dict[int, P]()
    for key in (None, *keys(before, after)):
        for index, part in enumerate(after):
            if index in found:
                continue
            match = next((o for o in old if (o == part if key is None else key(o) == key(part))), None)
            if match is not None:
                found[index] = match
                old = [o for o in old if o is not match]
    twos: list[tuple[Any, Any]] = [(found.get(i), part) for i, part in enumerate(after)]
    return [*twos, *((part, None) for part in old)]


def keys(before: Sequence[Model], after: Sequence[Model]) -> tuple[Key, ...]:
    """The keys by which parts of a kind are matched, the surest first."""
    first = next(iter((*after, *before)), None)
    if isinstance(first, Claim):
        single = len(before) <= 1 and len(after) <= 1
        by_act: tuple[Key, ...] = (lambda s: _folded(s.act),) if isinstance(first, Step) else ()
        return (_value, *by_act, _sources, *((lambda claim: True,) if single else ()))
    return tuple(_by(names) for names in first.MATCHED_BY) if first else ()


def each_alone(part: Any) -> list[Any]:
    """A part that speaks of several states as parts that each speak of one."""
    if len(part.speaks_of) > 1:
        return [part.model_copy(update={part.SPEAKS_OF: [who]}) for who in part.speaks_of]
    return [part]


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _value(claim: Any) -> Hashable:
    act = _folded(claim.act) if isinstance(claim, Step) else ""
    return act, claim.never, str(claim.value if claim.value is not None else claim.said)


def _sources(claim: Any) -> Hashable:
    """The sources of a claim; a claim without any is like no other."""
    return frozenset(c.source for c in claim.cite) or id(claim)


def _by(names: tuple[str, ...]) -> Key:
    return lambda part: tuple(_alike(getattr(part, name)) for name in names)


def _alike(value: Any) -> Hashable:
    """A value of a field as it is compared: a text by its letters, what carries claims by their values."""
    if isinstance(value, Readings):
        return tuple(str(claim.value) for claim in value.claims())
    if isinstance(value, list):
        return tuple(_value(one) if isinstance(one, Claim) else _alike(one) for one in value)
    return _folded(value) if isinstance(value, str) else value
