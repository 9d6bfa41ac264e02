"""Rules of data sets: one value for a state and a year, in years that the data set covers."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator

from exhibit.checking.rule import rule
from exhibit.model.data_set import DataTable, years_of
from exhibit.model.kinds import Source
from exhibit.model.wording import in_words
from exhibit.problems.problem import Problem, shown
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.nodes import Path

MOST_REASONS = 50
"""Of a table; the largest has twenty."""


def _tables(exhibit: Exhibit) -> Iterator[tuple[Source, Path, DataTable]]:
    for source in exhibit.of("sources"):
        for index, table in enumerate(source.tables):
            yield source, ("tables", index), table


@rule
def a_data_set_says_which_years_it_covers(exhibit: Exhibit) -> Iterator[Problem]:
    """Nobody can say that a data set differs from the exhibit in years of which it says nothing."""
    for source in exhibit.of("sources"):
        if source.tables and not source.covers:
            message = (
                "a data set needs `covers`: the first and the last year of which it speaks, as in 1990/2014"
            )
            yield exhibit.problem(source, ("tables",), message)


@rule
def a_data_set_has_no_year_that_it_does_not_cover(exhibit: Exhibit) -> Iterator[Problem]:
    """The years of its rows, and of the reasons why it differs, are among those that it covers."""
    for source, path, table in _tables(exhibit):
        if covers := source.covers:
            for field, years in _years(table):
                lost = next((year for year in (years[0], years[-1]) if year not in years_of(covers)), None)
                if lost:
                    message = f"{lost} lies outside the years that the data set covers, {in_words(covers)}"
                    yield exhibit.problem(source, (*path, *field), f"{message}; mend one of the two")


def _years(table: DataTable) -> Iterator[tuple[Path, range]]:
    """The years of the rows and reasons of a table, and where in it they stand."""
    for index, row in enumerate(table.rows):
        yield ("rows", index, "years"), years_of(row.years)
    for index, reason in enumerate(table.reasons):
        if reason.years:
            yield ("reasons", index, "years"), years_of(reason.years)


@rule
def a_data_set_has_one_value_for_a_state_and_a_year(exhibit: Exhibit) -> Iterator[Problem]:
    """No two rows of a table speak of one state in one year."""
    for source, path, table in _tables(exhibit):
        taken: dict[str, list[_Taken]] = {}
        for index, row in enumerate(table.rows):
            for place, who in enumerate(row.who):
                again = _taken_before(taken.setdefault(who, []), years_of(row.years), index)
                if again:
                    year, number = again
                    message = f"row {number + 1} has {shown(who)} in {year} already; mend the years of one"
                    yield exhibit.problem(source, (*path, "rows", index, "who", place), message)


_Taken = tuple[int, int, int]
"""The first and the last year of a row, and which row it is."""


def _taken_before(taken: list[_Taken], years: range, index: int) -> tuple[int, int] | None:
    """A year that a row of one state before this one has, and which row that is; else the years are taken from now on.

    taken: of rows that have no year in common, in order.
    """
    at = bisect(taken, (years[-1] + 1,))
    first, last, number = taken[at - 1] if at else (0, 0, index)
    if last >= years[0]:
        return None if number == index else (max(first, years[0]), number)
    taken.insert(at, (years[0], years[-1], index))
    return None


@rule
def a_table_has_few_reasons(exhibit: Exhibit) -> Iterator[Problem]:
    """A reason is told beside each difference for which it holds: of thousands a page would have millions."""
    for source, path, table in _tables(exhibit):
        if len(table.reasons) > MOST_REASONS:
            message = f"more than {MOST_REASONS} reasons; tell what holds for several states or years in one"
            yield exhibit.problem(source, (*path, "reasons", MOST_REASONS), message)


@rule
def an_organisation_stands_in_one_table_of_a_data_set(exhibit: Exhibit) -> Iterator[Problem]:
    """Of an organisation a data set has one table."""
    first: dict[tuple[str, str], int] = {}
    for source, path, table in _tables(exhibit):
        for place, id_ in enumerate(table.of):
            number = first.setdefault((source.id, id_), int(path[-1]))
            if number != path[-1]:
                message = f"table {number + 1} is of {shown(id_)} already; put the rows there"
                yield exhibit.problem(source, (*path, "of", place), message)
