"""On this day: what happened on each day of the calendar, in any year; today is never looked up."""

from __future__ import annotations

from dataclasses import dataclass

from exhibit.model.citation import Citation
from exhibit.model.wording import MONTHS
from exhibit.views.timeline.entries import Entry


@dataclass(frozen=True)
class Anniversary:
    """What one item did on one day of the past: its acts of that day in the timeline's order.

    labels: those acts; fragment: the part of the item's page that the acts share, else empty;
    disputed: the id of the item under which a dispute of any of them is told, or empty; doubts: what the sources of
    any of them leave in doubt; cite: where they say it, each once.
    """

    entry: Entry
    labels: tuple[str, ...]
    fragment: str
    disputed: str
    doubts: tuple[str, ...]
    cite: tuple[Citation, ...]


@dataclass(frozen=True)
class CalendarDay:
    """A day of the calendar with what happened on it, in any year.

    key: month and day as ``06-04``; words: ``4 June``.
    """

    key: str
    words: str
    anniversaries: tuple[Anniversary, ...]


def calendar_days(timeline: list[Entry]) -> list[CalendarDay]:
    """Every day of the calendar on which something is exactly dated, from 1 January on."""
    groups: dict[str, list[Entry]] = {}
    for entry in timeline:
        if entry.date.exact:
            groups.setdefault(entry.date.text[5:], []).append(entry)
    return [
        CalendarDay(key, _day_in_words(key), _anniversaries(group)) for key, group in sorted(groups.items())
    ]


def _day_in_words(key: str) -> str:
    month, day = key.split("-")
    return f"{int(day)} {MONTHS[int(month)]}"


def _anniversaries(entries: list[Entry]) -> tuple[Anniversary, ...]:
    """The entries of a day, those of one item and year told together."""
    groups: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        groups.setdefault((entry.date.text, entry.item.id), []).append(entry)
    return tuple(_anniversary(group) for group in groups.values())


def _anniversary(entries: list[Entry]) -> Anniversary:
    fragments = {entry.fragment for entry in entries}
    shared = fragments.pop() if len(fragments) == 1 else ""
    disputed = next((entry.disputed for entry in entries if entry.disputed), "")
    labels = tuple(e.label for e in entries if e.label)
    doubts = tuple(dict.fromkeys(e.doubt for e in entries if e.doubt))
    cite = {(one.source, one.at): one for entry in entries for one in entry.cite}
    return Anniversary(entries[0], labels, shared, disputed, doubts, tuple(cite.values()))
