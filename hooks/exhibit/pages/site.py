"""The whole site: the exhibit, what several pages show of it (computed once), and where each page stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from exhibit.changes.commits import History
from exhibit.changes.log import log
from exhibit.changes.page import Changes, changes
from exhibit.model.addresses import url_of
from exhibit.model.dates import Edtf
from exhibit.model.kinds import (
    COLLECTIONS,
    KINDS,
    Item,
    Source,
)
from exhibit.pages.annexes import annexes, stands_on
from exhibit.pages.docs import telling
from exhibit.pages.forge import Repository
from exhibit.pages.glossary import PAGE, Glossary
from exhibit.pages.page import Page
from exhibit.pages.parts import Parts
from exhibit.pages.shown import Content, left_out
from exhibit.reading.exhibit import Exhibit
from exhibit.views.comparison.data_sets import DataSet, data_sets
from exhibit.views.item.emblems import Emblem, emblem
from exhibit.views.item.facts import Fact, when
from exhibit.views.item.flags import flags
from exhibit.views.item.names import SharedName, shared_names
from exhibit.views.item.relations import in_order
from exhibit.views.sources.disputes import points
from exhibit.views.sources.extracts import Extract, extracts
from exhibit.views.timeline.entries import Entry, timeline
from exhibit.views.timeline.selection import OwnTimelines
from exhibit.views.timeline.years import exact_day, listed


@dataclass(frozen=True)
class Settings:
    """What the site is told from outside.

    as_of: the date up to which the exhibit knows; repo_url: where errors are reported; forge: what kind of
    host that is, empty where its name tells it; site_url:
    where the site will stand, empty where that is not known; site_name: what it is called; site_line:
    what it is, in one line; colours (``#rrggbb`` by name) and fonts (the folder of the WOFF2 files):
    what its pictures are drawn with.
    directory_urls: whether links name folders, as a server wants them, or files; annexes: whether long
    lists have pages of their own (a book has them in their places). kept_pictures: the folder where pictures are
    kept from one build to the next in the sizes that were made; None where they are not. data: makes the files that
    others take away, of which a page tells; None where there are none.
    """

    as_of: Edtf
    repo_url: str = ""
    site_url: str = ""
    site_name: str = "The exhibit"
    site_line: str = ""
    colours: Mapping[str, str] = field(default_factory=dict)
    fonts: Path | None = None
    directory_urls: bool = True
    annexes: bool = True
    forge: str = ""
    kept_pictures: Path | None = None
    data: Callable[[Site], Iterator[tuple[str, bytes]]] | None = None

    @property
    def repository(self) -> Repository:
        return Repository(self.repo_url, self.forge)

    def below(self, path: str, fragment: str = "") -> str:
        """The address of a page from the site's root, or of a part of it, by its Markdown path."""
        return url_of(path, self.directory_urls) + (f"#{fragment}" if fragment else "")

    def address(self, path: str, fragment: str = "") -> str:
        """The whole address of a page by its Markdown path, or of a part of it, where it is known where the site will
        stand."""
        return self.site_url + self.below(path, fragment)


@dataclass
class Site:
    """The exhibit with the views that several pages show.

    docs: the text of each hand-written page by its path in docs/. history: the commits, as far as known.
    """

    exhibit: Exhibit
    settings: Settings
    docs: dict[str, str] = field(default_factory=dict)
    history: History = field(default_factory=History)
    _annexes: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def prepare(self) -> None:
        """Work out what nearly every page needs."""
        names = "changes extracts told_in glossary emblems flags shared_names_of positions disputes parts"
        for view in names.split():
            getattr(self, view)

    @cached_property
    def changes(self) -> Changes:
        """What changed, by day and by item."""
        return changes(self.exhibit, log(self.history, self.exhibit.items))

    @cached_property
    def left_out(self) -> set[str]:
        """The Markdown paths of the views that have nothing to show, and so no page."""
        content = Content(self.exhibit, self.timeline, self.disputes, self.shared_names, self.orders)
        return left_out(content)

    def has(self, path: str) -> bool:
        """Whether there is a page of a view, or one written by hand: what a template may lead to."""
        return path not in self.left_out and (not path.startswith("about/") or path in self.docs)

    @cached_property
    def glossary(self) -> Glossary:
        """The terms of the glossary's page, where there is one."""
        return Glossary(self.docs.get(PAGE, ""))

    @cached_property
    def told_in(self) -> dict[str, list[tuple[str, str]]]:
        """The hand-written pages that link or cite each item, by its id: path and title."""
        return telling(self.docs)

    def page(self, path: str, item: Item | None = None) -> Page:
        """A page of the site to be rendered. item: the one whose page, or annex, it is."""
        return Page(
            self.exhibit,
            path,
            item,
            lambda: self.years_told,
            lambda item, fragment: stands_on(item, fragment, self.annexes(item) if fragment else ()),
            lambda: self.days_told,
            lambda path, fragment: self.parts.holding(path, fragment),
            flags=lambda: self.flags,
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
    def days_told(self) -> frozenset[date]:
        """The days that have a place on the page of their year: those to which something is dated exactly."""
        return frozenset(day for day in map(exact_day, self.timeline) if day)

    @cached_property
    def disputes(self) -> list[Fact]:
        return [point[0] for point in self.disputed_points]

    @cached_property
    def disputed_points(self) -> list[list[Fact]]:
        """Every disputed point as the fields in which it stands, its owner first."""
        return points(self.exhibit)

    @cached_property
    def parts(self) -> Parts:
        """The parts of the long views; none where lists have no pages of their own."""
        return Parts(self.exhibit, self.disputed_points, lambda: self.extracts, self.settings.annexes)

    @cached_property
    def extracts(self) -> dict[str, list[Extract]]:
        return extracts(self.exhibit)

    @cached_property
    def data_sets(self) -> list[DataSet]:
        """The data sets of others beside the exhibit."""
        return data_sets(self.exhibit, self.settings.as_of)

    @cached_property
    def data_files(self) -> dict[str, bytes]:
        """The files that others take away, by path from the site's root."""
        return dict(self.settings.data(self)) if self.settings.data else {}

    @cached_property
    def shared_names(self) -> list[SharedName]:
        return shared_names(self.exhibit)

    @cached_property
    def shared_names_of(self) -> dict[str, list[SharedName]]:
        """The names that each item shares with others, by its id."""
        found: dict[str, list[SharedName]] = {}
        for name in self.shared_names:
            for id_ in dict.fromkeys(bearer.item.id for bearer in name.bearers):
                found.setdefault(id_, []).append(name)
        return found

    @property
    def collections(self) -> dict[str, str]:
        return {name: kind.PLURAL for name, kind in KINDS.items()}

    @cached_property
    def emblems(self) -> dict[str, Emblem]:
        """The marks of the organisations that have one, by id."""
        return {o.id: mark for o in self.exhibit.of("organisations") if (mark := emblem(self.exhibit, o.id))}

    @cached_property
    def flags(self) -> dict[str, str]:
        """Where the flag of each state stands that has one, by id, from the site's root."""
        return flags(self.exhibit)

    @cached_property
    def dates(self) -> dict[str, Edtf | None]:
        """The one date of each item, by id."""
        return {item.id: when(self.exhibit, item) for item in self.exhibit.items.values()}

    @cached_property
    def orders(self) -> dict[str, list[Item]]:
        """The items of each collection as its index lists them."""
        return {name: in_order(self.exhibit, name) for name in COLLECTIONS}

    @cached_property
    def positions(self) -> dict[str, int]:
        """Where in its collection's index each item stands, by id."""
        return {item.id: index for order in self.orders.values() for index, item in enumerate(order)}

    def own_timeline(self, item: Item) -> list[Entry]:
        """The timeline of an item's page."""
        return self._own_timelines.of(item)

    @cached_property
    def _own_timelines(self) -> OwnTimelines:
        return OwnTimelines(self.exhibit, self.timeline)

    def annexes(self, item: Item) -> tuple[str, ...]:
        """The names of the pages that an item's long lists have of their own."""
        if not self.settings.annexes:
            return ()
        if item.id not in self._annexes:
            taken = self.extracts.get(item.id, []) if isinstance(item, Source) else []
            self._annexes[item.id] = annexes(self.exhibit, item, self.own_timeline(item), taken)
        return self._annexes[item.id]

    def source_file(self, item: Item) -> str:
        """The YAML file of an item, relative to the project."""
        return self.exhibit.records[item.id].file
