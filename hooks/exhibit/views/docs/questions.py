"""Questions for a classroom, answered from the data: nothing here is written by hand."""

from __future__ import annotations

from datetime import date

from exhibit.model.dates import Edtf, parse_date
from exhibit.model.evidence import Standing, best_date, disputed
from exhibit.model.kinds import Organisation, Treaty
from exhibit.reading.exhibit import Exhibit
from exhibit.views.item.facts import facts, when
from exhibit.views.membership.on_day import belonged
from exhibit.views.membership.returned import Answer
from exhibit.views.membership.spells import rows
from exhibit.views.sources.statements import statements


def in_both(exhibit: Exhibit, one: str, other: str, on: str) -> list[Answer]:
    """The states that certainly belonged to both organisations on a day."""
    day = parse_date(on).earliest or date.max
    found = [_members_on(exhibit, id_, day) for id_ in (one, other)]
    both = sorted(set(found[0]) & set(found[1]), key=lambda id_: exhibit.items[id_].title)
    return [Answer(exhibit.items[id_], "belonged to both", "memberships") for id_ in both]


def _members_on(exhibit: Exhibit, organisation: str, day: date) -> set[str]:
    item = exhibit.items[organisation]
    assert isinstance(item, Organisation)
    return {r.who.id for r in rows(exhibit, item) if r.spell.status.belongs and belonged(r, day)}


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


def whole_differ(exhibit: Exhibit) -> list[Answer]:
    """The statements on which all sources told whole speak and at least one differs from the record."""
    return [
        Answer(s.item, s.label, s.anchor if s.compared else "")
        for s in statements(exhibit)
        if all(v.standing is not Standing.SILENT for v in s.positions)
        and any(v.standing is Standing.DIFFERS for v in s.positions)
    ]


def founded_when(exhibit: Exhibit) -> list[Answer]:
    """The organisations about whose founding the sources contradict each other."""
    return [
        Answer(item, "sources differ on its founding", fact.anchor)
        for item in exhibit.of("organisations")
        for fact in facts(exhibit, item)
        if fact.path == ("founded",) and disputed(fact.field)
    ]
