"""Reached: how the addresses of the sources stood when they were last asked, for the page of evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exhibit.model.answer import LinkAnswer, Outcome
from exhibit.model.dates import Edtf, parse_date
from exhibit.model.kinds import Source
from exhibit.reading.exhibit import Exhibit


@dataclass(frozen=True)
class Reached:
    """What came of those addresses that were asked.

    asked: when that was, a day or from one to another; counts: how many there are of each outcome that there is; gone: the
    sources whose address is gone, by title.
    """

    asked: Edtf
    counts: Sequence[tuple[Outcome, int]]
    gone: Sequence[tuple[Source, LinkAnswer]]


def reached(exhibit: Exhibit) -> Reached | None:
    """How the addresses stood; None where none has been asked."""
    found = [(source, answer) for source in exhibit.of("sources") if (answer := exhibit.answer(source))]
    if not found:
        return None
    days = sorted(answer.day for _, answer in found)
    asked = parse_date(f"{days[0]}/{days[-1]}" if days[0] < days[-1] else f"{days[0]}")
    counts = [(one, sum(answer.outcome is one for _, answer in found)) for one in Outcome]
    gone = [(source, answer) for source, answer in found if answer.outcome is Outcome.GONE]
    return Reached(asked, [(one, number) for one, number in counts if number], gone)
