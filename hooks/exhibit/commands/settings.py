"""Settings: what a command knows of the site without MkDocs, from the lines of mkdocs.yml."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from exhibit.model.dates import DateError, parse_date
from exhibit.pages.site import Settings


def settings_of(root: Path) -> Settings:
    """The site's name and the date up to which the exhibit knows; what cannot be read is as Settings has it."""
    file = root / "mkdocs.yml"
    text = file.read_text("utf-8") if file.is_file() else ""
    settings = Settings(site_name=_line("site_name", text) or Settings.site_name)
    with suppress(DateError):  # a build tells it
        settings = replace(settings, as_of=parse_date(_line("    as_of", text)))
    return settings


def _line(key: str, text: str) -> str:
    """What stands after a key, without quotes and comment."""
    found = re.search(rf"(?m)^{key}: *([^#\n]*)", text)
    return found[1].strip(" '\"") if found else ""
