"""Which parts of two versions are the same part: matched by what they speak of, never by position."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel

from exhibit.model.claims import Citation, Claim, Step
from exhibit.model.fields import DateField, Point
from exhibit.model.kinds import (
    Action,
    Attendance,
    Body,
    Name,
    Office,
    Paragraph,
    PartOf,
    Seat,
    Spell,
    Succession,
)

P = TypeVar("P", bound=BaseModel)
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


def keys(before: Sequence[BaseModel], after: Sequence[BaseModel]) -> tuple[Key, ...]:
    """The keys by which parts of a kind are matched, the surest first."""
    first = next(iter((*after, *before)), None)
    if isinstance(first, Claim):
        single = len(before) <= 1 and len(after) <= 1
        by_act: tuple[Key, ...] = (lambda s: _folded(s.act),) if isinstance(first, Step) else ()
        return (_value, *by_act, _sources, *((lambda claim: True,) if single else ()))
    return _KEYS.get(type(first), ()) if first else ()


def each_alone(part: Any) -> list[Any]:
    """A part that speaks of several states as parts that each speak of one."""
    if isinstance(part, Spell | Action | Attendance) and len(part.who) > 1:
        return [part.model_copy(update={"who": [who]}) for who in part.who]
    return [part]


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _value(claim: Any) -> Hashable:
    act = _folded(claim.act) if isinstance(claim, Step) else ""
    return act, claim.never, str(claim.value if claim.value is not None else claim.said)


def _sources(claim: Any) -> Hashable:
    """The sources of a claim; a claim without any is like no other."""
    return frozenset(c.source for c in claim.cite) or id(claim)


def _start(part: Any) -> str:
    if isinstance(part.start, DateField):
        return " ".join(str(claim.value) for claim in part.start.claims())
    return str(part.start)


_KEYS: dict[type, tuple[Key, ...]] = {
    Spell: (
        lambda s: (s.who, s.status, s.never, _start(s)),
        lambda s: (s.who, s.status, s.never),
        lambda s: (s.who, s.never, _start(s)),
    ),
    Action: (lambda a: (a.who, a.act, a.never), lambda a: (a.who, a.act)),
    Attendance: (lambda a: (a.who, a.role), lambda a: a.who),
    Name: (lambda n: (n.text, n.lang, n.kind), lambda n: (n.text, n.lang), lambda n: n.text),
    Body: (lambda b: b.id, lambda b: b.title),
    Succession: (lambda s: (s.organisation, s.how), lambda s: s.organisation),
    PartOf: (lambda p: (p.organisation, _start(p)), lambda p: p.organisation),
    Seat: (lambda s: (s.place, _start(s)), lambda s: s.place),
    Office: (lambda o: (o.title, o.of, _start(o)), lambda o: (o.title, o.of), lambda o: o.title),
    Paragraph: (lambda p: p.at,),
    Point: (lambda p: _folded(p.about), lambda p: tuple(_value(r) for r in p.readings)),
    Citation: (
        lambda c: (c.source, c.at, c.via),
        lambda c: (c.source, c.at),
        lambda c: c.source,
    ),
}
