"""Terms of organisations: how far they came, what they are for, how they descend, what bodies they have."""

from __future__ import annotations

from typing import Literal

from exhibit.model.term import Term, term


class Stage(Term):
    """How far an organisation ever came; what was never founded has no founding.

    founding: whether its founding must be told, may be, or cannot be; stands: how a page says that one stands today, or
    that it never did.
    """

    founding: Literal["needed", "open", "never"]
    stands: str

    IDEA = term(
        "idea", "Idea", "was spoken of only; nobody drew it up", founding="never", stands="Never founded"
    )
    PROPOSAL = term(
        "proposal",
        "Proposal",
        "was put forward formally, but not agreed",
        founding="never",
        stands="Never founded",
    )
    FORUM = term("forum", "Forum", "meets without a founding treaty", stands="Still meets")
    TREATY_REGIME = term(
        "treaty regime",
        "Treaty regime",
        "rests on a treaty without an organisation of its own",
        stands="In force",
    )
    ORGANISATION = term("organisation", "Organisation", "was founded and exists")
    ENDED = term("ended", "Ended", "was founded and has come to an end")
    CONTEXT = term(
        "context", "Wider setting", "lies outside the story and is kept to explain it", founding="open"
    )

    def told(
        self, *, founding: Literal["needed", "open", "never"] = "needed", stands: str = "In existence"
    ) -> None:
        self.founding, self.stands = founding, stands


class Sphere(Term):
    """What an organisation is mainly for."""

    SECURITY = "security", "Security", "peace, borders, defence"
    ECONOMY = "economy", "Economy", "trade, customs, transport"
    GENERAL = "general", "General", "both, or politics at large"


class SuccessionKind(Term):
    """How a later institution descends from an earlier one (design: typed succession).

    letter: that tells it in the picture, whatever the colours; into: its label the other way round, before the later
    institution; same: whether the institution is still the same;
    descends: whether it is a link in a line of descent; legal: whether anything legal ties the two.
    """

    letter: str
    into: str
    same: bool
    descends: bool
    legal: bool

    RENAMED = term(
        "renamed",
        "Renamed from",
        "the same institution under another name",
        letter="R",
        into="Renamed",
        same=True,
    )
    TRANSFORMED = term(
        "transformed",
        "Transformed from",
        "the same institution made into another sort",
        letter="T",
        into="Transformed into",
        same=True,
    )
    SUCCEEDED = term(
        "succeeded", "Successor of", "took over rights and duties", letter="S", into="Succeeded by"
    )
    REPLACED = term(
        "replaced", "Replaced", "came instead, without taking over", letter="P", into="Replaced by"
    )
    ABSORBED = term("absorbed", "Absorbed", "took the other one in", letter="A", into="Absorbed by")
    SET_UP_WITHIN = term(
        "set up within",
        "Set up within",
        "was founded inside the other one",
        letter="W",
        into="Within it was set up",
    )
    EXTENDED = term(
        "extended", "Extends", "the same with more states or tasks", letter="E", into="Extended by"
    )
    IDEA_OF = term(
        "idea of",
        "Takes up the idea of",
        "takes up its idea only",
        letter="I",
        into="Its idea was taken up by",
        descends=False,
    )
    NO_LEGAL_LINK = term(
        "no legal link",
        "Later than, without a legal link to",
        "came later, and nothing legal ties the two",
        letter="N",
        into="Later, without a legal link",
        descends=False,
        legal=False,
    )

    def told(
        self, *, letter: str, into: str, same: bool = False, descends: bool = True, legal: bool = True
    ) -> None:
        self.letter, self.into, self.same, self.descends, self.legal = letter, into, same, descends, legal


class BodyKind(Term):
    """What sort of body of an organisation it is."""

    SECRETARIAT = "secretariat", "Secretariat", "the staff"
    COUNCIL = "council", "Council", "states meeting to decide"
    COMMISSION = "commission", "Commission", "experts or officials with powers of their own"
    COURT = "court", "Court", "judges"
    CENTRE = "centre", "Centre", "an office for one task"
    GROUP = "group", "Group", "a working group"
    FUND = "fund", "Fund", "money held together"
    OFFICE = "office", "Office", "a branch or bureau"
    ASSEMBLY = "assembly", "Assembly", "members of parliament"
