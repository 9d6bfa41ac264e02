"""Questions for a classroom, answered from the data: nothing here is written by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from exhibit.dates import Edtf, parse_date
from exhibit.evidence import best_date, disputed
from exhibit.exhibit import Exhibit
from exhibit.model.kinds import Item, Organisation, Treaty
from exhibit.model.vocabulary import Status, SuccessionKind
from exhibit.views.articles import statements
from exhibit.views.facts import facts, when
from exhibit.views.membership import Row, rows
from exhibit.wording import in_words

BELONGING = (Status.MEMBER, Status.PARTY)
SAME_LINE = (SuccessionKind.RENAMED, SuccessionKind.TRANSFORMED)


@dataclass(frozen=True)
class Answer:
    """One line of an answer: the item it is about, the words, and the part of its page that bears it out."""

    item: Item
    words: str
    fragment: str = ""


def belonged(row: Row, day: date) -> bool | None:
    """Whether a spell holds on a day: True, False, or None for cannot tell. Spells are half-open."""
    if row.spell.never:
        return False
    begun, ended = reached(row.start, day), reached(row.end, day) if row.spell.end else False
    if begun is False or ended:
        return False
    return True if begun and ended is False else None


def reached(when_: Edtf | None, day: date) -> bool | None:
    """Whether a date has come by a day; None where it cannot be told."""
    if when_ is None or not when_.known:
        return None
    first, last = when_.bounds
    return True if last <= day else False if day < first else None


def in_both(exhibit: Exhibit, one: str, other: str, on: str) -> list[Answer]:
    """The states that certainly belonged to both organisations on a day."""
    day = parse_date(on).earliest or date.max
    found = [_members_on(exhibit, id_, day) for id_ in (one, other)]
    both = sorted(set(found[0]) & set(found[1]), key=lambda id_: exhibit.items[id_].title)
    return [Answer(exhibit.items[id_], "belonged to both", "memberships") for id_ in both]


def _members_on(exhibit: Exhibit, organisation: str, day: date) -> set[str]:
    item = exhibit.items[organisation]
    assert isinstance(item, Organisation)
    return {r.who.id for r in rows(exhibit, item) if r.spell.status in BELONGING and belonged(r, day)}


def left_and_returned(exhibit: Exhibit) -> list[Answer]:
    """The states that belonged to an organisation, or to the one it came from, left, and came back."""
    found: dict[str, Answer] = {}
    for item in exhibit.of("organisations"):
        line = [exhibit.items[s.organisation] for s in item.succeeds if s.how in SAME_LINE] + [item]
        spells = [r for o in line for r in rows(exhibit, o) if r.spell.status in BELONGING and r.start]
        for who in dict.fromkeys(row.who.id for row in spells):
            own = sorted((row for row in spells if row.who.id == who), key=_start)
            for before, after in pairwise(own):
                if before.end and before.end.before(_started(after)):
                    words = f"{item.short}: out {in_words(before.end)}, back {in_words(_started(after))}"
                    found.setdefault(f"{who} {words}", Answer(exhibit.items[who], words, "memberships"))
    return list(found.values())


def _started(row: Row) -> Edtf:
    return row.start or parse_date("unknown")


def _start(row: Row) -> tuple[date, date, str]:
    return _started(row).sort_key


def slowest_into_force(exhibit: Exhibit, most: int = 5) -> list[Answer]:
    """The treaties that took longest from signature to entry into force, in days, both days sure."""
    waits: list[tuple[int, Treaty]] = []
    for treaty in exhibit.of("treaties"):
        signed, force = when(exhibit, treaty), best_date(treaty.in_force)
        if signed and force and signed.exact and force.exact:
            waits.append((_days(signed, force), treaty))
    slowest = sorted(waits, key=lambda pair: (-pair[0], pair[1].id))[:most]
    return [Answer(t, f"{days:,} days from signature to entry into force", "timeline") for days, t in slowest]


def _days(first: Edtf, last: Edtf) -> int:
    return ((last.earliest or date.max) - (first.earliest or date.max)).days


def articles_differ(exhibit: Exhibit) -> list[Answer]:
    """The statements on which both articles speak and at least one differs from the record."""
    return [
        Answer(s.item, s.label, s.anchor if s.compared else "")
        for s in statements(exhibit)
        if all(v.standing != "silent" for v in s.voices) and any(v.standing == "differs" for v in s.voices)
    ]


def founded_when(exhibit: Exhibit) -> list[Answer]:
    """The organisations about whose founding the sources contradict each other."""
    return [
        Answer(item, "sources differ on its founding", fact.anchor)
        for item in exhibit.of("organisations")
        for fact in facts(exhibit, item)
        if fact.path == ("founded",) and disputed(fact.field)
    ]
