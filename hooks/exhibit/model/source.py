"""Sources: what the exhibit cites, or what one of its sources cites."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from exhibit.model import vocabulary as v
from exhibit.model.claims import Many
from exhibit.model.data_set import DataTable, Years
from exhibit.model.dates import Edtf
from exhibit.model.forms import Language, LastLocator, Url
from exhibit.model.item import Item
from exhibit.model.locators import LAST
from exhibit.model.numbers import Whole
from exhibit.model.part import Keys, Model
from exhibit.model.references import OneLine, Ref, Text
from exhibit.model.told import told


class Paragraph(Model):
    """A paragraph of a source whose page prints no numbers: the words it opens with, to find it by.

    silent: why nothing is drawn from it, in a few words.
    """

    MATCHED_BY: ClassVar[Keys] = (("at",),)
    WORTH_SAYING: ClassVar[tuple[str, ...]] = ("opens",)

    at: Annotated[Whole, Field(ge=1, le=LAST)] = told("The number of the paragraph.", "37", word="number")
    opens: Annotated[str, Field(min_length=1, max_length=80), OneLine] = told(
        "The words it opens with.", "In April 1963", word="opening words"
    )
    silent: Text | None = told(
        "Why nothing is drawn from it, in a few words.",
        "a heading",
        default=None,
        word="why nothing is drawn from it",
    )

    @property
    def in_change(self) -> str:
        return f"paragraph {self.at}"


class Source(
    Item,
    collection="sources",
    singular="source",
    plural="Sources",
    page_order=(
        "title_en",
        "authors",
        "written_by",
        "container",
        "publisher",
        "date",
        "lang",
        "perspective",
        "where",
    ),
):
    """A publication that the exhibit cites, or that one of its sources cites.

    consulted: false where it is known only from another's footnote (then ``known_from``).
    last: the last locator there is, for checking (``80``, ``p40``).
    complete: true where every paragraph is accounted for: drawn from, or said to be ``silent`` in ``paragraphs``.
    covers, tables: of a data set, the years it speaks of and what it says of members.
    """

    TO_BE_HAD: ClassVar[tuple[str, ...]] = ("url", "container", "publisher", "where")
    """The fields of which one at least says where it is to be had."""

    title: Text = told(
        "Its title, in its own language; where it has none, what it is, in a few words.",
        "Charter of the League",
        first=True,
    )
    type: v.SourceType = told("What sort of publication it is.", "news", column=True)
    tier: v.Tier | None = told("How near it stands to what it reports.", "press", default=None, column=True)
    title_en: Text | None = told(
        "Its title in English, where it has another language.",
        "The treaty is signed",
        default=None,
        word="English title",
        after="title",
        label="In English",
    )
    authors: Many[Text] = told(
        "Its authors, as printed.", "[A. Author, B. Author]", default=[], label="Authors"
    )
    written_by: Many[Annotated[str, Ref(("people", "organisations", "countries"), "Writings")]] = told(
        "Authors who are items of the exhibit.",
        "ivan-rechnoy",
        default=[],
        word="written by",
        label="About the author",
    )
    container: Text | None = told(
        "The journal, book or site it stands in.",
        "River Studies",
        default=None,
        word="published in",
        label="Published in",
    )
    publisher: Text | None = told("Who published it.", "Gazette Press", default=None, label="Publisher")
    date: Edtf | None = told("When it was published.", "1968-06-15", default=None, label="Date", when=1)
    lang: Language = told(
        "Its language, as a BCP 47 code; en where it is left out.",
        "ru",
        default="en",
        word="language",
        label="Language",
    )
    url: Url | None = told(
        "Its address.", "https://www.example.org/article", default=None, word="address", label="Address"
    )
    archive: Url | None = told(
        "The address of an archived copy.",
        "https://web.archive.org/web/2020/https://www.example.org/",
        default=None,
        word="archived address",
        label="Archived",
    )
    where: Text | None = told(
        "Where it is to be had, in words, if it has no address.",
        "National Library of Northland",
        default=None,
        word="where it is to be had",
        label="Available at",
    )
    read: Edtf | None = told(
        "When it was read for the exhibit.",
        "2026-05-20",
        default=None,
        word="day of reading",
        label="Last read",
    )
    consulted: bool = told(
        "false where it is known from another's footnote only.", "false", default=True, label="Consulted"
    )
    known_from: Many[Annotated[str, Ref(("sources",))]] = told(
        "The sources in whose footnotes it is named.", "gazette", default=[]
    )
    perspective: Text | None = told(
        "Whose view it gives, in a sentence.",
        "A newspaper of Northland, the proposer.",
        default=None,
        label="Perspective",
    )
    last: Many[LastLocator] = told(
        "The last locator there is, for checking: 80 a paragraph, p40 a page.",
        "'80'",
        default=[],
        word="last place in it",
    )
    complete: bool = told(
        "true where every paragraph is accounted for.", "true", default=False, word="accounted for in full"
    )
    paragraphs: Many[Paragraph] = told(
        "Its paragraphs, where it prints no numbers: the words each opens with.",
        "[{at: 37, opens: In April 1963}]",
        default=[],
        word="paragraph",
    )
    covers: Years | None = told(
        "Of a data set: for which years it says who belonged to what.",
        "1990/2014",
        default=None,
        word="years it covers",
        label="Covers",
    )
    tables: Many[DataTable] = told(
        "Of a data set: what it says of the members of organisations, a table for each. They are set beside the exhibit’s.",
        "[{of: river-league, code: RIVLEAGUE, rows: [{who: northland, status: member, years: 2002/2014}]}]",
        default=[],
        word="table",
    )

    @classmethod
    def needed(cls, given: Mapping[str, list[str]]) -> list[str]:
        """Where it is to be had; and how near it stands, if it was consulted."""
        found = [] if any(name in given for name in cls.TO_BE_HAD) else [cls.TO_BE_HAD[0]]
        found += ["covers"] if "tables" in given else []
        return found if given.get("consulted") == ["false"] else [*found, "tier"]

    @property
    def day(self) -> Edtf | None:
        """Up to when it can know: the day it was published, else the day it was read; None where neither is known."""
        return next((when for when in (self.date, self.read) if when and when.latest), None)

    def opening(self, at: str | None) -> str:
        """The words that the paragraph of a locator opens with, where they are known."""
        first = (at or "").partition("-")[0]
        return next((p.opens for p in self.paragraphs if str(p.at) == first), "")
