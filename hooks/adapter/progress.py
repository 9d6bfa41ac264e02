"""Progress: how far a build is, as a bar on a terminal and as lines elsewhere, and what took the time."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

log = logging.getLogger("mkdocs.hooks.exhibit")


class Stages:
    """The stages of one build, each with the seconds it took."""

    def __init__(self) -> None:
        self.began = time.monotonic()
        self.taken: list[tuple[str, float]] = []

    def ended(self, stage: str) -> None:
        """Note what was done since the last stage ended."""
        now = time.monotonic()
        self.taken.append((stage, now - self.began))
        self.began = now

    def told(self) -> str:
        """What took the time, in words: ``reading and checking 2.1 s, making pages 9.8 s``."""
        return ", ".join(f"{stage} {seconds:.1f} s" for stage, seconds in self.taken)


@contextmanager
def bar(what: str, length: int) -> Iterator[Callable[[int], None]]:
    """Say what is being done, so many steps in all; gives what is called with the number of those done since."""
    if sys.stderr.isatty():
        with click.progressbar(length=length, label=what, file=sys.stderr) as steps:
            yield steps.update
    else:
        log.info("%s: %s", what, f"{length:,}")
        yield lambda _: None
