"""The rules that data must keep. A rule is a small generator whose docstring is the rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from exhibit.model.claims import Cited
from exhibit.model.dates import Edtf
from exhibit.model.evidence import settled
from exhibit.model.fields import DateField
from exhibit.model.kinds import Item
from exhibit.problems.problem import Problem
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.nodes import Path

Rule = Callable[[Exhibit], Iterator[Problem]]
RULES: list[Rule] = []
MOST_KEPT = 50_000
"""Of how many texts it is kept what was found in them: while serving all but one are the same at the next save."""


def rule(function: Rule) -> Rule:
    """Register a rule."""
    RULES.append(function)
    return function


def certainly_before(a: Edtf | None, b: Edtf | None) -> bool:
    """Whether both dates are known and the first lies wholly before the second."""
    return bool(a and b and a.known and b.known and a.before(b))


def earliest_claim(field: DateField | None) -> Edtf | None:
    """The earliest date that any step or reading gives."""
    dates = [c.value for c in field.claims() if isinstance(c.value, Edtf) and c.value.known] if field else []
    return min(dates, key=lambda d: d.sort_key) if dates else None


def latest_claim(field: DateField | None) -> Edtf | None:
    """The latest date that any step or reading gives; None where one of them goes on or is not known."""
    dates = [c.value for c in field.claims() if isinstance(c.value, Edtf)] if field else []
    if not dates or not all(date.known and date.latest for date in dates):
        return None
    return max(dates, key=lambda d: d.latest or d.sort_key[0])


def meant(exhibit: Exhibit, item: Item, path: Path, odd: Edtf | None = None) -> bool:
    """Whether the part at a path, one around it or inside it has a ``note`` or ``doubt``: its editor knows of
    the oddity.

    odd: the date that is odd; then one of these has to name its year, since many a part has a note for another
    reason. A note on the item speaks only for fields of its own, which have nowhere else to put one.
    """
    parts = [(p, part) for p, part in exhibit.parts[item.id] if p and isinstance(part, Cited)]
    spoken = [part for p, part in parts if p == path[: len(p)] or p[: len(path)] == path]
    said = " ".join(text for part in spoken or [item] for text in (part.note, part.doubt) if text)
    years = re.findall(r"[0-9]{3,4}", odd.text) if odd else []
    return any(year in said for year in years) if years else bool(said)


def settled_at(name: str, field: DateField | None) -> tuple[Path, Edtf | None]:
    """Where in an item the claim stands by which the exhibit goes in a field, and its date."""
    claim = settled(field) if field else None
    if field is None or claim is None or not isinstance(claim.value, Edtf):
        return (name,), None
    for steps, claims in (("steps", field.steps), ("readings", field.readings)):
        for index, one in enumerate(claims):
            if one is claim:
                return (name, steps, index, "date"), claim.value
    return (name,), claim.value


def told(
    exhibit: Exhibit,
    item: Item,
    path: Path,
    message: str,
    odd: Edtf | None = None,
    suspicion: bool = False,
) -> Iterator[Problem]:
    """A problem of what may be true though it is unlikely: not told where its editor says that it is meant.

    odd: the date that is odd, of which a note has to speak.
    """
    if not meant(exhibit, item, path, odd):
        why = ", with that year, why it is so" if odd and re.search("[0-9]{3}", odd.text) else " why it is so"
        yield exhibit.problem(item, path, f"{message}; mend it, or say in a `note`{why}", suspicion)
