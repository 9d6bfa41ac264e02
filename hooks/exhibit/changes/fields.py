"""Compare the fields of an item in two versions, one kind of field after another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from exhibit.changes.change import Act, Change
from exhibit.changes.pairs import each_alone, pairs
from exhibit.changes.prose import edited
from exhibit.changes.words import Words, one_spaced, quoted, two_texts
from exhibit.model.citation import Citation
from exhibit.model.claims import Cited, Claim
from exhibit.model.declared import word
from exhibit.model.fields import DateField, Point, Readings
from exhibit.model.kinds import Item
from exhibit.model.part import Model
from exhibit.model.wording import joined

_FLAGS = ("never", "counts")
"""Fields that are said by being there: false is the same as absent."""

Cites = list[Citation]


@dataclass(frozen=True)
class Whereabouts:
    """Where in an item a comparison stands: the change that would be told of it."""

    words: Words
    about: Change

    def field(self, name: str, label: str = "") -> Whereabouts:
        """One field down, by its word; label: in place of that."""
        label = ": ".join(words for words in (self.about.label, label or name) if words)
        return Whereabouts(self.words, replace(self.about, path=(*self.about.path, name), label=label))

    def part(self, name: str, part: Model) -> Whereabouts:
        """One part of a list down."""
        of = ": ".join(words for words in (self.about.what, part.in_change) if words)
        who = tuple(self.words.title(id_) for id_ in part.speaks_of)
        path = (*self.about.path, name)
        return Whereabouts(self.words, replace(self.about, path=path, of=of, who=who, label=""))

    def change(self, act: Act, before: str = "", after: str = "", cites: Cites | None = None) -> Change:
        cited = self.words.cites(cites or [])
        return replace(self.about, act=act, before=before, after=after, cites=cited)

    def came_or_went(self, values: Sequence[str | None], cites: Cites) -> Change:
        """The change of a value in words, before and after; None where there is none."""
        old, new = values
        if old is None:
            return self.change(Act.ADDED, "", new or "", cites)
        if new is None:
            return self.change(Act.REMOVED, old, "")
        return self.change(Act.CHANGED, old, new, cites)


def _own(part: BaseModel, cites: Cites) -> Cites:
    """The citations that hold for a part: its own, else those of the part around it."""
    if not isinstance(part, Cited):
        return cites
    return part.cite or (cites if part.INHERITS else [])


def fields(
    where: Whereabouts, old: BaseModel, new: BaseModel, cites: Cites, skip: frozenset[str]
) -> Iterator[Change]:
    """Every field of a part that is there in both versions."""
    cites = _own(new, cites)
    for name, info in type(new).model_fields.items():
        before, after = getattr(old, name, None), getattr(new, name, None)
        if before != after and not skip & {name, info.alias}:
            yield from _field(where, type(new), name, before, after, cites)


def _field(
    where: Whereabouts, model: type[BaseModel], name: str, old: Any, new: Any, cites: Cites
) -> Iterator[Change]:
    sample = new or old
    own = where.field(word(model, name))
    if name == "account":
        yield from _account(own, old or "", new or "")
    elif isinstance(sample, Readings):
        yield from _readings(own, old, new, cites)
    elif isinstance(sample, list) and isinstance(sample[0], Citation):
        yield from _citations(own, old or [], new or [])
    elif isinstance(sample, list) and isinstance(sample[0], BaseModel):
        yield from _parts(where, word(model, name), old or [], new or [], cites)
    elif isinstance(sample, list):
        yield from _listed(own, model, name, old or [], new or [])
    else:
        yield from _value(own, model, name, old, new, [] if issubclass(model, Item) else cites)


def _value(
    where: Whereabouts, model: type[BaseModel], name: str, old: Any, new: Any, cites: Cites
) -> Iterator[Change]:
    if name in _FLAGS and isinstance(new or old, bool):
        yield where.change(Act.ADDED, cites=cites) if new else where.change(Act.REMOVED)
        return
    values = [None if v is None else where.words.value(model, name, v) for v in (old, new)]
    if isinstance(old, str) and isinstance(new, str):
        if one_spaced(old) == one_spaced(new):
            return
        if str(values[0]).startswith("“"):
            values = list(two_texts(old, new))
    yield where.came_or_went(values, cites)


def _account(where: Whereabouts, old: str, new: str) -> Iterator[Change]:
    told = edited(old, new)
    if not old or not new:
        yield where.change(Act.ADDED if new else Act.REMOVED)
    elif told:
        yield where.change(Act.CHANGED, "", told)


def _listed(
    where: Whereabouts, model: type[BaseModel], name: str, old: list[Any], new: list[Any]
) -> Iterator[Change]:
    for act, here, there in ((Act.ADDED, new, old), (Act.REMOVED, old, new)):
        values = [where.words.value(model, name, value) for value in here if value not in there]
        if values:
            about = replace(where.about, label=f"{where.about.label}: {joined(values)}")
            yield replace(about, act=act)


def _citations(where: Whereabouts, old: Cites, new: Cites) -> Iterator[Change]:
    added, removed = [], []
    for a, b in pairs(old, new):
        if a and b and (a.at, a.via) != (b.at, b.via):
            yield where.change(Act.CHANGED, where.words.cite(a), where.words.cite(b))
        elif a and b and a.phrase != b.phrase:
            quote = word(Citation, "phrase")
            inner = where.field(quote, f"{where.words.cite(b)}: {quote}")
            yield inner.came_or_went([c.phrase and quoted(c.phrase) for c in (a, b)], [])
        elif a is None:
            added.append(b)
        elif b is None:
            removed.append(a)
    if added:
        yield where.change(Act.ADDED, "", joined(where.words.cites(added)))
    if removed:
        yield where.change(Act.REMOVED, joined(where.words.cites(removed)))


def _parts(where: Whereabouts, name: str, old: list[Any], new: list[Any], cites: Cites) -> Iterator[Change]:
    for a, b in pairs(*([one for part in side for one in each_alone(part)] for side in (old, new))):
        inner = where.part(name, a if b is None else b)
        if a is None:
            yield inner.change(Act.ADDED, "", where.words.part(b), _cited_in(b, cites))
        elif b is None:
            yield inner.change(Act.REMOVED, where.words.part(a))
        elif isinstance(b, Point):
            if a.about != b.about:
                about = inner.field(word(Point, "about"))
                yield about.change(Act.CHANGED, quoted(a.about), quoted(b.about))
            yield from _readings(inner, a, b, cites)
        elif a != b:
            yield from fields(inner, a, b, cites, frozenset({b.SPEAKS_OF}))


def _cited_in(part: Any, cites: Cites) -> Cites:
    """What is cited for a part that came as a whole: its own, or those of its claims."""
    if isinstance(part, Readings):
        return [citation for claim in part.claims() for citation in _own(claim, cites)]
    if own := getattr(part, "cite", []):
        return list(own)
    fields = [value for value in part.__dict__.values() if isinstance(value, Readings)]
    within = [citation for field in fields for citation in _cited_in(field, [])]
    return within or _own(part, cites)


def _readings(
    where: Whereabouts, old: Readings[Any] | None, new: Readings[Any] | None, cites: Cites
) -> Iterator[Change]:
    if old is None or new is None:
        values = [None if field is None else where.words.field(field) for field in (old, new)]
        yield where.came_or_went(values, _cited_in(new, cites) if new else [])
        return
    several = max(len(old.readings), len(new.readings)) > 1
    yield from _claims(where, word(type(new), "readings"), old.readings, new.readings, several, cites)
    if isinstance(old, DateField) and isinstance(new, DateField):
        yield from _claims(where, word(DateField, "steps"), old.steps, new.steps, True, cites)


def _claims(
    where: Whereabouts, name: str, old: list[Any], new: list[Any], several: bool, cites: Cites
) -> Iterator[Change]:
    for a, b in pairs(old, new):
        inner = where.field(name) if several or a is None or b is None else where
        values = [None if claim is None else where.words.claim(claim) for claim in (a, b)]
        if values[0] != values[1]:
            yield inner.came_or_went(values, _own(b, cites) if b else [])
        if a is not None and b is not None:
            if several:
                inner = where.field(name, f"{name} {values[1]}")
            yield from fields(inner, a, b, cites, _told(b, values[0] != values[1]))


def _told(claim: Claim, changed: bool) -> frozenset[str]:
    """The fields of a claim that its value in words tells already."""
    said = {"said"} if claim.value is None and not claim.never else set()
    return frozenset({claim.VALUE, "never", "act", "unit", *said, *(["cite"] if changed else [])})
