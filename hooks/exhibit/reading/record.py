"""Records: data files as they were read, and those that could not be."""

from __future__ import annotations

from dataclasses import dataclass

from exhibit.reading.nodes import Node


@dataclass(frozen=True)
class Record:
    """One data file as loaded: its path in the project, collection, id and content."""

    file: str
    collection: str
    id: str
    text: str
    root: Node


@dataclass(frozen=True)
class Unread:
    """A file that stands for an item and could not be read: what names it is not wrong for that.

    text: what of it can be shown; empty where nothing can.
    """

    file: str
    collection: str
    text: str
