"""Belonging: what the pages on membership and comparison are made from, path by path."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from exhibit.model.addresses import index_path, pair_path
from exhibit.model.dates import Edtf, parse_date
from exhibit.model.kinds import Country, Item, Organisation
from exhibit.model.wording import in_words
from exhibit.reading.exhibit import Exhibit
from exhibit.views.comparison import data, organisations, states
from exhibit.views.comparison.in_common import names
from exhibit.views.comparison.over_time import Memberships
from exhibit.views.item.facts import Fact
from exhibit.views.membership import matrix
from exhibit.views.membership.on_day import year_by_year
from exhibit.views.membership.returned import left_and_returned

PAIR_CELL = 240
"""The width of a cell's picture on the page of a pair, in pixels."""

Made = Iterator[tuple[str, str, dict[str, Any]]]


def comparisons(exhibit: Exhibit, as_of: Edtf, disputes: Sequence[Fact]) -> Made:
    """The index of comparisons and the page of each pair.

    Yields the Markdown path, the name of the template, and its values.
    """
    memberships = Memberships(exhibit)
    yield (
        index_path("compare"),
        "comparison/compare-index.md.jinja",
        _index(exhibit, memberships, as_of, disputes),
    )
    yield from _organisations(exhibit, memberships, as_of, disputes)
    yield from _states(exhibit, memberships, as_of, disputes)


def _index(
    exhibit: Exhibit, memberships: Memberships, as_of: Edtf, disputes: Sequence[Fact]
) -> dict[str, Any]:
    axis = matrix.axis_until(exhibit.since, as_of, PAIR_CELL)
    return {
        "chosen": {
            "organisations": _paired(organisations.main(exhibit)),
            "countries": _paired(states.main(exhibit)),
        },
        "sides": [(kind.PLURAL, exhibit.of(kind.COLLECTION)) for kind in (Organisation, Country)],
        "nearest": organisations.nearest(exhibit, memberships, as_of),
        "data": data.data(exhibit, memberships, as_of, disputes, axis),
        "as_of": in_words(as_of),
        "first": date(exhibit.since, 1, 1),
        "last": as_of.latest,
    }


def _paired(items: Sequence[Item]) -> list[tuple[Item, list[tuple[Item, str]]]]:
    """Each item with the others and the paths of their pages."""
    return [(one, [(other, pair_path(one, other)) for other in items if other is not one]) for one in items]


def _organisations(exhibit: Exhibit, memberships: Memberships, as_of: Edtf, disputes: Sequence[Fact]) -> Made:
    every = organisations.Comparisons(exhibit, memberships, as_of, disputes)
    for one, other in organisations.pairs(exhibit):
        values = {
            "found": every.comparison(one, other),
            "drawn": matrix.matrix(exhibit, [one, other], as_of, PAIR_CELL),
            "labels": data.labels()["organisations"],
            "samples": matrix.legend(),
            "as_of": in_words(as_of),
            "first": date(exhibit.since, 1, 1),
            "last": as_of.latest,
        }
        yield pair_path(one, other), "comparison/compare.md.jinja", values


def _states(exhibit: Exhibit, memberships: Memberships, as_of: Edtf, disputes: Sequence[Fact]) -> Made:
    every = states.StateComparisons(exhibit, memberships, as_of, disputes)
    axis = matrix.axis_until(exhibit.since, as_of, PAIR_CELL)
    partly = [o for o in exhibit.of("organisations") if o.members_in_part]
    for one, other in states.pairs(exhibit):
        values = {
            "found": every.comparison(one, other, axis),
            "axis": axis,
            "parts": states.parts(),
            "partly": names(partly),
            "labels": data.labels()["countries"],
            "samples": matrix.legend(),
            "as_of": in_words(as_of),
            "first": date(exhibit.since, 1, 1),
            "last": as_of.latest,
        }
        yield pair_path(one, other), "comparison/compare-states.md.jinja", values


def membership(exhibit: Exhibit, as_of: Edtf) -> dict[str, Any]:
    """What the template of the membership matrix and its tables for each year prints."""
    own = matrix.organisations(exhibit)

    def words_of(day: date) -> str:
        """The end of a year in words; the last day known as the whole that it closes (June 2026)."""
        return in_words(parse_date(day.isoformat())) if day != as_of.latest else in_words(as_of)

    return {
        "drawn": matrix.matrix(exhibit, own, as_of),
        "samples": matrix.legend(),
        "returned": left_and_returned(exhibit),
        "years": [(day, words_of(day), rolls) for day, rolls in year_by_year(exhibit, own, as_of)],
    }
