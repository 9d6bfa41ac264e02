"""Data sets: what a source says, in tables of years, of who belonged to which organisation."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field

from exhibit.model import vocabulary as v
from exhibit.model.claims import Cited, Many
from exhibit.model.dates import Edtf
from exhibit.model.part import Keys, Model
from exhibit.model.references import Ref, Text
from exhibit.model.told import told


def _whole(when: Edtf) -> Edtf:
    """The date itself. Raises ValueError where it is not a year, or from one year to another, without doubt."""
    ends = when.parts if when.lasts else (when,)
    if not all(end and end.precision == "year" and not end.qualifier for end in ends):
        raise ValueError(
            f"'{when}': a data set counts in whole years; write 2002, or 2002/2014 for 2002 to 2014"
        )
    return when


Years = Annotated[Edtf, AfterValidator(_whole)]
"""A year, or years from the first to the last; of each a data set has one value for a state."""


def years_of(when: Edtf) -> range:
    """The years of such a date."""
    first, last = when.bounds
    return range(first.year, last.year + 1)


class Coding(Model):
    """States that a data set has as the same in the same years."""

    SPEAKS_OF: ClassVar[str] = "who"
    MATCHED_BY: ClassVar[Keys] = (("who", "status", "years"), ("who", "status"), ("who",))
    WORTH_SAYING: ClassVar[tuple[str, ...]] = ("status", "years")

    who: Annotated[Many[Annotated[str, Ref(("countries",))]], Field(min_length=1)] = told(
        "The states, by the ids that they have here.", "[northland, southland]", label="State", word="who"
    )
    status: v.Status = told("As what the data set has them.", "member", label="Status", word="status")
    years: Years = told(
        "In which years: the first and the last in which the data set has them so.",
        "2002/2014",
        label="Years",
    )

    @property
    def in_change(self) -> str:
        return "row of"


class Reason(Cited):
    """Why the data set and the exhibit differ, where the dates do not say it themselves.

    who, years: where it holds; left out, for every state and year of the table.
    """

    SPEAKS_OF: ClassVar[str] = "who"
    MATCHED_BY: ClassVar[Keys] = (("who", "years"), ("why",), ("who",))
    WORTH_SAYING: ClassVar[tuple[str, ...]] = ("years",)

    who: Many[Annotated[str, Ref(("countries",))]] = told(
        "The states for which it holds, where not for all.", "westland", default=[], word="who"
    )
    years: Years | None = told("The years for which it holds, where not for all.", "2002/2003", default=None)
    why: Text = told(
        "Why they differ, in one neutral sentence.",
        "The data set counts from the signature, the exhibit from the entry into force.",
        word="reason",
    )

    def called(self, named: str) -> str:
        return f"why it differs from the exhibit{f' on {named}' if named else ''}"

    @property
    def in_change(self) -> str:
        return "reason for a difference" + (" on" if self.who else "")


class DataTable(Model):
    """What a data set says of the members of one organisation, or of several that it has as one."""

    MATCHED_BY: ClassVar[Keys] = (("of",), ("code",))
    WORTH_SAYING: ClassVar[tuple[str, ...]] = ("of",)

    of: Annotated[Many[Annotated[str, Ref(("organisations",))]], Field(min_length=1)] = told(
        "The organisation; several, where the data set has them as one.", "river-league", word="organisation"
    )
    code: Text = told("What the data set calls it.", "RIVLEAGUE", word="code")
    rows: Annotated[Many[Coding], Field(min_length=1)] = told(
        "Which states it has, as what, in which years.",
        "[{who: [northland, southland], status: member, years: 2002/2014}]",
        word="row",
    )
    reasons: Many[Reason] = told(
        "Why the data set and the exhibit differ, where the dates alone do not say it.",
        "[{years: 2002/2003, why: 'The data set counts from the signature.'}]",
        default=[],
        word="reason",
    )

    @property
    def in_change(self) -> str:
        return f"table {self.code}"
