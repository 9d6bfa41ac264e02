"""Answers: what came when the address of a source was asked. ``exhibit links`` keeps them, the page of evidence tells them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from exhibit.model.dates import FIRST_YEAR, LAST_YEAR, Edtf, parse_date
from exhibit.model.forms import Url


class Outcome(StrEnum):
    """How an address stands; the value is a word of the file of answers. label: as it is printed; meaning: what it means."""

    label: str
    meaning: str

    OK = "ok", "Answers", "what was cited is to be had"
    MOVED = "moved", "Moved", "it leads for good to another address"
    GONE = "gone", "Gone", "there is no such page or host any more, or it leads to a front page"
    SILENT = "silent", "No answer", "it refused, failed or kept silent: one cannot tell"

    def __new__(cls, value: str, label: str, meaning: str) -> Outcome:
        made = str.__new__(cls, value)
        made._value_, made.label, made.meaning = value, label, meaning
        return made


def _of_the_web(day: date) -> date:
    """The day itself. Raises ValueError for one on which nothing can have been asked."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"{day} lies outside the years {FIRST_YEAR} to {LAST_YEAR}")
    return day


class LinkAnswer(BaseModel):
    """What came of one address.

    url: as it was asked, so that an answer is void once the source gives another; day: when; said: in words of our
    own, or the status code: nothing that a server wrote is kept but addresses, and these are looked at like any other;
    leads_to: where it has moved; archive: an archived copy of what is gone, as the archive proposes it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: Url
    day: Annotated[date, AfterValidator(_of_the_web)]
    outcome: Outcome
    said: Annotated[str, Field(max_length=80, pattern=r"^[A-Za-z0-9 .]*$")]
    leads_to: Url | None = None
    archive: Url | None = None

    @property
    def when(self) -> Edtf:
        """The day as a date of the exhibit."""
        return parse_date(self.day.isoformat())
