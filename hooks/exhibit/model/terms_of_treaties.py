"""Terms of treaties: their form, how they came to be agreed, what states did towards them.

They follow the Vienna Convention on the Law of Treaties (1969), articles 2, 11–18, 24, 25, 54–57, 76, 80.
"""

from __future__ import annotations

from exhibit.model.term import Term, term


class TreatyType(Term):
    """The form of an agreed text."""

    TREATY = "treaty", "Treaty", "binds states under international law and calls itself so"
    AGREEMENT = "agreement", "Agreement", "binds, mostly in one field"
    CONVENTION = "convention", "Convention", "binds many states, often open to others"
    CHARTER = "charter", "Charter", "is the text an organisation rests on"
    DECLARATION = "declaration", "Declaration", "says what its authors hold or intend"
    ACT = "act", "Act", "calls itself an act, such as a final act"
    PROTOCOL = "protocol", "Protocol", "adds to or changes another text"
    MEMORANDUM = "memorandum", "Memorandum", "records an understanding"
    PROGRAMME = "programme", "Programme", "plans work over years"
    CATALOGUE = "catalogue", "Catalogue", "lists measures to choose from"
    CONCEPT = "concept", "Concept", "sets out an approach"
    STATEMENT = "statement", "Statement", "says something on the day's matters"
    DECISION = "decision", "Decision", "is what a body has decided"
    RESOLUTION = "resolution", "Resolution", "is what an assembly has resolved"


class Manner(Term):
    """How a text came to be agreed. A text adopted by consensus has no signatories."""

    SIGNATURE = "signature", "Signed", "was signed by those who agreed"
    CONSENSUS = "consensus", "Adopted by consensus", "was adopted without a vote and without signatures"
    VOTE = "vote", "Adopted by vote", "was put to the vote"
    DECISION = "decision", "Decided by a body", "was decided by a body"


class TreatyAct(Term):
    """What a state did towards a treaty.

    of: what is told of the act, before the states; clause: the act as a clause, ``{}`` for the states; denied: what
    is printed where a source says that a state did not do it; mark: by which drawings show it, one
    for all that is a kind of the same (templates/timeline/_signs.jinja); joins: whether by the act a state joins a text.
    """

    of: str
    clause: str
    denied: str
    mark: str
    joins: bool

    SIGNED = term(
        "signed",
        "Signed",
        "put its name to the text",
        of="signature by",
        clause="{} signed it",
        denied="Did not sign",
        mark="signed",
        joins=True,
    )
    RATIFIED = term(
        "ratified",
        "Ratified",
        "consented to be bound, after signature",
        of="ratification by",
        clause="{} ratified it",
        denied="Did not ratify",
        mark="agreed",
        joins=True,
    )
    ACCEDED = term(
        "acceded",
        "Acceded",
        "consented to be bound without having signed",
        of="accession of",
        clause="{} acceded to it",
        denied="Did not accede",
        mark="agreed",
        joins=True,
    )
    APPROVED = term(
        "approved",
        "Approved",
        "consented to be bound by a lighter procedure",
        of="approval by",
        clause="{} approved it",
        denied="Did not approve",
        mark="agreed",
        joins=True,
    )
    NOTIFIED = term(
        "notified",
        "Notified",
        "told the depositary that its procedures were complete",
        of="notification by",
        clause="{} notified the depositary",
        denied="Did not notify",
        mark="agreed",
    )
    BOUND = term(
        "bound",
        "Bound by it",
        "the treaty came into force for it",
        of="entry into force for",
        clause="Entered into force for {}",
        denied="Never bound by it",
        mark="bound",
        joins=True,
    )
    SUSPENDED = term(
        "suspended",
        "Suspended",
        "ceased to apply it for a time",
        of="suspension by",
        clause="{} suspended it",
        denied="Did not suspend",
        mark="rests",
    )
    DENOUNCED = term(
        "denounced",
        "Denounced",
        "gave notice of leaving",
        of="denunciation by",
        clause="{} denounced it",
        denied="Did not denounce",
        mark="left",
    )
    WITHDREW = term(
        "withdrew",
        "Withdrew",
        "left",
        of="withdrawal of",
        clause="{} withdrew from it",
        denied="Did not withdraw",
        mark="left",
    )

    def told(self, *, of: str, clause: str, denied: str, mark: str, joins: bool = False) -> None:
        self.of, self.clause, self.denied, self.mark, self.joins = of, clause, denied, mark, joins
