"""The calls that hand-written pages may make on the data: a timeline, a list, a count."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from inspect import signature
from typing import Any

from exhibit.model.dates import parse_date
from exhibit.model.declared import declared
from exhibit.model.kinds import COLLECTIONS, KINDS, Item, entries_of_kinds
from exhibit.pages.docs import ShortcodeError, Shortcodes
from exhibit.pages.environment import fragment
from exhibit.pages.page import Page
from exhibit.pages.site import Site
from exhibit.pages.timelines import chart_of, plane_of
from exhibit.problems.problem import did_you_mean
from exhibit.reading.id_messages import no_such_id
from exhibit.views.docs import handbook
from exhibit.views.docs.questions import founded_when, in_both, slowest_into_force, whole_differ
from exhibit.views.lineage.lifelines import lifelines
from exhibit.views.membership.returned import Answer, left_and_returned
from exhibit.views.sources.verdicts import VERDICTS
from exhibit.views.timeline.involved import GROUPS, involved
from exhibit.views.timeline.selection import WORDS, Choice, choose
from exhibit.views.timeline.today import calendar_days

_FILTERS = {KINDS[name].SINGULAR: name for name in GROUPS}
QUESTIONS: dict[str, Callable[..., list[Answer]]] = {
    "in both": in_both,
    "left and returned": left_and_returned,
    "slowest into force": slowest_into_force,
    "sources told whole differ": whole_differ,
    "founded when": founded_when,
}
"""The questions of the classroom page and the views that answer them."""

_PLAIN = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


def shortcodes(site: Site, page: Page) -> Shortcodes:
    """The calls, bound to the page that makes them, by the name they have in docs/."""
    bound = PageShortcodes(site, page)
    return {
        "timeline": bound.timeline_,
        "listing": bound.listing,
        "count": bound.count,
        "answer": bound.answer,
        "on_this_day": bound.on_this_day,
        "lifelines": bound.lifelines,
        "dispute": bound.dispute,
        "fields": bound.fields_,
        "annotated": bound.annotated,
        "date_forms": bound.date_forms,
        "verdicts": bound.verdicts,
    }


@dataclass(frozen=True)
class PageShortcodes:
    """What one hand-written page may ask of the data. Each raises ShortcodeError for a wrong word."""

    site: Site
    page: Page

    def timeline_(self, *, picture: bool = True, **asked: str) -> str:
        """A timeline of the entries that fit every filter given; asked: see Choice."""
        if strange := next((word for word in asked if word not in WORDS), ""):
            known = did_you_mean(strange, (*WORDS, "picture"))
            raise ShortcodeError(f"timeline() has no filter '{strange}'{known}")
        choice = Choice(**asked)
        _check_ids(self.site, choice.about)
        if choice.kind is not None and choice.kind not in entries_of_kinds():
            known = did_you_mean(choice.kind, entries_of_kinds())
            raise ShortcodeError(f"no kind '{choice.kind}' of entry{known}")
        entries = choose(self.site.timeline, choice)
        query = _query(choice)
        return self._embed(
            "docs/_docs_timeline.jinja",
            entries=entries,
            picture=picture,
            query=query,
            drawn=lambda: chart_of(self.site, entries) if picture else None,
            moving=lambda: plane_of(self.site, entries, query) if picture else None,
        )

    def listing(self, collection: str, **filters: str) -> str:
        """A list of the items of a collection that have every term asked for."""
        _check_collection(collection)
        items = [item for item in self.site.orders[collection] if _fits(self.site, item, filters)]
        return self._embed(
            "docs/_docs_listing.jinja",
            items=items,
            dated=KINDS[collection].DATES_IN_LISTS,
            linked=KINDS[collection].SINGULAR in entries_of_kinds(),
            dates=lambda: self.site.dates,
        )

    def count(self, what: str) -> str:
        """How many items a collection has; or how many disputes or dates there are."""
        known = {"disputes": len(self.site.disputes), "dates": len(self.site.timeline)}
        if what in known:
            return str(known[what])
        _check_collection(what, (*COLLECTIONS, *known))
        return str(len(self.site.exhibit.of(what)))

    def answer(self, question: str, **given: str) -> str:
        """The answer to a question of the classroom, computed from the data."""
        if question not in QUESTIONS:
            raise ShortcodeError(f"no question '{question}'{did_you_mean(question, QUESTIONS)}")
        ask = QUESTIONS[question]
        _check_words(question, ask, given)
        for name in ("one", "other"):
            _check_ids(self.site, {"organisation": given.get(name)})
        if "on" in given:
            parse_date(given["on"])
        return self._embed("docs/_docs_answer.jinja", answers=lambda: ask(self.site.exhibit, **given))

    def on_this_day(self) -> str:
        """What happened on each day of the calendar, for a script to choose from."""
        return self._embed("docs/_docs_today.jinja", days=lambda: calendar_days(self.site.timeline))

    def lifelines(self) -> str:
        """A bar for the life of each organisation that came into being."""
        as_of = self.site.settings.as_of
        return self._embed("docs/_docs_lifelines.jinja", drawn=lambda: lifelines(self.site.exhibit, as_of))

    def dispute(self, item: str, field: str) -> str:
        """The rival readings of one field of an item, side by side; field as its path is printed: signed."""
        every = [fact for point in self.site.disputed_points for fact in point]
        found = [fact for fact in every if fact.item.id == item]
        if not found:
            raise ShortcodeError(f"no dispute on '{item}'{did_you_mean(item, {f.item.id for f in every})}")
        fields = {".".join(map(str, fact.path)): fact for fact in found}
        if field not in fields:
            raise ShortcodeError(f"no dispute on '{field}' of {item}{did_you_mean(field, fields)}")
        return self._embed("docs/_docs_dispute.jinja", fact=fields[field])

    def fields_(self, kind: str) -> str:
        """For editors: the fields of a kind of item (summit), or of a part that all kinds share (claim)."""
        known = [*handbook.by_word(), *handbook.SHARED, *handbook.OWN]
        if kind not in known:
            raise ShortcodeError(f"no kind '{kind}'{did_you_mean(kind, known)}")
        return self._embed("docs/_docs_fields.jinja", tables=lambda: handbook.tables(kind))

    def annotated(self, kind: str) -> str:
        """For editors: the file with advice that ``exhibit new`` writes for a kind of item."""
        if kind not in handbook.by_word():
            raise ShortcodeError(f"no kind '{kind}'{did_you_mean(kind, handbook.by_word())}")
        return self._embed("docs/_docs_annotated.jinja", text=lambda: handbook.annotated(kind), kind=kind)

    def date_forms(self) -> str:
        """For editors: every form of date with how a page words and draws it."""
        return self._embed("docs/_docs_dates.jinja", forms=handbook.date_forms)

    def verdicts(self) -> str:
        """How a source that is told whole can stand to the record, each in a sentence."""
        return self._embed("docs/_docs_verdicts.jinja", verdicts=VERDICTS)

    def _embed(self, template: str, **values: Any) -> str:
        """A place for a block made later; a value that is a function is computed only then."""

        def made() -> str:
            ready = {name: value() if callable(value) else value for name, value in values.items()}
            return fragment(self.site, self.page, template, **ready)

        return self.page.embed(made)


def _check_words(question: str, ask: Callable[..., list[Answer]], given: dict[str, str]) -> None:
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


def _query(choice: Choice) -> list[tuple[str, str]]:
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


def _check_collection(name: str, known: Collection[str] = COLLECTIONS) -> None:
    if name not in known:
        raise ShortcodeError(f"no collection '{name}'{did_you_mean(name, known)}")


def _check_ids(site: Site, chosen: dict[str, str | None]) -> None:
    for filter_, id_ in chosen.items():
        to = (_FILTERS[filter_],)
        if id_ is not None and id_ not in site.exhibit.ids(to):
            raise ShortcodeError(no_such_id(site.exhibit, to, id_))


def _fits(site: Site, item: Item, filters: dict[str, str]) -> bool:
    """Whether an item has every term asked for: ids of what it involves, or terms of its own.

    A term with ``!`` before it asks for all but that one: ``stage="!context"``.
    """
    chosen = {name: value for name, value in filters.items() if name in _FILTERS}
    _check_ids(site, dict(chosen))
    about = involved(site.exhibit, item)
    for name, value in filters.items():
        if name in _FILTERS:
            if value not in about[_FILTERS[name]]:
                return False
        elif name not in type(item).model_fields:
            known = [*_FILTERS, *(field.name for field in declared(type(item)) if field.terms)]
            raise ShortcodeError(f"listing() has no filter '{name}'{did_you_mean(name, known)}")
        elif (_term(getattr(item, name)) == value.removeprefix("!")) == value.startswith("!"):
            return False
    return True


def _term(value: Any) -> str:
    return str(getattr(value, "value", value))
