"""Rules of the story's span: what is dated lies within it, and not after the day up to which the exhibit knows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from exhibit.checking.rule import meant, rule
from exhibit.model.claims import Cited, DateClaim
from exhibit.model.dates import Edtf
from exhibit.model.kinds import Item, Name, Source, happening
from exhibit.problems.problem import Problem
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.nodes import Path

EARLIEST = 1850
"""Before it hardly anything of such a story lies: states, founders and old names reach back so far."""

LIFETIME = 50
"""Years before a story begins in which its own meetings, texts and events may still lie."""

Dated = tuple[Item, Path, Edtf]


@rule
def what_is_dated_lies_within_the_story(exhibit: Exhibit) -> Iterator[Problem]:
    """No date lies before 1850, nor a meeting, text, event or organisation more than fifty years before the
    story begins (``since`` of data/exhibit.yml), unless a ``note`` or ``doubt`` says so."""
    begins = exhibit.story.since
    if begins and begins > (last_year(exhibit) or begins):
        return  # the year is at fault, and told where it stands
    first = min(EARLIEST, begins or EARLIEST)
    nearest = max(first, begins - LIFETIME) if begins else first
    own = (*happening(), "organisations")
    for item, path, when in _dated(exhibit):
        bound = nearest if item.COLLECTION in own else first
        if when.earliest and when.earliest.year < bound and not meant(exhibit, item, path, when):
            message = f"{when} lies outside the story: before {bound}; mend it, or say in a `note` that {when} is meant"
            yield exhibit.problem(item, path, message)


@rule
def nothing_is_known_of_what_is_yet_to_come(exhibit: Exhibit) -> Iterator[Problem]:
    """Nothing happens after the day up to which the exhibit knows, unless a ``doubt`` or ``note`` says
    that it is announced."""
    if not (exhibit.as_of and exhibit.as_of.latest):
        return
    last = exhibit.as_of.latest
    for item, path, when in _dated(exhibit):
        if _after(when, last) and not meant(exhibit, item, path, when):
            message = (
                f"{when} lies after {exhibit.as_of}, up to which the exhibit knows; mend it, or say in a "
                f"`doubt` that {when} is announced"
            )
            yield exhibit.problem(item, path, message)


def last_year(exhibit: Exhibit) -> int | None:
    """The last year with anything in it; None where nothing is dated."""
    years = (c.value.latest.year for _, _, c in exhibit.every(DateClaim) if c.value and c.value.latest)
    return max(years, default=None)


def _after(when: Edtf, last: date) -> bool:
    """Whether a date, or an end of it, lies after a day. ``[..2040]`` and ``[2001..]`` say only a bound."""
    if when.precision == "choice":
        return bool(when.earliest and when.earliest > last)
    ends = when.parts or (when,)
    return any(end and end.earliest and end.earliest > last for end in ends)


def _dated(exhibit: Exhibit) -> Iterator[Dated]:
    """All that is dated: claims, names, the day up to which a part is known, publication and reading."""
    for item, path, claim in exhibit.every(DateClaim):
        if claim.date and claim.date.known:
            yield item, (*path, "date"), claim.date
    for item, path, name in exhibit.every(Name):
        for field, when in (("from", name.start), ("to", name.end)):
            if when and when.known:
                yield item, (*path, field), when
    for item, path, part in exhibit.every(Cited):
        if part.as_of and part.as_of.known:
            yield item, (*path, "as_of"), part.as_of
    for source in exhibit.of("sources"):
        assert isinstance(source, Source)
        for field, when in (("date", source.date), ("read", source.read)):
            if when and when.known:
                yield source, (field,), when
