"""HTML that stands in data, as in a feed, and comes to life in a reader's program or on a page."""

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


def alive(html: str) -> Iterator[str]:
    """What in a piece of HTML runs, loads or is a script as an address."""
    page = FinishedPage("", f"<body>{html}</body>".encode("utf-8", "replace"))
    yield from (f"<{element.tag}>" for element in page.of(*ALIVE))
    yield from (attribute for attribute in sorted(page.attributes) if re.fullmatch("on[a-z]{3,}", attribute))
    yield from (shown(one.link) for one in asked(page) if is_script(one.link))
