"""Proofs: what the data say for certain, line by line, each with who says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from exhibit.model.citation import Citation
from exhibit.model.dates import Edtf
from exhibit.model.evidence import best_date, disputed, settled
from exhibit.model.fields import DateField
from exhibit.model.kinds import Item
from exhibit.model.wording import in_words, lower_first
from exhibit.reading.exhibit import Exhibit
from exhibit.views.item.facts import Fact, facts
from exhibit.views.membership.spells import MemberSpell


class NoGuessError(ValueError):
    """The data have no certain answer; the message says why."""


@dataclass(frozen=True)
class Proof:
    """One line of an answer: what is so, of which item, where on its page that is shown, and who says so.

    differ: whether sources contradict each other there.
    """

    item: Item
    words: str
    fragment: str
    cite: tuple[Citation, ...]
    differ: bool = False


def days(exhibit: Exhibit, item: str, fields: str) -> list[Proof]:
    """The dates of some fields of an item. fields: their paths as they are printed, with spaces between."""
    return [proof_of(*dated(exhibit, item_of(exhibit, item), field)) for field in fields.split()]


def item_of(exhibit: Exhibit, id_: str) -> Item:
    if id_ not in exhibit.items:
        raise NoGuessError(f"no item '{id_}'")
    return exhibit.items[id_]


def dated(exhibit: Exhibit, item: Item, field: str) -> tuple[Fact, Edtf]:
    """A field of an item with the date that the exhibit goes by."""
    for fact in facts(exhibit, item):
        asked = ".".join(map(str, fact.path)) == field
        if asked and isinstance(fact.field, DateField) and (when := best_date(fact.field)):
            return fact, when
    raise NoGuessError(f"'{item.id}' has no certain date '{field}'")


def proof_of(fact: Fact, when: Edtf) -> Proof:
    claim, differ = settled(fact.field), disputed(fact.field)
    words = f"{lower_first(fact.label)}: {in_words(when)}"
    return Proof(fact.item, words, fact.anchor if differ else "", tuple(claim.cite if claim else ()), differ)


def of_spell(row: MemberSpell) -> list[Citation]:
    """The sources of a membership and of its two ends."""
    ends = [settled(field) for field in (row.spell.start, row.spell.end) if field]
    return [c for claim in (row.spell, *ends) if claim for c in claim.cite]


def unique(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    return tuple({(c.source, c.at, c.phrase, c.via): c for c in citations}.values())
