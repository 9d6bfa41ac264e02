"""Data sets: the reasons for a difference from the exhibit that explain none, to be told like what is wrong elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from exhibit.pages.site import Site
from exhibit.problems.problem import Problem
from exhibit.views.comparison.data_sets import idle_reasons


def idle(site: Site) -> Iterator[Problem]:
    """The reasons for which nothing differs: a membership was mended since, or the years are wrong."""
    for data_set in site.data_sets:
        for number, compared in enumerate(data_set.tables):
            for index in idle_reasons(compared):
                message = "in none of these years do the data set and the exhibit differ; delete this, or mend its years"
                path = ("tables", number, "reasons", index)
                yield site.exhibit.problem(data_set.source, path, message, warning=True)
