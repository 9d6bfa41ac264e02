"""The schema files are what the models say, and accept the data."""

from __future__ import annotations

import json

from conftest import ROOT
from exhibit.schema import schemas


def test_the_schema_files_are_up_to_date() -> None:
    found = {path.name: path.read_text("utf-8") for path in (ROOT / "schema").glob("*.json")}
    assert found == schemas(), "run: make schema"


def test_a_date_may_be_written_in_every_form() -> None:
    schema = json.loads(schemas()["summits.json"])
    assert schema["required"] == ["title", "summary", "level", "date"]
    forms = schema["$defs"]["DateField"]["anyOf"]
    assert [sorted(form.get("properties", form)) for form in forms][0] == ["type"]
    assert {"readings", "steps"} <= set(forms[2]["properties"])
