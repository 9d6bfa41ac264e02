"""Line: what an organisation came from and what came of it, each with its years."""

from __future__ import annotations

from dataclasses import dataclass

from exhibit.model.dates import Edtf
from exhibit.model.evidence import best_date
from exhibit.model.kinds import Organisation, Succession
from exhibit.reading.exhibit import Exhibit
from exhibit.views.lineage.descents import links


@dataclass(frozen=True)
class Kin:
    """One link of a line: the other organisation, its years (``2000–2015``, ``since 2003``), how the two are linked, in words
    that the other's name follows, and what says so."""

    organisation: Organisation
    years: str
    how: str
    succession: Succession

    @property
    def date(self) -> Edtf | None:
        return best_date(self.succession.date)


@dataclass(frozen=True)
class Line:
    """What an organisation came from, and what came of it."""

    earlier: tuple[Kin, ...]
    later: tuple[Kin, ...]


def line(exhibit: Exhibit, organisation: Organisation) -> Line:
    """The line of descent at one organisation, in order of time."""
    found = links(exhibit)
    earlier = [
        Kin(edge.ancestor, years(edge.ancestor), edge.succession.how.label, edge.succession)
        for edge in found
        if edge.descendant is organisation
    ]
    later = [
        Kin(edge.descendant, years(edge.descendant), edge.succession.how.into, edge.succession)
        for edge in found
        if edge.ancestor is organisation
    ]
    return Line(tuple(earlier), tuple(later))


def years(organisation: Organisation) -> str:
    """From when to when an organisation stood, in years; empty where the year is not sure."""
    founded, ended = best_date(organisation.founded), best_date(organisation.ended)
    if not (founded and founded.known and founded.bounds[0].year == founded.bounds[1].year):
        return ""
    first = founded.bounds[0].year
    if organisation.ended is None:
        return f"since {first}"
    if not (ended and ended.known and ended.bounds[0].year == ended.bounds[1].year):
        return f"from {first}"
    return f"{first}–{ended.bounds[0].year}"
