"""Organisations: how far they came, who belonged to them and when, their bodies and their descent."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from exhibit.model import vocabulary as v
from exhibit.model.claims import Cited, OneOrMore
from exhibit.model.fields import DateField, Point
from exhibit.model.item import Item, Name, Seat, Span
from exhibit.model.references import ACTORS, Prose, Ref, Slug, Text


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
    """A body nested in its organisation, reached as ``[[league#office]]``."""

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
    """An organisation, forum, treaty regime, or one that stayed an idea.

    members_in_part: true where only the states of the story are listed, not all members; such an
    organisation is left out of comparisons and of the matrix.
    """

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
    members_in_part: bool = False
    bodies: list[Body] = []
    succeeds: list[Succession] = []
    part_of: list[PartOf] = []
