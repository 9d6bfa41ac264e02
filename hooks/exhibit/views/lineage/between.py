"""Descent: what links two organisations, directly or through others between them."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from exhibit.model.dates import Edtf
from exhibit.model.declared import label
from exhibit.model.evidence import best_date
from exhibit.model.fields import DateField
from exhibit.model.kinds import Organisation
from exhibit.model.vocabulary import SuccessionKind
from exhibit.reading.exhibit import Exhibit

_PART = label(Organisation, "part_of")


@dataclass(frozen=True)
class DescentStep:
    """One organisation's descent from another; how: None where it has its place within it."""

    later: Organisation
    how: SuccessionKind | None
    earlier: Organisation
    date: Edtf | None

    @property
    def descends(self) -> bool:
        """Whether it is a link in a line of descent; nesting and borrowed ideas are not."""
        return self.how is not None and self.how.descends

    @property
    def words(self) -> str:
        """How it descends, before the other's name."""
        return self.how.label if self.how else _PART


def descents(exhibit: Exhibit) -> list[DescentStep]:
    """Every link between two organisations, by the title of the later one."""
    return [step for item in exhibit.of("organisations") for step in _steps(exhibit, item)]


def _steps(exhibit: Exhibit, item: Organisation) -> list[DescentStep]:
    descent = [_step(exhibit, item, s.how, s.organisation, s.date) for s in item.succeeds]
    return descent + [_step(exhibit, item, None, p.organisation, p.start) for p in item.part_of]


def _step(
    exhibit: Exhibit, item: Organisation, how: SuccessionKind | None, earlier: str, when: DateField | None
) -> DescentStep:
    other = exhibit.items[earlier]
    assert isinstance(other, Organisation)
    return DescentStep(item, how, other, best_date(when))


def line_between(steps: Sequence[DescentStep], one: Organisation, other: Organisation) -> list[DescentStep]:
    """What links two organisations directly; else the shortest line of descent from one to the other."""
    direct = [step for step in steps if {step.later.id, step.earlier.id} == {one.id, other.id}]
    if direct:
        return direct
    legal = [step for step in steps if step.descends]
    return _line(legal, one, other) or _line(legal, other, one)


def _line(steps: Sequence[DescentStep], later: Organisation, earlier: Organisation) -> list[DescentStep]:
    """The shortest line from a later organisation back to an earlier one; empty where there is none."""
    waiting: deque[tuple[str, list[DescentStep]]] = deque([(later.id, [])])
    seen = {later.id}
    while waiting:
        id_, line = waiting.popleft()
        for step in steps:
            if step.later.id == id_ and step.earlier.id not in seen:
                if step.earlier.id == earlier.id:
                    return [*line, step]
                seen.add(step.earlier.id)
                waiting.append((step.earlier.id, [*line, step]))
    return []
