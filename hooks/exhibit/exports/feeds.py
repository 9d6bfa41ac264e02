"""A feed of changes for each organisation: what changed of it, and of all that it is involved in."""

from __future__ import annotations

from collections.abc import Iterator

from exhibit.changes.log import LoggedCommit
from exhibit.changes.page import MOST_IN_ENTRY, Shown
from exhibit.exports.feed import MOST_ENTRIES, feed
from exhibit.pages.site import Site
from exhibit.views.timeline.involved import involved

FOLDER = "data/feeds/"


def export(site: Site) -> Iterator[tuple[str, bytes]]:
    """The feed of each organisation of which a change is known, where the site's address is known."""
    if not site.settings.site_url:
        return
    about = _items_about(site)
    for organisation in site.exhibit.of("organisations"):
        path = f"{FOLDER}{organisation.COLLECTION}/{organisation.id}.xml"
        if entries := _entries(site, about[organisation.id]):
            text = feed(entries, site.settings, site.changes.present, path, organisation)
            yield path, text.encode("utf-8")


def _items_about(site: Site) -> dict[str, set[str]]:
    """The ids of the items that each organisation is involved in, its own among them."""
    found: dict[str, set[str]] = {item.id: {item.id} for item in site.exhibit.of("organisations")}
    for item in site.exhibit.items.values():
        for id_ in involved(site.exhibit, item)["organisations"]:
            found[id_].add(item.id)
    return found


def _entries(site: Site, ids: set[str]) -> list[Shown]:
    """The newest commits that changed one of some items, with what they changed of these alone."""
    found = (_shown(entry, site.changes.present, ids) for entry in site.changes.log.entries)
    return [
        shown for shown, _ in zip((one for one in found if one.groups), range(MOST_ENTRIES), strict=False)
    ]


def _shown(entry: LoggedCommit, present: dict[str, str], ids: set[str]) -> Shown:
    groups = [lines for id_, lines in entry.by_item.items() if present.get(id_) in ids]
    room, told = MOST_IN_ENTRY, []
    for lines in groups:
        told.append(lines[:room])
        room -= len(told[-1])
    return Shown(entry, [lines for lines in told if lines], sum(map(len, groups)) - (MOST_IN_ENTRY - room))
