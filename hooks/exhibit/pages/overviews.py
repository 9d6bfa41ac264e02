"""Overviews: what the pages that look at many items print, prepared for their templates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import groupby

from exhibit.model.addresses import changes_path, index_path, view_path, year_path
from exhibit.model.dates import parse_date
from exhibit.model.kinds import COLLECTIONS, KINDS, Item
from exhibit.model.wording import in_words
from exhibit.pages.data import data_values
from exhibit.pages.item import Made, Values
from exhibit.pages.long_pages import long_pages
from exhibit.pages.site import Site
from exhibit.pages.timelines import plane_of
from exhibit.views.atlas import atlas
from exhibit.views.atlas.held import first_day
from exhibit.views.item import columns
from exhibit.views.item.facts import Fact
from exhibit.views.item.names import several_shorts
from exhibit.views.lineage import chart
from exhibit.views.membership import matrix
from exhibit.views.membership.on_day import last_day, year_by_year
from exhibit.views.membership.returned import left_and_returned
from exhibit.views.sources.counts import counts
from exhibit.views.sources.reached import reached
from exhibit.views.sources.stale import by_age, present
from exhibit.views.timeline import years
from exhibit.views.timeline.filters import filters

OLDEST = 20
"""How many facts of the present the page of evidence names, those with the oldest sources."""


def overviews(site: Site) -> Iterator[Made]:
    """The pages that look at the whole exhibit."""
    exhibit, as_of = site.exhibit, site.settings.as_of
    made: list[Made] = [
        (view_path("timeline"), "timeline/timeline.md.jinja", partial(_timeline, site)),
        (view_path("atlas"), "atlas/atlas.md.jinja", lambda: atlas.values(exhibit, as_of, site.timeline)),
        (view_path("lineage"), "lineage/lineage.md.jinja", partial(chart.values, exhibit, as_of)),
        (view_path("membership"), "membership/membership.md.jinja", partial(_membership, site)),
        (view_path("data-sets"), "comparison/data-sets.md.jinja", lambda: {"data_sets": site.data_sets}),
        (view_path("evidence"), "sources/evidence.md.jinja", partial(_evidence, site)),
        (view_path("names"), "item/names.md.jinja", partial(_names, site)),
        (view_path("data"), "sources/data.md.jinja", partial(data_values, site)),
    ]
    made += long_pages(site)
    yield from (page for page in made if page[0] not in site.left_out)


def indexes(site: Site) -> Iterator[Made]:
    """The index of each collection that has items."""
    for name in _collections(site):
        yield index_path(name), "item/collection.md.jinja", partial(_collection, site, name)


def years_told(site: Site) -> Iterator[Made]:
    """The index of the years, and a page for each."""
    every = years.years(site.timeline)
    index = {"decades": years.decades(every), "width": years.BAR}
    if every:
        yield index_path("years"), "timeline/years.md.jinja", partial(dict, index)
    shown = first_day(site.exhibit), last_day(site.settings.as_of)
    on_atlas = shown if site.has(view_path("atlas")) else None
    for year in every:
        yield year_path(year.number), "timeline/year.md.jinja", partial(dict, year=year, on_atlas=on_atlas)


def _changes(site: Site) -> Values:
    """What changed, and where each commit is seen, where the repository has a host."""
    ids = [shown.entry.commit.id for shown in site.changes.entries] if site.settings.repo_url else []
    return {"changes": site.changes, "seen_at": {id_: site.settings.repository.commit(id_) for id_ in ids}}


def changes(site: Site) -> Iterator[Made]:
    """What changed by day, and by item for each collection that has items."""
    yield index_path("changes"), "changes/changes.md.jinja", lambda: _changes(site)
    for name in _collections(site):
        yield changes_path(name), "changes/changes-items.md.jinja", partial(_changed_items, site, name)


def _collections(site: Site) -> list[str]:
    return [name for name in COLLECTIONS if site.orders[name]]


def by_item(found: list[Fact]) -> dict[str, list[tuple[Item, list[Fact]]]]:
    """Facts by collection, then by item."""
    groups: dict[str, list[tuple[Item, list[Fact]]]] = {}
    for _, group in groupby(found, key=lambda fact: fact.item.id):
        facts = list(group)
        groups.setdefault(facts[0].item.COLLECTION, []).append((facts[0].item, facts))
    return groups


def _timeline(site: Site) -> Values:
    return {
        "entries": site.timeline,
        "filters": filters(site.exhibit, site.timeline),
        "moving": plane_of(site, site.timeline, []),
        "decades": years.decades(years.years(site.timeline)),
        "width": years.BAR,
    }


def _membership(site: Site) -> Values:
    exhibit, as_of = site.exhibit, site.settings.as_of
    own = matrix.organisations(exhibit)

    def words_of(day: date) -> str:
        """The end of a year in words; the last day known as the whole that it closes, a month say."""
        return in_words(parse_date(day.isoformat()) if day != as_of.latest else as_of)

    return {
        "drawn": matrix.matrix(exhibit, own, as_of),
        "samples": matrix.legend(),
        "returned": left_and_returned(exhibit),
        "years": [(day, words_of(day), rolls) for day, rolls in year_by_year(exhibit, own, as_of)],
    }


def _evidence(site: Site) -> Values:
    found = present(site.exhibit, site.settings.as_of)
    return {
        "counts": counts(site.exhibit),
        "present": len(found),
        "ages": by_age(found),
        "oldest": [fact for fact in found if fact.newest][:OLDEST],
        "undated": [fact for fact in found if not fact.newest],
        "reached": reached(site.exhibit),
    }


def _names(site: Site) -> Values:
    return {
        "shared_names": site.shared_names,
        "several_shorts": several_shorts(site.exhibit),
        "dates": site.dates,
    }


def _collection(site: Site, name: str) -> Values:
    items = site.orders[name]
    return {
        "collection": name,
        "items": items,
        "dates": site.dates,
        "dated": columns.date_heading(KINDS[name]),
        "column": columns.heading(KINDS[name]),
        "cells": {item.id: columns.cell(site.exhibit, item) for item in items},
        "extracts": site.extracts,
    }


def _changed_items(site: Site, name: str) -> Values:
    return {"collection": name, "items": site.changes.items[name]}
