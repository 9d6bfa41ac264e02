"""The item kinds: what an editor may write about an organisation, a treaty, a meeting and so on.

The words are the field's own. Each class is one collection, a folder of data/.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from exhibit.dates import Edtf
from exhibit.model import vocabulary as v
from exhibit.model.fields import (
    ActorField,
    Cited,
    DateField,
    Model,
    NumberField,
    OneOrMore,
    PlaceField,
    Point,
    Refs,
    TextField,
)
from exhibit.model.references import ACTORS, ANY, Prose, Ref, Slug, Text

Actors = Annotated[list[Annotated[str, Ref(ACTORS)]], OneOrMore()]
Url = Annotated[str, Field(pattern=r"^https?://[^\s<>\"'\\^`{|}]+$", max_length=2000)]


class Name(Cited):
    """A name: with language (BCP 47), script (ISO 15924) and span of use.

    A plain name needs no citation; one that has ``cite`` is that source's claim.
    """

    INHERITS: ClassVar[bool] = False

    text: Text
    lang: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")] = "en"
    script: Annotated[str, Field(pattern=r"^[A-Z][a-z]{3}$")] | None = None
    kind: v.NameKind = v.NameKind.VARIANT
    start: Edtf | None = Field(default=None, alias="from")
    end: Edtf | None = Field(default=None, alias="to")


class Item(Cited):
    """What every item has.

    title: the name the exhibit uses. summary: one plain sentence for lists.
    account: the story in prose. points: further statements, each with its sources.
    aliases: earlier ids, which redirect.
    """

    COLLECTION: ClassVar[str] = ""
    SINGULAR: ClassVar[str] = ""

    id: str
    title: Text
    names: list[Name] = []
    summary: Text | None = None
    account: Prose | None = None
    points: list[Point] = []
    see: Refs = []
    wikidata: Annotated[str, Field(pattern=r"^Q[1-9][0-9]*$")] | None = None
    aliases: list[Slug] = []

    @property
    def short(self) -> str:
        """The English abbreviation without a citation of its own, or the title."""
        for name in self.names:
            if name.kind is v.NameKind.SHORT and name.lang == "en" and not name.cite and not name.end:
                return name.text
        return self.title


class Span(Cited):
    """A half-open span [from, to): from is in, to is the first day out."""

    start: DateField | None = Field(default=None, alias="from")
    end: DateField | None = Field(default=None, alias="to")


class Seat(Span):
    """Where a body, an organisation or a state had its seat."""

    place: Annotated[str, Ref(("places",), "Seat of")]


class Spell(Span):
    """Who belonged to an organisation, as what, from when to when.

    opened_by, closed_by: the act that opened or closed the spell.
    """

    who: Annotated[list[Annotated[str, Ref(ACTORS, "Memberships")]], OneOrMore(), Field(min_length=1)]
    status: v.Status
    never: bool = False
    opened_by: Annotated[str, Ref(("treaties", "summits", "events"), "Opened memberships")] | None = None
    closed_by: Annotated[str, Ref(("treaties", "summits", "events"), "Closed memberships")] | None = None


class Body(Cited):
    """A body nested in its organisation, reached as ``[[sco#rats]]``."""

    id: Slug
    title: Text
    kind: v.BodyKind
    names: list[Name] = []
    founded: DateField | None = None
    ended: DateField | None = None
    seat: list[Seat] = []
    points: list[Point] = []
    account: Prose | None = None


class Succession(Cited):
    """From which earlier institution this one descends, how, when and by which act."""

    organisation: Annotated[str, Ref(("organisations",), "Led to")]
    how: v.SuccessionKind
    date: DateField | None = None
    by: Annotated[str, Ref(("treaties", "summits", "events"), "Successions that rest on it")] | None = None


class PartOf(Span):
    """The larger organisation this one was nested in, and when. Nesting is not succession."""

    organisation: Annotated[str, Ref(("organisations",), "Parts")]


class Organisation(Item):
    """An organisation, forum, treaty regime, or one that stayed an idea."""

    COLLECTION: ClassVar[str] = "organisations"
    SINGULAR: ClassVar[str] = "organisation"

    summary: Text
    stage: v.Stage
    sphere: v.Sphere
    proposed: DateField | None = None
    founded: DateField | None = None
    ended: DateField | None = None
    founded_by: Annotated[list[Annotated[str, Ref(("treaties", "summits"), "Founded")]], OneOrMore()] = []
    seat: list[Seat] = []
    members: list[Spell] = []
    bodies: list[Body] = []
    succeeds: list[Succession] = []
    part_of: list[PartOf] = []


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
