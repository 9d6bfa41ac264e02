"""Glossary: the terms of the field, explained on one page and linked from others at first use."""

from __future__ import annotations

import re
from functools import cached_property

from markdown.extensions.toc import slugify

PAGE = "about/glossary.md"
"""The page of docs/ whose third-level headings are the terms."""


class Glossary:
    """The terms and their anchors on the glossary's page.

    text: the page's Markdown; without one there are no terms.
    """

    def __init__(self, text: str = "") -> None:
        titles = re.findall(r"(?m)^### +(.+?) *$", text)
        self.anchors = {title.lower(): slugify(title, "-") for title in titles}

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any term as a word of its own, the longest first, also in the plural."""
        terms = sorted(self.anchors, key=len, reverse=True)
        return re.compile(
            rf"(?<![\w-])({'|'.join(map(re.escape, terms)) or '(?!)'})(s?)(?![\w-])", re.IGNORECASE
        )
