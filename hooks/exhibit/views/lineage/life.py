"""Lives: when an institution was proposed, founded and ended, for its bar and in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from exhibit.model.claims import Claim
from exhibit.model.dates import Edtf
from exhibit.model.evidence import best_date, counting_step, disputed, settled
from exhibit.model.fields import DateField
from exhibit.model.kinds import Event, Organisation
from exhibit.reading.exhibit import Exhibit


@dataclass(frozen=True)
class Life:
    """The days that a bar is drawn from; None where there is none.

    begun: the first founding act, where it came before the one that counts; until: for what was
    never founded, when it was taken up or last spoken of; never: whether a source says it was not.
    """

    proposed: Edtf | None
    begun: Edtf | None
    founded: Edtf | None
    ended: Edtf | None
    until: Edtf | None
    never: bool

    @property
    def first(self) -> date:
        """The first possible day of it all."""
        found = [d.earliest or d.latest for d in (self.proposed, self.begun, self.founded) if d]
        return min((day for day in found if day), default=date.max)


@dataclass(frozen=True)
class LifeFact:
    """One fact of a life in words: proposed, founded or ended, with the claims that say so."""

    word: str
    claims: tuple[Claim, ...]


def life(exhibit: Exhibit, item: Organisation, taken: list[Edtf]) -> Life:
    """The days of an institution's life; taken: the days on which others came from it."""
    founded, ended = best_date(item.founded), best_date(item.ended)
    unfounded = founded is None
    never = bool(item.founded and any(claim.never for claim in item.founded.claims()))
    until = _until(exhibit, item, taken) if unfounded and not ended else None
    return Life(best_date(item.proposed), _begun(item.founded), founded, ended, until, never)


def _begun(field: DateField | None) -> Edtf | None:
    """The first act of a founding chain, where it came before the one that counts."""
    if field is None or not field.steps:
        return None
    known = [s.date for s in field.steps if s.date and s.date.known]
    first, counts = min(known, key=lambda d: d.sort_key, default=None), counting_step(field).date
    return first if first and counts and first.before(counts) else None


def _until(exhibit: Exhibit, item: Organisation, taken: list[Edtf]) -> Edtf | None:
    """When a mere idea was last taken up; else when somebody (not a source) last acted or spoke on it."""
    named = [e for e in exhibit.of("events") if isinstance(e, Event) and item.id in e.organisations]
    acted = [
        best_date(e.date) for e in named if any(exhibit.items[by].COLLECTION != "sources" for by in e.by)
    ]
    days = taken or [d for d in acted if d and d.earliest and d.latest]
    return max(days, key=lambda d: d.sort_key, default=None)


def life_facts(item: Organisation) -> list[LifeFact]:
    """The life of an institution in words: each fact with the claim gone by, or all where rivals are open."""
    found = []
    for word, field in (("proposed", item.proposed), ("founded", item.founded), ("ended", item.ended)):
        if field:
            best = settled(field)
            found.append(LifeFact(word, (best,) if best else tuple(field.readings)))
    return found


def in_dispute(item: Organisation) -> bool:
    """Whether sources contradict each other on one of the days that are told."""
    return any(field and disputed(field) for field in (item.proposed, item.founded, item.ended))
