"""Rules of history: nothing ends before it starts, descends from itself, or is in force too early."""

from __future__ import annotations

from collections.abc import Iterator

from exhibit.checking.rule import certainly_before, earliest_claim, meant, rule
from exhibit.model.claims import DateClaim
from exhibit.model.evidence import best_date
from exhibit.model.fields import DateField
from exhibit.model.kinds import Country, Item, Name, Organisation, Person, Span, Treaty
from exhibit.model.wording import with_article
from exhibit.problems.problem import Problem
from exhibit.reading.exhibit import Exhibit
from exhibit.reading.nodes import Path
from exhibit.reading.parts import walk


def _ends(item: Item) -> Iterator[tuple[Path, DateField | None, DateField | None]]:
    """The pairs of fields of an item that begin and end it; the path names the end."""
    if isinstance(item, Organisation):
        yield ("ended",), item.founded or item.proposed, item.ended
    if isinstance(item, Treaty):
        yield ("ended",), item.in_force or item.signed or item.adopted, item.ended
    if isinstance(item, Person):
        yield ("died",), item.born, item.died
    if isinstance(item, Country):
        yield ("to",), item.start, item.end


@rule
def nothing_ends_before_it_starts(exhibit: Exhibit) -> Iterator[Problem]:
    """Nothing ends before it starts."""
    ends = [(item, *pair) for item in exhibit.items.values() for pair in _ends(item)]
    ends += [(item, (*path, "to"), span.start, span.end) for item, path, span in exhibit.every(Span)]
    for item, path, start, end in ends:
        first, last = best_date(start), best_date(end)
        if certainly_before(last, first):
            verbs = (
                ("dies", "being born")
                if isinstance(item, Person) and path == ("died",)
                else ("ends", "it starts")
            )
            message = f"{verbs[0]} ({last}) before {verbs[1]} ({first})"
            yield exhibit.problem(item, path, f"{message}; mend one, or change them over")
    for item, path, name in exhibit.every(Name):
        if certainly_before(name.end, name.start):
            message = f"ends ({name.end}) before it starts ({name.start}); mend one, or change them over"
            yield exhibit.problem(item, (*path, "to"), message)


@rule
def a_treaty_is_not_in_force_before_its_signature(exhibit: Exhibit) -> Iterator[Problem]:
    """A treaty is not in force before its signature, unless its text says so: then say why in a note."""
    for item in exhibit.items.values():
        if isinstance(item, Treaty) and item.in_force:
            signed = best_date(item.signed or item.adopted)
            for path, claim in walk(item.in_force, ("in_force",)):
                if not isinstance(claim, DateClaim) or not certainly_before(claim.value, signed):
                    continue
                if not meant(exhibit, item, path, claim.value):
                    message = f"in force ({claim.value}) before it was signed ({signed}); if a source says so, add a `note` with that year"
                    yield exhibit.problem(item, (*path, "date"), message)


@rule
def what_was_never_founded_has_no_founding(exhibit: Exhibit) -> Iterator[Problem]:
    """An idea or proposal has no founding; every other stage but context has one, or says it is unknown."""
    for item in exhibit.items.values():
        if not isinstance(item, Organisation):
            continue
        if item.stage.founding == "never" and item.founded and any(c.value for c in item.founded.claims()):
            message = f"{with_article(item.stage.value)} was never founded; use `proposed`, or `founded: {{never: true}}`"
            yield exhibit.problem(item, ("founded",), message)
        if item.stage.founding == "needed" and item.founded is None:
            yield exhibit.problem(
                item,
                ("stage",),
                f"stage '{item.stage.value}' needs `founded`; add it, or `founded: unknown` with a citation",
            )


@rule
def succession_has_no_cycle_and_runs_forward(exhibit: Exhibit) -> Iterator[Problem]:
    """No institution descends from itself, none from one founded certainly later, and none on a day
    before the earlier one began."""
    edges = {
        item.id: [s.organisation for s in item.succeeds]
        for item in exhibit.items.values()
        if isinstance(item, Organisation)
    }
    for item_id, targets in edges.items():
        item = exhibit.items[item_id]
        assert isinstance(item, Organisation)
        for index, target in enumerate(targets):
            if target == item_id:
                message = "nothing descends from itself; name the earlier institution"
                yield exhibit.problem(item, ("succeeds", index, "organisation"), message)
            elif reaches(edges, target, item_id):
                message = f"a circle: '{target}' itself descends from '{item_id}'; keep the one that is later"
                yield exhibit.problem(item, ("succeeds", index, "organisation"), message)
            earlier = exhibit.items.get(target)
            if isinstance(earlier, Organisation):
                own, other = (
                    best_date(item.founded or item.proposed),
                    earliest_claim(earlier.founded or earlier.proposed),
                )
                if certainly_before(own, other):
                    message = (
                        f"'{target}' begins ({other}) after '{item_id}' ({own}); turn the succession round"
                    )
                    yield exhibit.problem(item, ("succeeds", index, "organisation"), message)
                day = best_date(item.succeeds[index].date)
                if certainly_before(day, other):
                    message = (
                        f"'{target}' begins ({other}) after this succession ({day}); mend one of the dates"
                    )
                    yield exhibit.problem(item, ("succeeds", index, "date"), message)


def reaches(edges: dict[str, list[str]], start: str, goal: str) -> bool:
    """Whether a way leads from one to the other. edges: by id, those to whom one leads."""
    seen, todo = set(), [start]
    while todo:
        node = todo.pop()
        if node == goal:
            return True
        if node not in seen:
            seen.add(node)
            todo += edges.get(node, [])
    return False
