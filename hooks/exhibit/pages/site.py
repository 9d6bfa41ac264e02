"""The whole site seen from a template: the exhibit and the views computed from it, once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from urllib.parse import urlencode

from exhibit.changes.commits import History
from exhibit.changes.log import log
from exhibit.changes.page import Changes, changes
from exhibit.checking.paragraphs import paragraphs
from exhibit.model.addresses import locator_in_words, url_of
from exhibit.model.claims import Citation
from exhibit.model.dates import Edtf, parse_date
from exhibit.model.kinds import (
    COLLECTIONS,
    KINDS,
    Item,
    Organisation,
    Paragraph,
    Source,
    dated_by,
)
from exhibit.model.marks import marks
from exhibit.pages.annexes import Parted, annexes, parted, stands_on
from exhibit.pages.glossary import PAGE, Glossary
from exhibit.pages.page import Page
from exhibit.reading.exhibit import Exhibit
from exhibit.views.item import columns
from exhibit.views.item.facts import Fact
from exhibit.views.item.names import SharedName, shared_names
from exhibit.views.item.relations import in_order, related
from exhibit.views.membership.on_day import Sureness, last_day, standings
from exhibit.views.membership.spells import rows
from exhibit.views.sources.articles import Statement, by_subject, told_whole
from exhibit.views.sources.counts import Count, counts
from exhibit.views.sources.disputes import disputes
from exhibit.views.sources.extracts import Taking, takings
from exhibit.views.timeline.entries import Entry, timeline
from exhibit.views.timeline.filters import Filter, filters
from exhibit.views.timeline.plane import Plane, Query, own_query, plane
from exhibit.views.timeline.selection import choose, own_timeline
from exhibit.views.timeline.years import listed


@dataclass(frozen=True)
class Settings:
    """What the site is told from outside.

    as_of: the date up to which the exhibit knows; repo_url: where errors are reported; site_url:
    where the site will stand, empty where that is not known; site_name: what it is called.
    directory_urls: whether links name folders, as a server wants them, or files; annexes: whether long
    lists have pages of their own (a book has them in their places).
    """

    as_of: Edtf = field(default_factory=lambda: parse_date("2026-06"))
    repo_url: str = ""
    site_url: str = ""
    site_name: str = "Eurasian Accords"
    directory_urls: bool = True
    annexes: bool = True


@dataclass
class Site:
    """The exhibit with its views.

    docs: the text of each hand-written page by its path in docs/. history: the commits, as far as known.
    """

    exhibit: Exhibit
    settings: Settings
    docs: dict[str, str] = field(default_factory=dict)
    history: History = field(default_factory=History)
    _own_timelines: dict[str, list[Entry]] = field(default_factory=dict, repr=False)
    _annexes: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def changes(self) -> Changes:
        """What changed, by day and by item."""
        return changes(self.exhibit, log(self.history, self.exhibit.items))

    @cached_property
    def glossary(self) -> Glossary:
        """The terms of the glossary's page, where there is one."""
        return Glossary(self.docs.get(PAGE, ""))

    @cached_property
    def told_in(self) -> dict[str, list[tuple[str, str]]]:
        """The hand-written pages that link or cite each item, by its id: path and title."""
        found: dict[str, list[tuple[str, str]]] = {}
        for path, text in self.docs.items():
            heading = re.search(r"(?m)^(?:title:|#) *(.+)$", text)
            for target in dict.fromkeys(mark.target.partition("#")[0] for mark in marks(text)):
                found.setdefault(target, []).append((path, heading.group(1) if heading else path))
        return found

    def page(self, path: str) -> Page:
        """A page of the site to be rendered."""
        return Page(
            self.exhibit,
            path,
            lambda: self.years_told,
            lambda item, fragment: stands_on(item, fragment, self.annexes(item) if fragment else ()),
            glossary=self.glossary,
            directory_urls=self.settings.directory_urls,
        )

    @cached_property
    def timeline(self) -> list[Entry]:
        return timeline(self.exhibit)

    @cached_property
    def years_told(self) -> frozenset[int]:
        """The years that have a page: those in which an entry of the timeline starts."""
        return frozenset(map(listed, self.timeline))

    @cached_property
    def filters(self) -> list[Filter]:
        return filters(self.exhibit, self.timeline)

    @cached_property
    def disputes(self) -> list[Fact]:
        return disputes(self.exhibit)

    @cached_property
    def takings(self) -> dict[str, list[Taking]]:
        return takings(self.exhibit)

    @cached_property
    def shared_names(self) -> list[SharedName]:
        return shared_names(self.exhibit)

    @property
    def collections(self) -> dict[str, str]:
        return {name: kind.PLURAL for name, kind in KINDS.items()}

    @cached_property
    def orders(self) -> dict[str, list[Item]]:
        """The items of each collection as its index lists them."""
        return {name: in_order(self.exhibit, name) for name in COLLECTIONS}

    @cached_property
    def _places(self) -> dict[str, int]:
        return {item.id: index for order in self.orders.values() for index, item in enumerate(order)}

    def neighbours(self, item: Item) -> tuple[Item | None, Item | None]:
        """The items before and after this one in its collection's index."""
        order, index = self.orders[item.COLLECTION], self._places[item.id]
        return (
            order[index - 1] if index > 0 else None,
            order[index + 1] if index + 1 < len(order) else None,
        )

    def own_timeline(self, item: Item) -> list[Entry]:
        if item.id not in self._own_timelines:
            self._own_timelines[item.id] = own_timeline(self.exhibit, self.timeline, item)
        return self._own_timelines[item.id]

    def annexes(self, item: Item) -> tuple[str, ...]:
        """The names of the pages that an item's long lists have of their own."""
        if not self.settings.annexes:
            return ()
        if item.id not in self._annexes:
            taken = self.takings.get(item.id, []) if isinstance(item, Source) else []
            self._annexes[item.id] = annexes(self.exhibit, item, self.own_timeline(item), taken)
        return self._annexes[item.id]

    def related(self, item: Item) -> Parted:
        """What is related to an item, parted into what its page lists and what its annex has."""
        names = self.annexes(item)
        told: set[str] = set()
        if "timeline" in names:
            told |= {entry.item.id for entry in self.own_timeline(item)}
        if "takings" in names:
            told |= {taking.item.id for taking in self.takings[item.id]}
        return parted(related(self.exhibit, item), frozenset(told))

    def plane(self, entries: list[Entry], query: Query, by: str = "organisation") -> Plane:
        """The moving timeline of some entries of the whole, which the query gives."""
        return plane(self.exhibit, entries, query, by, self.settings.as_of)

    def own_plane(self, item: Item, entries: list[Entry]) -> Plane:
        """The moving timeline of an item's page; an organisation's lanes are kinds."""
        return self.plane(
            entries, own_query(item, entries), "kind" if isinstance(item, Organisation) else "organisation"
        )

    def shared_with(self, item: Item) -> list[SharedName]:
        """The names that an item shares with something else."""
        return [s for s in self.shared_names if any(b.item is item for b in s.bearers)]

    def source_file(self, item: Item) -> str:
        """The YAML file of an item, relative to the project."""
        return self.exhibit.records[item.id].file

    def standings(self, item: Organisation) -> dict[tuple[str, Sureness | None], list[Item]]:
        """Who belongs to an organisation on the last day known, by standing and how sure that is."""
        return standings(rows(self.exhibit, item), last_day(self.settings.as_of))

    def address(self, path: str) -> str:
        """The whole address of a page by its Markdown path."""
        return self.settings.site_url + url_of(path, self.settings.directory_urls)

    def report_url(self, item: Item) -> str:
        """Where a reader reports an error on an item's page: the form for facts, with the item filled in.

        The names are the ids of fields in ``.github/ISSUE_TEMPLATE/fact.yml``.
        """
        title = f"Wrong: {item.id}"
        given = {"template": "fact.yml", "title": title, "item": item.id, "file": self.source_file(item)}
        query = urlencode(given)
        return f"{self.settings.repo_url.rstrip('/')}/issues/new?{query}"

    def where(self, citation: Citation) -> str:
        """The place in a source that a citation names, in words."""
        return locator_in_words(citation.at)

    def since(self, year: int) -> list[Entry]:
        """The timeline from a year on."""
        return choose(self.timeline, since=str(year))

    def years(self, entries: list[Entry]) -> list[tuple[int, list[Entry]]]:
        """Entries by the year under which the timeline lists them."""
        return [(year, list(group)) for year, group in groupby(entries, key=listed)]

    def disputes_by_item(self) -> dict[str, list[tuple[Item, list[Fact]]]]:
        """The disputed fields by collection, then by item."""
        groups: dict[str, list[tuple[Item, list[Fact]]]] = {}
        for _, group in groupby(self.disputes, key=lambda fact: fact.item.id):
            facts = list(group)
            groups.setdefault(facts[0].item.COLLECTION, []).append((facts[0].item, facts))
        return groups

    def index_dated(self, collection: str) -> bool:
        """Whether a collection's index has a column of dates."""
        return bool(dated_by(KINDS[collection])) and KINDS[collection].DATES_IN_INDEX

    def index_column(self, collection: str) -> str:
        """What the third column of a collection's index holds."""
        return columns.heading(KINDS[collection])

    def index_cell(self, item: Item) -> str:
        """What the third column of an index says of an item."""
        return columns.cell(self.exhibit, item)

    @cached_property
    def statements(self) -> list[tuple[Item, list[Statement]]]:
        """What the two articles say, by subject, beside the record."""
        return by_subject(self.exhibit)

    def told_whole(self) -> list[Source]:
        """The two articles: the sources whose every paragraph is accounted for."""
        return told_whole(self.exhibit)

    def concordance(self) -> list[tuple[Source, list[tuple[Paragraph, list[Taking]]]]]:
        """For each source that is told whole: its paragraphs with what is taken from each."""
        found = []
        for source in told_whole(self.exhibit):
            taken = [t for t in self.takings.get(source.id, []) if t.citation.source == source.id]
            rows = [(p, [t for t in taken if p.at in paragraphs(t.citation.at)]) for p in source.paragraphs]
            found.append((source, rows))
        return found

    @cached_property
    def counts(self) -> list[Count]:
        return counts(self.exhibit)
