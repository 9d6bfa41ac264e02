"""Kept files: what the last reading made of each file; one that is the same to the byte is not read again while serving."""

from __future__ import annotations

from dataclasses import dataclass, field

from pydantic import BaseModel

from exhibit.model.kinds import Item
from exhibit.reading.nodes import Path
from exhibit.reading.record import Record


@dataclass
class KeptFiles:
    """What came of files that had no fault.

    records: by file what it held and its record; items: by file its record and the item; parts: by id the item and its
    parts; pictures: by a digest of the file and its ending the width and height. Nothing of what is kept is ever changed, so the exhibits of two readings may have it in common.
    """

    records: dict[str, tuple[bytes, Record]] = field(default_factory=dict)
    items: dict[str, tuple[Record, Item]] = field(default_factory=dict)
    parts: dict[str, tuple[Item, list[tuple[Path, BaseModel]]]] = field(default_factory=dict)

    pictures: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)

    def record(self, file: str, content: bytes) -> Record | None:
        """The record of a file, if it still holds what it held."""
        before = self.records.get(file)
        return before[1] if before and before[0] == content else None

    def item(self, record: Record) -> Item | None:
        """The item of a record, if that is the very one from which it was made."""
        before = self.items.get(record.file)
        return before[1] if before and before[0] is record else None

    def parts_of(self, item: Item) -> list[tuple[Path, BaseModel]] | None:
        """The parts of an item, if it is the very one whose they are."""
        before = self.parts.get(item.id)
        return before[1] if before and before[0] is item else None
