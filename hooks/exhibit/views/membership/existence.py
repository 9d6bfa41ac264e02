"""Existence: whether an organisation stands, since when by which act, and who is in it: what its page says first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from exhibit.model.claims import DateClaim
from exhibit.model.dates import Edtf
from exhibit.model.evidence import counting_step, settled
from exhibit.model.fields import DateField
from exhibit.model.kinds import Item, Organisation
from exhibit.reading.exhibit import Exhibit
from exhibit.views.membership.on_day import last_day, roll, standing
from exhibit.views.membership.spells import rows


@dataclass(frozen=True)
class Existence:
    """How an organisation stands on the last day that is known, or stood on its own last day.

    words: whether it stands (empty where that is not known); founded, act: when it was founded, and by which act, of
    several the one that counts; ended: when it ended; day: of which day the rest is told, None where that day is not
    known; standing: how many are in it as what, in words; members: those that certainly belong.
    """

    words: str
    founded: Edtf | None
    act: str
    ended: Edtf | None
    day: date | None
    standing: Sequence[str]
    members: tuple[Item, ...]


def existence(exhibit: Exhibit, organisation: Organisation, as_of: Edtf) -> Existence:
    """What is first said of an organisation. Where sources contradict each other on a day, and none is gone by, it is left
    out."""
    founded, ended = _day(organisation.founded), _day(organisation.ended)
    day = day_shown(organisation, as_of)
    counted = standing(rows(exhibit, organisation), day) if day else []
    members = roll(exhibit, organisation, day).certainly if day else ()
    stage = organisation.stage
    alive = stage.founding == "never" or (not organisation.ended and members)
    act = organisation.founded and organisation.founded.steps and counting_step(organisation.founded).act
    return Existence(stage.stands if alive else "", founded, act or "", ended, day, counted, members)


def day_shown(organisation: Organisation, as_of: Edtf) -> date | None:
    """The last day that is known; of an organisation that is over, its own last day, None where that is not known."""
    last = last_day(as_of)
    if organisation.ended is None:
        return last
    ended = _day(organisation.ended)
    if ended is None or not ended.exact:
        return None
    return min(ended.bounds[0] - timedelta(days=1), last)


def _day(field: DateField | None) -> Edtf | None:
    claim = settled(field) if field else None
    return claim.date if isinstance(claim, DateClaim) and claim.date and claim.date.known else None
