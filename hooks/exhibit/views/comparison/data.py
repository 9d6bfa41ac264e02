"""The data of the comparison page's script: everything two sides are compared by, worked out here.

The script only looks up which day of a membership has come, and which lists name both sides. Days are
numbers: days since 1970-01-01. Organisations, states and items are told by their place in a list.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from exhibit.model.dates import Edtf
from exhibit.model.declared import label
from exhibit.model.evidence import best_date
from exhibit.model.kinds import KINDS, Country, Item, Organisation, happening
from exhibit.model.wording import in_words, lower_first
from exhibit.reading.exhibit import Exhibit
from exhibit.views.comparison.band import BOTH_EXIST, CAPTION, MEMBERS, NEVER, SAID, TOGETHER, existence
from exhibit.views.comparison.in_common import CHART_HEIGHT, CHART_WIDTH, LEVELS
from exhibit.views.comparison.organisations import Comparisons, Tally
from exhibit.views.comparison.organisations import main as main_organisations
from exhibit.views.comparison.over_time import Memberships, Steps
from exhibit.views.comparison.states import StateComparisons, StatePart, parts
from exhibit.views.comparison.states import main as main_states
from exhibit.views.item.facts import Fact, when
from exhibit.views.item.relations import in_order
from exhibit.views.lineage.between import descents
from exhibit.views.membership.bars import bar
from exhibit.views.membership.days import day_number
from exhibit.views.membership.matrix import spell_words
from exhibit.views.membership.on_day import SUREST, last_day, moments
from exhibit.views.membership.spells import rows
from exhibit.views.sources.disputes import concerned
from exhibit.views.timeline.axis import Axis


def labels() -> dict[str, dict[str, tuple[str, ...]]]:
    """The labels of the rows and lists of each kind of comparison, for the pages and the script alike."""
    kinds = [KINDS[name] for name in happening()]
    of_states = parts()
    return {
        "organisations": {
            "cells": _labels(Organisation, "stage", "sphere", "founded", "ended"),
            "tallies": tuple(kind.PLURAL for kind in kinds),
        },
        "countries": {
            "cells": _labels(Country, "from", "to"),
            "tallies": tuple(part.label for part in of_states),
        },
    }


def _labels(kind: type[Item], *fields: str) -> tuple[str, ...]:
    return tuple(label(kind, field) for field in fields)


WORDS = {
    "levels": tuple(reversed(LEVELS.values())),
    "none": "none recorded",
    "common": "in common on 31 December of each year: filled, certainly; outlined, possibly or not known",
    "said": (SAID["unknown"], SAID["possibly"], SAID["certainly"]),
    "standing": (
        "Not recorded as belonging on this day.",
        "Not known whether it belongs.",
        "Possibly belongs.",
        "Belongs.",
        "Not recorded; only some of the members are listed.",
    ),
    "bandCaption": CAPTION,
    "lines": (BOTH_EXIST, MEMBERS, TOGETHER, NEVER),
    "part": "the exhibit lists only the states of this story; a state that is missing there may still belong.",
    "page": "The page of this pair, with citations",
    "ends": "On 31 December",
    "heads": (
        "On the map",
        "In time",
        "Over time",
        "Every membership",
        "Side by side",
        "Descent",
        "Where sources differ",
    ),
    "found": "in common. The answer stands below.",
    "more": "the answer stands below.",
    "other": "Choose what it is compared with.",
    "unknown": "There is no organisation or country",
    "same": "Choose two different ones.",
}
"""What the script says, by what it is for."""


class Numbers:
    """The place of each side and each dated item in the lists that the script is given."""

    def __init__(self, exhibit: Exhibit) -> None:
        self.exhibit = exhibit
        self.sides: list[Item] = [*exhibit.of("organisations"), *exhibit.of("countries")]
        self.items: list[Item] = [item for name in happening() for item in in_order(exhibit, name)]
        self._side = {item.id: index for index, item in enumerate(self.sides)}
        self._item = {item.id: index for index, item in enumerate(self.items)}

    def of_sides(self, ids: Iterable[str]) -> list[int]:
        return sorted(self._side[id_] for id_ in ids if id_ in self._side)

    def of_side(self, item: Item) -> int:
        return self._side[item.id]

    def of_item(self, item: Item | None) -> int | None:
        return self._item[item.id] if item else None


def data(
    exhibit: Exhibit, memberships: Memberships, as_of: Edtf, disputes: Sequence[Fact], axis: Axis
) -> dict[str, Any]:
    """All that the script of the comparison is given, ready for JSON."""
    numbers, kinds = Numbers(exhibit), [KINDS[name] for name in happening()]
    organisations = Comparisons(exhibit, memberships, as_of, disputes)
    states = StateComparisons(exhibit, memberships, as_of, disputes)
    return {
        "last": day_number(last_day(as_of)),
        "asOf": in_words(as_of),
        "ends": [[day_number(day), str(day.year)] for day in moments(exhibit.since, as_of)],
        "labels": labels(),
        "words": {
            **WORDS,
            "day": f"The day cannot be read; write it as {exhibit.since}-12-31.",
            "range": f"The exhibit tells of days from 1 January {exhibit.since} to {in_words(as_of)}.",
            "span": f"{axis.first}–{axis.last}",
        },
        "chart": (CHART_WIDTH, CHART_HEIGHT),
        "order": [numbers.of_side(item) for item in sorted(numbers.sides, key=lambda i: (i.title, i.id))],
        "width": axis.width,
        "sides": [_side(exhibit, organisations, states, numbers, item) for item in numbers.sides],
        "items": [_item(exhibit, item) for item in numbers.items],
        "memberships": [_membership(numbers, *pair) for pair in _memberships(memberships)],
        "spells": _spells(exhibit, numbers, axis),
        "parts": [(kind.SEVERAL or kind.PLURAL, kind.JOINED[1] if kind.JOINED else "") for kind in kinds],
        "lists": [_lists(exhibit, states, numbers, part) for part in parts() if part.both],
        "exists": [
            [numbers.of_side(item), *_codes(steps)] for item in numbers.sides if (steps := existence(item))
        ],
        "axis": [day_number(axis.start), day_number(axis.end), axis.ticks],
        "before": day_number(date.min),
        "descent": [
            [
                numbers.of_side(s.later),
                lower_first(s.words),
                numbers.of_side(s.earlier),
                in_words(s.date) if s.date else "",
            ]
            for s in descents(exhibit)
        ],
        "disputes": [
            [f.item.id, f.item.title, f.within, numbers.of_sides(concerned(exhibit, f))] for f in disputes
        ],
    }


def _side(
    exhibit: Exhibit, organisations: Comparisons, states: StateComparisons, numbers: Numbers, item: Item
) -> dict[str, Any]:
    """One organisation or state: names, the cells and counts of its column, whether it has static pages."""
    told: dict[str, Any] = {"kind": item.COLLECTION, "id": item.id, "name": item.short, "title": item.title}
    if isinstance(item, Organisation):
        side = organisations.side(item)
        told["cells"] = [item.stage.label, item.sphere.label, *_ends(item.founded, item.ended)]
        told["tallies"] = [_tally(numbers, side.tallies[name]) for name in happening()]
        told["page"] = item in main_organisations(exhibit)
        told["part"] = item.members_in_part
    if isinstance(item, Country):
        own = states.side(item)
        told["cells"] = _ends(item.start, item.end)
        told["tallies"] = [_tally(numbers, own.tallies[part.name]) for part in parts()]
        told["page"] = item in main_states(exhibit)
    return {key: value for key, value in told.items() if value is not False}


def _ends(*fields: Any) -> list[str]:
    """The best dates of fields in words; what is not recorded is empty."""
    return [in_words(day) if (day := best_date(field)) else "" for field in fields]


def _tally(numbers: Numbers, tally: Tally) -> list[int | None]:
    return [tally.number, numbers.of_item(tally.first), numbers.of_item(tally.last)]


def _item(exhibit: Exhibit, item: Item) -> list[str]:
    day = when(exhibit, item)
    return [item.title, in_words(day) if day and day.known else ""]


def _memberships(memberships: Memberships) -> Iterable[tuple[Item, Any]]:
    """Every membership of a state or organisation, with its organisation; people are not compared."""
    every = (
        (item, membership)
        for item in memberships.organisations
        for membership in memberships.of[item.id].values()
    )
    return (pair for pair in every if isinstance(pair[1].who, Country | Organisation))


def _membership(numbers: Numbers, organisation: Item, membership: Any) -> list[int]:
    """Organisation, state, then pairs of a day and a code: 3 certainly, 2 possibly, 1 unknown, 0 not."""
    return [
        *numbers.of_sides([organisation.id]),
        *numbers.of_sides([membership.who.id]),
        *_codes(membership.steps),
    ]


def _codes(steps: Steps) -> list[int]:
    """Pairs of a day and how sure something is from then on: 3 certainly, 2 possibly, 1 unknown, 0 not."""
    return [
        number
        for day, sure in steps
        for number in (day_number(day), len(SUREST) - SUREST.index(sure) if sure else 0)
    ]


def _spells(exhibit: Exhibit, numbers: Numbers, axis: Axis) -> list[list[Any]]:
    """Every spell of a state: organisation, state, words, form, and the pieces of its bar."""
    found = []
    for item in exhibit.of("organisations"):
        for row in rows(exhibit, item):
            if isinstance(row.who, Country | Organisation):
                drawn = bar(row, axis)
                pieces = [[piece.path, piece.fades] for piece in drawn.pieces]
                ids = [numbers.of_side(item), numbers.of_side(row.who)]
                found.append([*ids, spell_words(row), drawn.form, pieces])
    return found


def _lists(exhibit: Exhibit, states: StateComparisons, numbers: Numbers, part: StatePart) -> list[list[Any]]:
    """The items of a collection that concern two sides or more, with those: the organisations that each names, and the
    states that joined it or, where none join, that it names."""
    naming: dict[str, set[str]] = {}
    for organisation in exhibit.of("organisations"):
        for link in exhibit.backlinks.get(organisation.id, []):
            naming.setdefault(link.item.id, set()).add(organisation.id)
    every = [
        (item, numbers.of_sides({*ids, *naming.get(item.id, ())})) for item, ids in states.of_parts[part.name]
    ]
    return [[numbers.of_item(item), sides] for item, sides in every if len(sides) > 1]
