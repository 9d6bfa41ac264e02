"""On this day: what happened on each day of the calendar, which the entrance fetches when a reader comes near."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from exhibit.exports.script import script
from exhibit.model.addresses import page_path, view_path, year_path
from exhibit.pages.site import Site
from exhibit.views.timeline.today import Anniversary, calendar_days

PATH = "assets/on-this-day.js"


def export(site: Site) -> Iterator[tuple[str, bytes]]:
    """The script's file, where anything is dated: for each day its key, its words, and what happened on it."""
    days = calendar_days(site.timeline)
    if days:
        found = [[day.key, day.words, [_told(site, one) for one in day.anniversaries]] for day in days]
        yield PATH, script("onThisDay", found)


def _told(site: Site, one: Anniversary) -> list[Any]:
    """The year and its address, the item and its address, what was done, and where a dispute of it stands, if there is
    one; addresses from the site's root."""
    item, day, at = one.entry.item, one.entry.date.listed, site.settings.below
    anchor = f"dispute-{one.disputed}"
    dispute = at(site.parts.holding(view_path("disputes"), anchor), anchor) if one.disputed else ""
    labels = "; ".join(one.labels)
    return [day.year, at(year_path(day.year)), item.title, at(page_path(item), one.fragment), labels, dispute]
