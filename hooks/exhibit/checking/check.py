"""Check: run every rule over the exhibit. The rules themselves stand in this folder's modules."""

from __future__ import annotations

from exhibit.checking import (
    acts,
    data_sets,
    deeds,
    history,
    languages,
    lists,
    lives,
    membership,
    pictures,
    places,
    quotations,
    sources,
    span,
    stages,
    stamps,
    story,
    texts,
    twins,
)
from exhibit.checking.rule import RULES
from exhibit.problems.problem import Problem
from exhibit.reading.exhibit import Exhibit

__all__ = [
    "RULES",
    "acts",
    "check",
    "data_sets",
    "deeds",
    "history",
    "languages",
    "lists",
    "lives",
    "membership",
    "pictures",
    "places",
    "quotations",
    "sources",
    "span",
    "stages",
    "stamps",
    "story",
    "texts",
    "twins",
]


def check(exhibit: Exhibit) -> list[Problem]:
    """Every problem that any rule finds."""
    return [problem for each in RULES for problem in each(exhibit)]
