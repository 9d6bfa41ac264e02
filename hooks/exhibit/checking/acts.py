"""Rules of treaties: what states do towards a text comes in the order of treaty law, and no act twice.

Signature, then consent to be bound, then entry into force, then notice and withdrawal (Vienna Convention on
the Law of Treaties, 1969, articles 11–15, 24, 54–57).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exhibit.checking.rule import certainly_before, earliest_claim, latest_claim, rule, settled_at, told
from exhibit.model.dates import Edtf
from exhibit.model.evidence import best_date
from exhibit.model.fields import DateField
from exhibit.model.kinds import Action, Summit, Treaty
from exhibit.model.vocabulary import TreatyAct as Act
from exhibit.problems.problem import MOST, Problem
from exhibit.reading.exhibit import Exhibit

CONSENTED = {Act.RATIFIED, Act.ACCEDED, Act.APPROVED, Act.NOTIFIED, Act.BOUND}
LEFT = {Act.SUSPENDED, Act.DENOUNCED, Act.WITHDREW}
FOLLOWS: Mapping[Act, set[Act]] = {
    Act.RATIFIED: {Act.SIGNED},
    Act.APPROVED: {Act.SIGNED},
    Act.NOTIFIED: {Act.SIGNED},
    Act.BOUND: {Act.SIGNED, Act.RATIFIED, Act.ACCEDED, Act.APPROVED},
    **{act: {Act.SIGNED, *CONSENTED} for act in LEFT},
}
"""For each act the acts of the same state that come before it, where they are dated."""

LIFETIME = 50
"""Years from signature to entry into force: more is a slip, or calls for a note."""

Acts = list[tuple[int, Action, Edtf | None]]


def agreed(exhibit: Exhibit, treaty: Treaty, last: bool = False) -> Edtf | None:
    """The first day, or the last, on which a text can have been agreed: its own, or its meeting's."""
    claim = latest_claim if last else earliest_claim
    meeting = exhibit.items.get(treaty.adopted_at or "")
    own = [day for day in (claim(treaty.signed), claim(treaty.adopted)) if day]
    if not own and isinstance(meeting, Summit):
        own = [day for day in (claim(meeting.date),) if day]
    return (max if last else min)(own, key=lambda day: day.sort_key, default=None)


@rule
def a_state_acts_in_the_order_of_treaty_law(exhibit: Exhibit) -> Iterator[Problem]:
    """A state signs, then consents to be bound, then may leave; no act comes before the text, none stands
    twice, unless a ``note`` at the act says so."""
    for item in exhibit.of("treaties"):
        assert isinstance(item, Treaty)
        begun, of = agreed(exhibit, item), _acts_of(item)
        for who, acts in of.items():
            yield from _twice(exhibit, item, who, acts)
            yield from _out_of_order(exhibit, item, who, acts)
        for index, action in enumerate(item.parties):
            day = best_date(action.date)
            if certainly_before(day, begun) and not action.never:
                message = f"{action.act.value} ({day}) before the text was agreed ({begun})"
                yield from told(exhibit, item, ("parties", index, "date"), message, day)


def _acts_of(treaty: Treaty) -> dict[str, Acts]:
    """What each state did, with its day where there is one."""
    found: dict[str, Acts] = {}
    for index, action in enumerate(treaty.parties):
        for who in dict.fromkeys(action.who) if not action.never else ():
            found.setdefault(who, []).append((index, action, best_date(action.date)))
    return {who: acts[:MOST] for who, acts in found.items()}


def _twice(exhibit: Exhibit, treaty: Treaty, who: str, acts: Acts) -> Iterator[Problem]:
    seen: set[Act] = set()
    for index, action, day in acts:
        if action.act in seen:
            message = f"'{who}' {action.act.label.lower()} it already, further up"
            yield from told(exhibit, treaty, ("parties", index), message, day)
        seen.add(action.act)
        if action.act in LEFT:
            seen -= {Act.SIGNED, *CONSENTED}  # who has left may come back


def _out_of_order(exhibit: Exhibit, treaty: Treaty, who: str, acts: Acts) -> Iterator[Problem]:
    for index, action, day in acts:
        before = FOLLOWS.get(action.act, set())
        earlier = [when or agreed(exhibit, treaty) for _, other, when in acts if other.act in before]
        first = min((when for when in earlier if when), key=lambda when: when.sort_key, default=None)
        joined = [other for _, other, _ in acts if other.act not in LEFT]
        if action.act in LEFT and not joined and treaty.parties:
            message = f"'{who}' {action.act.value} it, and by no act here became a party"
            yield from told(exhibit, treaty, ("parties", index), message)
        compared = day or (agreed(exhibit, treaty, last=True) if action.act in FOLLOWS else None)
        consent = [
            when for _, other, when in acts if other.act in before - {Act.SIGNED} and action.act in LEFT
        ]
        late = max((when for when in consent if when), key=lambda when: when.sort_key, default=None)
        if certainly_before(compared, first):
            message = (
                f"'{who}' {action.act.value} it ({compared}) before it signed or became a party ({first})"
            )
            yield from told(exhibit, treaty, ("parties", index, "date"), message, compared)
        elif len(consent) == 1 and certainly_before(compared, late):
            message = f"'{who}' {action.act.value} it ({compared}) before it was a party ({late})"
            yield from told(exhibit, treaty, ("parties", index, "date"), message, compared)


@rule
def a_treaty_runs_from_signature_to_its_end(exhibit: Exhibit) -> Iterator[Problem]:
    """A text is not registered, applied or ended before it was agreed; it is agreed when its meeting met, and
    in force within a lifetime; else a ``note`` says why."""
    for item in exhibit.of("treaties"):
        assert isinstance(item, Treaty)
        begun = agreed(exhibit, item)
        fields: dict[str, DateField | None] = {
            "in_force": item.in_force if not (item.signed or item.adopted) else None,
            "registered": item.registered,
            "provisional": item.provisional,
            "ended": item.ended if item.in_force else None,
        }
        for name, field in fields.items():
            path, day = settled_at(name, field)
            if certainly_before(day, begun):
                message = f"{day} lies before the day on which it was agreed ({begun})"
                yield from told(exhibit, item, path, message, day)
        yield from _far_from_its_meeting(exhibit, item)
        force, signed = earliest_claim(item.in_force), agreed(exhibit, item, last=True)
        if force and signed and force.earliest and signed.latest:
            years = force.earliest.year - signed.latest.year
            if years > LIFETIME:
                message = f"in force ({force}) {years} years after it was agreed ({signed})"
                yield from told(exhibit, item, ("in_force",), message, force)


def _far_from_its_meeting(exhibit: Exhibit, treaty: Treaty) -> Iterator[Problem]:
    """A text that was adopted or signed at a meeting bears about its day."""
    meeting = exhibit.items.get(treaty.adopted_at or "")
    if not isinstance(meeting, Summit):
        return
    first, last = earliest_claim(meeting.date), latest_claim(meeting.date)
    for name, field in (("signed", treaty.signed), ("adopted", treaty.adopted)):
        path, settled = settled_at(name, field)
        days = [(path, settled, 0)]
        days += [
            ((name, "readings", n, "date"), c.date, 366)
            for n, c in enumerate(field.readings if field else [])
        ]
        for path, day, slack in days:
            if _apart(day, first, last) > slack:
                message = f"{day} is not the day of the meeting that adopted it ({meeting.id}, {best_date(meeting.date)})"
                yield from told(exhibit, treaty, path, message, day)


def _apart(day: Edtf | None, first: Edtf | None, last: Edtf | None) -> int:
    """The days from a date to the days of a meeting; 0 where it may be one of them."""
    if day is None or certainly_before(day, first) == certainly_before(last, day):
        return 0
    near = first if certainly_before(day, first) else last
    assert near
    return max((near.bounds[0] - day.bounds[1]).days, (day.bounds[0] - near.bounds[1]).days)
