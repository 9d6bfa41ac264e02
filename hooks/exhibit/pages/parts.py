"""Parts: the long views, each divided into pages of its own, so that none is more than can be taken in.

The view's own page gives the answer first and leads to the parts; on it stays the id of whatever stands in a part now,
with a link there, so that an earlier address goes on leading to what it meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from exhibit.model.addresses import part_path, view_path, whole_path
from exhibit.model.headings import heading_anchor
from exhibit.model.kinds import COLLECTIONS, KINDS, Item
from exhibit.model.story import Story
from exhibit.model.vocabulary import Stake
from exhibit.model.wording import lower_first
from exhibit.reading.exhibit import Exhibit
from exhibit.views.item.facts import Fact
from exhibit.views.sources.concordance import Concordance, concordance
from exhibit.views.sources.disputes import Disputed, told
from exhibit.views.sources.extracts import Extract
from exhibit.views.sources.statements import Statement, by_subject

POINTS, STATEMENTS, PARAGRAPHS = 40, 90, 40
"""For how many disputed points, statements and paragraphs there is room on one page."""
OWN = 8
"""How many statements an item needs for a page of its own; those on others stand on one together."""
OTHERS = "all-others"

Subjects = list[tuple[Item, list[Statement]]]
"""Statements by what they belong to."""


@dataclass(frozen=True)
class ViewPart:
    """A part of a view.

    path: its Markdown path; title: of the part alone; short: the same where its neighbours lead to it; number: of the
    points, statements or paragraphs on it; shown: what stands on it, for its template; anchors: the ids that it has.
    """

    path: str
    title: str
    short: str
    number: int
    shown: Any
    anchors: tuple[str, ...]


class Parts:
    """The parts of each view that has any, worked out when a view's are first asked for.

    points: every disputed point as the fields in which it stands; extracts: gives what is taken from each source;
    divided: whether long lists have pages of their own; else there are no parts.
    """

    def __init__(
        self,
        exhibit: Exhibit,
        points: list[list[Fact]],
        extracts: Callable[[], Mapping[str, list[Extract]]],
        divided: bool,
    ) -> None:
        self.exhibit, self.points, self.extracts, self.divided = exhibit, points, extracts, divided
        self._views: dict[str, tuple[tuple[ViewPart, ...], dict[str, str]]] = {}

    @cached_property
    def disputes(self) -> list[tuple[Stake, list[Disputed]]]:
        """The disputes as their page tells them, by what depends on them."""
        return told(self.exhibit, self.points)

    @cached_property
    def subjects(self) -> Subjects:
        """What the sources told whole say, by what it belongs to."""
        return by_subject(self.exhibit)

    @cached_property
    def concordance(self) -> Concordance:
        """The paragraphs of the sources told whole, with what is taken from each."""
        return concordance(self.exhibit, self.extracts())

    def of(self, view: str) -> tuple[ViewPart, ...]:
        """The parts of a view by its Markdown path; none where it stands on one page."""
        return self._made(view)[0]

    def has(self, path: str) -> bool:
        """Whether a Markdown path is that of a part."""
        view = whole_path(path)
        return view in long_views(self.exhibit.story) and any(part.path == path for part in self.of(view))

    def holding(self, path: str, fragment: str) -> str:
        """The Markdown path of the page that has what an address of a view means: the view's own, or that of a part."""
        return self._made(path)[1].get(fragment, path) if path in long_views(self.exhibit.story) else path

    def _made(self, view: str) -> tuple[tuple[ViewPart, ...], dict[str, str]]:
        """The parts of a view, and the path of the one that has an anchor."""
        if view not in self._views:
            made = self._divide(view) if self.divided else []
            at = {anchor: part.path for part in reversed(made) for anchor in part.anchors}
            self._views[view] = tuple(made), at
        return self._views[view]

    def _divide(self, view: str) -> list[ViewPart]:
        disputes, whole, _ = long_views(self.exhibit.story)
        if view == disputes:
            return disputes_parts(self.disputes)
        return (
            statements_parts(whole, self.subjects) if view == whole else concordance_parts(self.concordance)
        )


def long_views(story: Story) -> tuple[str, ...]:
    """The Markdown paths of the views that have parts where they are long."""
    return view_path("disputes"), view_path(story.told_whole.page), view_path("concordance")


def disputes_parts(groups: Sequence[tuple[Stake, list[Disputed]]]) -> list[ViewPart]:
    """The disputes by what depends on them."""
    if sum(map(_points, (one for _, found in groups for one in found))) <= POINTS:
        return []
    made = []
    for stake, found in groups:
        pieces = list(_pieces(found, POINTS, _points))
        for number, piece in enumerate(pieces, start=1):
            name = stake.value + (f"-{number}" if number > 1 else "")
            title = stake.label + (f" ({number} of {len(pieces)})" if len(pieces) > 1 else "")
            path = part_path(view_path("disputes"), name)
            made.append(
                ViewPart(path, title, title, sum(map(_points, piece)), (stake, piece), tuple(_anchors(piece)))
            )
    return made


def statements_parts(view: str, subjects: Subjects) -> list[ViewPart]:
    """The statements of the sources told whole by what they are about. view: the Markdown path of their page."""
    if sum(len(found) for _, found in subjects) <= STATEMENTS:
        return []
    few = [(item, found) for item, found in subjects if len(found) < OWN]
    made = [part for item, found in subjects if len(found) >= OWN for part in _about(view, item, found)]
    if few:
        ids = tuple(heading_anchor(item.title) for item, _ in few)
        made.append(
            ViewPart(
                part_path(view, OTHERS), "Others", "Others", sum(len(found) for _, found in few), few, ids
            )
        )
    return made


def concordance_parts(sources: Concordance) -> list[ViewPart]:
    """The paragraphs of each source that is told whole, by ranges of their numbers."""
    if sum(len(rows) for _, rows in sources) <= PARAGRAPHS:
        return []
    made = []
    for source, rows in sources:
        for rows_ in (rows[at : at + PARAGRAPHS] for at in range(0, len(rows), PARAGRAPHS)):
            first, last = rows_[0][0].at, rows_[-1][0].at
            path = part_path(view_path("concordance"), f"{source.id}-{first}-{last}")
            short = f"{source.short}, {first}–{last}"
            title = f"{source.title}, paragraphs {first} to {last}"
            made.append(
                ViewPart(
                    path,
                    title,
                    short,
                    len(rows_),
                    (source, rows_),
                    tuple(f"{source.id}-{p.at}" for p, _ in rows_),
                )
            )
    return made


def _about(view: str, item: Item, found: list[Statement]) -> Iterator[ViewPart]:
    """One subject on a page, or on one for each kind of item that the statements are of."""
    ids = (heading_anchor(item.title),)
    if len(found) <= STATEMENTS:
        yield ViewPart(part_path(view, item.id), item.title, item.short, len(found), [(item, found)], ids)
        return
    ordered = sorted(found, key=lambda one: [*COLLECTIONS].index(one.item.COLLECTION))
    for name, group in groupby(ordered, key=lambda one: one.item.COLLECTION):
        of = f"the {item.SINGULAR} itself" if name == item.COLLECTION else lower_first(KINDS[name].PLURAL)
        path = part_path(view, item.id if name == item.COLLECTION else f"{item.id}-{name}")
        own = list(group)
        yield ViewPart(path, f"{item.title}: {of}", f"{item.short}: {of}", len(own), [(item, own)], ids)


def _points(one: Disputed) -> int:
    return len(one.points)


def _anchors(found: Sequence[Disputed]) -> Iterator[str]:
    for one in found:
        yield one.anchor
        for point in one.points:
            yield point.fact.anchor_elsewhere
            yield from (anchor for _, anchor in point.others if anchor)


def _pieces(
    found: Sequence[Disputed], room: int, size: Callable[[Disputed], int]
) -> Iterator[list[Disputed]]:
    """What follows one another, in pieces for which there is room."""
    piece: list[Disputed] = []
    for one in found:
        if piece and sum(map(size, piece)) + size(one) > room:
            yield piece
            piece = []
        piece.append(one)
    yield piece
