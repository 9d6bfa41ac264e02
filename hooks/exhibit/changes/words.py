"""Values of facts in a reader's words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from exhibit.model.citation import Citation
from exhibit.model.claims import Claim, Step
from exhibit.model.dates import Edtf
from exhibit.model.declared import field_of, word
from exhibit.model.fields import DateField, Readings
from exhibit.model.item import Name, Span
from exhibit.model.locators import locator_in_words
from exhibit.model.part import Model
from exhibit.model.vocabulary import SuccessionKind, Term
from exhibit.model.wording import NOT_KNOWN, in_words, joined
from exhibit.reading.link import reference_fields

LONGEST = 120
"""How many characters of a text are quoted at most."""


def one_spaced(text: str) -> str:
    """Text without differences of white space."""
    return " ".join(text.split())


def quoted(text: str, start: int = 0) -> str:
    """A text in quotation marks, from a word on, cut after LONGEST characters."""
    words = one_spaced(text).split(" ")[start:]
    kept = " ".join(words)
    if len(kept) > LONGEST:
        kept = kept[:LONGEST].rsplit(" ", 1)[0] + " …"
    return f"“{'… ' if start else ''}{kept}”"


def two_texts(before: str, after: str) -> tuple[str, str]:
    """Two long texts quoted from a little before the first word in which they differ."""
    a, b = one_spaced(before).split(" "), one_spaced(after).split(" ")
    same = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    start = max(0, same - 3) if max(len(before), len(after)) > LONGEST else 0
    return quoted(before, start), quoted(after, start)


@dataclass(frozen=True)
class Words:
    """Wording, with the titles of the items that facts name.

    title: the title of an item by its id.
    """

    title: Callable[[str], str]

    def value(self, model: type[BaseModel], name: str, value: Any) -> str:
        """The value of a plain field in words."""
        if isinstance(value, str) and name in {reference for reference, _, _ in reference_fields(model)}:
            return self.title(value)
        match value:
            case SuccessionKind():
                return quoted(value.label.lower())
            case Term():
                return value.label.lower()
            case Edtf():
                return in_words(value)
            case bool():
                return "yes" if value else "no"
            case str():
                field = field_of(model, name)
                said = field.form.in_words if field and field.form else None
                return said(value) if said else quoted(value)
        return str(value)

    def cite(self, citation: Citation) -> str:
        """A citation in words: the source's title, the place in it, and the source behind it."""
        where = locator_in_words(citation.at)
        via = f"after {self.title(citation.via)}" if citation.via else ""
        return ", ".join(words for words in (self.title(citation.source), where, via) if words)

    def cites(self, citations: list[Citation]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.cite(citation) for citation in citations))

    def claim(self, claim: Claim) -> str:
        """The value of a claim."""
        if claim.never:
            return "never"
        if claim.value is None:
            return quoted(claim.said or "")
        unit = f" {unit}" if (unit := getattr(claim, "unit", None)) else ""
        words = self.value(type(claim), claim.VALUE, claim.value)
        return f"{words}{unit}" if not isinstance(claim, Step) else f"{one_spaced(claim.act)}: {words}"

    def field(self, field: Readings[Any]) -> str:
        """A whole field: its steps, and its readings with the preferred one marked."""
        readings = [self.claim(r) + (" (preferred)" if r.because else "") for r in field.readings]
        steps = [self.claim(step) for step in field.steps] if isinstance(field, DateField) else []
        return "; ".join([*steps, *([" or ".join(readings)] if readings else [])])

    def part(self, part: Model) -> str:
        """What is worth saying of a part of an item that came or went as a whole."""
        said = [self.field(part)] if isinstance(part, Readings) else []
        said += [words for name in part.WORTH_SAYING if (words := self._worth_saying(part, name))]
        if getattr(part, "never", False):
            said.append("never")
        if isinstance(getattr(part, "date", None), DateField):
            said.append(self.field(part.date))  # type: ignore[attr-defined]
        if isinstance(part, Span | Name):
            said += self._span(part)
        return ", ".join(said)

    def _worth_saying(self, part: Model, name: str) -> str:
        """A field of a part in words; nothing of one that is empty, or that says what goes without saying."""
        value = getattr(part, name)
        if isinstance(value, list):
            named = joined([self.value(type(part), name, one) for one in value])
            return f"{word(type(part), name)} {named}" if value else ""
        usual = type(part).model_fields[name].default
        return self.value(type(part), name, value) if isinstance(value, Term) or value != usual else ""

    def _span(self, part: Span | Name) -> list[str]:
        ends = []
        for preposition, end in (("from", part.start), ("to", part.end)):
            if end is not None:
                words = in_words(end) if isinstance(end, Edtf) else self.field(end)
                if words == NOT_KNOWN:
                    words = "a day not known"
                ends.append(f"{preposition} {words}")
        return [" ".join(ends)] if ends else []
