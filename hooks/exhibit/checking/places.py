"""Rules of places and states: a place lies in its country, a country has its own code of ISO 3166-1."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from babel import Locale

from exhibit.checking.rule import rule, told
from exhibit.model.kinds import Country, Place
from exhibit.model.states_of_the_world import NOT_STATES, left_to_users
from exhibit.problems.problem import Problem, shown
from exhibit.problems.suggestion import fold
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.geometry import Territory, territories

SLACK = 0.75
"""Degrees by which a place may lie outside the box of its country, whose shape is drawn coarsely."""


@rule
def a_place_lies_in_its_country(exhibit: Exhibit) -> Iterator[Problem]:
    """Suspicion: the point of a place lies outside the box of its country; and a point has two coordinates."""
    for place in exhibit.of("places"):
        assert isinstance(place, Place)
        for name, value, other in (("lat", place.lat, "lon"), ("lon", place.lon, "lat")):
            if value is not None and getattr(place, other) is None:
                yield exhibit.problem(place, (name,), f"a point has `{other}` too; add it")
        country = exhibit.items.get(place.country or "")
        code = country.code if isinstance(country, Country) else None
        shape = territories("world").get(code or "")
        if shape and place.lat is not None and place.lon is not None:
            yield from _outside(exhibit, place, shape, place.lat, place.lon)


def _outside(exhibit: Exhibit, place: Place, shape: Territory, lat: float, lon: float) -> Iterator[Problem]:
    if _within(shape, lat, lon):
        return
    message = f"{lat}, {lon} lies outside {shown(place.country)}"
    for changed in ((lon, lat), (-lat, lon), (lat, -lon)):
        if -90 <= changed[0] <= 90 and _within(shape, *changed):
            cure = f"write lat: {changed[0]} and lon: {changed[1]}"
            yield from told(exhibit, place, ("lat",), f"{message} (within it: {cure})", suspicion=True)
            return
    yield from told(exhibit, place, ("lat",), message, suspicion=True)


def _within(shape: Territory, lat: float, lon: float) -> bool:
    """Whether a point lies in the box of any of a country's polygons, with some slack."""
    for polygon in shape.polygons:
        lats, lons = [p[0] for p in polygon[0]], [p[1] for p in polygon[0]]
        if min(lats) - SLACK <= lat <= max(lats) + SLACK and min(lons) - SLACK <= lon <= max(lons) + SLACK:
            return True
    return False


@rule
def a_country_has_its_own_code(exhibit: Exhibit) -> Iterator[Problem]:
    """A code is one of ISO 3166-1 (or one left to users there: AA, QM to QZ, XA to XZ, ZZ), no other state's,
    and stands at one country; a ``note`` says so where a vanished state had it."""
    names, first = _codes(), dict[str, str]()
    for country in exhibit.of("countries"):
        assert isinstance(country, Country)
        if not country.code:
            continue
        other = first.setdefault(country.code, country.id)
        own = next((code for name in _names(country) if (code := names.get(fold(name)))), "")
        of = next((name for name, code in _names_of().items() if code == country.code), "")
        if other != country.id:
            message = f"{country.code} is the code of '{other}' already{_write(own, country.code)}"
            yield from told(exhibit, country, ("code",), message)
        elif own and own != country.code:
            whose = f" (it is that of {of})" if of else ""
            message = f"{country.code} is not its code in ISO 3166-1{whose}; write {own}"
            yield from told(exhibit, country, ("code",), message)
        elif not of and not left_to_users(country.code):
            message = f"ISO 3166-1 has no code {country.code}{_write(own, country.code)}"
            yield from told(exhibit, country, ("code",), message)


def _write(own: str, given: str) -> str:
    return f"; write {own}" if own and own != given else ""


def _names(country: Country) -> list[str]:
    return [country.title, *(name.text for name in country.names if name.lang == "en")]


@cache
def _names_of() -> dict[str, str]:
    """The codes of ISO 3166-1 by the English name of their territory in CLDR."""
    named = Locale("en").territories
    return {
        name: code
        for code, name in named.items()
        if len(code) == 2 and code.isalpha() and code not in NOT_STATES
    }


@cache
def _codes() -> dict[str, str]:
    return {fold(name): code for name, code in _names_of().items()}
