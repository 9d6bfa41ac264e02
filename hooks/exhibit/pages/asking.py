"""What a call of a hand-written page asks for: its words are checked, and items and dates are chosen by them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from inspect import signature
from typing import Any

from exhibit.model.dates import parse_date
from exhibit.model.declared import declared
from exhibit.model.kinds import COLLECTIONS, KINDS, Item
from exhibit.pages.docs import ShortcodeError
from exhibit.pages.site import Site
from exhibit.problems.problem import did_you_mean
from exhibit.reading.id_messages import no_such_id
from exhibit.views.timeline.involved import GROUPS, involved
from exhibit.views.timeline.selection import Choice

FILTERS = {KINDS[name].SINGULAR: name for name in GROUPS}
"""The words for what an item is about, and the collections that they name."""

NAMED: dict[str, tuple[str, ...]] = {
    "organisation": ("organisations",),
    "one": ("organisations",),
    "other": ("organisations",),
    "treaty": ("treaties",),
    "states": ("countries",),
    "item": tuple(COLLECTIONS),
}
"""The words of questions that are ids, and of which collections; of several with spaces between."""

_PLAIN = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


def check_words(question: str, ask: Callable[..., Any], given: dict[str, str]) -> None:
    """Raises ShortcodeError for words that a question does not have, or one that it needs."""
    known = [name for name in signature(ask).parameters if name != "exhibit"]
    for word in given:
        if word not in known:
            raise ShortcodeError(f"the question '{question}' has no word '{word}'{did_you_mean(word, known)}")
    try:
        signature(ask).bind(None, **given)
    except TypeError:
        needed = [p.name for p in signature(ask).parameters.values() if p.default is p.empty]
        missing_ = [name for name in needed if name != "exhibit" and name not in given]
        raise ShortcodeError(f"the question '{question}' needs {', '.join(missing_)} as well") from None


def query_of(choice: Choice) -> list[tuple[str, str]]:
    """A choice as the timeline's address has it."""
    asked = {
        **choice.about,
        "kind": choice.kind,
        "from": choice.since and _first_day(choice.since),
        "to": choice.until and _last_day(choice.until),
    }
    return [(name, value) for name, value in asked.items() if value]


def _first_day(text: str) -> str:
    """A date as the timeline's address takes it: as written if plain, else its earliest day."""
    return text if _PLAIN.fullmatch(text) else str(parse_date(text).earliest or "")


def _last_day(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else str(parse_date(text).latest or "")


def check_collection(name: str, known: Collection[str] = COLLECTIONS) -> None:
    """Raises ShortcodeError where there is no collection of the name."""
    if name not in known:
        raise ShortcodeError(f"no collection '{name}'{did_you_mean(name, known)}")


def check_ids(site: Site, chosen: dict[str, str | None]) -> None:
    """Raises ShortcodeError for an id that no item of its collection has. chosen: ids by the words of FILTERS."""
    for filter_, id_ in chosen.items():
        if id_ is not None:
            check_id(site, (FILTERS[filter_],), id_)


def check_id(site: Site, to: tuple[str, ...], id_: str) -> None:
    """Raises ShortcodeError for an id that no item of some collections has; one that could not be read is known."""
    if id_ not in site.exhibit.ids(to):
        raise ShortcodeError(no_such_id(site.exhibit, to, id_))


def check_named(site: Site, given: dict[str, str]) -> None:
    """The same for the ids in the words of a question."""
    for word, to in NAMED.items():
        for id_ in given.get(word, "").split():
            check_id(site, to, id_)


def fits(site: Site, item: Item, filters: dict[str, str]) -> bool:
    """Whether an item has every term asked for: ids of what it involves, or terms of its own.

    A term with ``!`` before it asks for all but that one: ``stage="!context"``.
    """
    chosen = {name: value for name, value in filters.items() if name in FILTERS}
    check_ids(site, dict(chosen))
    about = involved(site.exhibit, item)
    for name, value in filters.items():
        if name in FILTERS:
            if value not in about[FILTERS[name]]:
                return False
        elif name not in type(item).model_fields:
            known = [*FILTERS, *(field.name for field in declared(type(item)) if field.terms)]
            raise ShortcodeError(f"listing() has no filter '{name}'{did_you_mean(name, known)}")
        elif (_term(getattr(item, name)) == value.removeprefix("!")) == value.startswith("!"):
            return False
    return True


def _term(value: Any) -> str:
    return str(getattr(value, "value", value))
