"""Item: what the page of an item and its annexes print, prepared for their templates."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from exhibit.model.addresses import annex_path, page_path
from exhibit.model.kinds import Country, Item, Organisation, Source, Summit, Treaty
from exhibit.pages.annexes import TITLES, Parted, parted
from exhibit.pages.site import Site
from exhibit.pages.timelines import by_year, chart_of, own_plane, year_chart_of
from exhibit.views.item.facts import compared, fact_rows, when
from exhibit.views.item.names import search_words
from exhibit.views.item.pictures import shown_pictures
from exhibit.views.item.relations import adopted_at, related
from exhibit.views.membership.on_day import IN_WORDS, belonging, last_day, standing
from exhibit.views.membership.spells import rows, rows_of
from exhibit.views.membership.way import glance, way

Values = dict[str, Any]
"""What a template prints, by the name it has there."""

Made = tuple[str, str, Callable[[], Values]]
"""A page: its Markdown path, the name of its template, and what gives the values it prints."""


def item_values(site: Site, item: Item) -> Values:
    """What the page of an item prints."""
    names, groups = site.annexes(item), related_to(site, item)
    return {
        **_timeline(site, item, "timeline" in names),
        **_of_its_kind(site, item),
        "annexes": names,
        "pictured": shown_pictures(site.exhibit, item),
        "rows": fact_rows(site.exhibit, item),
        "tags": search_words(item),
        "shared_names": site.shared_names_of.get(item.id, []),
        "compared": compared(site.exhibit, item),
        "kept": groups.kept,
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
            now = standing(spells, last_day(site.settings.as_of))
            return {"spells": spells, "belonging": _belonging(site, item), "standing": now}
        case Country():
            spells = rows_of(site.exhibit, item)
            found = way(site.exhibit, item, last_day(site.settings.as_of))
            return {"spells": spells, "way": found, "glance": glance(spells)}
        case Summit():
            return {"adopted": adopted_at(site.exhibit, item)}
        case Treaty():
            return {"date": when(site.exhibit, item)}
        case Source():
            return {"taken": site.extracts.get(item.id, []), "told_whole": item.complete}
    return {}


def _belonging(site: Site, item: Organisation) -> list[tuple[str, str, list[Item]]]:
    """Who belongs to an organisation on the last day known: standing, how sure (empty: certainly), who."""
    found = belonging(rows(site.exhibit, item), last_day(site.settings.as_of))
    return [(label, IN_WORDS[sure] if sure else "", who) for label, sure, who in found]
