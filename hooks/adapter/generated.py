"""Generated pages between their text and their HTML: only their headings are Markdown, and few of these differ."""

from __future__ import annotations

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

HEADING = re.compile(r"^(## .*)$", re.MULTILINE)
"""A heading in the text of a generated page; what stands between two of them is HTML."""


class HeadingsMade:
    """The headings of a build's generated pages as HTML: each is converted once for all pages that have it."""

    def __init__(self) -> None:
        self.made: dict[tuple[str, ...], tuple[str, AnchorLink]] = {}

    def key(self, page: Page, line: str) -> tuple[str, ...]:
        """What the HTML of a heading depends on: its text, and where it has a link the address of the page."""
        return (line, *(page.url.split("/")[:-2] if "](" in line else ()))


class GeneratedPage(Page):
    """A page whose text the exhibit has made. MkDocs takes a page that a file has already for its own."""

    def __init__(self, title: str | None, file: File, config: MkDocsConfig, headings: HeadingsMade) -> None:
        """title: what the navigation calls it, if it names it."""
        super().__init__(title, file, config)
        self.headings = headings

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """The page's HTML: what is HTML already stays as it is."""
        parts, contents = HEADING.split(self.markdown or ""), []
        for at in range(1, len(parts), 2):
            parts[at], entry = self._heading(parts[at], config, files)
            contents.append(entry)
        if len({entry.id for entry in contents}) < len(contents):
            raise ValueError(f"two headings of {self.file.src_uri} have one address")
        self.content, self.toc = "".join(parts), TableOfContents(contents)

    def _heading(self, line: str, config: MkDocsConfig, files: Files) -> tuple[str, AnchorLink]:
        key = self.headings.key(self, line)
        if key not in self.headings.made:
            self.markdown = line
            super().render(config, files)
            self.headings.made[key] = (self.content or "", next(iter(self.toc)))
        return self.headings.made[key]
