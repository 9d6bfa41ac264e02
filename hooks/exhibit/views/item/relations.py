"""Relations: what names an item, grouped under the headings that the reference fields declare."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from exhibit.model.dates import NO_DATE, Edtf
from exhibit.model.kinds import Item, Succession, Treaty, happening
from exhibit.reading.exhibit import Backlink, Exhibit
from exhibit.views.item.facts import when

ADOPTED = "Adopted or signed here"
"""The heading of the references of texts to the meeting that adopted them."""
_OWN_VIEW = {"Memberships", "Led to"}
"""What a page shows in a way of its own: in bars, in a line of descent."""
_LAST = ["See also", "Mentioned in"]
_ONCE = {"People", *_LAST}
"""What stands there does not stand under a heading before it."""


@dataclass(frozen=True)
class Related:
    """One related item: its date, where its kind is dated in lists, and in which part it stands to the other (may be
    empty)."""

    item: Item
    date: Edtf | None
    role: str


def related(exhibit: Exhibit, item: Item) -> dict[str, list[Related]]:
    """The items that name this one, by heading; in order of time; each item once in a heading, and what only belongs
    to it, or sees or mentions it, once at all; of an organisation's members its bars tell."""
    groups: dict[str, dict[str, Related]] = defaultdict(dict)
    for link in exhibit.backlinks.get(item.id, []):
        if link.heading not in _OWN_VIEW and link.item is not item:
            date = when(exhibit, link.item) if link.item.DATES_IN_LISTS else None
            entry = Related(link.item, date, _role(link))
            groups[link.heading].setdefault(link.item.id, entry)
    named = set(item.see) | {who for spell in getattr(item, "members", ()) for who in spell.who}
    ordered: dict[str, list[Related]] = {}
    for heading in sorted(groups, key=lambda h: (_LAST.index(h) if h in _LAST else -1, h)):
        found = [r for id_, r in groups[heading].items() if heading not in _ONCE or id_ not in named]
        named |= set(groups[heading])
        if found:
            ordered[heading] = sorted(found, key=_by_time)
    return ordered


def _role(link: Backlink) -> str:
    if isinstance(link.part, Succession):
        return link.part.how.label.lower()
    return ""


def _by_time(entry: Related) -> tuple[object, ...]:
    date = entry.date or NO_DATE
    return (*date.sort_key, entry.item.title)


def adopted_at(exhibit: Exhibit, meeting: Item) -> list[Treaty]:
    """The texts adopted at a meeting, by title."""
    found = [t for t in exhibit.of("treaties") if t.adopted_at == meeting.id]
    return sorted(found, key=lambda treaty: treaty.title)


def in_order(exhibit: Exhibit, collection: str) -> list[Item]:
    """The items of a collection as its index lists them: dated kinds by time, the others by title."""
    items: list[Item] = exhibit.of(collection)
    if collection in happening():
        return sorted(items, key=lambda i: _by_time(Related(i, when(exhibit, i), "")))
    return items
