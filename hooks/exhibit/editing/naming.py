"""Naming: the id of a new item, in the manner of the files that are there.

``league-1968-ford`` a meeting of the heads of state, ``league-hog-1971-ford`` of the heads of government,
``ford-declaration-1966`` a text, ``gazette-1968`` a source. An editor may always choose another.
"""

from __future__ import annotations

import re
import unicodedata

from exhibit.editing.draft import Given
from exhibit.model.item import Item
from exhibit.model.kinds import Country, Person, Place, dated_by
from exhibit.model.vocabulary import Level

_SMALL = frozenset("a an and at by for from in its of on the their to with between".split())
_WORDS = 6


def propose(kind: type[Item], given: Given, short: str = "") -> str:
    """An id for an item, or the empty text where the title has no Latin letters."""
    title = slug(given.get("title", [""])[0])
    year = _year(kind, given)
    match kind.COLLECTION:
        case "summits" if given.get("organisations"):
            level = next((level.in_id for level in Level if [level.value] == given.get("level")), "")
            place = given.get("place", [""])[0] or ("video" if given.get("mode") == ["video"] else "")
            return _join(slug(given["organisations"][0]), level, year, slug(place))
        case "organisations":
            return slug(short) or title
        case "sources":
            by = given.get("publisher") or given.get("container") or given.get("authors") or [""]
            return _join(slug(by[0]) or _main_words(title), year)
    if kind in (Person, Country, Place):
        return title
    return _join(_main_words(title), year if year not in title.split("-") else "")


def slug(text: str) -> str:
    """A text in lower-case Latin letters and digits, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", re.sub(r"(?<=[a-z])'(?=[a-z])", "", plain)))


def _main_words(title: str) -> str:
    return "-".join([word for word in title.split("-") if word not in _SMALL][:_WORDS])


def _year(kind: type[Item], given: Given) -> str:
    dates = [given[field.name][0] for field in dated_by(kind) if field.name in given and not field.ref]
    found = re.search(r"[0-9]{4}", dates[0]) if dates else None
    return found.group() if found else ""


def _join(*parts: str) -> str:
    return "-".join(part for part in parts if part)
