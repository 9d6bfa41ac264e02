"""Places, and what happened at them, for maps: GeoJSON (RFC 7946), points in degrees of WGS 84, longitude first.

What happened is what stands on the timeline: its date as it is written, with the earliest and the latest day that it can mean,
the sources that say so, what is in doubt, and where it is disputed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from exhibit.model.addresses import page_path, view_path
from exhibit.model.kinds import Item, Place
from exhibit.pages.site import Site
from exhibit.views.timeline.entries import Entry

FOLDER = "data/maps/"


def export(site: Site) -> Iterator[tuple[str, bytes]]:
    """Two files: the places, and what happened at those whose point is known; none where no place has a point."""
    places = [place for place in site.exhibit.of(Place.COLLECTION) if _point(place)]
    if not places:
        return
    yield f"{FOLDER}places.geojson", _collection(_place(site, place) for place in places)
    yield f"{FOLDER}happened.geojson", _collection(_happenings(site))


def _happenings(site: Site) -> Iterator[dict[str, Any]]:
    for entry in site.timeline:
        for id_ in entry.places:
            place = site.exhibit.items[id_]
            if isinstance(place, Place) and _point(place):
                yield _feature(site, entry.item, place, entry.fragment, _told(site, entry) | {"place": id_})


def _told(site: Site, entry: Entry) -> dict[str, Any]:
    """What an entry of the timeline says, as far as there is something to be said."""
    anchor = f"dispute-{entry.disputed}"
    told = {
        "label": entry.label,
        "date": entry.date.text,
        "earliest": entry.date.earliest.isoformat() if entry.date.earliest else "",
        "latest": entry.date.latest.isoformat() if entry.date.latest else "",
        "sources": [f"{one.source}#{one.at}" if one.at else one.source for one in entry.cite],
        "doubt": entry.doubt,
        "disputed": site.settings.address(site.parts.holding(view_path("disputes"), anchor), anchor)
        if entry.disputed
        else "",
    }
    return {name: value for name, value in told.items() if value}


def _place(site: Site, place: Place) -> dict[str, Any]:
    told = {"country": place.country, "geonames": place.geonames}
    return _feature(site, place, place, "", {name: value for name, value in told.items() if value})


def _feature(site: Site, item: Item, place: Place, fragment: str, more: dict[str, Any]) -> dict[str, Any]:
    told = {"item": item.id, "kind": item.SINGULAR, "title": item.title}
    told["address"] = site.settings.address(page_path(item), fragment)
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": _point(place)},
        "properties": told | more,
    }


def _point(place: Place) -> list[float]:
    """Its point; empty where it is not known."""
    return [] if place.lon is None or place.lat is None else [float(place.lon), float(place.lat)]


def _collection(features: Iterable[dict[str, Any]]) -> bytes:
    """A feature a line, so that two versions can be compared."""
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False) for feature in features)
    return f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}\n'.encode()
