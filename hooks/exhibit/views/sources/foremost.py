"""The disputes that matter most: each told in two sentences, with its readings on a line."""

from __future__ import annotations

from dataclasses import dataclass

from exhibit.model.story import Foremost
from exhibit.reading.exhibit import Exhibit
from exhibit.views.item.facts import Fact
from exhibit.views.sources.on_a_line import OnLine, on_a_line


@dataclass(frozen=True)
class ToldFirst:
    """A dispute that matters most, in words, with its readings from the earliest on."""

    fact: Fact
    text: str
    readings: tuple[OnLine, ...]


def foremost(exhibit: Exhibit, disputes: list[Fact]) -> list[ToldFirst]:
    """Those that the story names, in its order; what it names and is none is told by ``lost_foremost``."""
    named = ((one, find(one, disputes)) for one in exhibit.story.foremost)
    return [ToldFirst(fact, one.text, on_a_line(fact)) for one, fact in named if fact]


def find(one: Foremost, disputes: list[Fact]) -> Fact | None:
    """The dispute that is meant; None where there is none of the name."""
    return next((fact for fact in disputes if (fact.item.id, fact.label) == (one.item, one.about)), None)
