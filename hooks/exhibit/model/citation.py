"""Citation: where a source says something."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field, model_validator

from exhibit.model.locators import LOCATOR
from exhibit.model.part import Keys, Model
from exhibit.model.references import OneLine, Ref
from exhibit.model.told import told


class Citation(Model):
    """Where a source says it. Written short as ``source#37`` or whole as a mapping.

    at: the locator: ``37`` a paragraph, ``p7`` a page, ``art3`` an article, ``s2`` a section;
        ``37-39`` a range.
    phrase: a few words found there, shown with the number and used to jump to the place.
    via: the source on which our source rests.
    """

    MATCHED_BY: ClassVar[Keys] = (("source", "at", "via"), ("source", "at"), ("source",))

    source: Annotated[str, Ref(("sources",))] = told("The id of a file in data/sources/.", "gazette")
    at: Annotated[str, Field(pattern=LOCATOR)] | None = told(
        "Where in the source: 37 a paragraph, p7 a page, art3 an article, s2 a section, 37-39 a range.",
        "37",
        default=None,
        word="place in it",
    )
    phrase: Annotated[str, Field(min_length=1, max_length=120), OneLine] | None = told(
        "A few words found there, by which a reader can jump to the place.",
        "on the tenth of May",
        default=None,
        word="words quoted",
    )
    via: Annotated[str, Ref(("sources",))] | None = told(
        "The source on which that source rests, where it says so.",
        "memoir",
        default=None,
        word="source behind it",
    )

    @model_validator(mode="before")
    @classmethod
    def _from_short_form(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        source, hash_, at = value.partition("#")
        if source.startswith("["):  # as in prose; its source, which none is, is told with the place
            at = at.removesuffix("]")
        return {"source": source, "at": at} if hash_ else {"source": source}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        short = {"type": "string", "description": "source or source#locator, as in gazette#37"}
        return {"anyOf": [short, handler(schema)]}
