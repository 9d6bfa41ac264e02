"""Pages made in several processes are those that one makes, and a fault is told where the page is asked for."""

from __future__ import annotations

import os
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
