"""Long pages: what disputes, sources told whole and their concordance print, all on one page or each with its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from exhibit.model.addresses import view_path
from exhibit.model.evidence import Standing
from exhibit.model.headings import heading_anchor
from exhibit.model.kinds import Paragraph
from exhibit.pages.item import Made, Values
from exhibit.pages.parts import ViewPart, long_views
from exhibit.pages.site import Site
from exhibit.views.sources import statements, verdicts
from exhibit.views.sources.extracts import Extract
from exhibit.views.sources.foremost import foremost
from exhibit.views.sources.statements import Statement

AGAINST = (Standing.DIFFERS, Standing.ITSELF)
"""How a source stands to a statement that something contradicts."""


@dataclass(frozen=True)
class Listed:
    """Statements as the overview lists them: what about, on which part.

    there: their anchor on it; anchor: the same where the overview has it too, once for each subject; number: how many; against: how many that something contradicts; alone: how many of which nobody else speaks;
    standings: how each source stands to each statement, for the filter.
    """

    title: str
    part: ViewPart
    there: str
    anchor: str
    number: int
    against: int
    alone: int
    standings: str


@dataclass(frozen=True)
class Square:
    """A paragraph as the overview lists it: how many statements are drawn from it, and whether anything contradicts one."""

    at: str
    number: int
    against: bool


def long_pages(site: Site) -> Iterator[Made]:
    """The pages that have parts where they are long, each with its parts."""
    views: tuple[tuple[str, Callable[[Site, ViewPart | None], Values]], ...] = (
        ("sources/disputes", _disputes),
        ("sources/told-whole", _told_whole),
        ("sources/concordance", _concordance),
    )
    for path, (template, values) in zip(long_views(site.exhibit.story), views, strict=True):
        yield path, f"{template}.md.jinja", partial(values, site, None)
        parts = site.parts.of(path) if path not in site.left_out else ()
        for before, part, after in zip((None, *parts), parts, (*parts[1:], None), strict=False):
            around = {"part": part, "overview": path, "before": before, "after": after}
            yield part.path, f"{template}-part.md.jinja", partial(_part, values, site, around)


def _part(values: Callable[[Site, ViewPart | None], Values], site: Site, around: Values) -> Values:
    """What a part prints: what its view's own page is told, and where it stands among the parts."""
    return values(site, around["part"]) | around


def _disputes(site: Site, part: ViewPart | None = None) -> Values:
    groups, parts = site.parts.disputes, site.parts.of(view_path("disputes"))
    here = [part.shown] if part else groups
    whom = {one.anchor: one.concerned for _, found in here for one in found}
    every = frozenset[str]().union(*whom.values())
    organisations = [item for item in site.orders["organisations"] if item.id in every]
    named = {item.id for item in organisations}
    return {
        "number": len(site.disputes),
        "foremost": foremost(site.exhibit, site.disputes),
        "disputes": groups,
        "parts": [(stake, list(of)) for stake, of in groupby(parts, key=lambda part: part.shown[0])],
        "concerned": {anchor: sorted(ids & named) for anchor, ids in whom.items()},
        "organisations": organisations,
    }


def _told_whole(site: Site, _: ViewPart | None = None) -> Values:
    told = site.exhibit.story.told_whole
    return {
        "told": told,
        "verdicts": verdicts.VERDICTS,
        "sources": statements.told_whole(site.exhibit),
        "statements": site.parts.subjects,
        "number": sum(len(found) for _, found in site.parts.subjects),
        "entries": list(_entries(site.parts.of(view_path(told.page)))),
    }


def _entries(parts: Sequence[ViewPart]) -> Iterator[Listed]:
    """What the overview lists: a part, or where one holds several subjects each of these; each id once."""
    seen: set[str] = set()
    for part in parts:
        for item, found in part.shown:
            anchor = heading_anchor(item.title)
            title = part.title if len(part.shown) == 1 else item.title
            yield _entry(title, part, anchor, "" if anchor in seen else anchor, found)
            seen.add(anchor)


def _entry(title: str, part: ViewPart, there: str, anchor: str, found: list[Statement]) -> Listed:
    every = [[position.standing for position in one.positions] for one in found]
    return Listed(
        title,
        part,
        there,
        anchor,
        len(every),
        sum(any(standing in AGAINST for standing in each) for each in every),
        sum(Standing.ALONE in each for each in every),
        ",".join(" ".join(str(standing) for standing in each) for each in every),
    )


def _concordance(site: Site, _: ViewPart | None = None) -> Values:
    parts = site.parts.of(view_path("concordance"))
    return {
        "told": site.exhibit.story.told_whole,
        "concordance": site.parts.concordance,
        "parts": [
            (source, [(part, [_square(*row) for row in part.shown[1]]) for part in of])
            for source, of in groupby(parts, key=lambda part: part.shown[0])
        ],
    }


def _square(paragraph: Paragraph, taken: Sequence[Extract]) -> Square:
    particular = [one for one in taken if one.label]
    return Square(str(paragraph.at), len(particular), any(one.standing.against for one in particular))
