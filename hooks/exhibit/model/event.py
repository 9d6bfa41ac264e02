"""Events: speeches, proposals, statements, exercises, decisions and the like."""

from __future__ import annotations

from typing import Annotated

from exhibit.model import vocabulary as v
from exhibit.model.claims import Many
from exhibit.model.fields import DateField, NumberField, PlaceField, TextField
from exhibit.model.item import Item, told_summary, told_title
from exhibit.model.references import ACTORS, ANY, Ref, Text
from exhibit.model.summit import Attendance, told_attendance, told_participants
from exhibit.model.told import told


class Event(
    Item,
    collection="events",
    singular="event",
    plural="Events and statements",
    several="Events",
    page_order=("date", "place", "by", "text", "at"),
):
    """A speech, proposal, statement, exercise, decision or the like.

    by: who acted or spoke; office: as what (``as:`` in YAML); about: what it concerned;
    text: for a statement, what was said, in our words.
    """

    title: Text = told_title("Proposal for a conference on the rivers")
    summary: Text = told_summary("A president proposed to the states to meet in a conference.")
    kind: v.EventKind = told("What sort of event it is.", "speech", column=True)
    organisations: Many[Annotated[str, Ref(("organisations",), "Events")]] = told(
        "The organisations it concerns.",
        "league-of-rivers",
        default=[],
        word="organisations",
        label="Concerns",
        involves=True,
        subject=1,
    )
    date: DateField = told("When.", "1959-10-05", label="Date", when=1, event="")
    place: PlaceField | None = told(
        "Where: the id of a file in data/places/.", "ford", default=None, label="Place", where=True
    )
    by: Many[Annotated[str, Ref((*ACTORS, "sources"), "Acts, speeches and statements")]] = told(
        "Who acted or spoke: a person, country, organisation, or a source.",
        "ivan-rechnoy",
        default=[],
        label="By whom",
        involves=True,
        subject=3,
    )
    office: Text | None = told(
        "The office in which they acted or spoke.",
        "President of Northland",
        default=None,
        alias="as",
        word="acting as",
    )
    about: Many[Annotated[str, Ref(ANY, "Said or done about it")]] = told(
        "The items it concerned.", "[league-of-rivers]", default=[], label="About", involves=True, subject=2
    )
    at: Annotated[str, Ref(("summits", "events"), "On this occasion")] | None = told(
        "The meeting or event at which it happened.",
        "league-1968-ford",
        default=None,
        word="occasion",
        label="On the occasion of",
    )
    participants: Many[Attendance] = told_participants("[{who: [northland, southland]}]")
    attendance: NumberField | None = told_attendance("{counts: 4000, unit: soldiers}")
    text: TextField | None = told(
        "For a statement: what was said, in our own words; a phrase of the speaker's beside it, under `quote`.",
        "The rivers need a council of their own.",
        default=None,
        label="What was said",
    )
