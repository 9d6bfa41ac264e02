"""Statements: what each source that is told whole says, one by one, beside the record.

How each such source stands to a statement is told by ``verdicts``. The record is what all other sources say.
"""

from __future__ import annotations

from dataclasses import dataclass

from exhibit.model.citation import Citation
from exhibit.model.claims import Cited, Claim, DateClaim
from exhibit.model.declared import declared, field_of
from exhibit.model.evidence import Standing, settled
from exhibit.model.kinds import COLLECTIONS, Item, Organisation, Person, Source
from exhibit.reading.exhibit import Exhibit
from exhibit.views.item.facts import Fact, facts
from exhibit.views.item.labels import title, titles
from exhibit.views.sources.verdicts import Named, measure, verdict, verdict_on_names


@dataclass(frozen=True)
class Position:
    """What one side says of a statement; without claims and citations it is silent.

    standing: of a source told whole; names: of those who signed or took part, where the statement is of them.
    """

    standing: Standing | None
    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()
    names: str = ""


@dataclass(frozen=True)
class Statement:
    """One statement: its item and label, what each source says, and what the record says.

    Where there is no record, those of the sources that speak are measured against each other.
    compared: whether the item's page compares its readings, at ``anchor``.
    """

    item: Item
    label: str
    anchor: str
    positions: tuple[Position, ...]
    record: Position
    compared: bool = False

    @property
    def among_themselves(self) -> bool:
        """Whether the sources told whole alone speak, more than one of them."""
        spoken = [position for position in self.positions if position.standing is not Standing.SILENT]
        return len(spoken) > 1 and not self.record.citations


def told_whole(exhibit: Exhibit) -> list[Source]:
    """The sources whose every paragraph is accounted for."""
    return [source for source in exhibit.of("sources") if source.complete]


def statements(exhibit: Exhibit) -> list[Statement]:
    """Every statement that at least one of the sources told whole makes."""
    whole = [source.id for source in told_whole(exhibit)]
    found = []
    for item in exhibit.items.values():
        if item.COLLECTION == "sources":
            continue
        for fact in facts(exhibit, item):
            if not _own_date(exhibit, fact) and (statement := _of_fact(fact, whole)):
                found.append(statement)
        for parts in _who(exhibit, item):
            if statement := _of_who(exhibit, item, parts, whole):
                found.append(statement)
    return found


def _own_date(exhibit: Exhibit, fact: Fact) -> bool:
    """Whether a fact is the date of what a source itself says: its own publication, of which it says nothing."""
    cited = {part.source for _, part in exhibit.parts[fact.item.id] if isinstance(part, Citation)}
    if len(cited) != 1:
        return False
    source = exhibit.items[cited.pop()]
    published = source.date if isinstance(source, Source) else None
    dates = [claim.date for claim in fact.field.claims() if isinstance(claim, DateClaim) and claim.date]
    return bool(published and dates and all(date.relation(published) == "same" for date in dates))


def _of_fact(fact: Fact, whole: list[str]) -> Statement | None:
    claims = [claim for claim in fact.field.claims() if not claim.inferred]
    by_source = [[c for c in claims if _cites(c, source)] for source in whole]
    if not any(by_source):
        return None
    record = [c for c in claims if any(cite.source not in whole for cite in c.cite)]
    best = settled(fact.field)
    positions = []
    for source, own in zip(whole, by_source, strict=True):
        others = [c for other in by_source if other is not own for c in other]
        positions.append(_position(source, own, record or others, best))
    compared = len(fact.field.readings) > 1 or (len(claims) > len(fact.field.readings) > 0)
    by = [id(other) for own in by_source for claim in own for other in measure(claim, record, best)]
    measured = [claim for claim in record if id(claim) in by]
    of_record = _record(sorted(measured, key=lambda claim: claim is not best), whole)
    return Statement(fact.item, fact.label, fact.anchor, tuple(positions), of_record, compared)


def _position(source: str, own: list[Claim], others: list[Claim], best: Claim | None) -> Position:
    cites = tuple(c for claim in own for c in claim.cite if c.source == source)
    return Position(verdict(own, others, best), tuple(own), cites)


def _record(claims: list[Claim], whole: list[str]) -> Position:
    cites = tuple(c for claim in claims for c in claim.cite if c.source not in whole)
    return Position(None, tuple(claims), cites)


def _cites(claim: Cited, source: str) -> bool:
    return any(citation.source == source for citation in claim.cite)


def _who(exhibit: Exhibit, item: Item) -> list[list[Cited]]:
    """Who signed and who took part: parts that are not readings but are cited like them, those together that tell of
    the same act."""
    groups: dict[tuple[str | int, str], list[Cited]] = {}
    for path, part in exhibit.parts[item.id]:
        field = field_of(type(item), str(path[0])) if len(path) == 2 else None
        if isinstance(part, Cited) and field and field.told.involves:
            groups.setdefault((path[0], part.in_change), []).append(part)
    return list(groups.values())


def _of_who(exhibit: Exhibit, item: Item, parts: list[Cited], whole: list[str]) -> Statement | None:
    by_source = [[part for part in parts if _cites(part, source)] for source in whole]
    if not any(by_source):
        return None
    record = [part for part in parts if any(cite.source not in whole for cite in part.cite)]
    positions = []
    for source, own in zip(whole, by_source, strict=True):
        others = record or [part for other in by_source if other is not own for part in other]
        standing = verdict_on_names(_named(own), _named(others))
        cites = tuple(c for part in own for c in part.cite if c.source == source)
        positions.append(Position(standing, (), cites, _names(exhibit, own)))
    cites = tuple(c for part in record for c in part.cite if c.source not in whole)
    label = parts[0].called(titles(exhibit, [who for part in parts for who in part.speaks_of]))
    of_record = Position(None, (), cites, _names(exhibit, record))
    return Statement(item, f"{label[:1].upper()}{label[1:]}", "", tuple(positions), of_record)


def _named(parts: list[Cited]) -> set[Named]:
    return {(who, getattr(part, "never", False)) for part in parts for who in part.speaks_of}


def _names(exhibit: Exhibit, parts: list[Cited]) -> str:
    """Those whom the parts name, as one phrase."""
    named = sorted((never, title(exhibit, who)) for who, never in _named(parts))
    return ", ".join(f"not {name}" if never else name for never, name in named)


def by_subject(exhibit: Exhibit) -> list[tuple[Item, list[Statement]]]:
    """The statements by the organisation they belong to, else by the item itself; organisations
    first, and those that these sources say most about before the others."""
    groups: dict[str, list[Statement]] = {}
    for statement in statements(exhibit):
        groups.setdefault(_subject(exhibit, statement.item), []).append(statement)

    def rank(pair: tuple[str, list[Statement]]) -> tuple[int, int, str]:
        subject = exhibit.items[pair[0]]
        return list(COLLECTIONS).index(subject.COLLECTION), -len(pair[1]), subject.title

    return [(exhibit.items[subject], found) for subject, found in sorted(groups.items(), key=rank)]


def _subject(exhibit: Exhibit, item: Item) -> str:
    """Under what an item stands: the organisation or person that its fields say, else what the story says of the
    items that states join and that belong to no organisation, else itself."""
    fields = sorted((f for f in declared(type(item)) if f.told.subject), key=lambda field: field.told.subject)
    named: list[str] = [id_ for field in fields for id_ in getattr(item, field.attribute)]
    for kind in (Organisation, Person):
        if found := [id_ for id_ in named if isinstance(exhibit.items[id_], kind)]:
            return found[0]
    otherwise = exhibit.story.told_whole.otherwise if item.JOINED else None
    return otherwise or item.id
