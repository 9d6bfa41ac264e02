"""The controlled vocabularies: each term with the label a reader sees, its meaning, and all else that is told of it.

A term is what an editor writes in YAML; its label is what a page prints; its meaning, in a few words,
stands in schema/ and in the advice of new files. Those of organisations, of membership and of treaties have modules of their own.
"""

from __future__ import annotations

from exhibit.model.term import Term, term
from exhibit.model.terms_of_membership import Status
from exhibit.model.terms_of_organisations import BodyKind, Sphere, Stage, SuccessionKind
from exhibit.model.terms_of_treaties import Manner, TreatyAct, TreatyType

__all__ = [
    "Bearing",
    "BodyKind",
    "EventKind",
    "Level",
    "Manner",
    "Mode",
    "NameKind",
    "Role",
    "SourceType",
    "Sphere",
    "Stake",
    "Stage",
    "Status",
    "SuccessionKind",
    "Term",
    "Tier",
    "TreatyAct",
    "TreatyType",
]


class Level(Term):
    """Who met.

    met: that they did, as a clause; in_id: how the id of a meeting tells it; empty where it does not.
    """

    met: str
    in_id: str

    HEADS_OF_STATE = term(
        "heads of state", "Heads of state", "presidents or monarchs met", met="Heads of state met"
    )
    HEADS_OF_GOVERNMENT = term(
        "heads of government",
        "Heads of government",
        "prime ministers met",
        met="Heads of government met",
        in_id="hog",
    )
    MINISTERS = term("ministers", "Ministers", "ministers met", met="Ministers met", in_id="ministerial")
    EXPERTS = term("experts", "Experts", "officials or experts met", met="Experts met", in_id="experts")
    SESSION = term(
        "session", "Session of a body", "a body or assembly sat", met="Session held", in_id="session"
    )
    MIXED = term(
        "mixed", "Different ranks", "the states sent people of different rank", met="Representatives met"
    )

    def told(self, *, met: str, in_id: str = "") -> None:
        self.met, self.in_id = met, in_id

    @property
    def happened(self) -> str:
        return self.met


class Mode(Term):
    """How a meeting was held."""

    IN_PERSON = "in person", "In person", "at one place"
    VIDEO = "video", "By video", "by video link alone"
    HYBRID = "hybrid", "In person and by video", "at one place, some by video link"

    @property
    def usual(self) -> bool:
        """Whether it goes without saying."""
        return self is Mode.IN_PERSON


class Bearing(Term):
    """How the words of a reading bear on those that the exhibit goes by.

    relation: that of the one claim to the other; whole: the same, looked at from the other side.
    """

    relation: str
    inverse: str

    SAME = term("same", "Same", "other words for the same", relation="same", inverse="same")
    VARIANT = term(
        "variant",
        "Variant",
        "another spelling, transliteration or translation of the same words",
        relation="variant",
        inverse="variant",
    )
    LESS_EXACT = term(
        "less exact", "Less exact", "says less, and can mean the same", relation="coarser", inverse="finer"
    )
    PART_OF_IT = term(
        "part of it",
        "Part of it",
        "says a part of it, and nothing of the rest",
        relation="part",
        inverse="part",
    )
    OTHER_POINT = term(
        "other point",
        "Other point",
        "speaks of something else, so that both can be true",
        relation="other",
        inverse="other",
    )
    RIVAL = term(
        "rival", "Rival", "cannot be true together with it", relation="contradicting", inverse="contradicting"
    )

    def told(self, *, relation: str, inverse: str) -> None:
        self.relation, self.inverse = relation, inverse


class Stake(Term):
    """What would change with a disputed point, the weightiest first."""

    MEMBERSHIP = "membership", "Who was a member", "who belonged to an organisation on a day"
    FORCE = "force", "When a treaty bound", "whom a treaty bound, and from when to when"
    ORIGIN = (
        "origin",
        "How it began and ended",
        "when an organisation was proposed, founded or ended, and after which",
    )
    DAY = "day", "A day", "on which day something happened"
    PLACE = "place", "A place", "where something happened"
    WORDS = "words", "What was done or said", "how something was done, counted, called or put in words"


class Role(Term):
    """The part somebody took in a meeting.

    came: whether whoever has it was there.
    """

    came: bool

    PARTICIPANT = term("participant", "Participant", "took part with full rights")
    CHAIR = term("chair", "Chair", "presided")
    OBSERVER = term("observer", "Observer", "was present without a vote")
    GUEST = term("guest", "Guest", "was invited")
    ABSENT = term("absent", "Absent", "was expected and did not come", came=False)

    def told(self, *, came: bool = True) -> None:
        self.came = came


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


class NameKind(Term):
    """What sort of name it is."""

    FULL = "full", "Full name", "the official name"
    SHORT = "short", "Abbreviation", "an abbreviation or short form"
    VARIANT = "variant", "Variant", "another form in use"
    FORMER = "former", "Former name", "a name no longer used"

    @property
    def told_by_language(self) -> bool:
        """Whether the name of its language says enough of it."""
        return self is NameKind.VARIANT


class SourceType(Term):
    """What sort of publication a source is.

    csl: that sort in the Citation Style Language (CSL 1.0.2, appendix III).
    """

    csl: str

    TREATY_TEXT = term("treaty text", "Treaty text", "the wording of an agreed text", csl="treaty")
    OFFICIAL_DOCUMENT = term(
        "official document", "Official document", "a document of a state or organisation", csl="document"
    )
    OFFICIAL_PAGE = term(
        "official page", "Official page", "a page on the site of a state or organisation", csl="webpage"
    )
    SPEECH = term("speech", "Speech", "the text of a speech", csl="speech")
    NEWS = term("news", "News report", "a news report", csl="article-newspaper")
    NEWSPAPER_ARTICLE = term(
        "newspaper article", "Newspaper article", "an article in a newspaper", csl="article-newspaper"
    )
    JOURNAL_ARTICLE = term(
        "journal article", "Journal article", "an article in a scholarly journal", csl="article-journal"
    )
    MAGAZINE_ARTICLE = term(
        "magazine article", "Magazine article", "an article in a magazine", csl="article-magazine"
    )
    BOOK = term("book", "Book", "a book or a chapter", csl="book")
    PAPER = term("paper", "Paper", "a working paper, thesis or report", csl="report")
    REFERENCE = term("reference", "Reference work", "an encyclopaedia or handbook", csl="entry-encyclopedia")
    DATABASE = term("database", "Database", "a collection of records", csl="dataset")
    WEB_PAGE = term("web page", "Web page", "any other page", csl="webpage")

    def told(self, *, csl: str) -> None:
        self.csl = csl


class Tier(Term):
    """How near a source stands to what it reports."""

    PRIMARY = "primary", "Primary", "the text or record itself"
    OFFICIAL = "official", "Official", "those concerned, about themselves"
    PRESS = "press", "Press", "reporting"
    SCHOLARSHIP = "scholarship", "Scholarship", "research"
    ENCYCLOPAEDIA = "encyclopaedia", "Encyclopaedia", "a summary of others' work"
