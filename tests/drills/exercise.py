"""A kind of item that the exhibit does not have: a joint military exercise. Its class is all that says it."""

from __future__ import annotations

from typing import Annotated

from exhibit.model.claims import Many
from exhibit.model.fields import DateField, NumberField, PlaceField
from exhibit.model.item import Item, told_summary
from exhibit.model.references import Ref, Text
from exhibit.model.summit import Attendance
from exhibit.model.told import told
from exhibit.model.vocabulary import Term


class Terrain(Term):
    """Where forces trained."""

    LAND = "land", "On land", "on land alone"
    WATER = "water", "On water", "on rivers and lakes"


class Exercise(
    Item, collection="exercises", singular="exercise", plural="Joint exercises", found_by_name=True
):
    """Forces of several states training together."""

    summary: Text = told_summary("Three states trained on the river.")
    terrain: Terrain = told("Where they trained.", "land", column=True)
    organisations: Many[Annotated[str, Ref(("organisations",), "Joint exercises")]] = told(
        "Whose exercise it was.", "league-of-rivers", default=[], label="Of", involves=True
    )
    date: DateField = told("When.", "2005-08-18/2005-08-25", label="Date", when=1, event="")
    place: PlaceField | None = told("Where.", "ford", default=None, label="Place", where=True, column=True)
    participants: Many[Attendance] = told(
        "Who took part.", "[{who: [northland, southland]}]", default=[], involves=True
    )
    forces: NumberField | None = told(
        "How many took part.", "{counts: 10000, unit: soldiers}", default=None, label="Forces"
    )
