"""The controlled vocabularies, all in one place: each term with the label a reader sees.

A term is what an editor writes in YAML; its label is what a page prints. Terms of membership and
of acts follow treaty law (Vienna Convention on the Law of Treaties, 1969, articles 2, 11–18, 24,
25, 54–57, 76, 80).
"""

from __future__ import annotations

from enum import Enum


class Term(Enum):
    """A term of a vocabulary: ``value`` is written in YAML, ``label`` is printed on pages."""

    label: str

    def __new__(cls, value: str, label: str) -> Term:
        term = object.__new__(cls)
        term._value_ = value
        term.label = label
        return term


class Stage(Term):
    """How far an organisation ever came; what was never founded has no founding."""

    IDEA = "idea", "Idea"
    PROPOSAL = "proposal", "Proposal"
    FORUM = "forum", "Forum"
    TREATY_REGIME = "treaty regime", "Treaty regime"
    ORGANISATION = "organisation", "Organisation"
    ENDED = "ended", "Ended"
    CONTEXT = "context", "Context"


class Sphere(Term):
    """What an organisation is mainly for."""

    SECURITY = "security", "Security"
    ECONOMY = "economy", "Economy"
    GENERAL = "general", "General"


class Status(Term):
    """What a state or organisation is to an organisation during a spell."""

    SIGNATORY = "signatory", "Signatory"
    MEMBER = "member", "Member"
    PARTY = "party", "Party"
    PARTICIPATING_STATE = "participating state", "Participating State"
    ASSOCIATE = "associate", "Associate"
    OBSERVER = "observer", "Observer"
    DIALOGUE_PARTNER = "dialogue partner", "Dialogue partner"
    PARTNER = "partner", "Partner"
    PARTICIPANT = "participant", "Participant"
    GUEST = "guest", "Guest"
    SUSPENDED = "suspended", "Suspended"
    WITHDRAWN = "withdrawn", "Withdrawn"


class TreatyType(Term):
    """The form of an agreed text."""

    TREATY = "treaty", "Treaty"
    AGREEMENT = "agreement", "Agreement"
    CONVENTION = "convention", "Convention"
    CHARTER = "charter", "Charter"
    DECLARATION = "declaration", "Declaration"
    ACT = "act", "Act"
    PROTOCOL = "protocol", "Protocol"
    MEMORANDUM = "memorandum", "Memorandum"
    PROGRAMME = "programme", "Programme"
    CATALOGUE = "catalogue", "Catalogue"
    CONCEPT = "concept", "Concept"
    STATEMENT = "statement", "Statement"
    DECISION = "decision", "Decision"
    RESOLUTION = "resolution", "Resolution"


class Manner(Term):
    """How a text came to be agreed. A text adopted by consensus has no signatories."""

    SIGNATURE = "signature", "By signature"
    CONSENSUS = "consensus", "By consensus"
    VOTE = "vote", "By vote"
    DECISION = "decision", "By decision of a body"


class TreatyAct(Term):
    """What a state did towards a treaty."""

    SIGNED = "signed", "Signed"
    RATIFIED = "ratified", "Ratified"
    ACCEDED = "acceded", "Acceded"
    APPROVED = "approved", "Approved"
    NOTIFIED = "notified", "Notified"
    BOUND = "bound", "In force for it"
    SUSPENDED = "suspended", "Suspended"
    DENOUNCED = "denounced", "Denounced"
    WITHDREW = "withdrew", "Withdrew"


class Level(Term):
    """Who met."""

    HEADS_OF_STATE = "heads of state", "Heads of state"
    HEADS_OF_GOVERNMENT = "heads of government", "Heads of government"
    MINISTERS = "ministers", "Ministers"
    EXPERTS = "experts", "Experts"
    SESSION = "session", "Session of a body"
    MIXED = "mixed", "Mixed"


class Mode(Term):
    """How a meeting was held."""

    IN_PERSON = "in person", "In person"
    VIDEO = "video", "By video"
    HYBRID = "hybrid", "In person and by video"


class Role(Term):
    """The part somebody took in a meeting."""

    PARTICIPANT = "participant", "Participant"
    CHAIR = "chair", "Chair"
    OBSERVER = "observer", "Observer"
    GUEST = "guest", "Guest"
    ABSENT = "absent", "Absent"


class EventKind(Term):
    """What sort of event it is. Merit and motive live only in statements."""

    SPEECH = "speech", "Speech"
    ARTICLE = "article", "Article"
    STATEMENT = "statement", "Statement"
    PROPOSAL = "proposal", "Proposal"
    ADMISSION = "admission", "Admission"
    CHAIRMANSHIP = "chairmanship", "Chairmanship"
    EXERCISE = "exercise", "Exercise"
    DECISION = "decision", "Decision"
    NEGOTIATION = "negotiation", "Negotiation"
    CONFERENCE = "conference", "Conference"
    OPERATION = "operation", "Operation"
    CRISIS = "crisis", "Crisis"
    OBSERVANCE = "observance", "Observance"


class SuccessionKind(Term):
    """How a later institution descends from an earlier one (design: typed succession)."""

    RENAMED = "renamed", "Renamed from"
    TRANSFORMED = "transformed", "Transformed from"
    SUCCEEDED = "succeeded", "Successor of"
    REPLACED = "replaced", "Replaced"
    ABSORBED = "absorbed", "Absorbed"
    SET_UP_WITHIN = "set up within", "Set up within"
    EXTENDED = "extended", "Extends"
    IDEA_OF = "idea of", "Takes up the idea of"
    NO_LEGAL_LINK = "no legal link", "Later than, without a legal link to"


class BodyKind(Term):
    """What sort of body of an organisation it is."""

    SECRETARIAT = "secretariat", "Secretariat"
    COUNCIL = "council", "Council"
    COMMISSION = "commission", "Commission"
    COURT = "court", "Court"
    CENTRE = "centre", "Centre"
    GROUP = "group", "Group"
    FUND = "fund", "Fund"
    OFFICE = "office", "Office"
    ASSEMBLY = "assembly", "Assembly"


class NameKind(Term):
    """What sort of name it is."""

    FULL = "full", "Full name"
    SHORT = "short", "Abbreviation"
    VARIANT = "variant", "Variant"
    FORMER = "former", "Former name"


class SourceType(Term):
    """What sort of publication a source is."""

    TREATY_TEXT = "treaty text", "Treaty text"
    OFFICIAL_DOCUMENT = "official document", "Official document"
    OFFICIAL_PAGE = "official page", "Official page"
    SPEECH = "speech", "Speech"
    NEWS = "news", "News report"
    NEWSPAPER_ARTICLE = "newspaper article", "Newspaper article"
    JOURNAL_ARTICLE = "journal article", "Journal article"
    MAGAZINE_ARTICLE = "magazine article", "Magazine article"
    BOOK = "book", "Book"
    PAPER = "paper", "Paper"
    REFERENCE = "reference", "Reference work"
    DATABASE = "database", "Database"
    WEB_PAGE = "web page", "Web page"


class Tier(Term):
    """How near a source stands to what it reports."""

    PRIMARY = "primary", "Primary"
    OFFICIAL = "official", "Official"
    PRESS = "press", "Press"
    SCHOLARSHIP = "scholarship", "Scholarship"
    ENCYCLOPAEDIA = "encyclopaedia", "Encyclopaedia"
