"""JSON Schema for each collection, generated from the models, for completion in an editor."""

from __future__ import annotations

import json

from exhibit.model.kinds import KINDS


def schemas() -> dict[str, str]:
    """The text of each schema file, by file name: ``treaties.json``."""
    return {f"{collection}.json": _schema(collection) for collection in KINDS}


def _schema(collection: str) -> str:
    schema = KINDS[collection].model_json_schema(by_alias=True, mode="validation")
    schema["properties"].pop("id", None)
    schema["required"] = [name for name in schema.get("required", []) if name != "id"]
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema
    return json.dumps(whole, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
