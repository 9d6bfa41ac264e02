"""The search index in two files: the theme fetches the first on every page, and only its settings are in it."""

from __future__ import annotations

import json
from pathlib import Path


def split_index(site: Path) -> None:
    """Leave the settings in ``search_index.json``, and put what is searched into ``search_docs.json``,
    which our worker fetches when it is asked."""
    path = site / "search" / "search_index.json"
    if not path.exists():
        return
    whole = path.replace(path.with_name("search_docs.json"))
    index = json.loads(whole.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**index, "docs": []}), encoding="utf-8")
