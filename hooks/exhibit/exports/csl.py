"""A source as the Citation Style Language has it (CSL-JSON 1.0.2), from which the other formats are written.

Names stand as they were printed (``literal``), as nobody knows of all of them which part is the family's. A date is as sure as
the exhibit has it: what is no day, month or year of its own stands in words.
"""

from __future__ import annotations

from typing import Any

from exhibit.model.dates import Edtf
from exhibit.model.kinds import Source
from exhibit.model.wording import in_words
from exhibit.pages.site import Site

BOOK, CHAPTER = "book", "chapter"
"""A book that stands in another is a part of that."""
FIGURES = {"day": 3, "month": 2, "year": 1}
"""How many figures of a date its precision allows: year, month, day."""


def csl(site: Site, source: Source) -> dict[str, Any]:
    """A source as an item of CSL-JSON; only what is known of it."""
    told = {
        "id": source.id,
        "type": CHAPTER if source.type.csl == BOOK and source.container else source.type.csl,
        "title": source.title,
        "author": [{"literal": name} for name in _authors(site, source)],
        "container-title": source.container,
        "publisher": source.publisher,
        "issued": date_in_csl(source.date) if source.date else None,
        "accessed": date_in_csl(source.read) if source.read else None,
        "language": source.lang,
        "URL": source.url,
        "archive_location": source.archive,
        "note": " ".join(_notes(site, source)),
    }
    return {name: value for name, value in told.items() if value}


def _authors(site: Site, source: Source) -> list[str]:
    """Its authors as printed; where none are, those who are items of the exhibit."""
    return source.authors or [site.exhibit.items[id_].title for id_ in source.written_by]


def _notes(site: Site, source: Source) -> list[str]:
    """What a list of sources should say besides: the title in English, where it is to be had, from whom it is known."""
    notes = [f"In English: {source.title_en}."] if source.title_en else []
    notes += [f"To be had: {source.where}."] if source.where else []
    known = "; ".join(site.exhibit.items[id_].title for id_ in source.known_from)
    return [*notes, f"Known from: {known}."] if known else notes


def date_in_csl(date: Edtf) -> dict[str, Any] | None:
    """A date as CSL has it: one day, month or year by figures, ``circa`` where it is not sure, all else in words; nothing
    where it is not known."""
    if not date.known:
        return None
    figures = FIGURES.get(date.precision)
    if not figures or not date.earliest:
        return {"literal": in_words(date)}
    day = date.earliest
    told: dict[str, Any] = {"date-parts": [[day.year, day.month, day.day][:figures]]}
    return told | ({"circa": True} if date.qualifier else {})
