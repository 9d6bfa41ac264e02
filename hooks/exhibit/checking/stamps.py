"""Rule of stamps: up to when something is said to be known is borne out by a source of that day."""

from __future__ import annotations

from collections.abc import Iterator

from exhibit.checking.rule import certainly_before, rule, told
from exhibit.model.claims import Cited
from exhibit.problems.problem import Problem
from exhibit.reading.exhibit import Exhibit


@rule
def a_stamp_is_not_later_than_its_newest_source(exhibit: Exhibit) -> Iterator[Problem]:
    """``as_of``, of an item, a row or a claim, is not later than the newest source of that fact, unless a ``note``
    says with its year why: the source has no date. One without a date counts with the day it was read; where that is
    not told either, it is a suspicion."""
    for item, path, part in exhibit.every(Cited):
        if part.as_of is None or not part.as_of.known:
            continue
        cited = exhibit.cited(item, path)
        newest = exhibit.newest(cited)
        if newest and not certainly_before(newest.day, part.as_of):
            continue
        message = (
            f"{part.as_of} is later than the newest source of it, '{newest.id}' of {newest.day}"
            if newest
            else f"{part.as_of} rests on no source with a date, or with the day on which it was `read`"
        )
        undated = any(exhibit.newest([id_]) is None for id_ in cited)
        yield from told(exhibit, item, (*path, "as_of"), message, part.as_of, suspicion=undated)
