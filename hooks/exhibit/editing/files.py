"""Writing files: whole or not at all. Only adapters call this."""

from __future__ import annotations

import os
from pathlib import Path


def replace(path: Path, text: str | bytes) -> bool:
    """Write a file whole, and only where it changes; whether it did. Raises OSError."""
    content = text.encode("utf-8") if isinstance(text, str) else text
    if path.is_file() and path.read_bytes() == content:
        return False
    beside = _beside(path, content)
    try:
        if path.exists():
            beside.chmod(path.stat().st_mode)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return True


def create(path: Path, text: str) -> None:
    """Write a new file whole. Raises FileExistsError, and leaves what is there, if the name is taken."""
    beside = _beside(path, text.encode("utf-8"))
    try:
        os.link(beside, path)
    except PermissionError:  # a file system without hard links
        with path.open("xb") as file:
            file.write(text.encode("utf-8"))
    finally:
        beside.unlink()


def _beside(path: Path, content: bytes) -> Path:
    """The content in a hidden file of the same folder, which loading passes over."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(content)
    except BaseException:  # a disk that is full
        beside.unlink(missing_ok=True)
        raise
    return beside
