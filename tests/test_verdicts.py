"""How a source stands to a point: from all that it says there and never from the best of it."""

from __future__ import annotations

from typing import Any

import pytest
from exhibit.model.claims import Claim, DateClaim, Step, TextClaim
from exhibit.views.sources.verdicts import verdict

JUNE, DAY, OTHER_DAY, YEAR = "2001-06", "2001-06-15", "2001-06-16", "2001"
SIGNED, BOUND = {"act": "signed", "date": DAY}, {"act": "in force", "date": "2003"}


def words(text: str, stands: str = "") -> dict[str, str]:
    return {"text": text} | ({"stands": stands, "why": "x"} if stands else {})


def made(written: Any) -> Claim:
    """A claim as one would write it: a day, words, or an act."""
    if isinstance(written, str):
        return DateClaim.model_validate({"date": written})
    return (TextClaim if "text" in written else Step).model_validate(written)


LONG, ROUND, HALF = words("7,300 km"), words("long", "less exact"), words("half of it", "part of it")
ELSE, RIVAL, AGAIN = words("a river", "other point"), words("short", "rival"), words("7300 km", "variant")
CASES = [
    # what the source says, what others say, and the verdict; the exhibit goes by the first that others say
    ([], [DAY], "silent"),
    ([DAY], [], "alone"),
    ([DAY], [DAY], "agrees"),
    ([DAY], [JUNE], "agrees"),
    ([JUNE], [DAY], "coarser"),
    ([YEAR, DAY], [DAY], "agrees"),
    ([OTHER_DAY], [DAY], "differs"),
    ([DAY, OTHER_DAY], [DAY], "itself"),
    ([DAY, OTHER_DAY], [], "itself"),
    ([YEAR, OTHER_DAY], [DAY], "part"),
    ([LONG], [LONG], "agrees"),
    ([AGAIN], [LONG], "agrees"),
    ([ROUND], [LONG], "coarser"),
    ([LONG], [ROUND], "agrees"),
    ([HALF], [LONG], "part"),
    ([LONG], [HALF], "part"),
    ([ELSE], [LONG], "other"),
    ([RIVAL], [LONG], "differs"),
    ([words("short")], [LONG], "differs"),
    ([LONG, ELSE], [LONG], "agrees"),
    ([ROUND, ELSE], [LONG], "coarser"),
    ([ROUND, HALF], [LONG], "part"),
    ([ELSE, RIVAL], [LONG], "differs"),
    ([RIVAL, LONG], [LONG], "itself"),
    ([SIGNED], [BOUND, SIGNED], "agrees"),
    ([SIGNED], [BOUND], "other"),
    ([DAY], [BOUND], "differs"),
    ([SIGNED], ["2003"], "other"),
    ([SIGNED], [SIGNED, "2003"], "agrees"),
    ([SIGNED, BOUND], [BOUND], "agrees"),
    ([SIGNED, "2003"], [BOUND], "agrees"),
]


@pytest.mark.parametrize(("own", "others", "standing"), CASES)
def test_a_verdict_follows_from_all_that_is_said(own: list[Any], others: list[Any], standing: str) -> None:
    record = [made(one) for one in others]
    assert verdict([made(one) for one in own], record, record[0] if record else None) == standing


def test_beside_a_record_that_is_open_a_source_is_borne_out_in_part() -> None:
    rivals = [made(words("Coalition")), made(words("Interaction"))]
    assert verdict([made(words("Coalition"))], rivals, None) == "part"
    assert verdict([made(words("Tide"))], rivals, None) == "differs"
