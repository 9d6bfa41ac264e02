"""Comparisons: what the index of comparisons and the page of each pair print, prepared for their templates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from exhibit.model.addresses import index_path, pair_path, view_path
from exhibit.model.kinds import Country, Item, Organisation
from exhibit.model.wording import in_words
from exhibit.pages.item import Made, Values
from exhibit.pages.site import Site
from exhibit.views.atlas import panels
from exhibit.views.comparison import data, organisations, states
from exhibit.views.comparison.band import CAPTION, band
from exhibit.views.comparison.in_common import names
from exhibit.views.comparison.over_time import Memberships
from exhibit.views.membership import matrix
from exhibit.views.timeline.axis import Axis

INDEX = index_path("compare")
PAIR_CELL = 240
"""The width of a cell's picture on the page of a pair, in pixels."""
SIDES = (Organisation, Country)
"""What is compared with its like."""


def comparisons(site: Site) -> Iterator[Made]:
    """The index of comparisons, and a page for each pair."""
    if INDEX in site.left_out:
        return
    memberships, shapes = Memberships(site.exhibit), panels.shapes(site.exhibit)
    yield INDEX, "comparison/compare-index.md.jinja", partial(_index, site, memberships, shapes)
    yield from _organisations(site, memberships, shapes)
    yield from _states(site, memberships, shapes)


def _common(site: Site, shapes: Values) -> Values:
    """What all pages of comparisons print: up to when the exhibit knows, its first and last day, and the map's shapes."""
    as_of = site.settings.as_of
    return {
        "as_of": in_words(as_of),
        "first": date(site.exhibit.since, 1, 1),
        "last": as_of.latest,
        "dates": site.dates,
        "shapes": shapes,
    }


def _seen(memberships: Memberships, pair: Sequence[Item], common: Values, axis: Axis) -> Values:
    """What the page of a pair shows of both as pictures: their maps on the last day, and the band of time."""
    return common | {
        "panels": panels.panels(memberships, pair, common["last"], common["shapes"]["ids"]),
        "band": band(memberships, pair, axis),
        "axis": axis,
        "band_caption": CAPTION,
    }


def _index(site: Site, memberships: Memberships, shapes: Values) -> Values:
    exhibit, as_of = site.exhibit, site.settings.as_of
    axis = matrix.axis_until(exhibit.since, as_of, PAIR_CELL)
    told = data.data(exhibit, memberships, as_of, site.disputes, axis)
    return _common(site, shapes) | {
        "chosen": {
            "organisations": _paired(organisations.main(exhibit)),
            "countries": _paired(states.main(exhibit)),
        },
        "sides": [(kind.PLURAL, exhibit.of(kind.COLLECTION)) for kind in SIDES],
        "nearest": organisations.nearest(exhibit, memberships, as_of),
        "data": told | {"addresses": _addresses(site, data.Numbers(exhibit)), "maps": _maps(shapes)},
    }


def _maps(shapes: Values) -> Values:
    """What the script draws maps with, and says of them."""
    return {"size": shapes["size"], "of": panels.OF, "said": panels.SAID}


def _addresses(site: Site, numbers: data.Numbers) -> dict[str, str | list[str]]:
    """Where the script's links lead: to each side and dated item by its number, and to the disputes."""
    page = site.page(INDEX)
    return {
        "sides": [page.href(side) for side in numbers.sides],
        "items": [page.href(item) for item in numbers.items],
        "disputes": page.to(view_path("disputes")),
        "atlas": "" if view_path("atlas") in site.left_out else page.to(view_path("atlas")),
    }


def _paired(items: Sequence[Item]) -> list[tuple[Item, list[Item]]]:
    """Each item with the others."""
    return [(one, [other for other in items if other is not one]) for one in items]


def _organisations(site: Site, memberships: Memberships, shapes: Values) -> Iterator[Made]:
    exhibit, as_of = site.exhibit, site.settings.as_of
    every = organisations.Comparisons(exhibit, memberships, as_of, site.disputes)
    axis = matrix.axis_until(exhibit.since, as_of, PAIR_CELL)

    def values(one: Organisation, other: Organisation) -> Values:
        found = every.comparison(one, other)
        pair = [side.organisation for side in found.sides]
        return _seen(memberships, pair, _common(site, shapes), axis) | {
            "found": found,
            "drawn": matrix.matrix(exhibit, [one, other], as_of, PAIR_CELL),
            "labels": data.labels()["organisations"],
            "samples": matrix.legend(),
        }

    for pair in organisations.pairs(exhibit):
        yield pair_path(*pair), "comparison/compare.md.jinja", partial(values, *pair)


def _states(site: Site, memberships: Memberships, shapes: Values) -> Iterator[Made]:
    exhibit, as_of = site.exhibit, site.settings.as_of
    every = states.StateComparisons(exhibit, memberships, as_of, site.disputes)
    axis = matrix.axis_until(exhibit.since, as_of, PAIR_CELL)
    partly = [o for o in exhibit.of("organisations") if o.members_in_part]

    def values(one: Country, other: Country) -> Values:
        found = every.comparison(one, other, axis)
        pair = [side.state for side in found.sides]
        return _seen(memberships, pair, _common(site, shapes), axis) | {
            "found": found,
            "parts": states.parts(),
            "partly": names(partly),
            "labels": data.labels()["countries"],
            "samples": matrix.legend(),
        }

    for pair in states.pairs(exhibit):
        yield pair_path(*pair), "comparison/compare-states.md.jinja", partial(values, *pair)
