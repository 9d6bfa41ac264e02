"""Meant dates: what an editor meant by a date that is not written as the exhibit writes them.

``26.04.1963``, ``26 April 1963``, ``17-18 June 1973``, ``1972/73`` and the like are told apart and turned into
EDTF; a date that can be read in two ways (04/05/1963) is not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exhibit.problems.meant_days import one, plain
from exhibit.problems.suggestion import meant

_ABOUT = re.compile(
    r"^(?:c|ca|circa|about|around|approx|approximately|roughly|около|примерно)(?:[. ] *|(?=\d))(?P<a>.+)$|"
    r"^(?P<b>.+?) *\(?(?:approx|approximately|circa|ca|about)\.?\)?$"
)
_BOUNDS = {
    **dict.fromkeys(("before", "until", "till", "by", "no later than", "not later than", "до"), "[..{}]"),
    **dict.fromkeys(
        ("after", "since", "not before", "no earlier than", "not earlier than", "после"), "[{}..]"
    ),
}
_UNKNOWN = {
    "tbd", "tba", "tbc", "todo", "n/a", "na", "n.a", "n.d", "nd", "no date", "none", "nil", "null", "not known",
    "unclear", "undated", "?", "??", "???", "-", "--", "xxxx", "uuuu", "неизвестно", "нет данных", "б.г", "б/д",
}  # fmt: skip
_GOES_ON = {
    "present", "now", "today", "ongoing", "current", "currently", "open", "to date", "date", "to present",
    "until now", "till now", "to this day", "still", "continues", "н.в", "настоящее время", "сейчас", "по сей день",
}  # fmt: skip
_PART = re.compile(
    r"^(?:the )?(early|mid|middle|late|end|beginning|start|начало|конец|середина)[- ](?:of |in )?(?:the )?(.+)$"
)


def meant_date(text: str) -> str | None:
    """The date as the exhibit would write it; nothing where it cannot be told. It may be one that
    no calendar has: the caller reads it again."""
    if len(text) > 60:
        return None
    text = plain(text)
    if text in _UNKNOWN or text.startswith("unk") and meant(text, ["unknown"]):
        return "unknown"
    if about := _ABOUT.match(text):
        inner = one(about.group("a") or about.group("b"))
        return f"{inner}~" if inner else None
    if part := _PART.match(text):
        return one(part.group(2))
    if bound := _bound(text):
        return bound
    return one(text) or _qualified(text) or _choice(text) or _span(text)


def goes_on(text: str) -> bool:
    """Whether a text says that something still lasts, where a date belongs."""
    return plain(text) in _GOES_ON


def part_in_words(text: str) -> str:
    """The word for a part of a year or decade, which no form of a date has: ``early`` of "early 1990s"."""
    found = _PART.match(plain(text))
    return found.group(1) if found else ""


def _qualified(text: str) -> str | None:
    """A date with its sign of doubt before it, in the middle, or in brackets: the sign holds for the whole."""
    signs = set(re.findall(r"[?~%]", text))
    bare = re.sub(r" *\(?[?~%]\)?", "", text)
    if not signs or not (inner := one(bare)) or inner[0] == "[":
        return None
    return inner + ("%" if "%" in signs or len(signs) > 1 else signs.pop())


def _bound(text: str) -> str | None:
    """Not before, not after: with a word, or with two dots."""
    for words, form in _BOUNDS.items():
        if text.startswith(f"{words} ") and (inner := one(text.removeprefix(words).strip())):
            return form.format(inner)
    if (found := re.match(r"^\[?\.\. ?([^.\[\]]+)\]?$", text)) and (inner := one(found.group(1).strip())):
        return f"[..{inner}]"
    if (found := re.match(r"^\[?([^.\[\]]+?) ?\.\.\]?$", text)) and (inner := one(found.group(1).strip())):
        return f"[{inner}..]"
    return None


def _choice(text: str) -> str | None:
    """One of several: with ``or``, or a list of EDTF that has ranges in it."""
    bare = text.strip("[]")
    if text.startswith("[") and "," in bare:
        dates = [one(part.strip()) for part in re.split(r",|\.\.", bare)]
        if all(dates):
            ordered = sorted(date for date in dates if date)
            return f"[{ordered[0]}..{ordered[-1]}]" if ".." in bare else f"[{','.join(ordered)}]"
    if found := re.match(r"^(?:either )?(.+?) (?:or|или) (.+)$", text):
        start, end = _two(found.group(1), found.group(2))
        return f"[{start},{end}]" if start and end else None
    return None


def _span(text: str) -> str | None:
    """Two years or days with a dash or a word between them; a first alone that goes on, or has an end unknown."""
    between = text.startswith("between ")
    text = re.sub(r"^(?:from|between|с) ", "", text)
    for left, sign, right in _parted(text):
        if (right in _GOES_ON or sign == "onwards") and (start := one(left)):
            return f"{start}/.."
        if right in ("unknown", "?", "unk") and (start := one(left)):
            return f"{start}/"
        if left in ("unknown", "?", "unk") and (end := one(right)):
            return f"/{end}"
        if left in ("open", "..") and (end := one(right)):
            return f"../{end}"
        start, end = _two(left, right)
        if start and end:
            return f"[{start}..{end}]" if between or sign == ".." else f"{start}/{end}"
    return None


def _parted(text: str) -> Iterator[tuple[str, str, str]]:
    """Every way to part a text in two, the surest first."""
    for pattern in (
        r" ?\.\. ?| (?:to|until|till|through|thru|по|до) ",
        r" - | ?/ ?",
        r" (?:and|и|&) ",
        r" ?- ?",
    ):
        for found in re.finditer(pattern, text):
            yield text[: found.start()].strip(), found.group().strip(), text[found.end() :].strip()
    if onwards := re.match(r"^(\d{4}) ?(?:onwards?|on|and after|\+)$", text):
        yield onwards.group(1), "onwards", ""


def _two(left: str, right: str) -> tuple[str | None, str | None]:
    """Two dates of which the first may lack what the second has (17–18 June 2006), or the second the first's month."""
    end = one(right)
    if end is None and (found := re.match(r"^(\d{1,2}),? (\d{4})$", right)):
        start = one(f"{left} {found.group(2)}")  # June 17-18, 2006
        return (start, f"{start[:8]}{int(found.group(1)):02}") if start and len(start) == 10 else (None, None)
    if end is None or end[0] == "[":
        return None, None
    if re.fullmatch(r"\d{1,2}(?:st|nd|rd|th|\.)?", left):
        day = int(re.sub(r"\D", "", left))
        return (f"{end[:8]}{day:02}", end) if len(end) == 10 else (None, None)
    return one(left) or one(f"{left} {end[:4]}"), end
