"""Rules of membership: a spell lies within its organisation's life, and no two of a state overlap."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from exhibit.checking.rule import certainly_before, earliest_claim, rule
from exhibit.model.dates import NO_DATE
from exhibit.model.evidence import best_date
from exhibit.model.kinds import Organisation, Span, Spell
from exhibit.problems.problem import MOST, Problem
from exhibit.reading.exhibit import Exhibit


@rule
def a_spell_lies_within_the_life_of_its_organisation(exhibit: Exhibit) -> Iterator[Problem]:
    """A spell lies within the life of its organisation; signatories and guests may come before it."""
    for item in exhibit.items.values():
        if not isinstance(item, Organisation):
            continue
        founded, ended = earliest_claim(item.founded), best_date(item.ended)
        for index, spell in enumerate(item.members):
            start, end = best_date(spell.start), best_date(spell.end)
            if not spell.status.before_founding and certainly_before(start, founded):
                message = f"the spell starts ({start}) before {item.short} was founded ({founded})"
                yield exhibit.problem(item, ("members", index, "from"), message)
            if certainly_before(ended, start):
                message = f"the spell starts ({start}) after {item.short} ended ({ended})"
                yield exhibit.problem(item, ("members", index, "from"), message)
            if certainly_before(ended, end):
                message = f"the spell ends ({end}) after {item.short} ended ({ended})"
                yield exhibit.problem(item, ("members", index, "to"), message)


@rule
def spells_of_one_state_do_not_overlap(exhibit: Exhibit) -> Iterator[Problem]:
    """The spells of one state in one organisation do not certainly overlap."""
    for item in exhibit.items.values():
        if isinstance(item, Organisation):
            of: dict[str, list[tuple[int, Spell]]] = {}
            for index, spell in enumerate(item.members):
                for who in dict.fromkeys(spell.who if not spell.never else []):
                    of.setdefault(who, []).append((index, spell))
            for who, spells in sorted(of.items()):
                yield from _overlaps(exhibit, item, who, spells[:MOST])


def _overlaps(
    exhibit: Exhibit, item: Organisation, who: str, spells: list[tuple[int, Spell]]
) -> Iterator[Problem]:
    """The overlaps of one state's spells; one spell is told once, by the first that it overlaps."""
    told: set[int] = set()
    for (_, a), (j, b) in combinations(spells, 2):
        if j not in told and _overlap(a, b):
            told.add(j)
            message = f"this spell of '{who}' overlaps the one as {a.status.value} from {best_date(a.start)}"
            yield exhibit.problem(item, ("members", j), f"{message}; close one with `to:`")


def _overlap(a: Spell, b: Spell) -> bool:
    first, second = sorted(
        (a, b),
        key=lambda s: (best_date(s.start) or NO_DATE).sort_key,
    )
    end, start = best_date(first.end), best_date(second.start)
    if start is None or not start.known or best_date(first.start) is None:
        return False
    if end is None:
        return first.end is None
    return certainly_before(start, end)


@rule
def an_unknown_end_says_as_of_when(exhibit: Exhibit) -> Iterator[Problem]:
    """``to: unknown`` says up to when the spell is known to have held (``as_of``)."""
    for item, path, span in exhibit.every(Span):
        if (end := best_date(span.end)) and not end.known and not span.as_of:
            message = "`to: unknown` needs `as_of:` with the last day it is known to have held"
            yield exhibit.problem(item, (*path, "to"), message)


@rule
def body_ids_are_unique(exhibit: Exhibit) -> Iterator[Problem]:
    """The bodies of an organisation have different ids."""
    for item in exhibit.items.values():
        if isinstance(item, Organisation):
            seen: set[str] = set()
            for index, body in enumerate(item.bodies):
                if body.id in seen:
                    message = f"two bodies with the id '{body.id}'; give one another id"
                    yield exhibit.problem(item, ("bodies", index, "id"), message)
                seen.add(body.id)
