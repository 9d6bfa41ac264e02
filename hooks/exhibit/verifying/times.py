"""``<time>``: the value is a date, a time or a duration as the HTML Standard (4.5.14) writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from exhibit.problems.problem import shown
from exhibit.verifying.fault import SiteFault
from exhibit.verifying.page import FinishedPage
from exhibit.verifying.site import FinishedSite

_TIME = r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?"
_ZONE = r"(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)"
_DATE = re.compile(rf"(?P<year>\d{{4,}})-(?P<month>\d\d)-(?P<day>\d\d)([T ]{_TIME}{_ZONE}?)?", re.ASCII)
_OTHERS = [
    re.compile(form, re.ASCII)
    for form in (
        r"(?!0+$)\d{4,}",  # a year
        r"(?!0000)\d{4,}-(0[1-9]|1[0-2])",  # a month
        r"(--)?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])",  # a day of any year
        rf"{_TIME}{_ZONE}?",
        _ZONE,
        r"(?!0000)\d{4,}-W(0[1-9]|[1-4]\d|5[0-3])",  # a week
        r"P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d{1,3})?S)?)?",  # a duration
        r"(\s*\d+(\.\d+)?\s*[wdhmsWDHMS]\s*)+",
    )
]


def check(page: FinishedPage, site: FinishedSite) -> Iterator[SiteFault]:
    """The values of ``<time>``, ``<ins>`` and ``<del>``; a ``<time>`` without one has it as its text."""
    for element in page.of("time", "ins", "del"):
        given = element.attributes.get("datetime")
        if given is None and element.tag != "time":
            continue
        value = element.words if given is None else given.strip()
        if not is_time(value):
            advice = "write YYYY, YYYY-MM or YYYY-MM-DD, a day that the calendar has"
            yield page.fault(element, f"{shown(value)} is no date: {advice}", "datetime")


def is_time(value: str) -> bool:
    """Whether a text is a valid value of ``datetime``."""
    if found := _DATE.fullmatch(value):
        year = int(found["year"])
        try:
            date(2000 + year % 400, int(found["month"]), int(found["day"]))  # the calendar repeats itself
        except ValueError:
            return False
        return year > 0
    return any(form.fullmatch(value) for form in _OTHERS)
