"""Check: run every rule over the exhibit. The rules themselves stand in ``rules/``."""

from __future__ import annotations

from exhibit.exhibit import Exhibit
from exhibit.problems import Problem
from exhibit.rules import history, membership, sources
from exhibit.rules.rule import RULES

__all__ = ["RULES", "check", "history", "membership", "sources"]


def check(exhibit: Exhibit) -> list[Problem]:
    """Every problem that any rule finds."""
    return [problem for each in RULES for problem in each(exhibit)]
