"""Lineage: which institution came from which, how, when and by which act; and how long each lived.

Succession makes the lines of descent; nesting (``part_of``) does not. What is only context is left
out unless it takes part in a succession.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from exhibit.model.dates import Edtf
from exhibit.model.evidence import best_date
from exhibit.model.kinds import Organisation, Succession
from exhibit.model.vocabulary import Stage, SuccessionKind
from exhibit.reading.exhibit import Exhibit
from exhibit.views.lineage.life import Life, life


@dataclass(frozen=True)
class Edge:
    """One succession: from which institution to which; index: its place among the descendant's own."""

    ancestor: Organisation
    descendant: Organisation
    succession: Succession
    index: int

    @property
    def date(self) -> Edtf | None:
        return best_date(self.succession.date)

    @property
    def letter(self) -> str:
        return self.succession.how.letter

    @property
    def style(self) -> str:
        """The class that gives the line its dashes."""
        return f"how-{self.succession.how.value}".replace(" ", "-")

    @property
    def anchor(self) -> str:
        """The id of its line in the text of the page."""
        return f"descent-{self.descendant.id}-{self.index}"


@dataclass(frozen=True)
class Twig:
    """An institution in the nested list: how it came from the one above it, and what came from it.

    edge: None at the top; again: told in full under another ancestor, so nothing hangs below it here.
    """

    organisation: Organisation
    edge: Edge | None
    twigs: tuple[Twig, ...] = ()
    again: bool = False


@dataclass(frozen=True)
class Lineage:
    """All of it: the families (each in an order that puts ancestors first), their edges and lives."""

    families: tuple[tuple[Organisation, ...], ...]
    edges: tuple[Edge, ...]
    lives: dict[str, Life]

    @property
    def kinds(self) -> list[Edge]:
        """One edge of each kind that occurs, in the vocabulary's order, for the legend."""
        return [
            found[0]
            for how in SuccessionKind
            if (found := [e for e in self.edges if e.succession.how is how])
        ]

    def trees(self) -> tuple[Twig, ...]:
        """The institutions that came from no other, with their descendants below them."""
        heads = {edge.descendant.id for edge in self.edges}
        return tuple(self._twig(o, None) for family in self.families for o in family if o.id not in heads)

    def _twig(self, organisation: Organisation, edge: Edge | None) -> Twig:
        """Descendants hang below the first ancestor that their file names, and only there."""
        if edge and edge.index:
            return Twig(organisation, edge, again=True)
        below = [e for e in self.edges if e.ancestor.id == organisation.id]
        return Twig(organisation, edge, tuple(self._twig(e.descendant, e) for e in below))


def lineage(exhibit: Exhibit) -> Lineage:
    """The lineage of all institutions of the exhibit."""
    found = links(exhibit)
    related = {o.id for edge in found for o in (edge.ancestor, edge.descendant)}
    shown = [o for o in exhibit.of("organisations") if o.stage is not Stage.CONTEXT or o.id in related]
    lives = {o.id: life(exhibit, o, _taken(found, o)) for o in shown}
    families = [_in_order(family, found, lives) for family in _families(shown, found)]
    families.sort(key=lambda family: (min(lives[o.id].first for o in family), family[0].id))
    return Lineage(tuple(families), tuple(found), lives)


def links(exhibit: Exhibit) -> list[Edge]:
    """Every succession, in order of time."""
    return sorted(_edges(exhibit), key=_edge_key)


def _edges(exhibit: Exhibit) -> Iterator[Edge]:
    for item in exhibit.of("organisations"):
        for index, succession in enumerate(item.succeeds):
            ancestor = exhibit.items[succession.organisation]
            assert isinstance(ancestor, Organisation)
            yield Edge(ancestor, item, succession, index)


def _taken(edges: list[Edge], item: Organisation) -> list[Edtf]:
    """The days on which others came from an institution."""
    return [edge.date for edge in edges if edge.ancestor.id == item.id and edge.date]


def _edge_key(edge: Edge) -> tuple[object, ...]:
    return (*(edge.date.sort_key if edge.date else (date.max, date.max, "")), edge.anchor)


def _families(shown: list[Organisation], edges: list[Edge]) -> list[list[Organisation]]:
    """Those that succession joins, however far."""
    family = {o.id: [o] for o in shown}
    for edge in edges:
        one, other = family[edge.ancestor.id], family[edge.descendant.id]
        if one is not other:
            one += other
            family.update({o.id: one for o in other})
    return list({id(members): members for members in family.values()}.values())


def _in_order(
    family: list[Organisation], edges: list[Edge], lives: dict[str, Life]
) -> tuple[Organisation, ...]:
    """Ancestors first, otherwise by time."""
    above = {o.id: {e.ancestor.id for e in edges if e.descendant.id == o.id} for o in family}
    waiting = {o.id: o for o in family}
    ready = [(lives[o.id].first, o.id) for o in family if not above[o.id]]
    heapq.heapify(ready)
    ordered = []
    while ready:
        _, done = heapq.heappop(ready)
        ordered.append(waiting.pop(done))
        for id_ in [i for i in waiting if done in above[i]]:
            above[id_].discard(done)
            if not above[id_]:
                heapq.heappush(ready, (lives[id_].first, id_))
    return tuple(ordered)
