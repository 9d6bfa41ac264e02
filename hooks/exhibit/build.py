"""Build: the line of data flow as one call, from the folder to pages ready to be written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from exhibit.calls import calls
from exhibit.docs import check_docs
from exhibit.load import load_docs
from exhibit.page import Page
from exhibit.problems import Problem
from exhibit.render import Rendered, pages
from exhibit.site import Settings, Site
from exhibit.stages import read_exhibit


@dataclass(frozen=True)
class Built:
    """What a run came to: the site, its generated pages, its problems and the texts they quote."""

    site: Site
    pages: list[Rendered]
    problems: list[Problem]
    texts: dict[str, str]


def build(root: Path, docs: Path, settings: Settings, render: bool = True) -> Built:
    """Read, check and, if asked, render. With problems there are no pages."""
    outcome = read_exhibit(root)
    site = Site(outcome.exhibit, settings)
    texts = load_docs(docs, root)
    problems = list(outcome.problems)
    if not problems:
        for file, text in texts.items():
            page = Page(site.exhibit, Path(file).relative_to(docs.relative_to(root)).as_posix())
            problems += check_docs(site.exhibit, {file: text}, calls(site, page))
    rendered = list(pages(site)) if render and not problems else []
    return Built(site, rendered, sorted(problems), outcome.texts | texts)
