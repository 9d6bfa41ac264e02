"""Part: what every part of an item says of itself, for its label on a page and for the words of a change."""

from __future__ import annotations

from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from exhibit.model.vocabulary import Stake

Keys = tuple[tuple[str, ...], ...]
"""Fields that are compared together, by attribute; the surest of such keys first."""


class Model(BaseModel):
    """What all parts of an item share: unknown fields are refused, nothing is guessed."""

    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)

    SPEAKS_OF: ClassVar[str] = ""
    """The field that names those whom the part speaks of; empty where it names nobody."""
    MATCHED_BY: ClassVar[Keys] = ()
    """By what it is known again in another version of its file."""
    STAKE: ClassVar[Stake | None] = None
    """What would change with the values of its fields, where they say nothing themselves."""
    WORTH_SAYING: ClassVar[tuple[str, ...]] = ()
    """The fields that are told where the part came or went as a whole."""

    @property
    def speaks_of(self) -> tuple[str, ...]:
        """The ids of those whom the part speaks of."""
        named = getattr(self, self.SPEAKS_OF) if self.SPEAKS_OF else ()
        return (named,) if isinstance(named, str) else tuple(named)

    def called(self, named: str) -> str:
        """What it is called in a label. named: the titles of those it speaks of, as one phrase."""
        return ""

    @property
    def in_change(self) -> str:
        """What it is called in a sentence about a change: the words before those whom it speaks of, or all of them."""
        return ""
