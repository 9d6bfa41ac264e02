"""The ids that exist, as a JSON Schema of their own, from which editors complete references.

They change with the data, the other schema files with the models: see decision 0007.
"""

from __future__ import annotations

import json
from pathlib import Path

from exhibit.editing.files import replace
from exhibit.model.kinds import COLLECTIONS
from exhibit.reading.exhibit import Exhibit

IDS = "schema/ids.json"


def id_lists(exhibit: Exhibit) -> str:
    """The text of the file: one definition for each collection, one id a line, in order."""
    found: dict[str, list[str]] = {name: [] for name in COLLECTIONS}
    for item in exhibit.items.values():
        found[item.COLLECTION].append(item.id)
    whole = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "description": "The ids of the exhibit's items; written by make check.",
        "definitions": {name: _choice(name, sorted(ids)) for name, ids in found.items()},
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def refresh(root: Path, exhibit: Exhibit) -> bool:
    """Bring the project's list of ids up to date; whether it changed. Only adapters call this.

    Where there is no schema/, or it cannot be written to, completion goes without.
    """
    if not (root / IDS).parent.is_dir():
        return False
    try:
        return replace(root / IDS, id_lists(exhibit))
    except OSError:
        return False


def _choice(collection: str, ids: list[str]) -> dict[str, object]:
    """A choice of ids; JSON Schema has no choice of nothing."""
    told = f"The id of an item: the name of a file in data/{collection}/."
    fault = f"no such id among the files of data/{collection}/"
    choice = {"enum": ids, "errorMessage": fault} if ids else {}
    return {"description": told, "type": "string", **choice}
