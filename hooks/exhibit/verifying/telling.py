"""Faults told as problems: each at its place, and what repeats on many pages once."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from exhibit.problems.problem import Problem
from exhibit.verifying.fault import SiteFault
from exhibit.verifying.page import FinishedPage
from exhibit.verifying.site import FinishedSite


def told(faults: Iterable[SiteFault], site: FinishedSite) -> list[Problem]:
    """The faults as problems, sorted; one that repeats is told at its first place, with how often."""
    ordered = sorted(set(faults), key=lambda fault: (fault.field, fault.message, fault))
    groups = groupby(ordered, key=lambda fault: (fault.field, fault.message))
    return sorted(_problem([*group], site) for _, group in groups)


def _problem(alike: list[SiteFault], site: FinishedSite) -> Problem:
    first, files = alike[0], {fault.file for fault in alike}
    line, column = _place(first, site)
    often = f"; {len(alike)} times" if len(alike) > 1 else ""
    if len(files) > 1:
        noun = "pages" if files <= {*site.pages} else "files"
        often = f"; on {len(files):,} {noun}, of which this is the first"
    return Problem(first.file, line, column, first.field, first.message + often)


def _place(fault: SiteFault, site: FinishedSite) -> tuple[int, int]:
    if not fault.tag:
        return fault.line, fault.column
    return FinishedPage(fault.file, site.read(fault.file)).place(fault.tag, fault.number)
