"""Numbers as people write them: in figures, and no larger than anything that is counted here."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from exhibit.problems.problem import shown

LARGEST = 999_999_999_999
"""More than anything that is counted here, and less than the largest that JavaScript keeps whole."""


def _in_figures(value: Any) -> Any:
    """The value itself. Raises ValueError for a number with underscores, which only programs read."""
    if isinstance(value, str) and "_" in value:
        raise ValueError(f"{shown(value)} is not a number; write it in figures, without '_'")
    return value


Whole = Annotated[int, BeforeValidator(_in_figures)]
"""A whole number in figures."""

Number = Annotated[float, BeforeValidator(_in_figures)]
"""A number in figures, with a point before its decimals."""
