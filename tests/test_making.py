"""Pages made in several processes are those that one makes, and a fault is told where the page is asked for."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys

import pytest
from exhibit.pages import making
from exhibit.pages.environment import Rendered
from exhibit.pages.render import pages
from exhibit.pages.site import Site

several = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2, reason="one processor, one process"
)


def _in_another_process(page: Rendered) -> bool:
    return "text" in vars(page)


@several
def test_pages_made_at_once_are_those_made_one_by_one(
    tiny_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "FEW", 0)
    found, made = list(pages(tiny_site)), list[int]()
    making.make_at_once(found, made.append)
    assert sum(made) == len(found)
    assert all(map(_in_another_process, found)) and len(found) > 50
    assert [page.text for page in found] == [page.text for page in pages(tiny_site)]


@several
def test_a_page_that_cannot_be_made_is_told_by_its_own_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> str:
        raise KeyError("ford")

    monkeypatch.setattr(making, "FEW", 0)
    found = [Rendered("a.md", lambda: "a"), Rendered("b.md", broken), Rendered("c.md", lambda: "c")]
    making.make_at_once(found)
    assert list(map(_in_another_process, found)) == [True, False, True]
    with pytest.raises(KeyError, match="ford"):
        _ = found[1].text


def test_few_pages_are_made_when_they_are_asked_for() -> None:
    few = [Rendered("a.md", lambda: "a")]
    making.make_at_once(few)
    assert not _in_another_process(few[0])


@several
@pytest.mark.parametrize("way", ["a process is ended", "none can begin"])
def test_where_processes_fail_pages_are_made_when_they_are_asked_for(
    monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    here = os.getpid()

    def made() -> str:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)  # as the system does where memory runs short
        return "a"

    def full() -> None:
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr(making, "FEW", 0)
    if way == "none can begin":
        monkeypatch.setattr(os, "fork", full)
    found = [Rendered(f"{number}.md", made) for number in range(30)]
    making.make_at_once(found)
    assert not any(map(_in_another_process, found)) and {page.text for page in found} == {"a"}


@several
@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT])
def test_with_the_build_all_its_processes_end(by: signal.Signals) -> None:
    script = (
        "import signal, time; from exhibit.pages import making; from exhibit.pages.environment import Rendered\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler); making.FEW = 0\n"
        "make = lambda: print('x', flush=True) or time.sleep(0.02) or 'a'\n"
        "making.make_at_once([Rendered(f'{number}.md', make) for number in range(5000)])\n"
    )
    build = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert build.stdout and build.stdout.readline()
    build.send_signal(by)
    build.stdout.read()  # ends when the last of them has
    assert build.wait(timeout=60) == -by
