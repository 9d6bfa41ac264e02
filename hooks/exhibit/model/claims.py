"""Claims: a value, who says so, and where; with the doubts, notes and negatives that go with it."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import Field, model_validator
from pydantic_core import core_schema

from exhibit.model.citation import Citation
from exhibit.model.dates import Edtf
from exhibit.model.numbers import LARGEST, Whole
from exhibit.model.part import Model
from exhibit.model.references import ACTORS, Quotation, Ref, Text
from exhibit.model.told import told
from exhibit.model.vocabulary import Bearing


class OneOrMore:
    """Marks a list for which an editor may also write one thing alone."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(
            lambda value: value if isinstance(value, list) else [value], handler(source)
        )

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        many = handler(schema)
        return {"anyOf": [many["items"], many]}


T = TypeVar("T")
Many = Annotated[list[T], OneOrMore()]
"""Every list of a file: one thing may stand for a list of one, without brackets or dash."""

Citations = Many[Citation]


class Cited(Model):
    """Anything that rests on sources.

    cite: the sources; where it is missing, those of the part around it hold.
    said: the source's own term, where it lies outside our vocabulary.
    doubt: how a sentence can be read two ways, or why it is not to be relied on.
    note: what a reader should know besides.
    as_of: the day up to which this is known to hold.
    """

    INHERITS: ClassVar[bool] = True
    """Whether the citations of the part around it hold for it too."""

    cite: Citations = told(
        "Who says so: the id of a source, with the place in it after #. It holds for all parts inside that have none.",
        "'gazette#37'",
        default=[],
        word="citation",
    )
    said: Text | None = told(
        "The source's own word, where it lies outside our vocabulary.",
        "founding member",
        default=None,
        word="the source’s own term",
    )
    doubt: Text | None = told(
        "How the sentence can be read in two ways, or why it is not to be relied on.",
        "the report names no day",
        default=None,
    )
    note: Text | None = told(
        "What a reader should know besides.",
        "the report gives the local date",
        default=None,
        label="Note",
        row=False,
    )
    as_of: Edtf | None = told(
        "The day up to which this is known to hold.",
        "2026-06",
        default=None,
        word="date up to which it is known",
    )


class Claim(Cited):
    """One reading of a field: the value and who says so.

    because: why this reading is preferred to its rivals, in one sentence.
    never: a cited negative (was never founded, did not sign).
    inferred: that the value is the exhibit's own, drawn from what the sources cited say, and how; no source is
    then made to say it.
    quote: a phrase of the one source that is cited, word for word; the value is in words of our own.
    """

    VALUE: ClassVar[str] = ""
    because: Text | None = told(
        "Why this reading is preferred to its rivals, in one sentence; at most one reading has it.",
        "the treaty itself gives the day",
        default=None,
        word="reason for preferring it",
        after="doubt",
    )
    never: bool = told(
        "true for a negative: it never happened, and a source says so.", "true", default=False, word="denial"
    )
    inferred: Text | None = told(
        "How the exhibit comes to it, in one sentence, where no source cited says so itself.",
        "the memoir speaks of the Union as of a thing of the past",
        default=None,
        word="inference",
        after="because",
    )
    quote: Quotation | None = told(
        "A phrase of the source, word for word, without quotation marks: two words at least, 300 characters at most.",
        "for the use of all who live by them",
        default=None,
        word="quotation",
    )

    @property
    def value(self) -> Any:
        """The value, or None where the claim is a negative."""
        return getattr(self, self.VALUE)

    @model_validator(mode="after")
    def _says_something(self) -> Claim:
        if self.value is None and self.quote and not self.said:
            raise ValueError(f"a quotation stands beside words of our own; add `{self.VALUE}`")
        if self.value is None and not self.never and not self.said:
            raise ValueError(f"a claim needs `{self.VALUE}`, `said` or `never: true`")
        if self.value is not None and self.never:
            raise ValueError(f"`never: true` cannot stand beside `{self.VALUE}`")
        return self


class DateClaim(Claim):
    """A date and who gives it."""

    VALUE: ClassVar[str] = "date"
    date: Edtf | None = told(
        "The date, no surer than the source gives it.", "1963-04-26", default=None, label="Date"
    )


class Step(DateClaim):
    """One act in a chain of acts (signed, ratified, in force): different acts are not rivals.

    act: what was done, in a few words.
    by: the treaty, meeting or event that did it.
    applies_to: for whom it holds, where not for all (``for:`` in YAML).
    counts: true on the step that stands for the whole where one date is needed.
    """

    act: Text = told("What was done, in a few words.", "Charter signed")
    by: Annotated[str, Ref(("treaties", "summits", "events"), "Acts done by it")] | None = told(
        "The treaty, meeting or event that did it.", "league-charter", default=None, after="date"
    )
    applies_to: Many[Annotated[str, Ref(ACTORS)]] = told(
        "For whom it holds, where not for all.",
        "[northland]",
        default=[],
        alias="for",
        word="for whom",
        after="by",
    )
    counts: bool = told(
        "true on the step that stands for the whole where one date is needed.",
        "true",
        default=False,
        word="step that stands for the whole",
        after="said",
    )


class PlaceClaim(Claim):
    """A place and who names it."""

    VALUE: ClassVar[str] = "place"
    place: Annotated[str, Ref(("places",), "What happened here")] | None = told(
        "The id of a file in data/places/.", "ford", default=None, label="Place"
    )


class TextClaim(Claim):
    """A statement in a few words and who makes it.

    stands: how other words bear on those that the exhibit goes by; without it they are rivals; why: the reason.
    """

    VALUE: ClassVar[str] = "text"
    text: Text | None = told("What is said, in a few words of our own.", "thirty member states", default=None)
    stands: Bearing | None = told(
        "How other words bear on those that the exhibit goes by; left out, they are rivals.",
        "less exact",
        default=None,
        word="bearing",
        after="said",
    )
    why: Text | None = told(
        "Why they stand so, in one sentence.",
        "the report rounds the length",
        default=None,
        word="reason for standing so",
        after="stands",
    )

    @model_validator(mode="after")
    def _says_why(self) -> TextClaim:
        if self.stands and not self.why:
            raise ValueError(
                f"`stands: {self.stands.value}` needs `why`: say in one sentence why it stands so"
            )
        return self


class NumberClaim(Claim):
    """A number (of participants, of states) and who gives it."""

    VALUE: ClassVar[str] = "counts"
    counts: Annotated[Whole, Field(ge=0, le=LARGEST)] | None = told(
        "The number.", "12", default=None, word="number"
    )
    unit: Text | None = told("What is counted.", "delegates", default=None)


class ActorClaim(Claim):
    """A state, organisation or person in a part (a depositary, say) and who says so."""

    VALUE: ClassVar[str] = "who"
    who: Annotated[str, Ref(ACTORS, "Depositary of")] | None = told(
        "The id of a country, organisation or person.", "northland", default=None
    )
