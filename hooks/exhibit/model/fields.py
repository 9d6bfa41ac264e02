"""Fields that carry claims: a value, a claim, or readings that stand side by side.

An editor may write a date as ``1963-04-26``, as a claim ``{date: 1963-04-26, cite: treaty-series}`` or
as ``readings:`` with a list of claims. All three are brought to one shape here: a field with a
list of claims. Only dates may also have ``steps:`` (a chain of acts that are not rivals).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Generic, TypeVar, get_args

from pydantic import Field, model_validator

from exhibit.model.claims import ActorClaim, Claim, DateClaim, Many, NumberClaim, PlaceClaim, Step, TextClaim
from exhibit.model.part import Keys, Model
from exhibit.model.references import ANY, Ref, Text
from exhibit.model.told import told
from exhibit.model.vocabulary import Stake

C = TypeVar("C", bound=Claim)


class Readings(Model, Generic[C]):
    """A field as the exhibit keeps it: one claim or several; at most one is preferred."""

    STAKE: ClassVar[Stake | None] = Stake.WORDS

    readings: Annotated[Many[C], Field(min_length=1)] = told(
        "What the sources say of it side by side, where they disagree.",
        "[{date: 1963-04-26, cite: treaty-series}, {date: 1963-04, cite: 'gazette#37'}]",
        word="answer",
    )

    @model_validator(mode="before")
    @classmethod
    def _from_value_or_claim(cls, value: Any) -> Any:
        if isinstance(value, dict):
            return value if "readings" in value or "steps" in value else {"readings": [value]}
        return {"readings": [{cls.claim_model().VALUE: value}]}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        """The three forms an editor may write: the value alone, one claim, or readings."""
        whole = handler.resolve_ref_schema(handler(schema))
        claim = whole["properties"]["readings"]["items"]
        forms: list[Any] = [{"type": ["string", "number"]}, claim, whole]
        return {"anyOf": forms[1:] if issubclass(cls, Point) else forms}

    @classmethod
    def claim_model(cls) -> type[Claim]:
        """What its readings are."""
        claim: type[Claim] = get_args(cls.model_fields["readings"].annotation)[0]
        return claim

    @model_validator(mode="after")
    def _one_preferred(self) -> Readings[C]:
        if sum(1 for reading in self.readings if reading.because) > 1:
            raise ValueError("only one reading can be preferred: `because` stands on several; keep it on one")
        return self

    def claims(self) -> Iterator[Claim]:
        """Every claim of the field, in the order written."""
        yield from self.readings


class DateField(Readings[DateClaim]):
    """A date as readings, as steps, or both (readings of the whole beside the chain of acts)."""

    STAKE: ClassVar[Stake | None] = Stake.DAY

    steps: Many[Step] = told(
        "A chain of different acts, which are not rivals: signed, ratified, in force.",
        "[{act: Charter signed, date: 1969-06-07, by: league-charter, cite: 'gazette#42'}]",
        default=[],
        word="step",
    )
    readings: Many[DateClaim] = told(
        "What the sources say of it side by side, where they disagree.",
        "[{date: 1963-04-26, cite: treaty-series}, {date: 1963-04, cite: 'gazette#37'}]",
        default=[],
        word="answer",
    )

    @model_validator(mode="after")
    def _has_something(self) -> DateField:
        if not self.readings and not self.steps:
            raise ValueError("no reading and no step; give a date or delete the field")
        if sum(1 for step in self.steps if step.counts) > 1:
            raise ValueError("only one step can have `counts: true`; keep it on one")
        return self

    def claims(self) -> Iterator[Claim]:
        """Every claim of the field: the steps, then the readings."""
        yield from self.steps
        yield from self.readings


class PlaceField(Readings[PlaceClaim]):
    """Where something happened."""

    STAKE: ClassVar[Stake | None] = Stake.PLACE

    readings: Annotated[Many[PlaceClaim], Field(min_length=1)] = told(
        "The places that the sources name, side by side, where they disagree.",
        "[{place: ford, cite: treaty-series}, {place: delta, cite: 'gazette#37'}]",
        word="answer",
    )


class TextField(Readings[TextClaim]):
    """What is said of something."""

    readings: Annotated[Many[TextClaim], Field(min_length=1)] = told(
        "What the sources say of it side by side, where they disagree.",
        "[{text: 700 km, cite: treaty-series}, {text: 900 km, cite: 'gazette#37'}]",
        word="answer",
    )


class NumberField(Readings[NumberClaim]):
    """How many."""

    readings: Annotated[Many[NumberClaim], Field(min_length=1)] = told(
        "The numbers that the sources give, side by side, where they disagree.",
        "[{counts: 12, cite: treaty-series}, {counts: 28, unit: delegates, cite: 'gazette#37'}]",
        word="answer",
    )


class ActorField(Readings[ActorClaim]):
    """Who."""

    readings: Annotated[Many[ActorClaim], Field(min_length=1)] = told(
        "Whom the sources name, side by side, where they disagree.",
        "[{who: northland, cite: treaty-series}, {who: southland, cite: 'gazette#37'}]",
        word="answer",
    )


class Point(TextField):
    """Any further statement about an item: what it is about, and its readings.

    about: a label of a few words ("length of the shared borders").
    """

    MATCHED_BY: ClassVar[Keys] = (("about",), ("readings",))

    about: Text = told("What the statement is about, in a few words.", "length of the shared borders")

    @model_validator(mode="before")
    @classmethod
    def _from_value_or_claim(cls, value: Any) -> Any:
        if not isinstance(value, dict) or "readings" in value:
            return value
        claim = {k: v for k, v in value.items() if k != "about"}
        return {"readings": [claim]} | ({"about": value["about"]} if "about" in value else {})

    @property
    def in_change(self) -> str:
        return self.about


Refs = Many[Annotated[str, Ref(ANY, "See also")]]
