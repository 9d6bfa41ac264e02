"""Calendars (iCalendar, RFC 5545): each can be read, each event is known by one id and leads to what there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from icalendar import Calendar, Component

from exhibit.problems.problem import shown
from exhibit.verifying.fault import SiteFault
from exhibit.verifying.leftovers import left_over
from exhibit.verifying.site import FinishedSite

NEEDED = ("uid", "dtstamp", "dtstart", "summary")
"""What each event of ours has: the first three by RFC 5545, section 3.6.1, the last to be shown at all."""


def check(site: FinishedSite, ids: dict[str, frozenset[str]]) -> Iterator[SiteFault]:
    """Every calendar of a site. ids: those of each page."""
    for name in sorted(site.files):
        if name.endswith(".ics"):
            yield from _calendar(site, name, ids)


def _calendar(site: FinishedSite, name: str, ids: dict[str, frozenset[str]]) -> Iterator[SiteFault]:
    try:
        calendar = Calendar.from_ical(site.read(name))
    except (ValueError, KeyError, IndexError) as error:
        yield SiteFault(name, f"no calendar: {error}")
        return
    events = calendar.walk("VEVENT")
    if not events:
        yield SiteFault(name, "a calendar without an event")
    for event in events:
        yield from (SiteFault(name, what) for what in _event(site, name, event, ids))
    for uid, times in Counter(str(event.get("uid", "")) for event in events).items():
        if uid and times > 1:
            yield SiteFault(
                name, f"the id {shown(uid)} stands {times} times; programs would keep one event of these"
            )


def _event(site: FinishedSite, name: str, event: Component, ids: dict[str, frozenset[str]]) -> Iterator[str]:
    told = shown(str(event.get("summary", "")))
    for needed in NEEDED:
        if needed not in event:
            yield f"the event {told} has no {needed.upper()}"
    for wrong, why in event.errors:
        yield f"the event {told}: {wrong} cannot be read: {why}"
    for text in ("summary", "description"):
        if what := left_over(str(event.get(text, ""))):
            yield f"{shown(what)} is left over in the {text} of {told}"
    link = str(event.get("url", ""))
    target = site.target(name, link)
    if target.fault:
        yield f"the event {told} leads to {shown(link)}: {target.fault}"
    elif target.host:
        yield f"the event {told} leads to another host, {shown(target.host)}; a calendar speaks of its own site"
    elif target.fragment and target.fragment not in ids.get(target.file, {target.fragment}):
        yield f"the event {told}: there is no '#{target.fragment}' in '{target.file}'"
