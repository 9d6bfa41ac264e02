"""Who left an organisation and came back, and an answer as hand-written pages print it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from exhibit.model.dates import Edtf, parse_date
from exhibit.model.kinds import Item
from exhibit.model.wording import in_words
from exhibit.reading.exhibit import Exhibit
from exhibit.views.membership.spells import MemberSpell, rows


@dataclass(frozen=True)
class Answer:
    """One line of an answer: the item it is about, the words, and the part of its page that bears it out."""

    item: Item
    words: str
    fragment: str = ""


def left_and_returned(exhibit: Exhibit) -> list[Answer]:
    """The states that belonged to an organisation, or to the one it came from, left, and came back."""
    found: dict[str, Answer] = {}
    for item in exhibit.of("organisations"):
        line = [exhibit.items[s.organisation] for s in item.succeeds if s.how.same] + [item]
        spells = [r for o in line for r in rows(exhibit, o) if r.spell.status.belongs and r.start]
        for who in dict.fromkeys(row.who.id for row in spells):
            own = sorted((row for row in spells if row.who.id == who), key=_start)
            for before, after in pairwise(own):
                if before.end and before.end.before(_started(after)):
                    words = f"{item.short}: out {in_words(before.end)}, back {in_words(_started(after))}"
                    found.setdefault(f"{who} {words}", Answer(exhibit.items[who], words, "memberships"))
    return list(found.values())


def _started(row: MemberSpell) -> Edtf:
    return row.start or parse_date("unknown")


def _start(row: MemberSpell) -> tuple[date, date, str]:
    return _started(row).sort_key
