"""The maps of a comparison: one for each of the things compared, all of the same day.

On the map of an organisation stand its members, those of all that are compared in a stronger colour than its own alone. On the map of a
state stand the others, the stronger the colour, the more organisations they share with it; an organisation of which only some members
are listed is not counted, as it would tell nothing of the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from exhibit.model.kinds import Country, Item, Organisation
from exhibit.reading.exhibit import Exhibit
from exhibit.views.atlas.map import HEIGHT, WIDTH, lands
from exhibit.views.atlas.playing import LARGE, STEP
from exhibit.views.comparison.over_time import Memberships
from exhibit.views.membership.on_day import Sureness

ALONE, SHARED, MOST = 3, 9, 9
"""The shade of a member of one organisation alone, of one of all of them, and the darkest of all."""
NOT_SURE: dict[Sureness, str] = {"certainly": "", "possibly": " perhaps", "unknown": "not-known"}
"""The class of a state that is so surely in something; what nobody records has no shade."""

SAID = (
    "On the map of an organisation the strongest colour is for members of all that are compared, the paler for its own alone.",
    "On the map of a state, the stronger the colour of another, the more organisations the two share; those of which only some "
    "members are listed are not counted. A thick outline marks a state that is compared.",
    "Dotted outline: not certain; dotted without colour: not known. The tables say the same.",
)
"""What the maps mean: those of organisations, those of states, and both."""
OF = ("Members of", "States that share organisations with")
"""What a map shows, before the name of the organisation or the state."""


@dataclass(frozen=True)
class Panel:
    """One map: of what, and each state that is shaded with its class; marked: the states compared."""

    item: Item
    shades: tuple[tuple[str, str], ...]
    marked: tuple[str, ...]

    @property
    def of_members(self) -> bool:
        """Whether it shows the members of an organisation."""
        return isinstance(self.item, Organisation)

    @property
    def said(self) -> str:
        """What it means."""
        return SAID[0 if self.of_members else 1]

    @property
    def of(self) -> str:
        """What it shows."""
        return f"{OF[0 if self.of_members else 1]} {self.item.short}"


def shapes(exhibit: Exhibit) -> dict[str, Any]:
    """What all maps are drawn from, and the ids of the states that have a shape."""
    drawn, rest = lands(exhibit, STEP)
    ids = frozenset(land.country.id for land in drawn)
    return {
        "said": SAID[2],
        "size": (WIDTH, HEIGHT),
        "lands": drawn,
        "rest": rest,
        "large": LARGE,
        "ids": ids,
    }


def panels(memberships: Memberships, compared: Sequence[Item], day: date, ids: frozenset[str]) -> list[Panel]:
    """A map for each; ids: of the states that have a shape."""
    marked = tuple(item.id for item in compared if isinstance(item, Country) and item.id in ids)
    found = []
    for item in compared:
        shades = _members(memberships, item, compared, day) if isinstance(item, Organisation) else ()
        shades = _sharing(memberships, item, day) if isinstance(item, Country) else shades
        found.append(Panel(item, tuple(one for one in shades if one[0] in ids), marked))
    return found


def _members(
    memberships: Memberships, item: Organisation, compared: Sequence[Item], day: date
) -> Iterator[tuple[str, str]]:
    others = [o for o in compared if isinstance(o, Organisation) and o is not item]
    elsewhere = [memberships.members(other, day).found for other in others]
    for id_, (_, sure) in memberships.members(item, day).found.items():
        shared = others and all(id_ in found and found[id_][1] != "unknown" for found in elsewhere)
        yield id_, _class(SHARED if shared else ALONE, sure)


def _class(shade: int, sure: Sureness) -> str:
    return NOT_SURE[sure] if sure == "unknown" else f"n{shade}{NOT_SURE[sure]}"


def _sharing(memberships: Memberships, state: Country, day: date) -> Iterator[tuple[str, str]]:
    own = [
        (memberships.of[id_], sure)
        for id_, membership in memberships.of_state(state).items()
        if not membership.organisation.members_in_part and (sure := membership.on(day)) and sure != "unknown"
    ]
    numbers: dict[str, list[bool]] = {}
    for members, sure in own:
        for id_, membership in members.items():
            other = membership.on(day)
            if id_ != state.id and other and other != "unknown":
                numbers.setdefault(id_, []).append(sure == other == "certainly")
    for id_, certain in numbers.items():
        yield id_, _class(min(len(certain), MOST), "certainly" if all(certain) else "possibly")
