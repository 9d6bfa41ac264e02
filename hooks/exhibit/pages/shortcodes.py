"""The calls that hand-written pages may make on the data: a timeline, a list, a count."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from exhibit.model.dates import parse_date
from exhibit.model.kinds import COLLECTIONS, KINDS, entries_of_kinds
from exhibit.pages.asking import check_collection, check_ids, check_named, check_words, fits, query_of
from exhibit.pages.docs import ShortcodeError, Shortcodes, UnansweredError
from exhibit.pages.environment import fragment
from exhibit.pages.page import Page
from exhibit.pages.site import Site
from exhibit.pages.stages import StageCalls
from exhibit.pages.timelines import chart_of, plane_of
from exhibit.problems.problem import did_you_mean
from exhibit.views.atlas import playing
from exhibit.views.docs import handbook
from exhibit.views.docs.guesses import GUESSES
from exhibit.views.docs.proofs import NoGuessError, days
from exhibit.views.docs.questions import founded_when, in_both, slowest_into_force, whole_differ
from exhibit.views.item.pictures import all_pictures
from exhibit.views.membership.returned import Answer, left_and_returned
from exhibit.views.sources.foremost import foremost
from exhibit.views.sources.verdicts import VERDICTS
from exhibit.views.timeline.selection import WORDS, Choice, choose

QUESTIONS: dict[str, Callable[..., list[Answer]]] = {
    "in both": in_both,
    "left and returned": left_and_returned,
    "slowest into force": slowest_into_force,
    "sources told whole differ": whole_differ,
    "founded when": founded_when,
}
"""The questions of the classroom page and the views that answer them."""


def shortcodes(site: Site, page: Page) -> Shortcodes:
    """The calls, bound to the page that makes them, by the name they have in docs/."""
    bound, stages = PageShortcodes(site, page), StageCalls(site, page)
    return {
        "timeline": bound.timeline_,
        "listing": bound.listing,
        "count": bound.count,
        "answer": bound.answer,
        "guess": bound.guess,
        "days": bound.days_,
        "on_this_day": bound.on_this_day,
        "playing_map": bound.playing_map,
        "walk": stages.walk,
        "map": stages.map_,
        "cover": stages.cover,
        "readings": stages.readings,
        "chain": stages.chain,
        "lives": stages.lives,
        "bars": stages.bars,
        "plate": stages.plate,
        "dispute": bound.dispute,
        "foremost": bound.foremost,
        "fields": bound.fields_,
        "annotated": bound.annotated,
        "date_forms": bound.date_forms,
        "verdicts": bound.verdicts,
        "pictures": bound.pictures,
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
        check_ids(self.site, choice.about)
        if choice.kind is not None and choice.kind not in entries_of_kinds():
            known = did_you_mean(choice.kind, entries_of_kinds())
            raise ShortcodeError(f"no kind '{choice.kind}' of entry{known}")
        entries = choose(self.site.timeline, choice)
        query = query_of(choice)
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
        check_collection(collection)
        items = [item for item in self.site.orders[collection] if fits(self.site, item, filters)]
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
        check_collection(what, (*COLLECTIONS, *known))
        return str(len(self.site.exhibit.of(what)))

    def answer(self, question: str, **given: str) -> str:
        """The answer to a question of the classroom, computed from the data."""
        if question not in QUESTIONS:
            raise ShortcodeError(f"no question '{question}'{did_you_mean(question, QUESTIONS)}")
        ask = QUESTIONS[question]
        check_words(question, ask, given)
        check_named(self.site, given)
        if "on" in given:
            parse_date(given["on"])
        return self._embed("docs/_docs_answer.jinja", answers=lambda: ask(self.site.exhibit, **given))

    def guess(self, question: str, **given: str) -> str:
        """A question to be guessed before its answer is seen; both are computed from the data."""
        if question not in GUESSES:
            raise ShortcodeError(f"no question '{question}'{did_you_mean(question, GUESSES)}")
        check_words(question, GUESSES[question], given)
        check_named(self.site, given)
        try:
            found = GUESSES[question](self.site.exhibit, **given)
        except NoGuessError as error:
            raise UnansweredError(str(error)) from None
        number = self.page.next_chart
        return self._embed("docs/_docs_guess.jinja", guess=found, number=number)

    def days_(self, item: str, fields: str) -> str:
        """The dates of some fields of an item, each with its sources; fields: as their paths are printed."""
        check_named(self.site, {"item": item})
        try:
            found = days(self.site.exhibit, item, fields)
        except NoGuessError as error:
            raise UnansweredError(str(error)) from None
        return self._embed("docs/_docs_days.jinja", found=found)

    def on_this_day(self) -> str:
        """What happened on the visitor's day of the calendar, which a script fetches."""
        return self._embed("docs/_docs_today.jinja")

    def playing_map(self) -> str:
        """The map that plays: who was in how many organisations on any day."""
        as_of, timeline_ = self.site.settings.as_of, self.site.timeline
        return self._embed_all(
            "docs/_docs_playing.jinja", lambda: playing.values(self.site.exhibit, as_of, timeline_)
        )

    def dispute(self, item: str, field: str) -> str:
        """The rival readings of one field of an item, side by side; field as its path is printed: signed."""
        check_named(self.site, {"item": item})
        every = [fact for point in self.site.disputed_points for fact in point]
        found = [fact for fact in every if fact.item.id == item]
        if not found:
            raise UnansweredError(f"no dispute on '{item}'{did_you_mean(item, {f.item.id for f in every})}")
        fields = {".".join(map(str, fact.path)): fact for fact in found}
        if field not in fields:
            raise ShortcodeError(f"no dispute on '{field}' of {item}{did_you_mean(field, fields)}")
        return self._embed("docs/_docs_dispute.jinja", fact=fields[field])

    def foremost(self) -> str:
        """The disputes that matter most, each in two sentences."""
        return self._embed(
            "docs/_docs_foremost.jinja", found=lambda: foremost(self.site.exhibit, self.site.disputes)
        )

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

    def pictures(self) -> str:
        """Every picture that pages show, with whose it is and its licence."""
        return self._embed("docs/_docs_pictures.jinja", pictures=lambda: all_pictures(self.site.exhibit))

    def _embed(self, template: str, **values: Any) -> str:
        """A place for a block made later; a value that is a function is computed only then."""
        return self._embed_all(
            template,
            lambda: {name: value() if callable(value) else value for name, value in values.items()},
        )

    def _embed_all(self, template: str, values: Callable[[], dict[str, Any]]) -> str:
        """The same of values that one function gives."""
        return self.page.embed(lambda: fragment(self.site, self.page, template, **values()))
