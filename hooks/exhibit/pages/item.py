"""Item: what the page of an item and its annexes print, prepared for their templates."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from exhibit.model.addresses import annex_path, index_path, page_path, pair_path, small_map_file
from exhibit.model.kinds import (
    Country,
    Item,
    Organisation,
    Person,
    Place,
    Source,
    Summit,
    Treaty,
)
from exhibit.pages.annexes import TITLES, Parted, parted
from exhibit.pages.site import Site
from exhibit.pages.timelines import by_year, chart_of, own_plane, year_chart_of
from exhibit.views.atlas.locator import locator
from exhibit.views.atlas.small import small_map
from exhibit.views.comparison import states
from exhibit.views.item.effects import CAME_OF_IT, effects
from exhibit.views.item.facts import compared, fact_rows, when
from exhibit.views.item.names import in_its_languages
from exhibit.views.item.pictures import shown_pictures
from exhibit.views.item.relations import ADOPTED, adopted_at, related
from exhibit.views.item.series import series
from exhibit.views.lineage.line import line
from exhibit.views.membership.courses import claimed, courses, foremost
from exhibit.views.membership.envoys import denied, envoys
from exhibit.views.membership.existence import existence
from exhibit.views.membership.on_day import last_day
from exhibit.views.membership.spells import rows, rows_of
from exhibit.views.membership.way import way
from exhibit.views.sources.drawn_on import drawn_on
from exhibit.views.timeline.careers import career
from exhibit.views.timeline.here import AT_ONCE, HEADING, here
from exhibit.views.timeline.parties import parties, signed_together

Values = dict[str, Any]
"""What a template prints, by the name it has there."""

Made = tuple[str, str, Callable[[], Values]]
"""A page: its Markdown path, the name of its template, and what gives the values it prints."""


def item_values(site: Site, item: Item) -> Values:
    """What the page of an item prints."""
    names, groups, own = site.annexes(item), related_to(site, item), _of_its_kind(site, item)
    told_above = own.pop("told_above", frozenset())
    return {
        **_timeline(site, item, "timeline" in names),
        **own,
        "annexes": names,
        "pictured": shown_pictures(site.exhibit, item),
        "rows": fact_rows(site.exhibit, item),
        "shared_names": site.shared_names_of.get(item.id, []),
        "compared": compared(site.exhibit, item),
        "kept": {heading: found for heading, found in groups.kept.items() if heading not in told_above},
        "annexed": groups.annexed,
        "told_in": site.told_in.get(item.id, []),
        "changed": item.id in site.changes.items[item.COLLECTION],
        "neighbours": neighbours(site, item),
        **_of_every_page(site, item, page_path(item)),
    }


def annex_values(site: Site, item: Item, name: str) -> Values:
    """What the page of one of an item's long lists prints. name: of the annex."""
    values = _of_every_page(site, item, annex_path(item, name)) | {"heading": TITLES[name]}
    match name:
        case "timeline":
            entries = site.own_timeline(item)
            values |= {"entries": entries, "years": by_year(entries), "drawn": chart_of(site, entries)}
            values |= {"moving": own_plane(site, item, entries), "annexed": related_to(site, item).annexed}
        case "takings":
            values |= _of_its_kind(site, item) | {"annexed": related_to(site, item).annexed}
        case "evidence":
            values["compared"] = compared(site.exhibit, item)
        case _:
            values |= _of_its_kind(site, item)
    return values


def related_to(site: Site, item: Item) -> Parted:
    """What is related to an item, parted into what its page lists and what its annex has."""
    names = site.annexes(item)
    told: set[str] = set()
    if "timeline" in names:
        told |= {entry.item.id for entry in site.own_timeline(item)}
    if "takings" in names:
        told |= {taking.item.id for taking in site.extracts[item.id]}
    return parted(related(site.exhibit, item), frozenset(told))


def neighbours(site: Site, item: Item) -> tuple[Item | None, Item | None]:
    """The items before and after this one in its collection's index."""
    order, index = site.orders[item.COLLECTION], site.positions[item.id]
    return order[index - 1] if index else None, order[index + 1] if index + 1 < len(order) else None


def report_url(site: Site, item: Item) -> str:
    """Where a reader reports an error on an item's page; empty where there is no repository."""
    return site.settings.repository.report(f"Wrong: {item.id}", item.id, site.source_file(item))


def _of_every_page(site: Site, item: Item, path: str) -> Values:
    return {
        "item": item,
        "file": site.source_file(item),
        "report_url": report_url(site, item),
        "compares": isinstance(item, Organisation | Country) and site.has(index_path("compare")),
        "address": site.settings.address(path) if site.settings.site_url else "",
    }


def _timeline(site: Site, item: Item, annexed: bool) -> Values:
    """The item's own timeline. annexed: it has a page of its own, and only a glance of it stands here."""
    entries = site.own_timeline(item)
    if not entries:
        return {"entries": entries}
    if annexed:
        return {"entries": entries, "years": by_year(entries), "drawn": year_chart_of(site, item, entries)}
    return {"entries": entries, "moving": own_plane(site, item, entries), "drawn": chart_of(site, entries)}


def _of_its_kind(site: Site, item: Item) -> Values:
    """What only the pages of one kind of item print."""
    match item:
        case Organisation():
            spells = rows(site.exhibit, item)
            now = existence(site.exhibit, item, site.settings.as_of)
            shown = small_map(site.exhibit, item, site.settings.as_of, now.day)
            first = foremost(spells) if "members" in site.annexes(item) else spells
            return {
                "spells": claimed(spells),
                "courses": courses(site.exhibit, first, site.settings.as_of),
                "every": courses(site.exhibit, spells, site.settings.as_of),
                "found": now,
                "map": small_map_file(item) if shown else "",
                "descent": line(site.exhibit, item),
            }
        case Country():
            spells = rows_of(site.exhibit, item)
            found = way(site.exhibit, item, last_day(site.settings.as_of))
            drawn = courses(site.exhibit, spells, site.settings.as_of, "organisation")
            return {
                "spells": spells,
                "way": found,
                "courses": drawn,
                "envoys": envoys(site.exhibit, item, site.settings.as_of),
                "denied": denied(site.exhibit, item),
                "pairs": _pairs(site, item),
            }
        case Summit():
            adopted = adopted_at(site.exhibit, item)
            return {"adopted": adopted, "series": series(site.exhibit, item), "told_above": {ADOPTED}}
        case Treaty():
            return _of_a_treaty(site, item)
        case Person():
            return {"rail": career(site.exhibit, item, site.settings.as_of)}
        case Place():
            return _of_a_place(site, item)
        case Source():
            taken = site.extracts.get(item.id, [])
            return {"taken": taken, "told_whole": item.complete, "drawn_on": drawn_on(taken)}
    return {}


def _of_a_treaty(site: Site, item: Treaty) -> Values:
    rail = parties(site.exhibit, item)
    return {
        "date": when(site.exhibit, item),
        "titles": in_its_languages(item),
        "rail": rail,
        "together": [] if rail else signed_together(item),
        "effects": effects(site.exhibit, item),
        "told_above": set(CAME_OF_IT),
    }


def _of_a_place(site: Site, item: Place) -> Values:
    """What happened at a place stands on its page where its timeline does not."""
    found = here(site.exhibit, item) if "timeline" in site.annexes(item) else []
    return {
        "locator": locator(site.exhibit, item),
        "here": found,
        "here_heading": HEADING,
        "at_once": AT_ONCE,
        "told_above": {HEADING} if found else frozenset(),
    }


def _pairs(site: Site, state: Country) -> list[tuple[str, Country]]:
    """The states with which a page compares this one, with the paths of the pages."""
    every = states.main(site.exhibit)
    return (
        [(pair_path(state, other), other) for other in every if other is not state] if state in every else []
    )
