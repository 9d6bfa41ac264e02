"""Pictures: what an item is shown by, in words too, and whose picture it is."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from pydantic import Field

from exhibit.model.claims import Cited
from exhibit.model.forms import Form
from exhibit.model.part import Keys
from exhibit.model.references import ID, OneLine, Text
from exhibit.model.terms_of_pictures import Licence
from exhibit.model.told import told
from exhibit.problems.suggestion import fold

ENDINGS = ("jpg", "png")
"""The formats in which a picture is handed in, by the ending of its name."""
NAME = rf"^{ID}\.({'|'.join(ENDINGS)})$"
"""The name of a picture's file: words joined by hyphens, and the format."""


def meant_name(text: str) -> str:
    """The name that is meant by one of another form; empty where that cannot be told."""
    stem, _, ending = re.split(r"[\\/]", text)[-1].rpartition(".")
    ending = {"jpeg": "jpg", "jpe": "jpg"}.get(ending.lower(), ending.lower())
    return f"{fold(stem)}.{ending}" if fold(stem) and ending in ENDINGS else ""


PictureName = Annotated[
    str,
    Field(pattern=NAME),
    Form(
        "is not the name of a file in data/pictures: words joined by hyphens, then .jpg or .png", meant_name
    ),
]


class ItemPicture(Cited):
    """A photograph, a page of a document, a drawing.

    file: in data/pictures; alt: what is to be seen, in words; caption: what stands below it; credit: whose it is.
    """

    INHERITS: ClassVar[bool] = False
    MATCHED_BY: ClassVar[Keys] = (("file",), ("alt",))
    WORTH_SAYING: ClassVar[tuple[str, ...]] = ("credit", "licence")

    file: PictureName = told("The name of its file in data/pictures/.", "ford-1968-signing.jpg")
    alt: Annotated[str, Field(min_length=1, max_length=300), OneLine] = told(
        "What is to be seen, for those who do not see it.",
        "Six men at a long table; the third from the left signs.",
        word="words in its place",
    )
    caption: Text | None = told(
        "What stands below it: who, where, when, as far as the source says.",
        "The signing of the charter at Ford.",
        default=None,
    )
    credit: Text = told("Whose picture it is, as its holder wants to be named.", "A. Author / River Archive")
    licence: Licence = told("Under which licence it stands.", "cc by-sa 4.0")

    def called(self, named: str) -> str:
        return f"picture {self.file}"

    @property
    def in_change(self) -> str:
        return f"picture {self.file}"
