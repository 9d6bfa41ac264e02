"""States of the world: what CLDR does not tell of them, for advice; tables of no story, that name whom there is."""

from __future__ import annotations

CALLED = {
    "prc": "CN", "roc": "TW", "rok": "KR", "dprk": "KP", "ussr": "SU", "usa": "US", "us": "US", "u.s": "US", "uk": "GB",
    "uae": "AE", "rf": "RU", "ksa": "SA", "rsa": "ZA", "drc": "CD", "frg": "DE", "gdr": "DD", "great britain": "GB",
    "britain": "GB", "america": "US", "holland": "NL", "burma": "MM", "persia": "IR", "russian federation": "RU",
    "soviet union": "SU", "рф": "RU", "ссср": "SU", "кнр": "CN", "сша": "US",
}  # fmt: skip
"""What states are called in short, with their codes (ISO 3166-1, and -3 for those that are no more)."""

GONE = {"SU": "Soviet Union", "DD": "East Germany"}
"""The names of those that are no more, by these codes."""

NOT_STATES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
"""Codes that CLDR has and ISO 3166-1 has not assigned (exceptionally reserved, or for tests)."""


def left_to_users(code: str) -> bool:
    """Whether ISO 3166-1 leaves a code of two letters to its users (8.1.3), so that it is no state's own."""
    return code in ("AA", "ZZ") or code[0] == "X" or "QM" <= code <= "QZ"
