"""Lost items: one that many name and that is not there, or lies in another folder, is one problem at its file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from exhibit.model.kinds import KINDS
from exhibit.model.references import is_id
from exhibit.model.wording import with_article
from exhibit.problems.problem import Problem, shown
from exhibit.problems.suggestion import distance, near
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.record import Unread

MANY = 3
"""Places that name an id: so often nobody mistypes it in the same way, the file is gone or was moved."""


class Lost(NamedTuple):
    """A name that nothing, or nothing of the kind, has: the id, the collections that were expected, the problem."""

    target: str
    to: tuple[str, ...]
    problem: Problem


def folded(exhibit: Exhibit, lost: list[Lost]) -> Iterator[Problem]:
    """The problems of lost names; where many name the same id, one at the file that is missing or mislaid."""
    by_target: dict[str, list[Lost]] = {}
    for one in lost:
        by_target.setdefault(one.target, []).append(one)
    for target, named in by_target.items():
        together = set.intersection(*(set(one.to) for one in named))
        if (
            len(named) < MANY
            or not together
            or not is_id(target)  # no file can have such a name
            or target in exhibit.backlinks
            and target in exhibit.items
        ):
            yield from (one.problem for one in named)
        else:
            likeliest = next(collection for collection in named[0].to if collection in together)
            yield _one(exhibit, target, likeliest, named)


def _one(exhibit: Exhibit, target: str, collection: str, named: list[Lost]) -> Problem:
    """One problem for all who name an id in vain."""
    kind = KINDS[collection].SINGULAR
    first = min(one.problem for one in named)
    where = f"{len(named)} places name it, the first in {first.file}, line {first.line}"
    if item := exhibit.items.get(target):
        file = exhibit.records[target].file
        message = (
            f"this is {with_article(item.SINGULAR)}, and {where}, as {with_article(kind)}; move the file to "
            f"data/{collection}/, or name another there"
        )
        return Problem(file, 1, 1, "", message)
    file = f"data/{collection}/{shown(target)[1:-1]}.yml"
    ids = exhibit.ids(tuple(set.intersection(*(set(one.to) for one in named))))
    # one that others name as well is itself, no new name of this
    meant = [id_ for id_ in near(target, ids) if id_ not in exhibit.backlinks or distance(target, id_, 2) < 2]
    exhibit.unread[target] = Unread(file, collection, "")  # what else names it is told with this
    cure = "put it back, or, if it has another name now, write that in each of these"
    advice = f"did you mean '{meant[0]}'?" if len(meant) == 1 else cure
    return Problem(file, 1, 1, "", f"there is no such file, and {where}; {advice}")
