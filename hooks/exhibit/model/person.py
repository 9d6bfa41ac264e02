"""People, and the offices they held."""

from __future__ import annotations

from typing import Annotated, ClassVar

from exhibit.model.claims import Many
from exhibit.model.fields import DateField
from exhibit.model.item import Item, Span, told_summary, told_title
from exhibit.model.part import Keys
from exhibit.model.references import Ref, Text
from exhibit.model.told import told


class Office(Span):
    """An office somebody held: ``of`` a country or an organisation."""

    MATCHED_BY: ClassVar[Keys] = (("title", "of", "start"), ("title", "of"), ("title",))

    title: Text = told("The office.", "President of Northland")
    of: Annotated[str, Ref(("countries", "organisations"), "Held office")] | None = told(
        "The country or organisation whose office it is.", "northland", default=None
    )

    def called(self, named: str) -> str:
        return self.title

    @property
    def in_change(self) -> str:
        return f"office “{self.title}”"


class Person(
    Item,
    collection="people",
    singular="person",
    plural="People",
    page_order=("born", "died"),
    found_by_name=True,
    dates_in_lists=False,
):
    """A person whom the story names."""

    title: Text = told_title("Ivan Rechnoy")
    summary: Text | None = told_summary("President of Northland from 1957 to 1969.", default=None)
    country: Annotated[str, Ref(("countries",), "People")] | None = told(
        "The country.", "northland", default=None, label="Country", column=True
    )
    born: DateField | None = told("When born.", "1907-07-06", default=None, label="Born", when=1)
    died: DateField | None = told("When died.", "1983-09-02", default=None, label="Died")
    offices: Many[Office] = told(
        "Offices held, and when.",
        "[{title: President of Northland, of: northland, from: 1957, cite: 'gazette#5'}]",
        default=[],
        word="office",
        label="Offices",
    )
