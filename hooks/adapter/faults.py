"""Faults of a model: what a developer has declared wrongly ends the build with one line that names it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from exhibit.model.told import ModelError
from mkdocs.exceptions import Abort


@contextmanager
def models_at_fault_told() -> Iterator[None]:
    """Raise Abort, which MkDocs prints as it is, in place of ModelError. Also decorates a function."""
    try:
        yield
    except ModelError as fault:
        raise Abort(f"a model is at fault: {fault}") from None
