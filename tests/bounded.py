"""What a run over hostile data may not do: take long, or write, run or ask for anything but its output."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_CHANGED = {
    "os.chmod": (0,),
    "os.link": (0, 1),
    "os.mkdir": (0,),
    "os.remove": (0,),
    "os.rename": (0, 1),
    "os.rmdir": (0,),
    "os.symlink": (1,),
    "os.truncate": (0,),
    "os.system": (0,),
    "os.exec": (0,),
    "subprocess.Popen": (0,),
}
"""The events of Python's audit (PEP 578) by which something is changed or run, and which of their arguments says what."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
_watches: list[set[str]] = []
"""What is seen, for each watch that is on."""


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    """Keep what is changed. A hook stays for good, so it does nothing while nobody watches."""
    if not _watches:
        return
    if event == "open" and (arguments[2] or 0) & _WRITING and not isinstance(arguments[0], int):
        _watches[-1].add(os.path.abspath(os.fsdecode(arguments[0])))
    elif event == "socket.connect":
        _watches[-1].add(f"{event} {arguments[1]}")
    elif event in ("os.remove", "os.rmdir") and arguments[1] >= 0:
        return  # named within a folder that is open, as rmtree does it; that folder itself is seen
    for place in _CHANGED.get(event, ()):
        _watches[-1].add(os.path.abspath(os.fsdecode(arguments[place])))


sys.addaudithook(_hook)


@contextmanager
def watched(*allowed: Path) -> Iterator[None]:
    """Fails where anything is changed, run or asked for meanwhile, but below the folders that are allowed, in what
    Python keeps of its modules, and by git, which reads the history."""
    _watches.append(set())
    try:
        yield
    finally:
        seen = _watches.pop()
    below = tuple(f"{folder.absolute()}{os.sep}" for folder in allowed)
    known = {str(folder.absolute()) for folder in allowed}
    strange = {one for one in seen - known if not one.startswith(below) and "__pycache__" not in one}
    strange = {one for one in strange if Path(one).name != "git"}
    if strange:
        raise AssertionError(f"changed, run or asked for: {sorted(strange)}")


@contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """Raises TimeoutError in what takes longer by the processor's clock: it fails and does not hang."""

    def stop(*_: object) -> None:
        raise TimeoutError(f"more than {seconds} s")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
