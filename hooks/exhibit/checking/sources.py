"""Rules of evidence: every fact is cited, every source can be found, every paragraph is accounted for."""

from __future__ import annotations

from collections.abc import Iterator

from exhibit.checking.paragraphs import drawn, unaccounted
from exhibit.checking.rule import certainly_before, rule
from exhibit.model.claims import Claim
from exhibit.model.fields import Point
from exhibit.model.kinds import Source, Spell
from exhibit.model.urls import essence
from exhibit.model.wording import joined
from exhibit.problems.problem import Problem
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.mark_messages import locator_problem
from exhibit.reading.nodes import Path


@rule
def every_dated_or_attributed_fact_is_cited(exhibit: Exhibit) -> Iterator[Problem]:
    """Every dated or attributed fact is cited, by itself or by the part around it."""
    for item, path, part in (*exhibit.every(Claim), *exhibit.every(Spell)):
        if not part.cite and not isinstance(item, Source):
            yield exhibit.problem(item, path, "no citation; add `cite: source#paragraph`")


@rule
def points_are_distinct(exhibit: Exhibit) -> Iterator[Problem]:
    """Two points about the same thing are readings of one point."""
    seen: set[tuple[str, Path, str]] = set()
    for item, path, point in exhibit.every(Point):
        key = (item.id, path[:-1], point.about.casefold())
        if key in seen:
            message = f"a second point about '{point.about}'; put both under `readings:`"
            yield exhibit.problem(item, (*path, "about"), message)
        seen.add(key)


@rule
def a_source_says_where_it_is_to_be_had(exhibit: Exhibit) -> Iterator[Problem]:
    """A source says where it is to be had: an address, or a container, publisher or place in words."""
    for item in exhibit.items.values():
        if isinstance(item, Source) and not any(getattr(item, name) for name in item.TO_BE_HAD):
            message = f"a source needs {joined([f'`{name}`' for name in item.TO_BE_HAD], 'or')} (where it is to be had)"
            yield exhibit.problem(item, (), message)
        if isinstance(item, Source) and item.consulted and not item.tier:
            yield exhibit.problem(item, (), "a source that was consulted needs its `tier`")


@rule
def a_complete_source_accounts_for_every_paragraph(exhibit: Exhibit) -> Iterator[Problem]:
    """A source marked `complete` has each paragraph drawn from or said to be silent, not both.

    Where a file that names the source could not be read, nobody can tell yet.
    """
    for item in exhibit.items.values():
        if not isinstance(item, Source):
            continue
        unread = any(item.id in file.text for file in exhibit.unread.values())
        if item.complete and not unread and (missing := unaccounted(exhibit, item)):
            named = ", ".join(str(number) for number in missing[:12])
            message = f"nothing is drawn from paragraph {named}; cite it, or say under `paragraphs` why it is `silent`"
            yield exhibit.problem(item, ("complete",), message)
        cited = drawn(exhibit, item) if item.paragraphs else set()
        for index, paragraph in enumerate(item.paragraphs):
            if paragraph.silent and paragraph.at in cited:
                message = f"paragraph {paragraph.at} is said to be silent, yet it is cited; delete `silent`"
                yield exhibit.problem(item, ("paragraphs", index, "silent"), message)
            if locator := locator_problem(item, str(paragraph.at)):
                yield exhibit.problem(item, ("paragraphs", index, "at"), locator)


@rule
def a_source_is_read_after_it_appeared(exhibit: Exhibit) -> Iterator[Problem]:
    """A source is not read before the day on which it was published."""
    for source in exhibit.of("sources"):
        if certainly_before(source.read, source.date):
            message = f"published ({source.date}) after it was read ({source.read}); mend one of the two"
            yield exhibit.problem(source, ("date",), message)


@rule
def an_address_stands_once_among_the_sources(exhibit: Exhibit) -> Iterator[Problem]:
    """An address stands once among the sources; two records of one page are one source."""
    known: dict[str, str] = {}
    for source in exhibit.of("sources"):
        if source.url:
            address = essence(source.url)
            if address in known:
                message = f"this address is already that of '{known[address]}'; cite that source"
                yield exhibit.problem(source, ("url",), message)
            known.setdefault(address, source.id)
