"""Making: the texts of many pages, on all processors there are."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable

from exhibit.pages.environment import Rendered

FEW = 200
"""So many pages are made sooner than processes are started."""
AT_ONCE = 8
"""How many pages a process takes at a time."""

_pages: list[Rendered] = []
"""What the processes find when they are split off: the pages with all that they are made from."""


def make_at_once(pages: list[Rendered], made: Callable[[int], None] = lambda _: None) -> None:
    """Make the texts of pages in processes split off from this one, which have the exhibit as it is here.

    A page that cannot be made is left: whoever asks for its text is told why. Nothing is done where there are few pages
    or one processor, or where a process cannot be split off safely (macOS, Windows).

    made: called with the number of pages that were made since.
    """
    processors = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    if processors < 2 or len(pages) < FEW:
        return
    _pages[:] = pages
    gc.freeze()  # the collector would write to what the processes share, and so have it copied
    try:
        with multiprocessing.get_context("fork").Pool(processors) as pool:
            for index, text in pool.imap_unordered(_made, range(len(pages) - 1, -1, -1), AT_ONCE):
                if text is not None:
                    pages[index].take(text)
                made(1)
    finally:
        gc.unfreeze()
        _pages.clear()


def _made(index: int) -> tuple[int, str | None]:
    try:
        return index, _pages[index].text
    except Exception:  # told where the page is asked for
        return index, None
