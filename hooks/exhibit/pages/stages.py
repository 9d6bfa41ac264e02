"""The stages of a walk: what a story shows beside its text, each a view of the data called in one line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from exhibit.model.claims import Step
from exhibit.model.dates import parse_date
from exhibit.model.fields import DateField
from exhibit.model.kinds import COLLECTIONS, Country, Item, Organisation, Treaty
from exhibit.pages.asking import check_id
from exhibit.pages.docs import ShortcodeError, UnansweredError
from exhibit.pages.environment import fragment
from exhibit.pages.page import Page
from exhibit.pages.site import Site
from exhibit.pages.walk import minutes
from exhibit.problems.problem import did_you_mean
from exhibit.reading.exhibit import Exhibit
from exhibit.views.atlas import playing
from exhibit.views.atlas.held import first_day
from exhibit.views.item.facts import Fact, compared, facts
from exhibit.views.lineage.lifelines import lifelines
from exhibit.views.membership.courses import courses, foremost
from exhibit.views.membership.matrix import organisations
from exhibit.views.membership.on_day import last_day
from exhibit.views.membership.spells import rows, rows_of
from exhibit.views.sources.on_a_line import acts_on_a_line, on_a_line
from exhibit.views.timeline.parties import parties

LIVES = 480
"""The width of the picture of lives, in pixels: its letters stay large enough beside a text and on a phone."""


@dataclass(frozen=True)
class StageCalls:
    """The stages that one hand-written page may call. Each raises ShortcodeError for a wrong word.

    A stage has an id that its call gives it (``map-1999-04-20-cst``), so that the address of a place in a story lasts
    as long as the call.
    """

    site: Site
    page: Page

    def walk(self) -> str:
        """Makes the page a walk: each stage stands beside the paragraphs that follow it. Says how long it takes."""
        self.page.walks = True
        text = self.site.docs.get(self.page.path, "")
        return self.page.embed(
            lambda: fragment(
                self.site,
                self.page,
                "docs/_docs_walk.jinja",
                minutes=minutes(text),
                number=len(self.page.stages),
            )
        )

    def map_(self, day: str, organisation: str | None = None) -> str:
        """The map of a day: who was in one organisation, or in how many of all, and what was done that day."""
        return self._stage(
            ("map", day, organisation), "docs/_docs_map.jinja", self._drawn("map", day, organisation)
        )

    def cover(self, day: str, organisation: str | None = None) -> str:
        """The same without words and small: the picture of a story in a list of stories."""
        drawn = self._drawn("cover", day, organisation)
        return self.page.embed(lambda: fragment(self.site, self.page, "docs/_docs_cover.jinja", **drawn()))

    def _drawn(self, call: str, day: str, organisation: str | None) -> Callable[[], dict[str, Any]]:
        """What a map of a day is drawn from, if there is such a day and such an organisation."""
        when, site = parse_date(day), self.site
        first, last = first_day(site.exhibit), last_day(site.settings.as_of)
        if not when.exact or not when.earliest or not first <= when.earliest <= last:
            raise ShortcodeError(f"{call}() has no map of {day}; give a day from {first} to {last}")
        self._check_organisation(call, organisation, [o.id for o in organisations(site.exhibit)])
        at = when.earliest
        return lambda: playing.on_day(site.exhibit, site.settings.as_of, site.timeline, at, organisation)

    def readings(self, item: str, field: str) -> str:
        """What sources say of one field of an item, on one line; field as its path is printed: signed."""
        fact = self._fact("readings", item, field, compared)
        return self._stage(
            ("readings", item, field),
            "docs/_docs_readings.jinja",
            lambda: {"fact": fact, "readings": on_a_line(fact)},
        )

    def chain(self, item: str, field: str) -> str:
        """The acts by which something came about, on one line, and which of them counts: founded."""
        fact = self._fact("chain", item, field, _chains)
        return self._stage(
            ("chain", item, field),
            "docs/_docs_chain.jinja",
            lambda: {"fact": fact, "acts": acts_on_a_line(_steps(fact))},
        )

    def bars(self, item: str) -> str:
        """The course of a state through the organisations of the story, or those of the states of one organisation."""
        exhibit, own = self.site.exhibit, organisations(self.site.exhibit)
        check_id(self.site, ("organisations", "countries"), item)
        found = exhibit.items.get(item)
        if isinstance(found, Country):
            spells = [row for row in rows_of(exhibit, found) if row.organisation in own]
        elif isinstance(found, Organisation) and found in own:
            spells = foremost(rows(exhibit, found))
        else:
            known = [one.id for one in (*own, *exhibit.of("countries"))]
            raise UnansweredError(f"bars() has no '{item}'{did_you_mean(item, known)}")
        if not spells:
            raise UnansweredError(f"'{item}' was in no organisation of the story")
        by = "organisation" if isinstance(found, Country) else "who"
        return self._stage(
            ("bars", item),
            "docs/_docs_bars.jinja",
            lambda: {"item": found, "courses": courses(exhibit, spells, self.site.settings.as_of, by)},
        )

    def plate(self, treaty: str) -> str:
        """What each state did towards a treaty, and when."""
        check_id(self.site, ("treaties",), treaty)
        exhibit = self.site.exhibit
        found = exhibit.items.get(treaty)
        rail = parties(exhibit, found) if isinstance(found, Treaty) else None
        if not rail:
            raise UnansweredError(f"'{treaty}' has no acts with days to be drawn")
        return self._stage(("plate", treaty), "docs/_docs_plate.jinja", lambda: {"item": found, "rail": rail})

    def lives(self, until: str = "", organisation: str | None = None) -> str:
        """A bar for each organisation that there was up to a date, or up to now; one of them may stand out."""
        when = parse_date(until) if until else self.site.settings.as_of
        first = self.site.exhibit.since
        if not when.latest or when.latest.year <= first:
            raise ShortcodeError(f"lives() has nothing until {until}; give a date after {first}")
        drawn = lifelines(self.site.exhibit, when, LIVES)
        self._check_organisation("lives", organisation, [line.organisation.id for line in drawn.lines])
        return self._stage(
            ("lives", until, organisation),
            "docs/_docs_lives.jinja",
            lambda: {
                "drawn": drawn,
                "until": when,
                "organisation": organisation and self.site.exhibit.items[organisation],
            },
        )

    def _check_organisation(self, call: str, organisation: str | None, known: list[str]) -> None:
        if organisation is not None and organisation not in known:
            check_id(self.site, ("organisations",), organisation)
            raise UnansweredError(f"{call}() has no '{organisation}'{did_you_mean(organisation, known)}")

    def _fact(self, call: str, item: str, field: str, among: Callable[[Exhibit, Item], list[Fact]]) -> Fact:
        """The field of an item by its path as it is printed, among those that a stage can show."""
        exhibit = self.site.exhibit
        check_id(self.site, tuple(COLLECTIONS), item)
        there = exhibit.items.get(item)
        found = {".".join(map(str, fact.path)): fact for fact in among(exhibit, there)} if there else {}
        if field not in found:
            raise UnansweredError(f"{call}() has no '{field}' of {item}{did_you_mean(field, found)}")
        return found[field]

    def _stage(
        self, called: tuple[str | None, ...], template: str, values: Callable[[], dict[str, Any]]
    ) -> str:
        id_ = "-".join(word for word in called if word).replace(".", "-")
        return self.page.embed(lambda: fragment(self.site, self.page, template, **values()), id_)


def _chains(exhibit: Exhibit, item: Item) -> list[Fact]:
    """The fields of an item that came about by several acts."""
    return [fact for fact in facts(exhibit, item) if _steps(fact)]


def _steps(fact: Fact) -> list[Step]:
    return fact.field.steps if isinstance(fact.field, DateField) else []
