"""Entries: every dated thing of the exhibit, in order of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from exhibit.model.citation import Citation
from exhibit.model.claims import Cited, Claim
from exhibit.model.dates import Edtf
from exhibit.model.declared import Declared, declared
from exhibit.model.evidence import best_date, counting_step, disputed, settled
from exhibit.model.fields import DateField
from exhibit.model.kinds import (
    Body,
    Item,
    Organisation,
    Spell,
    Treaty,
)
from exhibit.model.vocabulary import SuccessionKind, TreatyAct
from exhibit.model.wording import lower_first
from exhibit.reading.exhibit import Exhibit
from exhibit.views.item.columns import happened
from exhibit.views.item.facts import lender, own_day
from exhibit.views.item.labels import title, titles
from exhibit.views.timeline.involved import grouped, involved
from exhibit.views.timeline.turn import MembershipTurn


@dataclass(frozen=True)
class Entry:
    """One dated thing.

    disputed: the id of the item under which its dispute is told, or empty; doubt: what its source leaves in doubt.
    label: what happened, in a few words; kind: the word of its collection or "membership";
    fragment: the part of the item's page it points to; the tuples hold ids for filtering. turn: what is told, where that
    is of a membership.
    """

    date: Edtf
    item: Item
    label: str
    kind: str
    fragment: str = ""
    organisations: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    disputed: str = ""
    cite: tuple[Citation, ...] = field(default=(), compare=False)
    doubt: str = ""
    turn: MembershipTurn | None = field(default=None, compare=False)

    @property
    def sort_key(self) -> tuple[object, ...]:
        return (*self.date.sort_key, self.item.COLLECTION, self.item.id, self.label)


def timeline(exhibit: Exhibit) -> list[Entry]:
    """Every dated thing of the exhibit, in order of time."""
    found: list[Entry] = []
    for item in exhibit.items.values():
        if isinstance(item, Treaty):
            found += _treaty(exhibit, item)
        else:
            found += _told(exhibit, item, _events(item))
        if isinstance(item, Organisation):
            found += _organisation(exhibit, item)
    return sorted((e for e in found if e.date.known), key=lambda entry: entry.sort_key)


def _events(item: Item) -> list[Declared]:
    """The fields of an item whose dates stand on a timeline."""
    return [field for field in declared(type(item)) if field.told.event is not None]


def _told(exhibit: Exhibit, item: Item, fields: Iterable[Declared]) -> Iterator[Entry]:
    """The entries that dates of an item give, each called as its field says, else as the item's sort is."""
    for field_ in fields:
        yield from _dated(exhibit, item, getattr(item, field_.attribute), field_.told.event or happened(item))


def _dated(exhibit: Exhibit, item: Item, when_: DateField | None, label: str) -> Iterator[Entry]:
    for step, claim in dates(when_):
        if claim.value is not None and claim.value.known:
            rival = _rival(item, when_, claim)
            made = _entry(exhibit, item, claim.value, step or label, "", rival, tuple(claim.cite))
            yield replace(made, doubt=_doubt(claim, item))


def _doubt(*parts: Cited | None) -> str:
    """What is in doubt of a date: what its own claim says of that, else what the part around it says."""
    return next((part.doubt for part in parts if part and part.doubt), "")


def _rival(item: Item, field_: DateField | None, claim: Claim) -> str:
    """Where a date's dispute is told; of a chain of acts only the one that counts is disputed."""
    if field_ is None or not disputed(field_):
        return ""
    return item.id if not field_.steps or claim is counting_step(field_) else ""


def _entry(
    exhibit: Exhibit,
    item: Item,
    date: Edtf,
    label: str,
    fragment: str,
    rival: str,
    cite: tuple[Citation, ...],
    who: Iterable[str] = (),
    kind: str = "",
) -> Entry:
    """An entry of an item; ``who`` did it, where not everybody whom the item is about did."""
    ids = involved(exhibit, item)
    made = Entry(
        date,
        item,
        label,
        kind or item.SINGULAR,
        fragment,
        ids["organisations"],
        ids["countries"],
        ids["people"],
        ids["places"],
        rival,
        cite,
    )
    return _done_by(exhibit, made, who)


def _done_by(exhibit: Exhibit, entry: Entry, who: Iterable[str]) -> Entry:
    """The entry with those who did it as its countries; organisations among them join its own."""
    ids = grouped(exhibit, who)
    organisations = tuple(dict.fromkeys(entry.organisations + ids["organisations"]))
    return replace(entry, countries=ids["countries"] if who else entry.countries, organisations=organisations)


def _treaty(exhibit: Exhibit, item: Treaty) -> Iterator[Entry]:
    """The signing belongs to its signatories and its place; later acts to the states they bind."""
    signatories = tuple(w for a in item.parties if a.signs for w in a.who)
    if own := item.signed or item.adopted:
        signing = list(_dated(exhibit, item, own, item.agreed))
    else:
        signing = list(_at_meeting(exhibit, item))
    yield from (_done_by(exhibit, entry, signatories) for entry in signing)
    later = [field_ for field_ in _events(item) if field_.attribute not in ("signed", "adopted")]
    yield from (replace(entry, places=()) for entry in _told(exhibit, item, later))
    for action in item.parties:
        for _, claim in dates(action.date):
            told = action.act is TreatyAct.SIGNED and claim.value in [entry.date for entry in signing]
            if claim.value is not None and claim.value.known and not action.never and not told:
                label = action.act.clause.format(titles(exhibit, action.who))
                made = _entry(exhibit, item, claim.value, label, "", "", tuple(claim.cite))
                yield replace(_done_by(exhibit, made, action.who), places=(), doubt=_doubt(claim, action))


def _at_meeting(exhibit: Exhibit, item: Treaty) -> Iterator[Entry]:
    """The signing of a text that takes its day from its meeting, where the day's dispute is told too."""
    meeting = lender(exhibit, item)
    field_ = own_day(meeting)
    date = best_date(field_) if isinstance(field_, DateField) else None
    if meeting and date and isinstance(field_, DateField):
        claim = settled(field_) or next(field_.claims())
        rival = meeting.id if disputed(field_) else ""
        made = _entry(exhibit, item, date, item.agreed, "", rival, tuple(item.cite or claim.cite))
        yield replace(made, doubt=_doubt(claim, item))


def _organisation(exhibit: Exhibit, item: Organisation) -> Iterator[Entry]:
    """What stands in the parts of an organisation: bodies, memberships, another name."""
    for body in item.bodies:
        yield from _body(exhibit, item, body)
    for spell in item.members:
        yield from _spell(exhibit, item, spell)
    for step in item.succeeds:
        if step.how is SuccessionKind.RENAMED:
            label = f"{step.how.label} {title(exhibit, step.organisation)}"
            yield from _dated(exhibit, item, step.date, label)


def _body(exhibit: Exhibit, item: Organisation, body: Body) -> Iterator[Entry]:
    for told in (field_ for field_ in declared(Body) if field_.inner is DateField):
        when = getattr(body, told.attribute)
        for act, claim in dates(when):
            if claim.value is not None and claim.value.known:
                said = act or told.told.label
                label = f"{body.title}: {lower_first(said)}"
                rival = _rival(item, when, claim)
                made = _entry(exhibit, item, claim.value, label, body.id, rival, tuple(claim.cite))
                yield replace(made, doubt=_doubt(claim, body))


def _spell(exhibit: Exhibit, item: Organisation, spell: Spell) -> Iterator[Entry]:
    if spell.never:
        return
    who, several = titles(exhibit, spell.who), len(spell.who) > 1
    for field_, begins in ((spell.start, True), (spell.end, False)):
        if field_ is spell.end and _continues(item, spell):
            continue
        date = best_date(field_)
        if date and date.known:
            first = next(iter(field_.claims())) if field_ else None
            cite, rival = tuple(first.cite) if first else (), item.id if field_ and disputed(field_) else ""
            turn = MembershipTurn(tuple(spell.who), spell.status, begins)
            label = f"{who} {turn.words(several)}"
            made = _entry(exhibit, item, date, label, "members", rival, cite, spell.who, "membership")
            yield replace(made, doubt=_doubt(settled(field_) if field_ else None, spell), turn=turn)


def _continues(item: Organisation, spell: Spell) -> bool:
    """Whether another spell of the same states opens when this one closes (then only that is told)."""
    end = best_date(spell.end)
    following = {
        who
        for other in item.members
        if other is not spell and end and (start := best_date(other.start)) and start.text == end.text
        for who in other.who
    }
    ended = best_date(item.ended)
    return set(spell.who) <= following or bool(ended and end and ended.text == end.text)


def dates(field: DateField | None) -> Iterator[tuple[str, Any]]:
    """The acts of a date field for a timeline: each step, else the one settled date.

    Yields the step's act (empty where there are no steps) and the claim.
    """
    if field is None:
        return
    for step in field.steps:
        yield step.act, step
    if not field.steps:
        claim = settled(field) or min(
            (c for c in field.readings if c.value), key=lambda c: c.value.sort_key, default=None
        )
        if claim is not None and claim.value is not None:
            yield "", claim
