"""Build: the line of data flow as one call, from the folder to pages ready to be written."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from exhibit.changes.commits import History
from exhibit.checking.neutrality import judgements, judgements_in_docs
from exhibit.checking.paraphrase import stronger
from exhibit.checking.precision import suspicions
from exhibit.checking.quotations import misquoted
from exhibit.checking.read import read_exhibit
from exhibit.checking.scripts import mixed_words
from exhibit.pages.addresses import clashes, clashes_of_files, odd_names
from exhibit.pages.data_sets import idle
from exhibit.pages.docs import check_docs
from exhibit.pages.links import lost_in_navigation, lost_links
from exhibit.pages.planned import lost_foremost, planned_problems
from exhibit.pages.shortcodes import shortcodes
from exhibit.pages.site import Settings, Site
from exhibit.pages.template_faults import template_problem
from exhibit.problems.problem import Problem
from exhibit.reading.kept_files import KeptFiles
from exhibit.reading.load import load_copies, load_docs, other_files
from exhibit.reading.navigation import read_navigation
from exhibit.reading.settings import FILE, Read

if TYPE_CHECKING:
    from exhibit.pages.environment import Rendered

NO_COPIES = "no reading copies of the sources here: claims are not compared with their texts"
"""What an adapter says where the sources' texts are not to be had."""


@dataclass(frozen=True)
class Built:
    """What a run came to: the site, its problems (sorted) and the texts they quote."""

    site: Site
    problems: list[Problem]
    texts: dict[str, str]
    docs: str
    """The folder of the hand-written pages, relative to the project."""
    compared: bool
    """Whether the sources' texts were there to compare the claims with."""

    def fatal(self, strict: bool) -> bool:
        """Whether the run has to stop: over any problem, but over suspicions only when strict."""
        return any(strict or not problem.warning for problem in self.problems)

    @cached_property
    def pages(self) -> list[Rendered]:
        """The generated pages; none if there are errors. Each makes its text when it is asked for."""
        from exhibit.pages.render import pages  # here: a check, which is to answer at once, makes no pages

        return [] if self.fatal(strict=False) else list(pages(self.site))

    def after(self, settings: Read) -> Built:
        """The same with what is wrong with the settings among its problems."""
        problems = sorted({*self.problems, *settings.problems})
        return replace(self, problems=problems, texts=self.texts | settings.texts)

    def rendered(self, root: Path, made: Callable[[int], None] = lambda _: None) -> Built:
        """The same with the text of every page made: faults of templates are among its problems.

        made: called with the number of pages that were made since.
        """
        from exhibit.pages.making import make_at_once

        if self.pages:
            self.site.prepare()
            _ = self.site.data_files  # once, not again by the process that makes their page
            make_at_once(self.pages, made)
        found = list(_rendering_problems(self.pages, root))
        return replace(self, problems=sorted({*self.problems, *found})) if found else self


def build(
    root: Path,
    docs: Path,
    settings: Settings,
    copies: Path | None = None,
    history: History | None = None,
    kept: KeptFiles | None = None,
) -> Built:
    """Read and check the exhibit and the hand-written pages.

    copies: the folder of the sources' reading copies; where it is not given, the one that ``EXHIBIT_SOURCES``
    names, if any. history: what an adapter read of the commits. kept: what the last reading made of the data.
    """
    return checked(begin(root, docs, settings, history, kept), root, docs, copies)


def begin(
    root: Path,
    docs: Path,
    settings: Settings,
    history: History | None = None,
    kept: KeptFiles | None = None,
) -> Built:
    """Read both, link the exhibit, and check it by the rules of history: where nothing is wrong with it so far, the page of
    each item can be made."""
    outcome = read_exhibit(root, settings.as_of, kept)
    problems = list(outcome.problems)
    texts = load_docs(docs, root, problems)
    folder = docs.relative_to(root).as_posix()
    by_hand = {file.removeprefix(f"{folder}/"): text for file, text in texts.items()}
    site = Site(outcome.exhibit, settings, by_hand, history or History(without="nobody asked for it"))
    return Built(site, problems, outcome.texts | texts, folder, compared=False)


def checked(begun: Built, root: Path, docs: Path, copies: Path | None = None) -> Built:
    """The same with all that is wrong or doubtful: in the prose, in the pages of docs/, in what they lead to."""
    site, folder, problems = begun.site, begun.docs, list(begun.problems)
    texts = {f"{folder}/{page}": text for page, text in site.docs.items()}
    known = load_copies(copies or Path(os.environ.get("EXHIBIT_SOURCES", os.devnull)))
    if all(problem.warning for problem in problems):
        problems += [*suspicions(site.exhibit, known), *judgements(site.exhibit), *judgements_in_docs(texts)]
        problems += [
            *mixed_words(site.exhibit),
            *stronger(site.exhibit, known),
            *misquoted(site.exhibit, known),
        ]
    for file, text in texts.items():
        page = site.page(file.removeprefix(f"{folder}/"))
        problems += check_docs(site.exhibit, {file: text}, shortcodes(site, page))
    problems += [*planned_problems(site), *lost_foremost(site)]
    if all(problem.warning for problem in problems):
        problems += idle(site)
    problems += [*clashes(site, folder), *odd_names(site, folder)]
    problems += clashes_of_files(site, folder, other_files(docs))
    problems += lost_links(site, docs, folder)
    navigation = read_navigation(root)
    problems += lost_in_navigation(site, docs, navigation)
    told = begun.texts | {FILE: navigation.text}
    return replace(begun, problems=sorted(set(problems)), texts=told, compared=bool(known))


def _rendering_problems(rendered: list[Rendered], root: Path) -> Iterator[Problem]:
    """Make every page's text, up to the first fault in a template: it would be told on each page.

    Raises whatever is a fault of the code.
    """
    try:
        for page in rendered:
            _ = page.text
    except Exception as fault:
        problem = template_problem(fault, root)
        if problem is None:
            raise
        yield problem
