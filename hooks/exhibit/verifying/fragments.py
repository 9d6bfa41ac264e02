"""HTML that stands in data, as in a feed or the search index, and comes to life in a reader's program or on a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exhibit.problems.problem import shown
from exhibit.verifying.asked import asked
from exhibit.verifying.living import is_script
from exhibit.verifying.page import FinishedPage

ALIVE = """
applet base embed fencedframe form frame iframe input link math meta object portal script style svg template
""".split()
"""Elements that run, load or move something."""

PLAIN = re.compile(r"<(?!/?(?:p|code|pre|li|ol|ul|sub|sup|em|strong|mark)\s*/?>)[a-z/!?]", re.IGNORECASE)
"""A tag other than those, without attributes, that the search index has."""


def alive(html: str) -> Iterator[str]:
    """What in a piece of HTML runs, loads or is a script as an address."""
    page = FinishedPage("", f"<body>{html}</body>".encode("utf-8", "replace"))
    yield from (f"<{element.tag}>" for element in page.of(*ALIVE))
    yield from (attribute for attribute in sorted(page.attributes) if re.fullmatch("on[a-z]{3,}", attribute))
    yield from (shown(one.link) for one in asked(page) if is_script(one.link))


def marked_up(text: str) -> str:
    """The first thing in a text of the search index that results would not show as text; empty if there is none."""
    found = PLAIN.search(text)
    return text[found.start() :][:30] if found else ""
