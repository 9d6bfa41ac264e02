"""The item kinds: what an editor may write about a treaty, a meeting, a person and so on.

The words are the field's own. Each kind is one collection, a folder of data/; organisations, the
richest kind, have a module of their own.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from exhibit.model import vocabulary as v
from exhibit.model.claims import Cited, Model, OneOrMore
from exhibit.model.dates import Edtf
from exhibit.model.fields import ActorField, DateField, NumberField, PlaceField, TextField
from exhibit.model.institutions import Body, Organisation, PartOf, Spell, Succession
from exhibit.model.item import Item, Name, Seat, Span, Url
from exhibit.model.references import ACTORS, ANY, Ref, Text

__all__ = [
    "Action",
    "Attendance",
    "Body",
    "Country",
    "Event",
    "Item",
    "KINDS",
    "Name",
    "Office",
    "Organisation",
    "Paragraph",
    "PartOf",
    "Person",
    "Place",
    "Seat",
    "Source",
    "Span",
    "Spell",
    "Succession",
    "Summit",
    "Treaty",
]


class Action(Cited):
    """What states did towards a treaty, and when; without a date, on the treaty's own day."""

    who: Annotated[
        list[Annotated[str, Ref(ACTORS, "Treaties and documents")]],
        OneOrMore(),
        Field(min_length=1),
    ]
    act: v.TreatyAct
    date: DateField | None = None
    never: bool = False


class Treaty(Item):
    """Any agreed text: treaty, charter, declaration, act, protocol, programme and the like."""

    COLLECTION: ClassVar[str] = "treaties"
    SINGULAR: ClassVar[str] = "treaty"

    summary: Text
    type: v.TreatyType
    manner: v.Manner = v.Manner.SIGNATURE
    organisations: Annotated[
        list[Annotated[str, Ref(("organisations",), "Treaties and documents")]], OneOrMore()
    ] = []
    adopted_at: Annotated[str, Ref(("summits",), "Adopted or signed here")] | None = None
    place: PlaceField | None = None
    adopted: DateField | None = None
    signed: DateField | None = None
    in_force: DateField | None = None
    provisional: DateField | None = None
    registered: DateField | None = None
    ended: DateField | None = None
    adopted_by: TextField | None = None
    parties: list[Action] = []
    depositary: ActorField | None = None
    registration: TextField | None = None
    amends: Annotated[list[Annotated[str, Ref(("treaties",), "Amended or extended by")]], OneOrMore()] = []


class Attendance(Cited):
    """Who took part in a meeting, for whom, as what."""

    who: Annotated[
        list[Annotated[str, Ref(ACTORS, "Meetings attended")]],
        OneOrMore(),
        Field(min_length=1),
    ]
    by: Annotated[list[Annotated[str, Ref(("people",), "Meetings attended")]], OneOrMore()] = []
    role: v.Role = v.Role.PARTICIPANT


class Summit(Item):
    """A meeting of any level; pages print the level as its label."""

    COLLECTION: ClassVar[str] = "summits"
    SINGULAR: ClassVar[str] = "summit"

    summary: Text
    level: v.Level
    mode: v.Mode = v.Mode.IN_PERSON
    number: Annotated[int, Field(ge=1)] | None = None
    organisations: Annotated[
        list[Annotated[str, Ref(("organisations",), "Summits and meetings")]], OneOrMore()
    ] = []
    date: DateField
    place: PlaceField | None = None
    participants: list[Attendance] = []
    attendance: NumberField | None = None


class Event(Item):
    """A speech, proposal, statement, exercise, decision or the like.

    by: who acted or spoke; office: as what (``as:`` in YAML); about: what it concerned;
    text: for a statement, what was said, in our words.
    """

    COLLECTION: ClassVar[str] = "events"
    SINGULAR: ClassVar[str] = "event"

    summary: Text
    kind: v.EventKind
    organisations: Annotated[list[Annotated[str, Ref(("organisations",), "Events")]], OneOrMore()] = []
    date: DateField
    place: PlaceField | None = None
    by: Annotated[
        list[Annotated[str, Ref((*ACTORS, "sources"), "Acts, speeches and statements")]],
        OneOrMore(),
    ] = []
    office: Text | None = Field(default=None, alias="as")
    about: Annotated[list[Annotated[str, Ref(ANY, "Said or done about it")]], OneOrMore()] = []
    at: Annotated[str, Ref(("summits", "events"), "On this occasion")] | None = None
    participants: list[Attendance] = []
    attendance: NumberField | None = None
    text: TextField | None = None


class Office(Span):
    """An office somebody held: ``of`` a country or an organisation."""

    title: Text
    of: Annotated[str, Ref(("countries", "organisations"), "Offices held")] | None = None


class Person(Item):
    """A person whom the story names."""

    COLLECTION: ClassVar[str] = "people"
    SINGULAR: ClassVar[str] = "person"

    country: Annotated[str, Ref(("countries",), "People")] | None = None
    born: DateField | None = None
    died: DateField | None = None
    offices: list[Office] = []


class Country(Item):
    """A state or other entity that takes part, vanished states too.

    code: ISO 3166-1 alpha-2, where there is one.
    """

    COLLECTION: ClassVar[str] = "countries"
    SINGULAR: ClassVar[str] = "country"

    code: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None = None
    start: DateField | None = Field(default=None, alias="from")
    end: DateField | None = Field(default=None, alias="to")
    capital: list[Seat] = []
    succeeds: Annotated[list[Annotated[str, Ref(("countries",), "Later states")]], OneOrMore()] = []


class Place(Item):
    """A place with its point: latitude and longitude in degrees (WGS 84)."""

    COLLECTION: ClassVar[str] = "places"
    SINGULAR: ClassVar[str] = "place"

    country: Annotated[str, Ref(("countries",), "Places")] | None = None
    lat: Annotated[float, Field(ge=-90, le=90)] | None = None
    lon: Annotated[float, Field(ge=-180, le=180)] | None = None
    geonames: Annotated[int, Field(ge=1)] | None = None


class Paragraph(Model):
    """A paragraph of a source whose page prints no numbers: the words it opens with, to find it by.

    silent: why nothing is drawn from it, in a few words.
    """

    at: Annotated[int, Field(ge=1)]
    opens: Annotated[str, Field(min_length=1, max_length=80)]
    silent: Text | None = None


class Source(Item):
    """A publication that the exhibit cites, or that one of its sources cites.

    consulted: false where it is known only from another's footnote (then ``known_from``).
    last: the last locator there is, for checking (``80``, ``p40``).
    complete: true where every paragraph is accounted for: drawn from, or said to be ``silent`` in ``paragraphs``.
    """

    COLLECTION: ClassVar[str] = "sources"
    SINGULAR: ClassVar[str] = "source"

    type: v.SourceType
    tier: v.Tier | None = None
    title_en: Text | None = None
    authors: Annotated[list[Text], OneOrMore()] = []
    written_by: Annotated[
        list[Annotated[str, Ref(("people", "organisations", "countries"), "Writings")]],
        OneOrMore(),
    ] = []
    container: Text | None = None
    publisher: Text | None = None
    date: Edtf | None = None
    lang: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")] = "en"
    url: Url | None = None
    archive: Url | None = None
    where: Text | None = None
    read: Edtf | None = None
    consulted: bool = True
    known_from: Annotated[list[Annotated[str, Ref(("sources",))]], OneOrMore()] = []
    perspective: Text | None = None
    last: Annotated[list[Annotated[str, Field(pattern=r"^(p|art|s)?[0-9]+$")]], OneOrMore()] = []
    complete: bool = False
    paragraphs: list[Paragraph] = []

    def opening(self, at: str | None) -> str:
        """The words that the paragraph of a locator opens with, where they are known."""
        first = (at or "").partition("-")[0]
        return next((p.opens for p in self.paragraphs if str(p.at) == first), "")


KINDS: dict[str, type[Item]] = {
    kind.COLLECTION: kind for kind in (Organisation, Treaty, Summit, Event, Person, Country, Place, Source)
}
"""The kind of each collection, in the order of COLLECTIONS."""
