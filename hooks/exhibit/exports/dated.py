"""What the whole timeline shows: its list and its plane are drawn from it, so that they cannot disagree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from exhibit.exports.script import script
from exhibit.model.addresses import day_anchor, page_path, view_path, year_path
from exhibit.model.wording import in_words
from exhibit.pages.environment import data_days
from exhibit.pages.site import Site
from exhibit.views.timeline.entries import Entry
from exhibit.views.timeline.years import listed

PATH = "assets/dated.js"
DAYS = ("from", "to", "begun", "going")
"""The days of a date, as ``data_days`` calls them."""


def export(site: Site) -> Iterator[tuple[str, bytes]]:
    """The script's file, where anything is dated: every id that entries name, and each entry, which names them by their
    place there."""
    if site.timeline:
        ids = _Numbers()
        entries = [_told(site, entry, ids) for entry in site.timeline]
        yield PATH, script("dated", {"ids": ids.all, "entries": entries})


class _Numbers:
    """Ids in the order in which they come, each by its number."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    @property
    def all(self) -> list[str]:
        return list(self._known)

    def of(self, ids: Iterable[str]) -> list[int]:
        return [self._known.setdefault(id_, len(self._known)) for id_ in ids]


def _told(site: Site, entry: Entry, ids: _Numbers) -> list[Any]:
    """The item's id, its title, what happened, the date in words (empty where it is a day)
    and as it is written, its days (empty where they are
    that date), whether it is sure, the kind, the ids of organisations, countries, people and places; where the item
    stands, the date in its year, and the dispute, if there is one; addresses from the site's root."""
    date, below = entry.date, site.settings.below
    days = {name: day.isoformat() for name, day in data_days(date)}
    act = entry.label + (f" (doubt: {entry.doubt.strip('.')})" if entry.doubt else "")
    placed = date.exact and date.listed in site.days_told
    disputes, anchor = view_path("disputes"), f"dispute-{entry.disputed}"
    return [
        *ids.of([entry.item.id]),
        entry.item.title,
        act,
        "" if date.exact else in_words(date),
        date.text,
        [days.get(name, "") for name in DAYS if name in days or name in DAYS[:2]] if not date.exact else [],
        int(date.sure),
        *ids.of([entry.kind]),
        *(ids.of(group) for group in (entry.organisations, entry.countries, entry.people, entry.places)),
        below(page_path(entry.item), entry.fragment),
        below(year_path(listed(entry)), day_anchor(date.listed) if placed else ""),
        below(site.parts.holding(disputes, anchor), anchor) if entry.disputed else "",
    ]
