"""Making: the texts of many pages, on all processors there are."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress

from exhibit.pages.environment import Rendered

FEW = 200
"""So many pages are made sooner than processes are started."""
AT_ONCE = 8
"""How many pages a process takes at a time."""

_pages: list[Rendered] = []
"""What the processes find when they are split off: the pages with all that they are made from."""


def make_at_once(pages: list[Rendered], made: Callable[[int], None] = lambda _: None) -> None:
    """Make the texts of pages in processes split off from this one, which have the exhibit as it is here.

    A page that cannot be made is left: whoever asks for its text is told why. So are those of a process that the system
    ends, or does not let begin, as where memory runs short. Nothing is done where there are few pages or one processor, or
    where a process cannot be split off safely (macOS, Windows).

    made: called with the number of pages that were made since.
    """
    processors = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    if processors < 2 or len(pages) < FEW:
        return
    _pages[:] = pages
    gc.freeze()  # the collector would write to what the processes share, and so have it copied
    try:
        with (
            suppress(OSError, NotImplementedError, BrokenProcessPool),
            ProcessPoolExecutor(processors, multiprocessing.get_context("fork"), _begin) as pool,
        ):
            for index, text in pool.map(_made, range(len(pages) - 1, -1, -1), chunksize=AT_ONCE):
                if text is not None:
                    pages[index].take(text)
                made(1)
    finally:
        gc.unfreeze()
        _pages.clear()


def _begin() -> None:
    """Begin a process: Ctrl+C is for the one that it is split off from, with which it ends, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
    os._exit(1)


def _made(index: int) -> tuple[int, str | None]:
    try:
        return index, _pages[index].text
    except Exception:  # told where the page is asked for
        return index, None
