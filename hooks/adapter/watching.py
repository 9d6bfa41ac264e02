"""Watching: what the site is made from, file by file, and the watcher that has the server build anew.

MkDocs's own observer takes its first look after the first build, so that a save during it is never seen, and gives up on
a file or folder that is gone for a moment. Here what is there is compared with what was there, whatever happened between.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from adapter.walking import walked

Stamp = tuple[int, int, int]
"""When the text of a file was last changed, and when anything else of it, such as its name (nanoseconds); its size."""
Stamps = dict[str, Stamp]
"""The files that are watched, by path."""
SHORTEST = 0.1
"""Seconds between two looks at the files, at least."""
IDLE = 0.2
"""Seconds after which it is looked again whether there is time for something."""
BREATH = 0.002
"""Seconds between two things for which there is time, in which whoever waits comes first."""
SHARE = 8
"""A look at many files takes longer, and the next one comes after this many times the time that it takes alone."""


def stamps(paths: Iterable[str | Path]) -> Stamps:
    """Every file of some folders and files; what begins with a dot is no part of the site: locks and swap files."""
    found = {}
    for path in _files(paths):
        try:
            state = os.stat(path)
        except OSError:
            continue  # gone since, or a link to nothing
        found[path] = (state.st_mtime_ns, state.st_ctime_ns, state.st_size)
    return found


def _files(paths: Iterable[str | Path]) -> Iterator[str]:
    for path in paths:
        if not os.path.isdir(path):
            yield str(path)
        for folder, names in walked(path, lambda name: name.startswith(".")):
            yield from (os.path.join(folder, name) for name in names if not name.startswith("."))


class Watcher(threading.Thread):
    """Stands in the place of the server's observer, and is asked what an observer is asked."""

    def __init__(self, server: LiveReloadServer, seen: Stamps, end: Callable[[], None]) -> None:
        """seen: the files from which the site that is shown was made. end: called when the server ends."""
        super().__init__(daemon=True)
        self.server, self.seen, self.end = server, seen, end
        self.ended = threading.Event()
        self.looking = threading.Lock()
        """Held during a look: of a thousand calls of the system each would wait for whoever computes meanwhile."""

    def schedule(self, *_: object, **__: object) -> None:
        """The server names its folders one by one, and keeps a list of them, which is looked at."""

    def stop(self) -> None:
        """End with the server."""
        self.ended.set()
        self.end()

    def run(self) -> None:
        """Look, and look again."""
        pause = 0.0
        while not self.ended.wait(pause):
            began = time.thread_time()
            with self.looking:
                now = stamps(list(self.server._watched_paths))
            if now != self.seen:
                self.seen = now
                build_again(self.server)
            pause = max(SHORTEST, SHARE * (time.thread_time() - began))


class Idle(threading.Thread):
    """Has one thing after another done while there is nothing else to do."""

    def __init__(self, do_one: Callable[[], bool], watcher: Watcher) -> None:
        """do_one: does the next thing, if there is one and time for it; whether there is another. watcher: is not held up,
        and ends with the server."""
        super().__init__(daemon=True)
        self.do_one, self.watcher = do_one, watcher

    def run(self) -> None:
        """Do what there is to be done, and look again."""
        pause = IDLE
        while not self.watcher.ended.wait(pause):
            with self.watcher.looking:
                pause = BREATH if self.do_one() else IDLE


def build_again(server: LiveReloadServer) -> None:
    """Have the server build once more, when it has nothing else to do."""
    with server._rebuild_cond:
        server._want_rebuild = True
        server._rebuild_cond.notify_all()
