"""Calendars of anniversaries (iCalendar, RFC 5545): of the whole, and of each organisation and country.

Only what is dated to a day stands in them, as it comes back each year: a month never becomes a day. What is disputed or in
doubt says so in the description of its event.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import cast
from urllib.parse import urlsplit

from icalendar import Calendar, Event

from exhibit.model.addresses import page_path, view_path
from exhibit.model.kinds import Item, Source
from exhibit.model.locators import locator_in_words
from exhibit.model.wording import in_words
from exhibit.pages.site import Site
from exhibit.views.timeline.entries import Entry
from exhibit.views.timeline.today import Anniversary, calendar_days

FOLDER = "data/calendars/"
WHOLE = f"{FOLDER}anniversaries.ics"
ANEW = timedelta(days=30)
"""How long a program that follows a calendar may wait before it asks for it again (RFC 7986, section 5.7)."""
GROUPS: dict[str, Callable[[Entry], tuple[str, ...]]] = {
    "organisations": lambda entry: entry.organisations,
    "countries": lambda entry: entry.countries,
}
"""The collections of which each item has a calendar: the ids of those that an entry is about."""


def calendar_path(item: Item) -> str:
    """Where the calendar of an organisation or a country stands, if it has one."""
    return f"{FOLDER}{item.COLLECTION}/{item.id}.ics"


def export(site: Site) -> Iterator[tuple[str, bytes]]:
    """Every calendar that has something, where the site's address is known: events lead to their pages."""
    if not site.settings.site_url:
        return
    dated = [entry for entry in site.timeline if entry.date.exact]
    if dated:
        yield WHOLE, _calendar(site, "anniversaries", dated)
    for collection, ids in GROUPS.items():
        for item in site.exhibit.of(collection):
            if own := [entry for entry in dated if item.id in ids(entry)]:
                yield calendar_path(item), _calendar(site, item.title, own)


def _calendar(site: Site, about: str, entries: list[Entry]) -> bytes:
    name = f"{site.settings.site_name}: {about}"
    calendar = Calendar()
    calendar.add("prodid", f"-//{site.settings.site_name}//anniversaries//EN")
    calendar.add("version", "2.0")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)  # what most programs read instead
    calendar.add("refresh-interval", ANEW, parameters={"VALUE": "DURATION"})
    head, end, rest = bytes(calendar.to_ical()).partition(b"END:VCALENDAR")
    events = (_event(site, one) for day in calendar_days(entries) for one in day.anniversaries)
    return b"".join([head, *events, end, rest])


def _event(site: Site, one: Anniversary) -> bytes:
    item, labels = one.entry.item, "; ".join(one.labels)
    return _written(
        _uid(site, one),
        _known(site),
        one.entry.date.listed,
        f"{item.title}{': ' if labels else ''}{labels} ({one.entry.date.listed.year})",
        "\n".join(_description(site, one)),
        site.settings.address(page_path(item), one.fragment),
        one.entry.kind,
    )


@lru_cache(maxsize=10_000)
def _written(
    uid: str, known: datetime, day: date, summary: str, description: str, url: str, kind: str
) -> bytes:
    """The lines of an event, written once for all calendars in which it stands."""
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", known)
    event.add("dtstart", day)
    event.add("rrule", {"freq": "yearly"})
    event.add("transp", "TRANSPARENT")
    event.add("summary", summary)
    event.add("description", description)
    event.add("url", url)
    event.add("categories", [kind])
    return bytes(event.to_ical())


def _description(site: Site, one: Anniversary) -> Iterator[str]:
    """The day with its year, who says so, what is in doubt of it, and where it is disputed."""
    yield f"{in_words(one.entry.date)}: {one.entry.item.title}"
    for cited in one.cite:
        source = cast(Source, site.exhibit.items[cited.source])
        yield f"Source: {', '.join(filter(None, [source.title, source.publisher, locator_in_words(cited.at)]))}"
    for doubt in one.doubts:
        yield f"In doubt: {doubt}"
    if one.disputed:
        anchor = f"dispute-{one.disputed}"
        path = site.parts.holding(view_path("disputes"), anchor)
        yield f"Disputed: {site.settings.address(path, anchor)}"


def _uid(site: Site, one: Anniversary) -> str:
    """What an event is known by, however often the site is built: the item, the day and the site's host."""
    host = urlsplit(site.settings.site_url).hostname or "localhost"
    return f"{one.entry.date.text}-{one.entry.item.id}@{host}"


def _known(site: Site) -> datetime:
    """The moment that a calendar says it was made: the day up to which the exhibit knows, so that it stays the same."""
    day = site.settings.as_of.latest
    return datetime.combine(day, time(), UTC) if day else datetime(1970, 1, 1, tzinfo=UTC)
