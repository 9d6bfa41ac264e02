"""Terms of membership: what a state or organisation is to an organisation."""

from __future__ import annotations

from exhibit.model.term import Term, term
from exhibit.model.wording import with_article


class Status(Term):
    """What a state or organisation is to an organisation during a spell.

    They stand by strength: of equally sure spells of a state the first speaks for it. letter: on the map; form: in
    which its spell is drawn; many, one: what several and one are called there; of: what is told of a spell of it,
    before the states; as_one: how a sentence says that a state is it, before the organisation; before_founding: whether a spell of it may begin before the organisation is founded; left: whether
    it is what a state is that has left.
    """

    letter: str
    form: str
    many: str
    one: str
    of: str
    as_one: str
    before_founding: bool
    left: bool

    MEMBER = term(
        "member",
        "Member",
        "belongs to it with full rights",
        letter="M",
        form="full",
        many="members",
        of="membership of",
    )
    PARTY = term(
        "party",
        "Party",
        "is bound by the treaty, where there is no organisation to be a member of",
        letter="M",
        form="full",
        many="parties",
        as_one="a party to",
    )
    PARTICIPATING_STATE = term(
        "participating state",
        "Participating State",
        "belongs to a body without a founding treaty",
        letter="P",
        form="part",
        many="participating States",
    )
    PARTICIPANT = term(
        "participant",
        "Participant",
        "takes part in its meetings",
        letter="P",
        form="part",
        many="participants",
        as_one="a participant in",
        before_founding=True,
    )
    ASSOCIATE = term(
        "associate",
        "Associate",
        "is tied by less than membership",
        letter="A",
        form="associate",
        many="associates",
    )
    SUSPENDED = term(
        "suspended",
        "Suspended",
        "is a member whose rights or duties rest",
        letter="X",
        form="suspended",
        many="suspended",
        of="suspension of",
        as_one="a suspended member of",
    )
    SIGNATORY = term(
        "signatory",
        "Signatory",
        "has signed the founding text; it is not yet in force for it",
        letter="S",
        form="signed",
        many="signatories (not parties)",
        one="signatory (not party)",
        before_founding=True,
    )
    OBSERVER = term(
        "observer",
        "Observer",
        "may be present, without a vote",
        letter="O",
        form="observer",
        many="observers",
        as_one="an observer in",
        before_founding=True,
    )
    DIALOGUE_PARTNER = term(
        "dialogue partner",
        "Dialogue partner",
        "works with it in fields agreed upon",
        letter="D",
        form="partner",
        many="dialogue partners",
    )
    PARTNER = term(
        "partner",
        "Partner",
        "has another kind of partnership with it",
        letter="D",
        form="partner",
        many="partners",
    )
    GUEST = term(
        "guest",
        "Guest",
        "is invited to single meetings",
        letter="G",
        form="partner",
        many="guests",
        before_founding=True,
    )
    WITHDRAWN = term(
        "withdrawn",
        "Withdrawn",
        "has left",
        letter="W",
        form="withdrawn",
        many="withdrawn",
        of="withdrawal of",
        left=True,
    )

    def told(
        self,
        *,
        letter: str,
        form: str,
        many: str,
        one: str = "",
        of: str = "",
        as_one: str = "",
        before_founding: bool = False,
        left: bool = False,
    ) -> None:
        self.letter, self.form, self.many = letter, form, many
        self.before_founding, self.left = before_founding, left
        self.one = one or self.low
        self.of = of or f"{self.label.lower()} status of"
        self.as_one = as_one or f"{with_article(self.low)} of"

    @property
    def rank(self) -> int:
        """Its place by strength: 0 is the strongest."""
        return list(Status).index(self)

    @property
    def denied(self) -> str:
        """What is printed where a source says that a state never was it: ``Never a member``, ``Never suspended``."""
        return f"Never {self.named(several=False)}"

    def became(self, several: bool) -> str:
        """What happened when a spell of it began: ``became a member``, ``were suspended``."""
        verb = ("were" if several else "was") if self._is_state_of else "became"
        return f"{verb} {self.named(several)}"

    def ceased(self, several: bool) -> str:
        """What happened when a spell of it ended: ``was no longer a member``."""
        return f"{'were' if several else 'was'} no longer {self.named(several)}"

    def named(self, several: bool) -> str:
        """What one or several are: ``a member``, ``members``; ``suspended``."""
        if self._is_state_of:
            return self.low
        return self.many.partition(" (")[0] if several else with_article(self.low)

    @property
    def _is_state_of(self) -> bool:
        """Whether its word is an adjective, which has no plural."""
        return self.many == self.low

    @property
    def belongs(self) -> bool:
        """Whether it is what a state is that belongs with full rights."""
        return self.form == "full"

    @property
    def ties(self) -> bool:
        """Whether it is what a state has to leave if it wants to be free of the organisation."""
        return self.form in ("full", "part", "associate", "suspended")

    @property
    def takes_part(self) -> bool:
        """Whether it is what a state is where nobody belongs with full rights, as there is no founding treaty."""
        return self.form == "part"
