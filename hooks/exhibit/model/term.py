"""Term: what a word of a controlled vocabulary says of itself, once, for schema, advice, pages and checks."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any

_NOTHING: Mapping[str, Any] = MappingProxyType({})


def term(value: str, label: str, meaning: str, **more: Any) -> tuple[str, str, str, Mapping[str, Any]]:
    """Declare a term. more: what its vocabulary tells of each besides, by the words of its ``told``."""
    return value, label, meaning, more


class Term(Enum):
    """A term of a vocabulary: ``value`` is written in YAML, ``label`` is printed on pages, ``meaning`` is
    what an editor is told while writing it."""

    label: str
    meaning: str

    def __new__(cls, value: str, label: str, meaning: str, more: Mapping[str, Any] = _NOTHING) -> Term:
        made = object.__new__(cls)
        made._value_ = value
        made.label = label
        made.meaning = meaning
        made.told(**more)
        return made

    def told(self, *_: Any, **more: Any) -> None:
        """Take what is told of the term besides. A vocabulary that tells more of each names it here, by keyword: a
        term of which something is not told, or too much, ends the import with a TypeError."""
        if more:
            raise TypeError(f"{type(self).__name__}: of a term nothing is told as {', '.join(more)}")

    @property
    def happened(self) -> str:
        """The label of something that happened; a vocabulary may have a clause for it."""
        return self.label

    @property
    def low(self) -> str:
        """The label within a sentence."""
        return self.label[:1].lower() + self.label[1:]
