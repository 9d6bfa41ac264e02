"""Small map: who was in one organisation on one day, small enough to stand beside its name.

It has a file of its own, as its shapes are more than all the rest of a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from exhibit.model.dates import Edtf
from exhibit.model.kinds import Organisation
from exhibit.model.vocabulary import Stage
from exhibit.reading.exhibit import Exhibit
from exhibit.views.atlas.held import held
from exhibit.views.atlas.map import HEIGHT, WIDTH, Land
from exhibit.views.atlas.playing import counts

STEP, LEAST = 2, 4.5
"""How fine coasts and borders are drawn, and how far a point must stand out, in units of the picture: about a pixel, as
small as it is shown."""


@dataclass(frozen=True)
class SmallMap:
    """The map of a day: how each state stands in an organisation, by its id: ``in``, ``perhaps`` in, or ``tied``, as an observer,
    say, is. light, dark: the organisation's colour on light and on dark pages, empty for one that has none."""

    organisation: Organisation
    day: date
    states: dict[str, str]
    light: str
    dark: str
    size: tuple[int, int] = (WIDTH, HEIGHT)


def small_map(exhibit: Exhibit, organisation: Organisation, as_of: Edtf, day: date | None) -> SmallMap | None:
    """Who was what in an organisation on a day; None where nobody was in it, or not all who were are known: a map of some
    of them would be a wrong one."""
    found: dict[str, str] = {}
    order = ("in", "perhaps", "tied")
    for one in held(exhibit, organisation, as_of) if day else ():
        sure = one.on(day) if day else None
        if sure in ("certainly", "possibly"):
            how = ("in" if sure == "certainly" else "perhaps") if counts(one.row) else "tied"
            known = found.get(one.row.who.id, how)
            found[one.row.who.id] = min(known, how, key=order.index)
    if (
        day is None
        or organisation.members_in_part
        or organisation.stage is Stage.CONTEXT
        or not any(how in ("in", "perhaps") for how in found.values())
    ):
        return None
    mark = exhibit.story.mark_of.get(organisation.id)
    light, dark = (mark.light or "", mark.dark or "") if mark else ("", "")
    return SmallMap(organisation, day, found, light, dark)


def shapes(one: SmallMap, drawn: Sequence[Land]) -> list[tuple[str, str]]:
    """The paths of all states of the exhibit, those that are in last, with how they stand."""
    found = [(land.path, one.states.get(land.country.id, "")) for land in drawn]
    return sorted(found, key=lambda shape: shape[1] != "")
