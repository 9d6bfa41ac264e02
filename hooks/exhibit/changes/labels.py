"""What the fields of an item are called in a sentence about a change."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from exhibit.model.declared import field_of
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


def word(model: type[BaseModel], name: str) -> str:
    """What a field of a model is called in a sentence, by its attribute or its name in YAML; else its name."""
    field = field_of(model, name)
    return field.word if field else name.replace("_", " ")


def of_part(part: Any) -> str:
    """The words before the names of those a part of an item speaks of, or the whole label."""
    match part:
        case Spell():
            return part.status.of
        case Action():
            return part.act.of
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
