"""Told: what a field's declaration says of the field, once, for schema, handbook, drafts, pages and changes."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from pydantic import Field
from pydantic.fields import FieldInfo

from exhibit.model.vocabulary import Stake


class ModelError(TypeError):
    """A model that is declared as it cannot be: the message names its class, and the field at fault."""


@dataclass(frozen=True)
class Told:
    """What a field says of itself.

    sentence, example: for an editor, one plain sentence and the value as it would stand in a file.
    label: as pages print it; a labelled field of an item is a row of its table of facts, unless row is False:
    then it stands elsewhere on its page.
    word: in a sentence about a change; where it is left out, the label in lower case, else the name.
    first: it stands first in a file, before the fields of an heir; after: right after the field named.
    when: the item's date is this field's, 1 before 2; where: its place. A reference marked so lends
    those of the item it names: a treaty's meeting.
    event: what its date is called on a timeline; empty, what sort the item is; None, no entry.
    involves: the item is about those whom this field names, and stands on their timelines.
    subject: where sources are compared, the item stands under the first organisation that this field names, else
    under the first person, 1 asked before 2.
    column: the index of the collection shows it.
    stake: what would change with its value; where it is left out, what its part or its type says.
    unknown: the words that it was told and that do not stand here; where the field is known, ``declared`` names it.
    """

    sentence: str
    example: str
    label: str = ""
    row: bool = True
    word: str = ""
    first: bool = False
    after: str = ""
    when: int = 0
    where: bool = False
    event: str | None = None
    involves: bool = False
    subject: int = 0
    column: bool = False
    stake: Stake | None = None
    unknown: tuple[str, ...] = ()


WORDS = {field.name for field in fields(Told)} - {"sentence", "example", "unknown"}
"""What a declaration may say besides."""


def told(
    sentence: str,
    example: str,
    *,
    default: Any = ...,
    alias: str | None = None,
    **more: str | bool | int | Stake | None,
) -> Any:
    """Declare a field with what is told of it. more: see Told; a field without default is required."""
    known: Any = {word: value for word, value in more.items() if word in WORDS}
    said: Any = Told(sentence, example, unknown=tuple(sorted(more.keys() - WORDS)), **known)
    return Field(default=default, alias=alias, json_schema_extra={"told": said})


def told_of(info: FieldInfo) -> Told | None:
    """What the declaration of a field says of it; None where it says nothing."""
    extra = info.json_schema_extra
    said = extra.get("told") if isinstance(extra, dict) else None
    return said if isinstance(said, Told) else None
