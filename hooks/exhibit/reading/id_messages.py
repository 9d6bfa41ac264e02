"""Messages about ids: what to say of one that no item has, or one of another kind."""

from __future__ import annotations

import re

from babel.core import get_global

from exhibit.model.kinds import KINDS
from exhibit.model.locators import meant_locator
from exhibit.model.references import is_id
from exhibit.model.states_of_the_world import CALLED, GONE
from exhibit.model.wording import joined, with_article
from exhibit.problems.problem import shown
from exhibit.problems.suggestion import foreign, near
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.find import likely


def no_such_id(exhibit: Exhibit, to: tuple[str, ...], target: str) -> str:
    """What to say of a name that no item of some collections has: the id that is meant, if any."""
    if not target:
        return "is empty; name an id or delete the line"
    kind = joined([KINDS[collection].SINGULAR for collection in to], "or") if len(to) < 5 else "item"
    if target in exhibit.items:
        actual = exhibit.items[target].SINGULAR
        return f"{shown(target)} is {with_article(actual)}; {with_article(kind)} is expected here"
    if to == ("sources",) and (cited := _citation(exhibit, target)):
        return cited
    if "countries" in to and (state := _state(exhibit, target)):
        return f"no {kind} {shown(target)}; did you mean '{state}'?"
    if named := exhibit.named(target, to):
        return f"no {kind} {shown(target)}; did you mean '{named}'?{foreign(target)}"
    return f"no {kind} {shown(target)}{_nearest(exhibit, to, target)}"


def _state(exhibit: Exhibit, target: str) -> str | None:
    """The state of the exhibit that is meant by an abbreviation, or by a code of ISO 3166-1."""
    word = target.strip().rstrip(".")
    code = CALLED.get(word.lower().replace("-", " ")) or (word.upper() if len(word) == 2 else "")
    if len(word) == 3 and not code:
        code = get_global("territory_aliases").get(word.upper(), [""])[0]
    if code in GONE:
        return exhibit.named(GONE[code], ("countries",))
    found = (country.id for country in exhibit.of("countries") if code and country.code == code)
    return next(found, None)


def _citation(exhibit: Exhibit, target: str) -> str:
    """What to say of a citation that is an address, or has its place written in another way than after #."""
    if re.match(r"(https?:|www\.)", target):
        bare = _bare(target)
        same = (s.id for s in exhibit.of("sources") if bare in (_bare(s.url or "-"), _bare(s.archive or "-")))
        if source := next(same, None):
            return f"a source is cited by its id; this address is that of '{source}': write {source}"
        return (
            f"a source is cited by its id, and none has this address; add it with `exhibit new source`, its `url` "
            f"{shown(target)}, and cite its id"
        )
    found = re.match(r"^[\[@ ]*([a-z0-9]+(?:-[a-z0-9]+)*)[\]\s,;:./(#]+(.+?)[)\].]?$", target.strip())
    if found and found.group(1) in exhibit.ids(("sources",)):
        at = re.fullmatch(r"; write (\S+)", meant_locator(found.group(2)))
        place = f"{found.group(1)}#{at.group(1)}" if at else f"{found.group(1)}#37"
        if target.strip()[:1] in "[@":
            return f"here a source is cited by its id alone; write {place}"
        return f"the place in a source stands after #, without spaces; write {place}"
    bare = target.strip("[]@ ")
    if bare != target and bare.partition("#")[0] in exhibit.ids(("sources",)):
        return f"here a source is cited by its id alone; write {bare}"
    return ""


def _bare(url: str) -> str:
    """An address without what two of one page differ in: the scheme, www, a slash at the end, a fragment."""
    return re.sub(r"^(https?://)?(www\.)?", "", url.partition("#")[0]).rstrip("/.")


def _nearest(exhibit: Exhibit, to: tuple[str, ...], target: str) -> str:
    """The nearest id; where none is near, the item whose name is; ids written as one text."""
    words = target.split(", ") if ", " in target else target.split("; ")
    if len(words) > 1 and all(word in exhibit.items for word in words):
        return f"; did you mean a list, '[{', '.join(words)}]'?"
    known = exhibit.ids(to)
    if ids := near(target, known):
        return f"; did you mean {joined([repr(id_) for id_ in ids], 'or')}?{foreign(target)}"
    names = exhibit.names(to)
    if (called := near(target, names)) and len({names[name] for name in called}) == 1:
        return f"; did you mean '{names[called[0]]}'?"
    folders = joined([f"data/{collection}/" for collection in to], "or") if len(to) < 5 else "data/"
    if item := _found(exhibit, to, target):
        return item
    return (
        f"; one of: {', '.join(known)}"
        if 0 < len(known) <= 16
        else f"; an id is the name of a file in {folders}"
    )


def _found(exhibit: Exhibit, to: tuple[str, ...], target: str) -> str:
    """The one item that is found by what is no id at all, a name in any script; where several may be meant, nothing."""
    if is_id(target) or not (finder := exhibit.finder()):
        return ""
    found = likely(finder.find(target, to))
    return f"; did you mean '{found[0].id}'?" if len(found) == 1 else ""
