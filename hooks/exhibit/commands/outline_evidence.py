"""Evidence in an outline: which sources an item rests on, or what is taken from a source, a line each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from exhibit.model.citation import Citation
from exhibit.model.item import Item
from exhibit.model.kinds import Source
from exhibit.model.locators import locator_in_words, taken_apart
from exhibit.model.marks import marks
from exhibit.reading.exhibit import Exhibit
from exhibit.views.sources.extracts import extracts


def cited(exhibit: Exhibit, item: Item) -> list[str]:
    """The sources that an item rests on, the most cited first, with the places cited."""
    places = list(_places(exhibit, item))
    counted = Counter(source for source, _ in places)
    by_count = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return [
        _source(exhibit, id_, count, {at for of, at in places if of == id_ and at}) for id_, count in by_count
    ]


def _places(exhibit: Exhibit, item: Item) -> Iterator[tuple[str, str | None]]:
    """Every citation of an item, in claims and in prose: the source's id and the place in it."""
    parts = [part for _, part in exhibit.parts[item.id]]
    written = {
        id(part): part for part in parts if isinstance(part, Citation)
    }  # one handed down is there twice
    yield from ((citation.source, citation.at) for citation in written.values())
    for part in parts:
        for mark in marks(vars(part).get("account") or ""):
            if mark.is_citation:
                source, _, at = mark.target.partition("#")
                yield source, at or None


def _source(exhibit: Exhibit, id_: str, count: int, places: set[str]) -> str:
    source = exhibit.items[id_]
    assert isinstance(source, Source)
    tier = source.tier.value if source.tier else ""
    known = ", ".join(word for word in (id_, tier, source.publisher or "") if word)
    where = [f"; {', '.join(map(locator_in_words, sorted(places, key=_by_number)))}"] if places else []
    times = "once" if count == 1 else f"{count} times"
    return "".join([f"{source.title} ({known}): cited {times}", *where])


def _by_number(at: str) -> tuple[str, int]:
    unit, numbers = taken_apart(at)
    return unit.sign, numbers[0]


def taken(exhibit: Exhibit, source: Source) -> list[str]:
    """What the exhibit takes from a source, place by place, and how it stands there."""
    lines = []
    for extract in extracts(exhibit).get(source.id, []):
        where = locator_in_words(extract.citation.at) or "no place given"
        label = f", {extract.label}" if extract.label else ""
        lines.append(f"{where}: {extract.item.title} ({extract.item.id}){label} [{extract.standing}]")
    return lines
