"""A fault: one thing that a model does not take of a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from exhibit.reading.nodes import Path
from exhibit.reading.record import Record


@dataclass(frozen=True)
class Fault:
    """One thing that a model does not take of a record, as pydantic tells it."""

    record: Record
    model: type[BaseModel]
    detail: ErrorDetails

    @property
    def type(self) -> str:
        """Pydantic's name for it: ``missing``, ``enum``, ``string_type``."""
        return self.detail["type"]

    @property
    def path(self) -> Path:
        return self.detail["loc"]

    @property
    def given(self) -> Any:
        """What stands there: text, a list or a dict."""
        return self.detail.get("input")

    @property
    def name(self) -> str:
        """The innermost field of the path."""
        return _innermost(self.path)

    @property
    def written_name(self) -> str:
        """The innermost field that an editor wrote: the short forms leave out ``readings`` and ``date``."""
        return _innermost(self.record.root.written(self.path)) or self.name

    @property
    def bound(self) -> dict[str, Any]:
        """What the model asks for: ``le``, ``ge``, ``max_length``, ``error``."""
        return self.detail.get("ctx", {})


def _innermost(path: Path) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")
