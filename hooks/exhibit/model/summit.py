"""Meetings of any level, and who took part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import Field

from exhibit.model import vocabulary as v
from exhibit.model.claims import Cited, Many
from exhibit.model.fields import DateField, NumberField, PlaceField
from exhibit.model.item import Item, told_summary
from exhibit.model.numbers import LARGEST, Whole
from exhibit.model.part import Keys
from exhibit.model.references import ACTORS, Ref, Text
from exhibit.model.told import told


class Attendance(Cited):
    """Who took part in a meeting, for whom, as what."""

    SPEAKS_OF: ClassVar[str] = "who"
    MATCHED_BY: ClassVar[Keys] = (("who", "role"), ("who",))
    WORTH_SAYING: ClassVar[tuple[str, ...]] = ("role", "by")

    who: Annotated[
        Many[Annotated[str, Ref(ACTORS, "Meetings attended")]],
        Field(min_length=1),
    ] = told("The countries, organisations or people.", "northland", label="Who")
    by: Many[Annotated[str, Ref(("people",), "Meetings attended")]] = told(
        "The people who came for them.", "ivan-rechnoy", default=[], label="Represented by", word="by"
    )
    role: v.Role = told(
        "The part they took; participant where it is left out.",
        "chair",
        default=v.Role.PARTICIPANT,
        label="Role",
        word="role",
    )

    def called(self, named: str) -> str:
        return f"participation of {named}"

    @property
    def in_change(self) -> str:
        return "participation of"


def told_participants(example: str) -> Any:
    """Declare who took part, which is told of every kind in the same words."""
    return told(
        "Who took part, for whom, as what.",
        example,
        default=[],
        word="participation",
        label="Participants",
        row=False,
        involves=True,
    )


def told_attendance(example: str) -> Any:
    """Declare how many took part."""
    return told("How many took part.", example, default=None, label="Number of participants")


class Summit(
    Item,
    collection="summits",
    singular="summit",
    plural="Summits and meetings",
    several="Meetings",
    page_order=("date", "place"),
    joined=("Meetings attended", "attended"),
    hosted="Meetings hosted",
):
    """A meeting of any level; pages print the level as its label."""

    summary: Text = told_summary("Six states met at Ford and founded the League.")
    level: v.Level = told("Who met.", "heads of state", column=True)
    mode: v.Mode = told(
        "How they met; in person where it is left out.",
        "video",
        default=v.Mode.IN_PERSON,
        word="how it was held",
    )
    number: Annotated[Whole, Field(ge=1, le=LARGEST)] | None = told(
        "Its number among the meetings of its kind.", "2", default=None
    )
    organisations: Many[Annotated[str, Ref(("organisations",), "Summits and meetings")]] = told(
        "The organisations whose meeting it was.",
        "league-of-rivers",
        default=[],
        word="organisations",
        label="Meeting of",
        involves=True,
        subject=1,
    )
    date: DateField = told(
        "When: a day, or first day/last day.", "1968-06-14/1968-06-15", label="Date", when=1, event=""
    )
    place: PlaceField | None = told(
        "Where: the id of a file in data/places/.",
        "ford",
        default=None,
        label="Place",
        where=True,
        column=True,
    )
    participants: Many[Attendance] = told_participants("[{who: northland, by: ivan-rechnoy}]")
    attendance: NumberField | None = told_attendance("{counts: 12, unit: delegations}")

    def joining(self) -> Iterator[str]:
        """Who was there, as far as the exhibit records it."""
        for part in self.participants:
            if part.role.came:
                yield from part.who
