"""Effects: what came of a treaty: what it founded, who came in or left by it, which texts it changed."""

from __future__ import annotations

from dataclasses import dataclass

from exhibit.model.kinds import Item, Spell, Succession, Treaty
from exhibit.model.wording import lower_first
from exhibit.reading.exhibit import Backlink, Exhibit
from exhibit.views.item.labels import title, titles

CAME_OF_IT = (
    "Founded by it",
    "Successions it brought about",
    "Memberships it began",
    "Memberships it ended",
    "Amended or extended by",
)
"""The headings of references that tell what came of a treaty, in the order of telling."""


@dataclass(frozen=True)
class Effect:
    """One thing that came of a treaty: the item that tells it, where on its page, in what words."""

    item: Item
    fragment: str
    words: str


def effects(exhibit: Exhibit, item: Treaty) -> dict[str, list[Effect]]:
    """What came of a treaty, by heading."""
    links = exhibit.backlinks.get(item.id, [])
    found = {heading: _distinct(exhibit, links, heading) for heading in CAME_OF_IT}
    return {heading: group for heading, group in found.items() if group}


def _distinct(exhibit: Exhibit, links: list[Backlink], heading: str) -> list[Effect]:
    spells: dict[tuple[str, str], list[str]] = {}
    for link in links:
        if link.heading == heading and isinstance(link.part, Spell):
            known = spells.setdefault((link.item.id, lower_first(link.part.status.label)), [])
            known += [id_ for id_ in link.part.who if id_ not in known]
    made = [one for link in links if link.heading == heading and (one := _effect(exhibit, link))]
    made += [_of_members(exhibit, *key, who) for key, who in spells.items()]
    return list({(one.item.id, one.words): one for one in made}.values())


def _effect(exhibit: Exhibit, link: Backlink) -> Effect | None:
    match link.part:
        case Spell():
            return None  # told with those of the same status
        case Succession() as succession:
            other = title(exhibit, succession.organisation)
            return Effect(link.item, "", f"{link.item.short} {lower_first(succession.how.label)} {other}")
    return Effect(link.item, "", link.item.title)


def _of_members(exhibit: Exhibit, id_: str, status: str, who: list[str]) -> Effect:
    item = exhibit.items[id_]
    return Effect(item, "members", f"{item.short}: {titles(exhibit, who, most=12)} ({status})")
