"""One claim on its way from YAML to HTML: how many modules it passes, and that it always goes forwards.

The claim is the day a treaty was signed, on which two sources differ. A function is *on its way* when it
hands the claim on: what it returns (or yields) is the claim or holds it - the text of the date, as written or
in words; the YAML node; the date, the claim, the reading, the field, the fact that carry it; the item or the
record, or a list of such, or the exhibit - and when its caller hands it on in turn, up to the last: the
page's text. So what only looks at the claim and hands back something else (a check its problems, the
timeline its entries, a link its address) is beside the way.

Every module of the house with such a function counts, those of the model too; templates do not, nor the
two calls from outside, that the exhibit be read and that the page's text be made. What is handed on by
filling a list that was given is not seen. Forwards: the modules that are no part of the ground (problems, model), which all speak of, first hand
the claim on in the order of the folders.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

import exhibit
from conftest import AS_OF
from exhibit.checking.read import Checked, read_exhibit
from exhibit.model.claims import DateClaim
from exhibit.model.dates import Edtf
from exhibit.model.evidence import Reading
from exhibit.model.fields import DateField
from exhibit.model.kinds import Treaty
from exhibit.pages.environment import TEMPLATES, current
from exhibit.pages.render import item_page
from exhibit.pages.site import Settings, Site
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.load import Loaded
from exhibit.reading.nodes import Node
from exhibit.reading.record import Record
from exhibit.views.item.facts import Fact, FactRow

HOUSE = Path(exhibit.__file__).parent
ORDER = "problems model reading checking editing views changes pages exports commands".split()
MOST = 12
"""How many modules the claim may pass."""

SOURCE = "title: A gazette\ntype: news\ntier: press\npublisher: A press\n"
TREATY = """\
title: A treaty
summary: One line.
type: treaty
signed:
  readings:
    - {date: 1987-03-14, cite: one, because: the text bears this day}
    - {date: 1987-04-15, cite: two}
"""
CLAIM = ("1987-03-14", "14\N{NO-BREAK SPACE}March\N{NO-BREAK SPACE}1987", "14 March 1987")
HOLDERS = {
    Node,
    Edtf,
    DateClaim,
    DateField,
    Reading,
    Fact,
    FactRow,
    Treaty,
    Record,
    Loaded,
    Exhibit,
    Checked,
}
"""The classes that are the claim or hold it."""


@dataclass
class Call:
    """A call of a function of the house or of a template."""

    module: str
    name: str
    within: Call | None
    hands_on: bool = False
    order: int = 0
    """When it first handed the claim on, among all returns."""


@dataclass
class Walk:
    """Every call while it is traced; those on the way can be told once all have returned."""

    calls: dict[FrameType, Call] = field(default_factory=dict)
    done: list[Call] = field(default_factory=list)
    returns: int = 0

    def on_the_way(self) -> list[Call]:
        """The calls that hand the claim on to one that does so too, in the order they first do; without the
        outermost, which are where it sets out and arrives."""
        found = [call for call in self.done if call.within and _whole(call)]
        return sorted(found, key=lambda call: call.order)


def _whole(call: Call | None) -> bool:
    while call is not None:
        if not call.hands_on:
            return False
        call = call.within
    return True


def holds(value: Any, deep: int = 6) -> bool:
    """Whether a value is the claim or holds it."""
    if isinstance(value, str):
        return any(text in value for text in CLAIM)
    if isinstance(value, dict):
        return deep > 0 and any(holds(inner, deep - 1) for inner in value.values())
    if isinstance(value, list | tuple):
        return deep > 0 and any(holds(inner, deep - 1) for inner in value)
    return type(value) in HOLDERS and any(text in repr(value) for text in CLAIM)


@cache
def _module(file: str) -> str:
    """The module of the house, or the template, that a file is; else nothing."""
    path = Path(file)
    if path.is_relative_to(HOUSE):
        return path.relative_to(HOUSE).as_posix()
    return path.relative_to(TEMPLATES).as_posix() if path.is_relative_to(TEMPLATES) else ""


@contextmanager
def traced() -> Iterator[Walk]:
    """Follow every call of the house; a generator's frame comes back with each value that it yields."""
    walk = Walk()

    def follow(frame: FrameType, event: str, value: Any) -> None:
        if event not in ("call", "return") or not (module := _module(frame.f_code.co_filename)):
            return
        if event == "call" and frame not in walk.calls:
            caller = frame.f_back
            while caller is not None and caller not in walk.calls:
                caller = caller.f_back
            within = walk.calls[caller] if caller else None
            walk.calls[frame] = Call(module, frame.f_code.co_name, within)
            walk.done.append(walk.calls[frame])
        elif event == "return" and frame in walk.calls and not walk.calls[frame].hands_on:
            sys.setprofile(None)
            walk.calls[frame].hands_on = holds(value)
            walk.returns += 1
            walk.calls[frame].order = walk.returns
            sys.setprofile(follow)

    sys.setprofile(follow)
    try:
        yield walk
    finally:
        sys.setprofile(None)


def test_a_claim_passes_at_most_twelve_modules_and_always_forwards(tmp_path: Path) -> None:
    for file, text in (
        ("sources/one", SOURCE),
        ("sources/two", f"{SOURCE}lang: ru\n"),
        ("treaties/pact", TREATY),
    ):
        path = tmp_path / "data" / f"{file}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    with traced() as walk:
        outcome = read_exhibit(tmp_path)
        site = Site(outcome.exhibit, Settings(AS_OF))
        text = item_page(current(), site, outcome.exhibit.items["pact"]).text
    assert not outcome.problems
    assert text.count(CLAIM[0]) >= 2
    way = list(dict.fromkeys((call.module, call.name) for call in walk.on_the_way()))
    modules = list(dict.fromkeys(module for module, _ in way if module.endswith(".py")))
    assert len(modules) <= MOST, way
    folders = [ORDER.index(module.split("/")[0]) for module in modules]
    stages = [folder for folder in folders if folder > ORDER.index("model")]
    assert stages == sorted(stages), modules
