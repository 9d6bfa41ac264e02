"""Organisations: how far they came, who belonged to them and when, their bodies and their descent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from exhibit.model import vocabulary as v
from exhibit.model.claims import Cited, Many
from exhibit.model.fields import DateField, Point
from exhibit.model.forms import Slug
from exhibit.model.item import Item, Name, Seat, Span, told_summary, told_title
from exhibit.model.part import Keys
from exhibit.model.references import ACTORS, Prose, Ref, Text
from exhibit.model.told import told


class Spell(Span):
    """Who belonged to an organisation, as what, from when to when.

    opened_by, closed_by: the act that opened or closed the spell.
    """

    SPEAKS_OF: ClassVar[str] = "who"
    STAKE: ClassVar[v.Stake | None] = v.Stake.MEMBERSHIP
    MATCHED_BY: ClassVar[Keys] = (
        ("who", "status", "never", "start"),
        ("who", "status", "never"),
        ("who", "never", "start"),
    )

    who: Annotated[Many[Annotated[str, Ref(ACTORS, "Memberships")]], Field(min_length=1)] = told(
        "The states, organisations or people it holds for.",
        "[northland, southland]",
        label="State",
        word="who",
    )
    status: v.Status = told(
        "What they are to the organisation in this time.", "member", label="Status", word="status"
    )
    never: bool = told(
        "true for a cited negative: they never had this status.",
        "true",
        default=False,
        word="denial",
        after="closed_by",
    )
    opened_by: Annotated[str, Ref(("treaties", "summits", "events"), "Memberships it began")] | None = told(
        "The treaty, meeting or event that opened it.",
        "league-charter",
        default=None,
        word="act that opened it",
        after="to",
    )
    closed_by: Annotated[str, Ref(("treaties", "summits", "events"), "Memberships it ended")] | None = told(
        "The treaty, meeting or event that closed it.",
        "westland-suspension-1979",
        default=None,
        word="act that closed it",
        after="opened_by",
    )

    def called(self, named: str) -> str:
        return f"{self.status.of} {named}"

    @property
    def in_change(self) -> str:
        return self.status.of


class Body(Cited):
    """A body nested in its organisation, reached as ``[[league#office]]``."""

    MATCHED_BY: ClassVar[Keys] = (("id",), ("title",))
    WORTH_SAYING: ClassVar[tuple[str, ...]] = ("kind",)

    id: Slug = told(
        "A short name; the body is reached as [[organisation#name]].", "secretariat", word="page address"
    )
    title: Text = told("What it is called.", "Secretariat")
    names: Many[Name] = told(
        "Its names in other languages, and abbreviations.",
        "[{text: SLR, kind: short}]",
        default=[],
        word="name",
        label="Names",
    )
    kind: v.BodyKind = told("What sort of body it is.", "secretariat", label="Kind")
    founded: DateField | None = told("When it was founded.", "1971-01", default=None, label="Set up")
    ended: DateField | None = told("When it ended.", "2014-12-31", default=None, label="Ended")
    seat: Many[Seat] = told(
        "Where it has its seat.", "[{place: ford, cite: 'gazette#42'}]", default=[], label="Seat"
    )
    points: Many[Point] = told(
        "Further statements about it.",
        "[{about: staff, text: thirty, cite: 'gazette#42'}]",
        default=[],
        word="further statement",
    )
    account: Prose | None = told(
        "Its story in prose.",
        "The office opened in [[ford]] [@gazette#42].",
        default=None,
        after="as_of",
    )

    def called(self, named: str) -> str:
        return self.title

    @property
    def in_change(self) -> str:
        return f"body “{self.title}”"


class Succession(Cited):
    """From which earlier institution this one descends, how, when and by which act."""

    SPEAKS_OF: ClassVar[str] = "organisation"
    STAKE: ClassVar[v.Stake | None] = v.Stake.ORIGIN
    MATCHED_BY: ClassVar[Keys] = (("organisation", "how"), ("organisation",))

    organisation: Annotated[str, Ref(("organisations",), "Led to")] = told(
        "The earlier organisation.", "river-pact"
    )
    how: v.SuccessionKind = told("How this one descends from it.", "transformed", word="kind of descent")
    date: DateField | None = told("When.", "1968-06-15", default=None, label="Date")
    by: Annotated[str, Ref(("treaties", "summits", "events"), "Successions it brought about")] | None = told(
        "The treaty, meeting or event that did it.", "league-declaration", default=None
    )

    def called(self, named: str) -> str:
        return f"{self.how.label} {named}"

    @property
    def in_change(self) -> str:
        return "descent from"


class PartOf(Span):
    """The larger organisation this one was nested in, and when. Nesting is not succession."""

    SPEAKS_OF: ClassVar[str] = "organisation"
    MATCHED_BY: ClassVar[Keys] = (("organisation", "start"), ("organisation",))

    organisation: Annotated[str, Ref(("organisations",), "Parts")] = told(
        "The larger organisation it was nested in.", "world-union"
    )

    def called(self, named: str) -> str:
        return f"Part of {named}"

    @property
    def in_change(self) -> str:
        return "place within"


class Organisation(
    Item,
    collection="organisations",
    singular="organisation",
    plural="Organisations",
    entries="Organisations founded and ended",
    lane="Founded and ended",
    found_by_name=True,
):
    """An organisation, forum, treaty regime, or one that stayed an idea.

    members_in_part: true where only the states of the story are listed, not all members; such an
    organisation is left out of comparisons and of the matrix.
    """

    title: Text = told_title("League of Rivers")
    summary: Text = told_summary("Six states that work together on the use of their rivers.")
    stage: v.Stage = told(
        "How far it ever came.", "organisation", column=True, label="Stage", row=False, word="stage"
    )
    sphere: v.Sphere = told(
        "What it is mainly for.", "security", label="Mainly for", row=False, word="sphere"
    )
    proposed: DateField | None = told(
        "When it was proposed.",
        "1959-10-05",
        default=None,
        label="Proposed",
        when=2,
        event="Proposed",
        stake=v.Stake.ORIGIN,
    )
    founded: DateField | None = told(
        "When it was founded; a chain of acts as `steps`.",
        "1968-06-15",
        default=None,
        label="Founded",
        when=1,
        stake=v.Stake.ORIGIN,
        event="Founded",
    )
    ended: DateField | None = told(
        "When it ended.", "2014-12-31", default=None, label="Ended", event="Ended", stake=v.Stake.ORIGIN
    )
    founded_by: Many[Annotated[str, Ref(("treaties", "summits"), "Founded by it")]] = told(
        "The treaties or meetings that founded it.", "league-declaration", default=[], label="Founded by"
    )
    seat: Many[Seat] = told(
        "Where it has its seat.", "[{place: ford, cite: 'gazette#42'}]", default=[], label="Seat"
    )
    members: Many[Spell] = told(
        "Who belonged to it, as what, from when to when.",
        "[{who: [northland, southland], status: member, from: 1968-06-15, cite: 'gazette#41'}]",
        default=[],
        word="membership",
    )
    members_in_part: bool = told(
        "true where not all members are listed, only the states of the story.",
        "true",
        default=False,
        word="only some members listed",
    )
    bodies: Many[Body] = told(
        "Its council, secretariat, centres.",
        "[{id: secretariat, title: Secretariat, kind: secretariat}]",
        default=[],
        word="body",
    )
    succeeds: Many[Succession] = told(
        "Earlier organisations it descends from, and how.",
        "[{organisation: river-pact, how: transformed, date: 1968-06-15, cite: 'gazette#41'}]",
        default=[],
        word="descent",
        label="Descent",
        row=False,
    )
    part_of: Many[PartOf] = told(
        "The larger organisation it was nested in.",
        "[{organisation: world-union, from: 1959-05-15}]",
        default=[],
        word="larger organisation",
        label="Part of",
    )

    @classmethod
    def needed(cls, given: Mapping[str, list[str]]) -> list[str]:
        """What was founded says when."""
        stage = next((stage for stage in v.Stage if [stage.value] == given.get("stage")), None)
        return ["founded"] if stage and stage.founding == "needed" else []
