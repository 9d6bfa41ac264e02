"""Series: which meeting of the same organisation and level came before one, and which after it."""

from __future__ import annotations

from dataclasses import dataclass

from exhibit.model.dates import Edtf
from exhibit.model.kinds import Item, Summit
from exhibit.reading.exhibit import Exhibit
from exhibit.views.item.facts import when

BEFORE, AFTER = "Before it", "After it"


@dataclass(frozen=True)
class Series:
    """The meetings before and after one of the same organisation and level: which of the two, the meeting, its day."""

    organisation: Item
    around: tuple[tuple[str, Summit, Edtf], ...]


def series(exhibit: Exhibit, item: Summit) -> list[Series]:
    """What came before and after a meeting, for each organisation whose meeting it was. Those without a day, and those
    of which the day does not tell whether they came before or after, are left out."""
    day = when(exhibit, item)
    if day is None or not day.known:
        return []
    alike = [one for one in exhibit.of("summits") if one.level is item.level and one is not item]
    found = []
    for id_ in item.organisations:
        dated = [(date, one) for one in alike if id_ in one.organisations and (date := when(exhibit, one))]
        before = sorted((pair for pair in dated if pair[0].before(day)), key=_by_day)[-1:]
        after = sorted((pair for pair in dated if day.before(pair[0])), key=_by_day)[:1]
        around = [(BEFORE, one, date) for date, one in before] + [(AFTER, one, date) for date, one in after]
        if around:
            found.append(Series(exhibit.items[id_], tuple(around)))
    return found


def _by_day(pair: tuple[Edtf, Summit]) -> tuple[object, ...]:
    return (*pair[0].sort_key, pair[1].id)
