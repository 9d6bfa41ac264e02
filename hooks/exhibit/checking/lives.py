"""Rules of lives: who acts is there to act. People after their birth and before their death, states and
organisations while they exist, each for those whose they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from exhibit.checking.acts import agreed
from exhibit.checking.rule import certainly_before, earliest_claim, latest_claim, rule, told
from exhibit.model.dates import Edtf
from exhibit.model.fields import DateField
from exhibit.model.kinds import Country, Event, Item, Organisation, Person, Summit, Treaty
from exhibit.problems.problem import Problem, shown
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.nodes import Path


class Deed(NamedTuple):
    """That somebody does something: where it says so, who, and the first and last day that it can have been."""

    item: Item
    path: Path
    who: str
    first: Edtf | None
    last: Edtf | None


@rule
def who_acts_is_there(exhibit: Exhibit) -> Iterator[Problem]:
    """Nobody acts, attends, holds an office or belongs to anything before their birth or founding or after
    their death or end, unless a ``note`` there says why."""
    for deed in _deeds(exhibit):
        actor = exhibit.items.get(deed.who)
        begins, ends = _life(actor)
        if certainly_before(deed.last, begins):
            message = f"{shown(deed.who)} was not yet there ({_verb(actor, 0)} {begins}, this is {deed.last})"
            yield from told(exhibit, deed.item, deed.path, message, deed.last)
        elif certainly_before(ends, deed.first):
            message = (
                f"{shown(deed.who)} was no longer there ({_verb(actor, 1)} {ends}, this is {deed.first})"
            )
            yield from told(exhibit, deed.item, deed.path, message)


def _life(item: Item | None) -> tuple[Edtf | None, Edtf | None]:
    """The first day on which an actor can have been there, and the last."""
    if isinstance(item, Person):
        return earliest_claim(item.born), latest_claim(item.died)
    if isinstance(item, Country):
        return earliest_claim(item.start), latest_claim(item.end)
    if isinstance(item, Organisation):
        begun = [day for day in map(earliest_claim, (item.proposed, item.founded)) if day]
        return min(begun, key=lambda day: day.sort_key, default=None), latest_claim(item.ended)
    return None, None


def _verb(item: Item | None, end: int) -> str:
    return (("born", "died") if isinstance(item, Person) else ("from", "until"))[end]


def _deeds(exhibit: Exhibit) -> Iterator[Deed]:
    for item in exhibit.items.values():
        if isinstance(item, Summit | Event):
            yield from _attended(item)
        if isinstance(item, Event):
            days = earliest_claim(item.date), latest_claim(item.date)
            yield from (Deed(item, ("by", place), who, *days) for place, who in enumerate(item.by))
        if isinstance(item, Summit):
            days = earliest_claim(item.date), latest_claim(item.date)
            for place, who in enumerate(item.organisations):
                if not _in_its_first_year(exhibit, who, days[1]):
                    yield Deed(item, ("organisations", place), who, *days)
        if isinstance(item, Treaty):
            yield from _acted(exhibit, item)
        if isinstance(item, Organisation):
            for index, spell in enumerate(item.members):
                for place, who in enumerate(spell.who if not spell.never else []):
                    yield from _span(item, ("members", index, "who", place), who, spell.start, spell.end)
        if isinstance(item, Person):
            for index, office in enumerate(item.offices):
                for whose in (item.id, office.of):
                    if whose:
                        yield from _span(item, ("offices", index), whose, office.start, office.end)


def _in_its_first_year(exhibit: Exhibit, id_: str, day: Edtf | None) -> bool:
    """Whether a meeting lies in the year in which its organisation begins: it may be the one that prepares it."""
    begins = _life(exhibit.items.get(id_))[0]
    return bool(begins and begins.earliest and day and day.latest and day.latest.year == begins.earliest.year)


def _span(item: Item, path: Path, who: str, start: DateField | None, end: DateField | None) -> Iterator[Deed]:
    """That something held for somebody from one day to another: both are deeds of theirs."""
    for field in (start, end):
        if field:
            yield Deed(item, path, who, earliest_claim(field), latest_claim(field))


def _attended(item: Summit | Event) -> Iterator[Deed]:
    days = earliest_claim(item.date), latest_claim(item.date)
    for index, row in enumerate(item.participants):
        for name, ids in (("who", row.who), ("by", row.by)):
            for place, who in enumerate(ids):
                yield Deed(item, ("participants", index, name, place), who, *days)


def _acted(exhibit: Exhibit, treaty: Treaty) -> Iterator[Deed]:
    for index, action in enumerate(treaty.parties):
        days = (
            (earliest_claim(action.date), latest_claim(action.date))
            if action.date
            else (agreed(exhibit, treaty), agreed(exhibit, treaty, last=True))
        )
        if not action.never:
            for place, who in enumerate(action.who):
                yield Deed(treaty, ("parties", index, "who", place), who, *days)


@rule
def a_person_comes_for_their_own(exhibit: Exhibit) -> Iterator[Problem]:
    """A person attends for the country, or for those whose office they hold, unless a ``note`` there says why."""
    own_of = {person.id: _own(exhibit, person) for person in exhibit.of("people")}
    for item in exhibit.items.values():
        for index, row in enumerate(item.participants if isinstance(item, Summit | Event) else []):
            for place, id_ in enumerate(row.by):
                own = own_of.get(id_, set())
                if own and not own & set(row.who):
                    message = (
                        f"{shown(id_)} comes for {_named(row.who)}, and is of {_named(sorted(own - {id_}))}"
                    )
                    yield from told(exhibit, item, ("participants", index, "by", place), message)


def _own(exhibit: Exhibit, person: Person) -> set[str]:
    """Those for whom a person may come: country and offices, with the states that these followed; themselves."""
    own = {id_ for id_ in (person.country, *(office.of for office in person.offices)) if id_}
    countries = [country for id_ in own if isinstance(country := exhibit.items.get(id_), Country)]
    earlier = {id_ for country in countries for id_ in country.succeeds}
    return own | earlier | {person.id} if own else set()


def _named(ids: list[str]) -> str:
    return ", ".join(shown(id_) for id_ in ids[:3])


@rule
def nobody_holds_an_office_as_a_child(exhibit: Exhibit) -> Iterator[Problem]:
    """Who takes an office is fifteen years old at the least, and nobody lives longer than 120 years."""
    for person in exhibit.of("people"):
        assert isinstance(person, Person)
        born, died = earliest_claim(person.born), latest_claim(person.died)
        if born and died and born.earliest and died.latest and died.latest.year - born.earliest.year > 120:
            message = f"lived for more than 120 years ({born} to {died})"
            yield from told(exhibit, person, ("born",), message)
        for index, office in enumerate(person.offices):
            start = earliest_claim(office.start)
            if born and born.earliest and start and start.latest:
                years = start.latest.year - born.earliest.year
                if 0 <= years < 15:
                    message = f"holds an office at the age of {years} (born {born}, from {start})"
                    yield from told(exhibit, person, ("offices", index), message, start)
