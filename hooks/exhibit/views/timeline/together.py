"""What several did together: memberships of one organisation that began, or ended, alike on one day, told as one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from exhibit.reading.exhibit import Exhibit
from exhibit.views.item.labels import titles
from exhibit.views.timeline.entries import Entry


def together(exhibit: Exhibit, entries: Iterable[Entry]) -> list[Entry]:
    """The entries in their order, those as one that say the same of several: data files tell of some states apart where
    their sources differ. What is in doubt or disputed stands alone."""
    found: dict[object, list[Entry]] = {}
    for number, entry in enumerate(entries):
        alone = not entry.turn or entry.doubt or entry.disputed
        key = number if alone else (entry.item.id, entry.date.text, entry.turn.status, entry.turn.begins)  # type: ignore[union-attr]
        found.setdefault(key, []).append(entry)
    return [_as_one(exhibit, group) for group in found.values()]


def _as_one(exhibit: Exhibit, group: list[Entry]) -> Entry:
    first, turn = group[0], group[0].turn
    if len(group) == 1 or turn is None:
        return first
    who = [id_ for entry in group if entry.turn for id_ in entry.turn.who]
    who.sort(key=lambda id_: exhibit.items[id_].title)
    return replace(
        first,
        label=f"{titles(exhibit, who)} {turn.words(several=True)}",
        countries=tuple(dict.fromkeys(id_ for entry in group for id_ in entry.countries)),
        cite=tuple({(one.source, one.at): one for entry in group for one in entry.cite}.values()),
        turn=replace(turn, who=tuple(who)),
    )
