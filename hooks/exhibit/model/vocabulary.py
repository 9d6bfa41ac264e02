"""The controlled vocabularies, all in one place: each term with the label a reader sees and its meaning.

A term is what an editor writes in YAML; its label is what a page prints; its meaning, in a few words,
stands in schema/ and in the advice of new files. Terms of membership and
of acts follow treaty law (Vienna Convention on the Law of Treaties, 1969, articles 2, 11–18, 24,
25, 54–57, 76, 80).
"""

from __future__ import annotations

from enum import Enum


class Term(Enum):
    """A term of a vocabulary: ``value`` is written in YAML, ``label`` is printed on pages, ``meaning`` is
    what an editor is told while writing it."""

    label: str
    meaning: str

    def __new__(cls, value: str, label: str, meaning: str, *more: str) -> Term:
        term = object.__new__(cls)
        term._value_ = value
        term.label = label
        term.meaning = meaning
        return term


class Stage(Term):
    """How far an organisation ever came; what was never founded has no founding."""

    IDEA = "idea", "Idea", "was spoken of only; nobody drew it up"
    PROPOSAL = "proposal", "Proposal", "was put forward formally, but not agreed"
    FORUM = "forum", "Forum", "meets without a founding treaty"
    TREATY_REGIME = "treaty regime", "Treaty regime", "rests on a treaty without an organisation of its own"
    ORGANISATION = "organisation", "Organisation", "was founded and exists"
    ENDED = "ended", "Ended", "was founded and has come to an end"
    CONTEXT = "context", "Context", "lies outside the story and is kept to explain it"


class Sphere(Term):
    """What an organisation is mainly for."""

    SECURITY = "security", "Security", "peace, borders, defence"
    ECONOMY = "economy", "Economy", "trade, customs, transport"
    GENERAL = "general", "General", "both, or politics at large"


class Status(Term):
    """What a state or organisation is to an organisation during a spell.

    They stand by strength: of equally sure spells of a state the first speaks for it. letter: on the map; form: in
    which its spell is drawn; many, one: what several and one are called there.
    """

    letter: str
    form: str
    many: str
    one: str

    MEMBER = "member", "Member", "belongs to it with full rights", "M", "full", "members"
    PARTY = (
        "party",
        "Party",
        "is bound by the treaty, where there is no organisation to be a member of",
        "M",
        "full",
        "parties",
    )
    PARTICIPATING_STATE = (
        "participating state",
        "Participating State",
        "belongs to a body without a founding treaty",
        "P",
        "part",
        "participating States",
    )
    PARTICIPANT = "participant", "Participant", "takes part in its meetings", "P", "part", "participants"
    ASSOCIATE = "associate", "Associate", "is tied by less than membership", "A", "associate", "associates"
    SUSPENDED = (
        "suspended",
        "Suspended",
        "is a member whose rights or duties rest",
        "X",
        "suspended",
        "suspended",
    )
    SIGNATORY = (
        "signatory",
        "Signatory",
        "has signed the founding text; it is not yet in force for it",
        "S",
        "signed",
        "signatories (not parties)",
        "signatory (not party)",
    )
    OBSERVER = "observer", "Observer", "may be present, without a vote", "O", "observer", "observers"
    DIALOGUE_PARTNER = (
        "dialogue partner",
        "Dialogue partner",
        "works with it in fields agreed upon",
        "D",
        "partner",
        "dialogue partners",
    )
    PARTNER = "partner", "Partner", "has another kind of partnership with it", "D", "partner", "partners"
    GUEST = "guest", "Guest", "is invited to single meetings", "G", "partner", "guests"
    WITHDRAWN = "withdrawn", "Withdrawn", "has left", "W", "withdrawn", "withdrawn"

    def __init__(
        self, value: str, label: str, meaning: str, letter: str, form: str, many: str, one: str = ""
    ) -> None:
        self.letter, self.form, self.many = letter, form, many
        self.one = one or label[:1].lower() + label[1:]

    @property
    def rank(self) -> int:
        """Its place by strength: 0 is the strongest."""
        return list(Status).index(self)


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

    SIGNATURE = "signature", "By signature", "was signed by those who agreed"
    CONSENSUS = "consensus", "By consensus", "was adopted without a vote and without signatures"
    VOTE = "vote", "By vote", "was put to the vote"
    DECISION = "decision", "By decision of a body", "was decided by a body"


class TreatyAct(Term):
    """What a state did towards a treaty."""

    SIGNED = "signed", "Signed", "put its name to the text"
    RATIFIED = "ratified", "Ratified", "consented to be bound, after signature"
    ACCEDED = "acceded", "Acceded", "consented to be bound without having signed"
    APPROVED = "approved", "Approved", "consented to be bound by a lighter procedure"
    NOTIFIED = "notified", "Notified", "told the depositary that its procedures were complete"
    BOUND = "bound", "In force for it", "the treaty came into force for it"
    SUSPENDED = "suspended", "Suspended", "ceased to apply it for a time"
    DENOUNCED = "denounced", "Denounced", "gave notice of leaving"
    WITHDREW = "withdrew", "Withdrew", "left"


class Level(Term):
    """Who met."""

    HEADS_OF_STATE = "heads of state", "Heads of state", "presidents or monarchs met"
    HEADS_OF_GOVERNMENT = "heads of government", "Heads of government", "prime ministers met"
    MINISTERS = "ministers", "Ministers", "ministers met"
    EXPERTS = "experts", "Experts", "officials or experts met"
    SESSION = "session", "Session of a body", "a body or assembly sat"
    MIXED = "mixed", "Mixed", "the states sent people of different rank"


class Mode(Term):
    """How a meeting was held."""

    IN_PERSON = "in person", "In person", "at one place"
    VIDEO = "video", "By video", "by video link alone"
    HYBRID = "hybrid", "In person and by video", "at one place, some by video link"


class Role(Term):
    """The part somebody took in a meeting."""

    PARTICIPANT = "participant", "Participant", "took part with full rights"
    CHAIR = "chair", "Chair", "presided"
    OBSERVER = "observer", "Observer", "was present without a vote"
    GUEST = "guest", "Guest", "was invited"
    ABSENT = "absent", "Absent", "was expected and did not come"


class EventKind(Term):
    """What sort of event it is. Merit and motive live only in statements."""

    SPEECH = "speech", "Speech", "words spoken in public"
    ARTICLE = "article", "Article", "a text somebody published"
    STATEMENT = "statement", "Statement", "what somebody said of something: praise, blame, judgement, motive"
    PROPOSAL = "proposal", "Proposal", "something put forward"
    ADMISSION = "admission", "Admission", "somebody was let in"
    CHAIRMANSHIP = "chairmanship", "Chairmanship", "a term in the chair"
    EXERCISE = "exercise", "Exercise", "military or police training together"
    DECISION = "decision", "Decision", "something decided outside a meeting of the exhibit"
    NEGOTIATION = "negotiation", "Negotiation", "talks, often over years"
    CONFERENCE = "conference", "Conference", "a gathering that is no meeting of states"
    OPERATION = "operation", "Operation", "forces or missions sent"
    CRISIS = "crisis", "Crisis", "unrest or conflict that called for an answer"
    OBSERVANCE = "observance", "Observance", "a day or year kept"


class SuccessionKind(Term):
    """How a later institution descends from an earlier one (design: typed succession)."""

    RENAMED = "renamed", "Renamed from", "the same institution under another name"
    TRANSFORMED = "transformed", "Transformed from", "the same institution made into another sort"
    SUCCEEDED = "succeeded", "Successor of", "took over rights and duties"
    REPLACED = "replaced", "Replaced", "came instead, without taking over"
    ABSORBED = "absorbed", "Absorbed", "took the other one in"
    SET_UP_WITHIN = "set up within", "Set up within", "was founded inside the other one"
    EXTENDED = "extended", "Extends", "the same with more states or tasks"
    IDEA_OF = "idea of", "Takes up the idea of", "takes up its idea only"
    NO_LEGAL_LINK = (
        "no legal link",
        "Later than, without a legal link to",
        "came later, and nothing legal ties the two",
    )


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


class NameKind(Term):
    """What sort of name it is."""

    FULL = "full", "Full name", "the official name"
    SHORT = "short", "Abbreviation", "an abbreviation or short form"
    VARIANT = "variant", "Variant", "another form in use"
    FORMER = "former", "Former name", "a name no longer used"


class SourceType(Term):
    """What sort of publication a source is."""

    TREATY_TEXT = "treaty text", "Treaty text", "the wording of an agreed text"
    OFFICIAL_DOCUMENT = "official document", "Official document", "a document of a state or organisation"
    OFFICIAL_PAGE = "official page", "Official page", "a page on the site of a state or organisation"
    SPEECH = "speech", "Speech", "the text of a speech"
    NEWS = "news", "News report", "a news report"
    NEWSPAPER_ARTICLE = "newspaper article", "Newspaper article", "an article in a newspaper"
    JOURNAL_ARTICLE = "journal article", "Journal article", "an article in a scholarly journal"
    MAGAZINE_ARTICLE = "magazine article", "Magazine article", "an article in a magazine"
    BOOK = "book", "Book", "a book or a chapter"
    PAPER = "paper", "Paper", "a working paper, thesis or report"
    REFERENCE = "reference", "Reference work", "an encyclopaedia or handbook"
    DATABASE = "database", "Database", "a collection of records"
    WEB_PAGE = "web page", "Web page", "any other page"


class Tier(Term):
    """How near a source stands to what it reports."""

    PRIMARY = "primary", "Primary", "the text or record itself"
    OFFICIAL = "official", "Official", "those concerned, about themselves"
    PRESS = "press", "Press", "reporting"
    SCHOLARSHIP = "scholarship", "Scholarship", "research"
    ENCYCLOPAEDIA = "encyclopaedia", "Encyclopaedia", "a summary of others' work"
