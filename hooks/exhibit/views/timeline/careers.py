"""Careers: the life of a person, the offices, and the days on which something was done, on one axis."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from exhibit.model.dates import Edtf
from exhibit.model.evidence import best_date
from exhibit.model.kinds import Office, Person
from exhibit.model.wording import in_words
from exhibit.reading.exhibit import Exhibit
from exhibit.views.item.facts import when
from exhibit.views.timeline.axis import Axis
from exhibit.views.timeline.rail import Rail, RailRow, bars, mark, rail_axis, rail_ticks

DONE = (("Meetings attended", "Meetings"), ("Acts, speeches and statements", "Said and done"))
"""What a person did, by the heading of the references that tell it, with the name of its row."""

Deeds = dict[str, list[tuple[Edtf, str]]]
"""By heading: the day and the title of each deed."""


def deeds(exhibit: Exhibit, item: Person) -> Deeds:
    """What a person surely did or said, in order of time."""
    found: dict[str, dict[str, tuple[Edtf, str]]] = {heading: {} for heading, _ in DONE}
    for link in exhibit.backlinks.get(item.id, []):
        day = when(exhibit, link.item) if link.heading in found else None
        if day and day.known and _came(link.part):
            found[link.heading][link.item.id] = (day, link.item.title)
    return {
        heading: sorted(group.values(), key=lambda deed: deed[0].sort_key)
        for heading, group in found.items()
        if group
    }


def _came(part: object) -> bool:
    role = getattr(part, "role", None)
    return role is None or role.came


def career(exhibit: Exhibit, item: Person, as_of: Edtf) -> Rail | None:
    """The rail of a person; None where neither a life nor an office has a day."""
    done = deeds(exhibit, item)
    born, died = best_date(item.born), best_date(item.died)
    days = [day for day in (born, died, *_of_offices(item)) if day]
    if not days:
        return None
    acted = [day for group in done.values() for day, _ in group]
    open_ = any(office.start and not office.end for office in item.offices)
    axis = rail_axis([*days, *acted], as_of.latest if open_ else None)
    if axis is None:
        return None
    rows = [_life(axis, born, died, [*days, *acted])] if born or died else []
    rows += [_office(axis, office) for office in item.offices]
    rows += [_deeds(axis, name, done[heading]) for heading, name in DONE if heading in done]
    return Rail(tuple(rows), rail_ticks(axis))


def _of_offices(item: Person) -> Iterable[Edtf]:
    ends = (best_date(end) for office in item.offices for end in (office.start, office.end))
    return (day for day in ends if day and day.known)


def _life(axis: Axis, born: Edtf | None, died: Edtf | None, acted: list[Edtf]) -> RailRow:
    """The bar of a life: where no death is told, up to the last day on which the exhibit knows of the person."""
    seen = [day for day in acted if day.exact]
    until = died or max(seen, key=lambda day: day.latest or date.min, default=None)
    words = [f"{word} {in_words(day)}" for word, day in (("born", born), ("died", died)) if day]
    ends = [(born, "born"), (died, "died")]
    marks = tuple(mark(axis, day, sign, words[-1 if sign == "died" else 0]) for day, sign in ends if day)
    return RailRow("Life", None, marks, bars(axis, born, until), tuple(words))


def _office(axis: Axis, office: Office) -> RailRow:
    start, end = (day if day and day.known else None for day in map(best_date, (office.start, office.end)))
    words = [f"from {in_words(start)}"] if start else []
    words += [f"until {in_words(end)}"] if end else []
    note = "" if start or end else "days not known"
    drawn = bars(axis, start, end, lasting=office.end is None)
    return RailRow(office.title, None, (), drawn, (" ".join(words) or note,), note)


def _deeds(axis: Axis, name: str, done: list[tuple[Edtf, str]]) -> RailRow:
    marks = tuple(mark(axis, day, "tick", f"{in_words(day)}: {title}") for day, title in done)
    first, last = done[0][0].listed.year, done[-1][0].listed.year
    years = str(first) if first == last else f"{first} to {last}"
    return RailRow(name, None, marks, (), (f"{len(done)}, {years}",))
