"""Build: the line of data flow as one call, from the folder to pages ready to be written."""

from __future__ import annotations

import os
import traceback
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError

from exhibit.calls import calls
from exhibit.docs import check_docs
from exhibit.load import load_copies, load_docs
from exhibit.precision import suspicions
from exhibit.problems import Problem
from exhibit.render import Rendered, pages
from exhibit.site import Settings, Site
from exhibit.stages import read_exhibit
from exhibit.voice import judgements, judgements_in_docs

NO_COPIES = "no reading copies of the articles here: claims are not compared with their texts"
"""What an adapter says where the articles' texts are not to be had."""


@dataclass(frozen=True)
class Built:
    """What a run came to: the site, its generated pages, its problems and the texts they quote."""

    site: Site
    pages: list[Rendered]
    problems: list[Problem]
    texts: dict[str, str]
    compared: bool

    def fatal(self, strict: bool) -> bool:
        """Whether the run has to stop: over any problem, but over suspicions only when strict."""
        return any(strict or not problem.warning for problem in self.problems)


def build(
    root: Path, docs: Path, settings: Settings, render: bool = True, copies: Path | None = None
) -> Built:
    """Read, check and, if asked, render. With errors there are no pages.

    copies: the folder of the articles' reading copies; ``EXHIBIT_SOURCES`` or the folder
    ``shared/sources`` beside the project where it is not given.
    """
    outcome = read_exhibit(root)
    texts = load_docs(docs, root)
    folder = docs.relative_to(root).as_posix()
    by_hand = {file.removeprefix(f"{folder}/"): text for file, text in texts.items()}
    site = Site(outcome.exhibit, settings, by_hand)
    problems = list(outcome.problems)
    known = load_copies(copies or Path(os.environ.get("EXHIBIT_SOURCES", root / ".." / "shared" / "sources")))
    if not problems:
        problems += [*suspicions(site.exhibit, known), *judgements(site.exhibit), *judgements_in_docs(texts)]
        for file, text in texts.items():
            page = site.page(file.removeprefix(f"{folder}/"))
            problems += check_docs(site.exhibit, {file: text}, calls(site, page))
    rendered: list[Rendered] = []
    if render and not any(not problem.warning for problem in problems):
        try:
            rendered = list(pages(site))
        except TemplateError as fault:
            problems.append(_template_problem(fault, root))
    for path in (f"{folder}/{made.path}" for made in rendered):
        if path in texts:
            message = "stands where the exhibit puts a page of its own; rename it"
            problems.append(Problem(path, 1, 1, "", message))
    return Built(site, rendered, sorted(set(problems)), outcome.texts | texts, bool(known))


def _template_problem(fault: TemplateError, root: Path) -> Problem:
    """Where in which template a fault lies."""
    if isinstance(fault, TemplateSyntaxError):
        file, line = fault.filename or "", fault.lineno
    else:
        frames = [f for f in traceback.extract_tb(fault.__traceback__) if f.filename.endswith(".jinja")]
        file, line = (frames[-1].filename, frames[-1].lineno or 1) if frames else ("", 1)
    shown = Path(file).relative_to(root).as_posix() if Path(file).is_relative_to(root) else Path(file).name
    return Problem(shown or "hooks/templates", line, 1, "", fault.message or type(fault).__name__)
