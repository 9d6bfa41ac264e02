"""Timelines: what the pages that show entries in order of time print of them, drawings included."""

from __future__ import annotations

from functools import partial
from itertools import groupby

from exhibit.model.kinds import Item, Organisation, entries_of_kinds
from exhibit.pages.site import Site
from exhibit.views.timeline.chart import Chart, chart
from exhibit.views.timeline.entries import Entry
from exhibit.views.timeline.plane import Plane, Query, own_query, plane
from exhibit.views.timeline.year_chart import YearChart, year_chart
from exhibit.views.timeline.years import listed


def by_year(entries: list[Entry]) -> list[tuple[int, list[Entry]]]:
    """Entries by the year under which the timeline lists them."""
    return [(year, list(group)) for year, group in groupby(entries, key=listed)]


def chart_of(site: Site, entries: list[Entry]) -> Chart | None:
    """The picture of a timeline, in lanes by organisation."""
    return chart(entries, partial(_organisation_of, site))


def year_chart_of(site: Site, item: Item, entries: list[Entry]) -> YearChart:
    """A long timeline at a glance, in lanes by organisation, and for an organisation by kind."""
    if isinstance(item, Organisation):
        lanes = entries_of_kinds(short=True)
        return year_chart(entries, lambda entry: (entry.kind, lanes[entry.kind]))
    return year_chart(entries, partial(_organisation_of, site))


def plane_of(site: Site, entries: list[Entry], query: Query) -> Plane:
    """The moving timeline of some entries of the whole, which the query gives."""
    return plane(site.exhibit, entries, query, "organisation", site.settings.as_of)


def own_plane(site: Site, item: Item, entries: list[Entry]) -> Plane:
    """The moving timeline of an item's page; an organisation's lanes are kinds."""
    by = "kind" if isinstance(item, Organisation) else "organisation"
    return plane(site.exhibit, entries, own_query(item, entries), by, site.settings.as_of)


def _organisation_of(site: Site, entry: Entry) -> tuple[str, str]:
    """Id and name of the organisation in whose lane an entry stands."""
    for id_ in (entry.item.id, *entry.organisations):
        if id_ in entry.organisations:
            return id_, site.exhibit.items[id_].short
    return "other", "Other"
