"""Questions to be guessed before the answer is seen: the question, what can be guessed, and the answer come from the data.

Each function is a kind of question. One that the data cannot answer for certain raises NoGuessError.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from exhibit.model.citation import Citation
from exhibit.model.dates import parse_date
from exhibit.model.kinds import Item, Organisation, Treaty
from exhibit.model.wording import in_words, joined, lower_first
from exhibit.reading.exhibit import Exhibit
from exhibit.views.docs.proofs import NoGuessError, Proof, dated, item_of, of_spell, proof_of, unique
from exhibit.views.membership.matrix import organisations
from exhibit.views.membership.on_day import counted, roll, surest
from exhibit.views.membership.returned import left_and_returned
from exhibit.views.membership.spells import rows

ROUND = 100
"""To what the end of a scale of days is rounded up, so that it does not give the answer away."""


@dataclass(frozen=True)
class Guessable:
    """One thing that can be guessed."""

    words: str
    right: bool


@dataclass(frozen=True)
class Scale:
    """Whole numbers that can be guessed, from the first to the last. unit: what is counted; empty for years."""

    first: int
    last: int
    right: int
    unit: str = ""

    @property
    def middle(self) -> int:
        return (self.first + self.last) // 2


@dataclass(frozen=True)
class Guess:
    """A question with what can be guessed, choices or a scale, and its answer: in a few words, and line by line."""

    question: str
    answer: str
    proofs: tuple[Proof, ...]
    choices: tuple[Guessable, ...] = ()
    scale: Scale | None = None


def how_many(exhibit: Exhibit, organisation: str, on: str) -> Guess:
    """How many states were members of an organisation on a day."""
    item, day = _organisation(exhibit, organisation), _day(on)
    members = _members(exhibit, item, day)
    every = {row.who.id for one in organisations(exhibit) for row in rows(exhibit, one)}
    words = joined([who.title for who in members])
    return Guess(
        f"How many states were members of the {item.title} on {in_words(parse_date(on))}?",
        f"{len(members)} states",
        (Proof(item, f"members on that day: {words}", "members", _cited(exhibit, item, day)),),
        scale=Scale(0, max(len(every), len(members)), len(members), "states"),
    )


def who_was_not(exhibit: Exhibit, organisation: str, on: str, states: str) -> Guess:
    """Which one of some states was not a member of an organisation on a day. states: their ids, with spaces between."""
    item, day = _organisation(exhibit, organisation), _day(on)
    members = {who.id for who in _members(exhibit, item, day)}
    asked = _states(exhibit, states)
    outside = [who for who in asked if who.id not in members]
    if len(outside) != 1:
        raise NoGuessError(f"{len(outside)} of the states '{states}' were not members on {on}; name just one")
    own = [row for row in rows(exhibit, item) if row.who is outside[0]]
    words = f"{outside[0].title} was not among its members on {in_words(parse_date(on))}"
    cite = unique(c for row in own for c in of_spell(row)) or _cited(exhibit, item, day)
    return Guess(
        f"Which of these states was not a member of the {item.title} on {in_words(parse_date(on))}?",
        outside[0].title,
        (Proof(item, words, "members", cite),),
        choices=tuple(Guessable(who.title, who is outside[0]) for who in asked),
    )


def which_year(exhibit: Exhibit, item: str, field: str) -> Guess:
    """In which year something of an item happened. field: as its path is printed, such as in_force."""
    fact, when = dated(exhibit, item_of(exhibit, item), field)
    first, last = exhibit.since, _last_year(exhibit)
    if not when.exact or not when.earliest or not first <= when.earliest.year <= last:
        raise NoGuessError(f"'{field}' of {item} is no certain day from {first} to {last}")
    return Guess(
        f"{fact.item.title}: {lower_first(fact.label)} in which year?",
        str(when.earliest.year),
        (proof_of(fact, when),),
        scale=Scale(first, last, when.earliest.year),
    )


def which_first(exhibit: Exhibit, one: str, other: str) -> Guess:
    """Which of two organisations was founded first."""
    found = [dated(exhibit, _organisation(exhibit, id_), "founded") for id_ in (one, other)]
    (first, day), (second, other_day) = found
    if not day.before(other_day) and not other_day.before(day):
        raise NoGuessError(f"which of '{one}' and '{other}' was founded first is not certain")
    earlier = first if day.before(other_day) else second
    return Guess(
        "Which was founded first?",
        earlier.item.title,
        tuple(proof_of(fact, when) for fact, when in found),
        choices=tuple(Guessable(fact.item.title, fact is earlier) for fact, _ in found),
    )


def how_long(exhibit: Exhibit, treaty: str) -> Guess:
    """How many days passed from the signature of a treaty to its entry into force."""
    item = item_of(exhibit, treaty)
    assert isinstance(item, Treaty)
    found = [dated(exhibit, item, field) for field in ("signed", "in_force")]
    ends = [when.earliest for _, when in found if when.exact and when.earliest]
    if len(ends) < 2 or ends[1] < ends[0]:
        raise NoGuessError(f"the two days of '{treaty}' are not certain")
    days = (ends[1] - ends[0]).days
    return Guess(
        f"{item.title}: how many days from signature to entry into force?",
        f"{days:,} days",
        tuple(proof_of(fact, when) for fact, when in found),
        scale=Scale(0, (days * 2 // ROUND + 1) * ROUND, days, "days"),
    )


def who_returned(exhibit: Exhibit, states: str) -> Guess:
    """Which one of some states left an organisation and came back. states: their ids, with spaces between."""
    asked = _states(exhibit, states)
    found = [one for one in left_and_returned(exhibit) if one.item in asked]
    if len({one.item.id for one in found}) != 1:
        raise NoGuessError(f"not just one of the states '{states}' left and came back")
    back = found[0].item
    every = [row for one in organisations(exhibit) for row in rows(exhibit, one) if row.who is back]
    known = [row for row in every if any(row.organisation.short in one.words for one in found)]
    cite = unique(c for row in known for c in of_spell(row))
    return Guess(
        "Which of these states left an organisation, or the treaty it grew from, and came back?",
        back.title,
        tuple(Proof(back, one.words, one.fragment, cite) for one in found),
        choices=tuple(Guessable(who.title, who is back) for who in asked),
    )


GUESSES: dict[str, Callable[..., Guess]] = {
    "how many": how_many,
    "who was not": who_was_not,
    "which year": which_year,
    "which first": which_first,
    "how long": how_long,
    "who returned": who_returned,
}
"""The kinds of question by the words that call them."""


def _organisation(exhibit: Exhibit, id_: str) -> Organisation:
    item = item_of(exhibit, id_)
    assert isinstance(item, Organisation)
    return item


def _states(exhibit: Exhibit, ids: str) -> list[Item]:
    return [item_of(exhibit, id_) for id_ in ids.split()]


def _day(text: str) -> date:
    when = parse_date(text)
    if not when.exact or not when.earliest:
        raise NoGuessError(f"'{text}' is not one day")
    return when.earliest


def _members(exhibit: Exhibit, organisation: Organisation, day: date) -> Sequence[Item]:
    """The members on a day, all of them certain."""
    found = roll(exhibit, organisation, day)
    if found.possibly or found.unknown or not found.certainly:
        raise NoGuessError(f"the members of '{organisation.id}' on {day} are not certain")
    return found.certainly


def _cited(exhibit: Exhibit, organisation: Organisation, day: date) -> tuple[Citation, ...]:
    """The sources of who was a member on a day."""
    held = [row for row in counted(rows(exhibit, organisation)) if surest([row], day)]
    return unique(Citation(source=c.source) for row in held for c in of_spell(row))


def _last_year(exhibit: Exhibit) -> int:
    latest = exhibit.as_of.latest if exhibit.as_of else None
    return latest.year if latest else exhibit.since
