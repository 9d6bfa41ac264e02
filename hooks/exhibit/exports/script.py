"""Data in the form of a script: a page that is opened from a folder can load one, but no data."""

from __future__ import annotations

import json
from typing import Any


def script(name: str, value: Any) -> bytes:
    """A script that gives a value a name, which all scripts of a page see; ASCII, so that no encoding can change it."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return f"globalThis.{name}={text};\n".encode()
