"""States, vanished ones too."""

from __future__ import annotations

from typing import Annotated

from exhibit.model.claims import Many
from exhibit.model.fields import DateField
from exhibit.model.forms import CountryCode
from exhibit.model.item import Item, Seat, told_summary, told_title
from exhibit.model.references import Ref, Text
from exhibit.model.told import told


class Country(
    Item,
    collection="countries",
    singular="country",
    plural="Countries",
    page_order=("from", "to", "capital", "succeeds"),
    entries="States",
    found_by_name=True,
    counted=("Organisations", "Memberships"),
    dates_in_index=False,
    dates_in_lists=False,
):
    """A state or other entity that takes part, vanished states too.

    code: ISO 3166-1 alpha-2, where there is one.
    """

    title: Text = told_title("Northland")
    summary: Text | None = told_summary(
        "A state on the upper river, formerly part of the Old Union.", default=None
    )
    code: CountryCode | None = told(
        "Its ISO 3166-1 code of two letters, where there is one.",
        "XN",
        default=None,
        word="country code",
        label="ISO code",
        row=False,
    )
    start: DateField | None = told(
        "Since when it has existed, where the story needs it.",
        "1972-01-01",
        default=None,
        alias="from",
        label="State since",
        word="beginning",
        when=1,
        event="State begins",
    )
    end: DateField | None = told(
        "Until when it existed.",
        "1971-12-31",
        default=None,
        alias="to",
        label="State until",
        word="end",
        event="State ends",
    )
    capital: Many[Seat] = told(
        "Its capital, and since when.",
        "[{place: ford, from: 1998-04-01, cite: 'gazette#5'}]",
        default=[],
        label="Capital",
    )
    succeeds: Many[Annotated[str, Ref(("countries",), "Later states")]] = told(
        "The earlier states it follows.", "old-union", default=[], word="descent", label="Earlier state"
    )
