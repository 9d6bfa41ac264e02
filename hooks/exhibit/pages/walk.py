"""A walk: a story whose pictures stand beside the paragraphs that speak of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from math import ceil

PACE = 238
"""Words a minute: the mean of silent reading of English non-fiction (Brysbaert 2019, Journal of Memory and Language 109)."""
_NOT_READ = re.compile(r"\A---.*?^---$|\{\{.*?\}\}|\[@[^\]]*\]|<[^>]*>", re.DOTALL | re.MULTILINE)
_CUT = re.compile(r'(?=<h2[ >])|(<div data-embedded="\d+"></div>)')
_PLACE = re.compile(r'<div data-embedded="(\d+)"></div>')


def minutes(text: str) -> int:
    """How long a page of docs/ takes to read, in whole minutes, at the least one; what is called is not counted."""
    words = re.findall(r"\w+", _NOT_READ.sub(" ", text))
    return max(1, ceil(len(words) / PACE))


def in_scenes(html: str, stages: Mapping[int, str]) -> str:
    """A page between Markdown and HTML, with each stage and what follows it in a scene of its own.

    stages: the ids of stages by the numbers of their places in the page. A scene ends where the next stage or the next
    heading of the second level begins. A second stage of one id has a number behind it.
    """
    made, number, open_ = [], 0, False
    seen: Counter[str] = Counter()
    for piece in filter(None, _CUT.split(html)):
        place = _PLACE.fullmatch(piece)
        id_ = stages.get(int(place[1])) if place else None
        if open_ and (id_ or piece.startswith("<h2")):
            made.append("</div></section>\n")
            open_ = False
        if id_:
            number, open_ = number + 1, True
            seen[id_] += 1
            once = id_ if seen[id_] == 1 else f"{id_}-{seen[id_]}"
            made.append(
                f'<section class="scene" id="{once}" aria-label="Picture {number} of {len(stages)}">'
                f'<div class="stage">{piece}</div><div class="passage">'
            )
        else:
            made.append(piece)
    return "".join((*made, "</div></section>\n" if open_ else ""))
