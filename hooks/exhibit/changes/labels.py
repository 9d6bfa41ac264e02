"""What the fields of an item are called in a sentence about a change."""

from __future__ import annotations

from typing import Any

from exhibit.model.kinds import (
    Action,
    Attendance,
    Body,
    Name,
    Office,
    Paragraph,
    PartOf,
    Seat,
    Spell,
    Succession,
)
from exhibit.model.vocabulary import Status, TreatyAct
from exhibit.views.item.facts import LABELS as ON_PAGES

FIELDS = {name: label[:1].lower() + label[1:] for name, label in ON_PAGES.items()} | {
    "id": "page address",
    "readings": "reading",
    "steps": "step",
    "start": "beginning",
    "end": "end",
    "title": "title",
    "names": "name",
    "summary": "summary",
    "account": "account",
    "points": "further statement",
    "see": "see also",
    "wikidata": "Wikidata identifier",
    "aliases": "earlier address",
    "cite": "citation",
    "said": "the source’s own term",
    "doubt": "doubt",
    "note": "note",
    "as_of": "known up to",
    "stage": "stage",
    "sphere": "sphere",
    "founded_by": "founded by",
    "seat": "seat",
    "members": "membership",
    "members_in_part": "only some members listed",
    "bodies": "body",
    "succeeds": "descent",
    "part_of": "larger organisation",
    "type": "form",
    "manner": "manner of agreement",
    "organisations": "organisations",
    "adopted_at": "meeting that adopted it",
    "parties": "acts of parties",
    "amends": "amends",
    "level": "level",
    "mode": "how it was held",
    "number": "number",
    "participants": "participation",
    "kind": "kind",
    "by": "by",
    "office": "acting as",
    "about": "about",
    "at": "occasion",
    "country": "country",
    "offices": "office",
    "of": "of",
    "code": "country code",
    "capital": "capital",
    "lat": "latitude",
    "lon": "longitude",
    "geonames": "GeoNames number",
    "tier": "tier",
    "title_en": "English title",
    "authors": "authors",
    "written_by": "written by",
    "container": "published in",
    "publisher": "publisher",
    "lang": "language",
    "url": "address",
    "archive": "archived address",
    "where": "where it is to be had",
    "read": "day of reading",
    "consulted": "consulted",
    "known_from": "known from",
    "perspective": "perspective",
    "last": "last place in it",
    "complete": "accounted for in full",
    "paragraphs": "paragraph",
    "opens": "opening words",
    "silent": "why nothing is drawn from it",
    "status": "status",
    "never": "denial",
    "opened_by": "act that opened it",
    "closed_by": "act that closed it",
    "who": "who",
    "act": "act",
    "how": "kind of descent",
    "role": "role",
    "script": "script",
    "applies_to": "for whom",
    "counts": "step that stands for the whole",
    "because": "reason for preferring it",
    "coarser": "marked as less exact",
    "unit": "unit",
    "organisation": "organisation",
    "source": "source",
    "via": "source behind it",
    "phrase": "words quoted",
}
"""The label of every field, by its attribute; a test fails where one is missing."""

ITEMS = {
    "organisations": "organisations",
    "treaties": "treaties and documents",
    "summits": "summits and meetings",
    "events": "events and statements",
    "people": "people",
    "countries": "countries",
    "places": "places",
    "sources": "sources",
}
"""What several items of a collection are called in a sentence."""

_ACTS = {
    TreatyAct.SIGNED: "signature by",
    TreatyAct.RATIFIED: "ratification by",
    TreatyAct.ACCEDED: "accession of",
    TreatyAct.APPROVED: "approval by",
    TreatyAct.NOTIFIED: "notification by",
    TreatyAct.BOUND: "entry into force for",
    TreatyAct.SUSPENDED: "suspension by",
    TreatyAct.DENOUNCED: "denunciation by",
    TreatyAct.WITHDREW: "withdrawal of",
}


def joined(words: list[str] | tuple[str, ...]) -> str:
    """Words as one phrase: ``A, B and C``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def of_part(part: Any) -> str:
    """The words before the names of those a part of an item speaks of, or the whole label."""
    match part:
        case Spell():
            member = part.status is Status.MEMBER
            return "membership of" if member else f"{part.status.label.lower()} status of"
        case Action():
            return _ACTS[part.act]
        case Attendance():
            return "participation of"
        case Name():
            return f"name “{part.text}”"
        case Body():
            return f"body “{part.title}”"
        case Office():
            return f"office “{part.title}”"
        case Paragraph():
            return f"paragraph {part.at}"
        case Seat():
            return "seat in"
        case Succession():
            return "descent from"
        case PartOf():
            return "place within"
    return str(getattr(part, "about", ""))


def about_part(part: Any) -> tuple[str, ...]:
    """The ids of those a part of an item speaks of."""
    match part:
        case Spell() | Action() | Attendance():
            return tuple(part.who)
        case Seat():
            return (part.place,)
        case Succession() | PartOf():
            return (part.organisation,)
    return ()
