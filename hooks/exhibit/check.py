"""Check: the rules of history. A rule is a small generator whose docstring is the rule.

A rule takes the exhibit and yields problems; ``check`` runs them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

from exhibit.concordance import drawn, unaccounted
from exhibit.dates import Edtf
from exhibit.evidence import best_date
from exhibit.link import Exhibit, locator_problem
from exhibit.model.fields import Claim, DateField, Point
from exhibit.model.kinds import (
    Country,
    Item,
    Name,
    Organisation,
    Person,
    Source,
    Span,
    Spell,
    Treaty,
)
from exhibit.model.vocabulary import Stage, Status
from exhibit.nodes import Path
from exhibit.problems import Problem

Rule = Callable[[Exhibit], Iterator[Problem]]
RULES: list[Rule] = []
_BEFORE_FOUNDING = {Status.SIGNATORY, Status.GUEST, Status.PARTICIPANT, Status.OBSERVER}
_UNFOUNDED = {Stage.IDEA, Stage.PROPOSAL}


def rule(function: Rule) -> Rule:
    """Register a rule."""
    RULES.append(function)
    return function


def check(exhibit: Exhibit) -> list[Problem]:
    """Run every rule over the exhibit."""
    return [problem for each in RULES for problem in each(exhibit)]


def _certainly_before(a: Edtf | None, b: Edtf | None) -> bool:
    return bool(a and b and a.known and b.known and a.before(b))


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
        if _certainly_before(last, first):
            yield exhibit.problem(item, path, f"ends ({last}) before it starts ({first})")
    for item, path, name in exhibit.every(Name):
        if _certainly_before(name.end, name.start):
            message = f"ends ({name.end}) before it starts ({name.start})"
            yield exhibit.problem(item, (*path, "to"), message)


def _span_of_claims(field: DateField | None) -> Edtf | None:
    """The earliest date that any step or reading gives."""
    dates = [c.value for c in field.claims() if isinstance(c.value, Edtf) and c.value.known] if field else []
    return min(dates, key=lambda d: d.sort_key) if dates else None


@rule
def a_spell_lies_within_the_life_of_its_organisation(exhibit: Exhibit) -> Iterator[Problem]:
    """A spell lies within the life of its organisation; signatories and guests may come before it."""
    for item in exhibit.items.values():
        if not isinstance(item, Organisation):
            continue
        founded, ended = _span_of_claims(item.founded), best_date(item.ended)
        for index, spell in enumerate(item.members):
            start, end = best_date(spell.start), best_date(spell.end)
            if spell.status not in _BEFORE_FOUNDING and _certainly_before(start, founded):
                message = f"the spell starts ({start}) before {item.short} was founded ({founded})"
                yield exhibit.problem(item, ("members", index, "from"), message)
            if _certainly_before(ended, start):
                message = f"the spell starts ({start}) after {item.short} ended ({ended})"
                yield exhibit.problem(item, ("members", index, "from"), message)
            if _certainly_before(ended, end):
                message = f"the spell ends ({end}) after {item.short} ended ({ended})"
                yield exhibit.problem(item, ("members", index, "to"), message)


@rule
def spells_of_one_state_do_not_overlap(exhibit: Exhibit) -> Iterator[Problem]:
    """The spells of one state in one organisation do not certainly overlap."""
    for item in exhibit.items.values():
        if isinstance(item, Organisation):
            spells = [(i, s) for i, s in enumerate(item.members) if not s.never]
            for (_, a), (j, b) in combinations(spells, 2):
                for who in sorted(set(a.who) & set(b.who)):
                    if _overlap(a, b):
                        message = f"this spell of '{who}' overlaps the one as {a.status.value} from {best_date(a.start)}"
                        yield exhibit.problem(item, ("members", j), f"{message}; close one with `to:`")


def _overlap(a: Spell, b: Spell) -> bool:
    first, second = sorted(
        (a, b),
        key=lambda s: d.sort_key if (d := best_date(s.start)) else Edtf("", None, None, "unknown").sort_key,
    )
    end, start = best_date(first.end), best_date(second.start)
    if start is None or not start.known or best_date(first.start) is None:
        return False
    if end is None:
        return first.end is None
    return _certainly_before(start, end)


@rule
def a_treaty_is_not_in_force_before_its_signature(exhibit: Exhibit) -> Iterator[Problem]:
    """A treaty is not in force before its signature, unless its text says so: then say why in a note."""
    for item in exhibit.items.values():
        if isinstance(item, Treaty) and item.in_force:
            signed = best_date(item.signed or item.adopted)
            for index, claim in enumerate(item.in_force.claims()):
                if _certainly_before(claim.value, signed) and not (claim.cite and claim.note):
                    message = f"in force ({claim.value}) before it was signed ({signed}); cite it and add a `note` if a source says so"
                    yield exhibit.problem(item, ("in_force", "readings", index, "date"), message)


@rule
def what_was_never_founded_has_no_founding(exhibit: Exhibit) -> Iterator[Problem]:
    """An idea or proposal has no founding; every other stage but context has one, or says it is unknown."""
    for item in exhibit.items.values():
        if not isinstance(item, Organisation):
            continue
        if item.stage in _UNFOUNDED and item.founded and any(c.value for c in item.founded.claims()):
            message = f"a {item.stage.value} was never founded; use `proposed`, or `founded: {{never: true}}`"
            yield exhibit.problem(item, ("founded",), message)
        if item.stage not in (*_UNFOUNDED, Stage.CONTEXT) and item.founded is None:
            yield exhibit.problem(item, ("stage",), f"stage '{item.stage.value}' needs `founded`")


@rule
def every_dated_or_attributed_fact_is_cited(exhibit: Exhibit) -> Iterator[Problem]:
    """Every dated or attributed fact is cited, by itself or by the part around it."""
    for item, path, part in (*exhibit.every(Claim), *exhibit.every(Spell)):
        if not part.cite and not isinstance(item, Source):
            yield exhibit.problem(item, path, "no citation; add `cite: source#paragraph`")


@rule
def an_unknown_end_says_as_of_when(exhibit: Exhibit) -> Iterator[Problem]:
    """``to: unknown`` says up to when the spell is known to have held (``as_of``)."""
    for item, path, span in exhibit.every(Span):
        if (end := best_date(span.end)) and not end.known and not span.as_of:
            message = "`to: unknown` needs `as_of:` with the last day it is known to have held"
            yield exhibit.problem(item, (*path, "to"), message)


@rule
def succession_has_no_cycle_and_runs_forward(exhibit: Exhibit) -> Iterator[Problem]:
    """No institution descends from itself, and none from one founded certainly later."""
    edges = {
        item.id: [s.organisation for s in item.succeeds]
        for item in exhibit.items.values()
        if isinstance(item, Organisation)
    }
    for item_id, targets in edges.items():
        item = exhibit.items[item_id]
        assert isinstance(item, Organisation)
        for index, target in enumerate(targets):
            if _reaches(edges, target, item_id):
                message = f"a circle: '{target}' itself descends from '{item_id}'"
                yield exhibit.problem(item, ("succeeds", index, "organisation"), message)
            earlier = exhibit.items.get(target)
            if isinstance(earlier, Organisation):
                own, other = (
                    best_date(item.founded or item.proposed),
                    _span_of_claims(earlier.founded or earlier.proposed),
                )
                if _certainly_before(own, other):
                    message = (
                        f"'{target}' begins ({other}) after '{item_id}' ({own}); turn the succession round"
                    )
                    yield exhibit.problem(item, ("succeeds", index, "organisation"), message)


def _reaches(edges: dict[str, list[str]], start: str, goal: str) -> bool:
    seen, todo = set(), [start]
    while todo:
        node = todo.pop()
        if node == goal:
            return True
        if node not in seen:
            seen.add(node)
            todo += edges.get(node, [])
    return False


@rule
def body_ids_are_unique(exhibit: Exhibit) -> Iterator[Problem]:
    """The bodies of an organisation have different ids."""
    for item in exhibit.items.values():
        if isinstance(item, Organisation):
            seen: set[str] = set()
            for index, body in enumerate(item.bodies):
                if body.id in seen:
                    message = f"two bodies with the id '{body.id}'"
                    yield exhibit.problem(item, ("bodies", index, "id"), message)
                seen.add(body.id)


@rule
def points_are_distinct(exhibit: Exhibit) -> Iterator[Problem]:
    """Two points about the same thing are readings of one point."""
    seen: set[tuple[str, Path, str]] = set()
    for item, path, point in exhibit.every(Point):
        key = (item.id, path[:-1], point.about.casefold())
        if key in seen:
            message = f"a second point about '{point.about}'; put both under `readings:`"
            yield exhibit.problem(item, (*path, "about"), message)
        seen.add(key)


@rule
def a_source_says_where_it_is_to_be_had(exhibit: Exhibit) -> Iterator[Problem]:
    """A source says where it is to be had: an address, or a container, publisher or place in words."""
    for item in exhibit.items.values():
        if isinstance(item, Source) and not (item.url or item.container or item.publisher or item.where):
            message = "a source needs `url`, `container`, `publisher` or `where` (where it is to be had)"
            yield exhibit.problem(item, (), message)
        if isinstance(item, Source) and item.consulted and not item.tier:
            yield exhibit.problem(item, (), "a source that was consulted needs its `tier`")


@rule
def a_complete_source_accounts_for_every_paragraph(exhibit: Exhibit) -> Iterator[Problem]:
    """A source marked `complete` has each paragraph drawn from or said to be silent, not both."""
    for item in exhibit.items.values():
        if not isinstance(item, Source):
            continue
        if item.complete and (missing := unaccounted(exhibit, item)):
            named = ", ".join(str(number) for number in missing[:12])
            message = f"nothing is drawn from paragraph {named}; cite it, or say under `paragraphs` why it is `silent`"
            yield exhibit.problem(item, ("complete",), message)
        cited = drawn(exhibit, item) if item.paragraphs else set()
        for index, paragraph in enumerate(item.paragraphs):
            if paragraph.silent and paragraph.at in cited:
                message = f"paragraph {paragraph.at} is said to be silent, yet it is cited; delete `silent`"
                yield exhibit.problem(item, ("paragraphs", index, "silent"), message)
            if locator := locator_problem(item, str(paragraph.at)):
                yield exhibit.problem(item, ("paragraphs", index, "at"), locator)


@rule
def an_address_stands_once_among_the_sources(exhibit: Exhibit) -> Iterator[Problem]:
    """An address stands once among the sources; two records of one page are one source."""
    known: dict[str, str] = {}
    for source in exhibit.of("sources"):
        if source.url:
            address = source.url.partition("://")[2].removeprefix("www.").rstrip("/")
            if address in known:
                message = f"this address is already that of '{known[address]}'; cite that source"
                yield exhibit.problem(source, ("url",), message)
            known.setdefault(address, source.id)
