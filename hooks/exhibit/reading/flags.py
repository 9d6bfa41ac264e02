"""Flags: the drawings of hooks/flags, by the code of a state.

Like the coasts they are part of the code, not of the data: a flag stands beside a name and says nothing about history.
"""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent.parent.parent / "flags"


def flag_codes() -> frozenset[str]:
    """The states of which there is a flag, by ISO 3166-1 alpha-2."""
    return frozenset(path.stem.upper() for path in FOLDER.glob("*.webp"))


def flag(code: str) -> bytes:
    """The picture of a state's flag (WebP). Raises OSError where there is none."""
    return (FOLDER / f"{code.lower()}.webp").read_bytes()
