"""Runs of years in which two records of members say the same two things of a state, or of several."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from exhibit.model.kinds import Item, Reason
from exhibit.model.vocabulary import Status
from exhibit.views.membership.on_day import Sureness
from exhibit.views.membership.spells import MemberSpell

Verdict = Literal["alike", "differ", "open"]
"""How a state and year stands; open: the exhibit's dates do not settle it."""


@dataclass(frozen=True)
class AtYearEnd:
    """What a state was at the end of a year, in the data set (coded) and in the exhibit (held, as sure as that is);
    None where it was nothing. full: whether one of the two has it, or may have it, as a full member."""

    coded: Status | None
    held: Status | None
    sure: Sureness | None
    full: bool
    verdict: Verdict


@dataclass(frozen=True)
class YearRun:
    """States with the same standing at the end of the same years, first to last.

    spells: what the exhibit has of them in those years, and next to them where it differs; reasons: what an editor
    says of it.
    """

    who: tuple[Item, ...]
    first: int
    last: int
    standing: AtYearEnd
    spells: tuple[MemberSpell, ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def number(self) -> int:
        """How many state-years it is."""
        return len(self.who) * (self.last - self.first + 1)

    @property
    def coded(self) -> str:
        """What the data set has, in words."""
        return _in_words(self.standing.coded)

    @property
    def held(self) -> str:
        """What the exhibit has, in words, as sure as it is."""
        sure, words = self.standing.sure, _in_words(self.standing.held)
        before = {"possibly": "possibly ", "unknown": "not known whether "}
        return before.get(sure or "", "") + words


@dataclass(frozen=True)
class StateYears:
    """The state-years of full members, or of others, in runs; by year, then by name."""

    runs: tuple[YearRun, ...]

    @property
    def number(self) -> int:
        """How many state-years there are."""
        return sum(run.number for run in self.runs)

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many of them stand in which way."""
        found: dict[Verdict, int] = {"alike": 0, "differ": 0, "open": 0}
        for run in self.runs:
            found[run.standing.verdict] += run.number
        return found

    @property
    def not_alike(self) -> list[YearRun]:
        """Those that differ or are not settled."""
        return [run for run in self.runs if run.standing.verdict != "alike"]


def together(runs: Iterable[YearRun]) -> StateYears:
    """States of which all is the same as one run."""
    groups: dict[object, YearRun] = {}
    for run in runs:
        spells = tuple((row.organisation.id, row.index) for row in run.spells)
        key = (run.first, run.last, run.standing, spells, tuple(map(id, run.reasons)))
        before = groups.get(key)
        groups[key] = replace(run, who=(*before.who, *run.who)) if before else run
    return StateYears(
        tuple(sorted(groups.values(), key=lambda run: (run.first, run.last, by_name(run.who[0]))))
    )


def _in_words(status: Status | None) -> str:
    return status.one if status else "not in it"


def by_name(item: Item) -> tuple[str, str]:
    """What items are sorted by where their names decide."""
    return item.title, item.id
