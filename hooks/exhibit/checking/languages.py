"""Rules of languages: a name and a source have a language that there is, in its shortest code."""

from __future__ import annotations

from collections.abc import Iterator

from exhibit.checking.rule import rule
from exhibit.model.kinds import Item, Name, Source
from exhibit.model.languages import advice_on_language, is_language
from exhibit.problems.problem import Problem, shown
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.nodes import Path


@rule
def a_language_has_its_own_code(exhibit: Exhibit) -> Iterator[Problem]:
    """A language has a code of BCP 47 in its shortest form: kk, not kz, which is a country, nor kaz."""
    for item, path, code in _codes(exhibit):
        if not is_language(code):
            yield exhibit.problem(
                item, path, f"no language has the code {shown(code)}{advice_on_language(code)}"
            )


def _codes(exhibit: Exhibit) -> Iterator[tuple[Item, Path, str]]:
    for item, path, name in exhibit.every(Name):
        yield item, (*path, "lang"), name.lang
    for source in exhibit.of("sources"):
        assert isinstance(source, Source)
        yield source, ("lang",), source.lang
