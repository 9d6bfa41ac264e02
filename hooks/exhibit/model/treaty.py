"""Treaties: any agreed text, and what states did towards it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from exhibit.model import vocabulary as v
from exhibit.model.claims import Cited, Many
from exhibit.model.declared import label
from exhibit.model.fields import ActorField, DateField, PlaceField, TextField
from exhibit.model.item import Item, told_summary, told_title
from exhibit.model.part import Keys
from exhibit.model.references import ACTORS, Ref, Text
from exhibit.model.told import told


class Action(Cited):
    """What states did towards a treaty, and when; without a date, on the treaty's own day."""

    SPEAKS_OF: ClassVar[str] = "who"
    STAKE: ClassVar[v.Stake | None] = v.Stake.FORCE
    MATCHED_BY: ClassVar[Keys] = (("who", "act", "never"), ("who", "act"))

    who: Annotated[
        Many[Annotated[str, Ref(ACTORS, "Treaties and documents")]],
        Field(min_length=1),
    ] = told(
        "The states, organisations or people that did it.",
        "[northland, southland]",
        label="State",
        word="who",
    )
    act: v.TreatyAct = told("What they did towards the treaty.", "ratified", label="Act")
    date: DateField | None = told(
        "When; left out, it is the treaty's own day.", "1977-02-17", default=None, label="Date"
    )
    never: bool = told("true for a cited negative: they did not do it.", "true", default=False, word="denial")

    @property
    def signs(self) -> bool:
        """Whether it is a signature, whose day is the text's own where none is told."""
        return self.act is v.TreatyAct.SIGNED and not self.never

    def called(self, named: str) -> str:
        return f"{self.act.of} {named}"

    @property
    def in_change(self) -> str:
        return self.act.of


class Treaty(
    Item,
    collection="treaties",
    singular="treaty",
    plural="Treaties and documents",
    several="Documents",
    joined=("Signed or joined", "joined"),
    page_order=(
        "adopted",
        "signed",
        "adopted_at",
        "place",
        "adopted_by",
        "provisional",
        "in_force",
        "registered",
        "registration",
        "depositary",
        "ended",
    ),
):
    """Any agreed text: treaty, charter, declaration, act, protocol, programme and the like."""

    title: Text = told_title("Charter of the League of Rivers")
    summary: Text = told_summary("The text on which the organisation rests.")
    type: v.TreatyType = told("The form of the text.", "charter", word="form", column=True)
    manner: v.Manner = told(
        "How it came to be agreed; by signature where it is left out.",
        "consensus",
        default=v.Manner.SIGNATURE,
        word="manner of agreement",
    )
    organisations: Many[Annotated[str, Ref(("organisations",), "Treaties and documents")]] = told(
        "The organisations it belongs to.",
        "league-of-rivers",
        default=[],
        word="organisations",
        label="Belongs to",
        involves=True,
        subject=1,
    )
    adopted_at: Annotated[str, Ref(("summits",), "Adopted or signed here")] | None = told(
        "The meeting that adopted it, from which it takes its date and place.",
        "league-1969-delta",
        default=None,
        word="meeting that adopted it",
        label="Agreed at",
        when=3,
        where=True,
    )
    place: PlaceField | None = told(
        "Where, unless it was where the meeting was.",
        "ford",
        default=None,
        label="Place",
        where=True,
    )
    adopted: DateField | None = told(
        "When it was adopted, if not on the day of the meeting.",
        "1969-06-07",
        default=None,
        label="Adopted",
        when=2,
        event="Adopted",
    )
    signed: DateField | None = told(
        "When it was signed.", "1969-06-07", default=None, label="Signed", when=1, event="Signed"
    )
    in_force: DateField | None = told(
        "When it came into force.",
        "1970-09-19",
        default=None,
        label="Entry into force",
        stake=v.Stake.FORCE,
        when=4,
        event="Entered into force",
    )
    provisional: DateField | None = told(
        "From when it was applied provisionally.",
        "1969-06-07",
        default=None,
        label="Provisional application",
        stake=v.Stake.FORCE,
        event="Applied provisionally",
    )
    registered: DateField | None = told(
        "When it was registered with the United Nations.",
        "1971-05-01",
        default=None,
        label="Registered",
        event="Registered",
    )
    ended: DateField | None = told(
        "When it ceased to be in force.",
        "2014-12-31",
        default=None,
        label="Ended",
        event="Ended",
        stake=v.Stake.FORCE,
    )
    adopted_by: TextField | None = told(
        "Who adopted it, in words.", "the heads of state", default=None, label="Adopted by"
    )
    parties: Many[Action] = told(
        "What states did towards it; without a date, on the treaty's own day.",
        "[{who: [northland, southland], act: signed, cite: 'gazette#42'}]",
        default=[],
        word="acts of parties",
        label="Parties",
        row=False,
        involves=True,
    )
    depositary: ActorField | None = told(
        "Who keeps the original.", "northland", default=None, label="Depositary"
    )
    registration: TextField | None = told(
        "Its number in a treaty series.", "Treaty Series 12, no. 345", default=None, label="Registration"
    )
    amends: Many[Annotated[str, Ref(("treaties",), "Amended or extended by")]] = told(
        "The treaties it amends or extends.",
        "league-charter",
        default=[],
        word="amends",
        label="Amends or extends",
    )

    @property
    def agreed(self) -> str:
        """What was done on the day of the text: it was signed, or adopted without signatures."""
        by_signature = self.signed or (not self.adopted and self.manner is v.Manner.SIGNATURE)
        return label(type(self), "signed" if by_signature else "adopted")

    def joining(self) -> Iterator[str]:
        """Who signed or otherwise joined it, as far as the exhibit records it."""
        for action in self.parties:
            if action.act.joins and not action.never:
                yield from action.who
