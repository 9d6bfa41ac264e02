"""What every item has: names, sources, an account; and the spans and seats that parts of items share."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from exhibit.model import vocabulary as v
from exhibit.model.claims import Cited
from exhibit.model.dates import Edtf
from exhibit.model.fields import DateField, Point, Refs
from exhibit.model.references import Prose, Ref, Slug, Text

Url = Annotated[str, Field(pattern=r"^https?://[^\s<>\"'\\^`{|}]+$", max_length=2000)]


class Name(Cited):
    """A name: with language (BCP 47), script (ISO 15924) and span of use.

    A plain name needs no citation; one that has ``cite`` is that source's claim.
    """

    INHERITS: ClassVar[bool] = False

    text: Text
    lang: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")] = "en"
    script: Annotated[str, Field(pattern=r"^[A-Z][a-z]{3}$")] | None = None
    kind: v.NameKind = v.NameKind.VARIANT
    start: Edtf | None = Field(default=None, alias="from")
    end: Edtf | None = Field(default=None, alias="to")


class Item(Cited):
    """What every item has.

    title: the name the exhibit uses. summary: one plain sentence for lists.
    account: the story in prose. points: further statements, each with its sources.
    aliases: earlier ids, which redirect.
    """

    COLLECTION: ClassVar[str] = ""
    SINGULAR: ClassVar[str] = ""

    id: str
    title: Text
    names: list[Name] = []
    summary: Text | None = None
    account: Prose | None = None
    points: list[Point] = []
    see: Refs = []
    wikidata: Annotated[str, Field(pattern=r"^Q[1-9][0-9]*$")] | None = None
    aliases: list[Slug] = []

    @property
    def short(self) -> str:
        """The English abbreviation without a citation of its own, or the title."""
        for name in self.names:
            if name.kind is v.NameKind.SHORT and name.lang == "en" and not name.cite and not name.end:
                return name.text
        return self.title


class Span(Cited):
    """A half-open span [from, to): from is in, to is the first day out."""

    start: DateField | None = Field(default=None, alias="from")
    end: DateField | None = Field(default=None, alias="to")


class Seat(Span):
    """Where a body, an organisation or a state had its seat."""

    place: Annotated[str, Ref(("places",), "Seat of")]
