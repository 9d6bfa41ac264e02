"""Rules of organisations: a stage fits the dates beside it, and bodies and meetings lie within their life."""

from __future__ import annotations

from collections.abc import Iterator

from exhibit.checking.rule import certainly_before, earliest_claim, latest_claim, rule, told
from exhibit.model.kinds import Organisation
from exhibit.model.vocabulary import Stage
from exhibit.problems.problem import Problem
from exhibit.reading.exhibit import Exhibit


@rule
def what_has_ended_says_when(exhibit: Exhibit) -> Iterator[Problem]:
    """The stage ``ended`` has an ``ended``, if only ``unknown``; and an organisation that has one is not said
    to go on."""
    for item in exhibit.of("organisations"):
        assert isinstance(item, Organisation)
        if item.stage is Stage.ENDED and item.ended is None:
            message = "stage 'ended' needs `ended`; add it, or `ended: unknown` with a citation"
            yield exhibit.problem(item, ("stage",), message)
        happened = item.ended and any(claim.value for claim in item.ended.claims())
        if item.stage is Stage.ORGANISATION and happened:
            message = "it has `ended`, yet its stage says that it exists; write `stage: ended`"
            yield from told(exhibit, item, ("stage",), message)


@rule
def a_founding_counts_from_entry_into_force(exhibit: Exhibit) -> Iterator[Problem]:
    """An organisation is founded on the day on which its constituent treaty comes into force; what has none, with the
    act that called it into being. Where the chain of acts has an entry into force and another act counts, that act
    says why in ``because``."""
    for item in exhibit.of("organisations"):
        assert isinstance(item, Organisation)
        steps = item.founded.steps if item.founded else []
        in_force = [step for step in steps if "in force" in step.act and not step.applies_to]
        for index, step in enumerate(steps):
            if step.counts and in_force and step not in in_force and not step.because:
                message = (
                    f"this act counts, and not “{in_force[0].act}”, with which an organisation is founded; say why in "
                    "`because`"
                )
                yield exhibit.problem(item, ("founded", "steps", index), message)


@rule
def a_body_lies_within_the_life_of_its_organisation(exhibit: Exhibit) -> Iterator[Problem]:
    """A body is not founded before its organisation was proposed, nor after it ended, unless a ``note`` says why."""
    for item in exhibit.of("organisations"):
        assert isinstance(item, Organisation)
        begun = earliest_claim(item.proposed) or earliest_claim(item.founded)
        ended = latest_claim(item.ended)
        for index, body in enumerate(item.bodies):
            founded, closed = latest_claim(body.founded), earliest_claim(body.ended)
            path = ("bodies", index, "founded")
            if certainly_before(founded, begun):
                message = f"founded ({founded}) before {item.short} ({begun})"
                yield from told(exhibit, item, path, message, founded)
            if certainly_before(ended, founded):
                message = f"founded ({founded}) after {item.short} ended ({ended})"
                yield from told(exhibit, item, path, message, founded)
            if certainly_before(closed, earliest_claim(body.founded)):
                message = f"ends ({closed}) before it was founded"
                yield from told(exhibit, item, ("bodies", index, "ended"), message, closed)
