"""Messages about ids: what to say of one that no item has, or one of another kind."""

from __future__ import annotations

from exhibit.model.kinds import KINDS
from exhibit.model.wording import joined, with_article
from exhibit.problems.problem import did_you_mean, shown
from exhibit.problems.suggestion import foreign, meant
from exhibit.reading.exhibit import Exhibit


def no_such_id(exhibit: Exhibit, to: tuple[str, ...], target: str) -> str:
    """What to say of a name that no item of some collections has: the id that is meant, if any."""
    if not target:
        return "is empty; name an id or delete the line"
    kind = joined([KINDS[collection].SINGULAR for collection in to], "or") if len(to) < 5 else "item"
    if target in exhibit.items:
        actual = exhibit.items[target].SINGULAR
        return f"{shown(target)} is {with_article(actual)}; {with_article(kind)} is expected here"
    if named := exhibit.named(target, to):
        return f"no {kind} {shown(target)}; did you mean '{named}'?{foreign(target)}"
    return f"no {kind} {shown(target)}{_nearest(exhibit, to, target)}"


def _nearest(exhibit: Exhibit, to: tuple[str, ...], target: str) -> str:
    """The nearest id; where none is near, the item whose name is; ids written as one text."""
    words = target.split(", ") if ", " in target else target.split("; ")
    if len(words) > 1 and all(word in exhibit.items for word in words):
        return f"; did you mean a list, '[{', '.join(words)}]'?"
    if meant(target, exhibit.ids(to)):
        return did_you_mean(target, exhibit.ids(to))
    names = exhibit.names(to)
    if name := meant(target, names):
        return f"; did you mean '{names[name]}'?"
    folders = joined([f"data/{collection}/" for collection in to], "or") if len(to) < 5 else "data/"
    return did_you_mean(target, exhibit.ids(to)) or f"; an id is the name of a file in {folders}"
