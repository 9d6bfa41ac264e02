"""Calendars of anniversaries: read back by a parser, one of them whole, and counted from the data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from conftest import AS_OF, TESTS
from exhibit.exports.calendars import FOLDER, WHOLE, export
from exhibit.pages.site import Settings, Site
from exhibit.reading.exhibit import Exhibit
from icalendar import Calendar, Event

HERE = Settings(AS_OF, site_name="Eurasian Accords", site_url="https://rivers.example/exhibit/")


@pytest.fixture(scope="module")
def made(tiny: Exhibit) -> dict[str, bytes]:
    return dict(export(Site(tiny, HERE)))


def _events(content: bytes) -> list[Event]:
    calendar = Calendar.from_ical(content)
    events = calendar.walk("VEVENT")
    assert all(not component.errors for component in (calendar, *events))
    return [*events]


def test_a_calendar_is_as_agreed(made: dict[str, bytes]) -> None:
    agreed = TESTS / "golden" / "river-pact.ics"
    assert made[f"{FOLDER}organisations/river-pact.ics"] == agreed.read_bytes()


def test_lines_are_those_of_the_standard(made: dict[str, bytes]) -> None:
    """RFC 5545, section 3.1: lines end in CRLF and have at most 75 octets."""
    for content in made.values():
        *lines, last = content.split(b"\r\n")
        assert last == b"" and not any(b"\n" in line or len(line) > 75 for line in lines)
        assert (lines[0], lines[-1]) == (b"BEGIN:VCALENDAR", b"END:VCALENDAR")
        content.decode("utf-8")


def test_every_day_that_is_exact_comes_back_each_year_and_no_month_becomes_a_day(real: Exhibit) -> None:
    site = Site(real, HERE)
    told = {(entry.item.id, entry.date.listed) for entry in site.timeline if entry.date.exact}
    events = _events(dict(export(site))[WHOLE])
    found = {(str(event["uid"])[11:].partition("@")[0], event.decoded("dtstart")) for event in events}
    assert found == told and len(found) == len(events)
    assert {tuple(event["rrule"]["freq"]) for event in events} == {("YEARLY",)}


def test_each_organisation_and_country_has_what_it_is_about(real: Exhibit) -> None:
    site = Site(real, HERE)
    made = dict(export(site))
    for collection, ids in (("organisations", "organisations"), ("countries", "countries")):
        for item in real.of(collection):
            told = {
                (entry.item.id, entry.date.listed)
                for entry in site.timeline
                if entry.date.exact and item.id in getattr(entry, ids)
            }
            path = f"{FOLDER}{collection}/{item.id}.ics"
            assert len(_events(made[path])) == len(told) if told else path not in made


def test_a_doubt_and_a_dispute_travel_with_their_day(real: Exhibit) -> None:
    site = Site(real, HERE)
    entry = next(entry for entry in site.timeline if entry.date.exact and entry.disputed)
    site.timeline = [replace(entry, doubt="the day of the speech or of its print")]  # type: ignore[misc]
    (event,) = _events(dict(export(site))[WHOLE])
    said = str(event["description"]).splitlines()
    assert "In doubt: the day of the speech or of its print" in said
    assert any(line.startswith(f"Disputed: {HERE.site_url}disputes/") for line in said)
    assert any(line.startswith("Source: ") for line in said)


HOSTILE = [
    "a;b,c\\n\\;d",
    "BEGIN:VEVENT",
    "END:VCALENDAR\nBEGIN:VCALENDAR",
    'x"\r\nATTACH:https://evil.example/',
    "日本語" * 40,
    "\u202eabc",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(tiny: Exhibit, text: str) -> None:
    site = Site(tiny, HERE)
    entry = next(entry for entry in site.timeline if entry.date.exact)
    site.timeline = [replace(entry, label=text, doubt=text)]  # type: ignore[misc]
    content = dict(export(site))[WHOLE]
    (event,) = _events(content)
    lines = text.replace("\r\n", "\n")
    assert str(event["summary"]) == f"{entry.item.title}: {lines} ({entry.date.listed.year})"
    assert f"In doubt: {lines}" in str(event["description"])
    assert "ATTACH" not in event and len(Calendar.from_ical(content, multiple=True)) == 1


def test_where_the_address_is_not_known_there_are_none(tiny: Exhibit) -> None:
    assert dict(export(Site(tiny, replace(HERE, site_url="")))) == {}


def test_the_same_data_give_the_same_bytes(tiny: Exhibit, made: dict[str, bytes]) -> None:
    assert dict(export(Site(tiny, HERE))) == made
    assert all(event.decoded("dtstamp").date() == AS_OF_DAY for event in _events(made[WHOLE]))


AS_OF_DAY = HERE.as_of.latest or date.min
