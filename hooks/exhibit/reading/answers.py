"""The file of answers: what came when the addresses of sources were asked, a line for each source."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from exhibit.model.answer import LinkAnswer
from exhibit.model.forms import Slug
from exhibit.problems.problem import Problem

ANSWERS = "data/links.json"
"""The one file in data/ that no editor writes."""
MAX_BYTES = 4_000_000
_FORM = TypeAdapter(dict[Slug, LinkAnswer])


def is_of_answers(path: Path) -> bool:
    """Whether a file is the plain one in which answers are kept."""
    return path.name == Path(ANSWERS).name and path.is_file() and not path.is_symlink()


def text_of_answers(path: Path) -> str:
    """The text of the file of answers; what is no text, too long or not to be opened cannot be read as answers either."""
    with suppress(OSError), path.open("rb") as file:
        return file.read(MAX_BYTES).decode("utf-8", errors="replace")
    return "\0"


def read_answers(text: str) -> tuple[dict[str, LinkAnswer], list[Problem]]:
    """The answers in a text, by the id of their source; none, and a problem, where they cannot be read as such."""
    if not text:
        return {}, []
    try:
        return _FORM.validate_json(text), []
    except ValidationError:
        message = "cannot be read as the answers of addresses; delete it: `exhibit links` writes it anew"
        return {}, [Problem(ANSWERS, 1, 1, "", message)]


def written(answers: Mapping[str, LinkAnswer]) -> str:
    """The text of the file: one line for each source, in the order of their ids, so that changes can be read."""
    lines = [
        f" {json.dumps(id_)}: {json.dumps(answers[id_].model_dump(mode='json', exclude_none=True), ensure_ascii=False)}"
        for id_ in sorted(answers)
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n"
