"""Entries: every dated thing of the exhibit, in order of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from exhibit.model.claims import Citation, Claim
from exhibit.model.dates import Edtf
from exhibit.model.evidence import best_date, counting_step, disputed
from exhibit.model.fields import DateField
from exhibit.model.kinds import (
    Attendance,
    Body,
    Country,
    Event,
    Item,
    Organisation,
    Person,
    Spell,
    Summit,
    Treaty,
)
from exhibit.model.vocabulary import Manner, SuccessionKind, TreatyAct
from exhibit.reading.exhibit import Exhibit
from exhibit.views.item.facts import dates, place_of, title, titles, when

GROUPS = ("organisations", "countries", "people", "places")
"""The collections by whose items entries are chosen."""


@dataclass(frozen=True)
class Entry:
    """One dated thing.

    disputed: the id of the item under which its dispute is told, or empty.
    label: what happened, in a few words; kind: the word of its collection or "membership";
    fragment: the part of the item's page it points to; the tuples hold ids for filtering.
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

    @property
    def sort_key(self) -> tuple[object, ...]:
        return (*self.date.sort_key, self.item.COLLECTION, self.item.id, self.label)


_LATER = (
    ("provisional", "Provisional application"),
    ("in_force", "Entry into force"),
    ("registered", "Registered"),
    ("ended", "Ended"),
)


def timeline(exhibit: Exhibit) -> list[Entry]:
    """Every dated thing of the exhibit, in order of time."""
    found: list[Entry] = []
    for item in exhibit.items.values():
        match item:
            case Treaty():
                found += _treaty(exhibit, item)
            case Summit():
                found += _dated(exhibit, item, item.date, "", item.level.label)
            case Event():
                found += _dated(exhibit, item, item.date, "", item.kind.label)
            case Organisation():
                found += _organisation(exhibit, item)
            case Country():
                found += _dated(exhibit, item, item.start, "Begins", "State begins")
                found += _dated(exhibit, item, item.end, "Ends", "State ends")
    return sorted((e for e in found if e.date.known), key=lambda entry: entry.sort_key)


def _dated(
    exhibit: Exhibit, item: Item, when_: DateField | None, act: str, label: str, fragment: str = ""
) -> Iterator[Entry]:
    for step, claim in dates(when_):
        if claim.value is not None and claim.value.known:
            text, rival = step or label, _rival(item, when_, claim)
            yield _entry(exhibit, item, claim.value, text, fragment, rival, tuple(claim.cite))


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
    ids = _grouped(exhibit, who)
    organisations = tuple(dict.fromkeys(entry.organisations + ids["organisations"]))
    return replace(entry, countries=ids["countries"] if who else entry.countries, organisations=organisations)


def involved(exhibit: Exhibit, item: Item) -> dict[str, tuple[str, ...]]:
    """The ids of organisations, countries, people and places that an item is about."""
    named: list[str] = []
    if isinstance(item, Treaty):
        named += item.organisations + [w for a in item.parties if not a.never for w in a.who]
    if isinstance(item, Summit | Event):
        named += item.organisations + [x for p in item.participants for x in _attending(p)]
    if isinstance(item, Event):
        named += item.by + item.about
    if isinstance(item, Organisation | Country | Person):
        named.append(item.id)
    place = place_of(exhibit, item)
    if place:
        named += [place.id] + ([place.country] if place.country else [])
    return _grouped(exhibit, named)


def _grouped(exhibit: Exhibit, named: Iterable[str]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {name: [] for name in GROUPS}
    for id_ in dict.fromkeys(named):
        other = exhibit.items.get(id_)
        if other and other.COLLECTION in groups:
            groups[other.COLLECTION].append(id_)
    return {name: tuple(ids) for name, ids in groups.items()}


def _attending(attendance: Attendance) -> list[str]:
    return attendance.who + attendance.by


def _treaty(exhibit: Exhibit, item: Treaty) -> Iterator[Entry]:
    """The signing belongs to its signatories and its place; later acts to the states they bind."""
    own = item.signed or item.adopted
    verb = "Signed" if item.signed or (not item.adopted and item.manner is Manner.SIGNATURE) else "Adopted"
    signatories = tuple(w for a in item.parties if a.act is TreatyAct.SIGNED and not a.never for w in a.who)
    if own:
        signing = list(_dated(exhibit, item, own, "", verb))
    elif (day := when(exhibit, item)) and item.adopted_at:
        meeting = exhibit.items[item.adopted_at]
        assert isinstance(meeting, Summit)
        cite = tuple(item.cite or meeting.date.readings[0].cite)
        signing = [_entry(exhibit, item, day, verb, "", meeting.id if disputed(meeting.date) else "", cite)]
    else:
        signing = []
    yield from (_done_by(exhibit, entry, signatories) for entry in signing)
    later = [e for name, label in _LATER for e in _dated(exhibit, item, getattr(item, name), "", label)]
    yield from (replace(entry, places=()) for entry in later)
    for action in item.parties:
        for _, claim in dates(action.date):
            told = action.act is TreatyAct.SIGNED and claim.value in [entry.date for entry in signing]
            if claim.value is not None and claim.value.known and not action.never and not told:
                label = f"{titles(exhibit, action.who)}: {action.act.label.lower()}"
                made = _entry(exhibit, item, claim.value, label, "", "", tuple(claim.cite))
                yield replace(_done_by(exhibit, made, action.who), places=())


def _organisation(exhibit: Exhibit, item: Organisation) -> Iterator[Entry]:
    for name, label in (("proposed", "Proposed"), ("founded", "Founded"), ("ended", "Ended")):
        yield from _dated(exhibit, item, getattr(item, name), "", label)
    for body in item.bodies:
        yield from _body(exhibit, item, body)
    for spell in item.members:
        yield from _spell(exhibit, item, spell)
    for step in item.succeeds:
        if step.how is SuccessionKind.RENAMED:
            label = f"Renamed from {title(exhibit, step.organisation)}"
            yield from _dated(exhibit, item, step.date, "", label)


def _body(exhibit: Exhibit, item: Organisation, body: Body) -> Iterator[Entry]:
    for field_, word in ((body.founded, "set up"), (body.ended, "ended")):
        for act, claim in dates(field_):
            if claim.value is not None and claim.value.known:
                label = f"{body.title}: {act[:1].lower() + act[1:] if act else word}"
                rival = _rival(item, field_, claim)
                yield _entry(exhibit, item, claim.value, label, body.id, rival, tuple(claim.cite))


def _spell(exhibit: Exhibit, item: Organisation, spell: Spell) -> Iterator[Entry]:
    if spell.never:
        return
    who, status = titles(exhibit, spell.who), spell.status.label.lower()
    for field_, text in ((spell.start, f"{who}: {status}"), (spell.end, f"{who}: no longer {status}")):
        if field_ is spell.end and _continues(item, spell):
            continue
        date = best_date(field_)
        if date and date.known:
            cite = tuple(next(iter(field_.claims())).cite) if field_ else ()
            rival = item.id if field_ and disputed(field_) else ""
            yield _entry(exhibit, item, date, text, "members", rival, cite, spell.who, "membership")


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
