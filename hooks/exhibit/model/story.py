"""The story: what an exhibit says of itself in ``data/exhibit.yml``, so that the engine need not know it.

Since when it runs, what its map shows, the marks and colours of its organisations, which pairs have pages,
what its book holds, and what the sources are called that it tells whole. All of it may be left out.
"""

from __future__ import annotations

from functools import cached_property
from typing import Annotated

from pydantic import AfterValidator, Field

from exhibit.model.claims import Many
from exhibit.model.forms import Form, Slug
from exhibit.model.map import Map
from exhibit.model.numbers import Whole
from exhibit.model.own import Own
from exhibit.model.references import ANY, Ref, Text
from exhibit.model.terms_of_pictures import Licence
from exhibit.model.told import told
from exhibit.model.vocabulary import Term

Colour = Annotated[
    str, Field(pattern=r"^#[0-9a-f]{6}$"), Form("is not a colour in six figures such as #0b4f8a")
]
"""A colour of the sRGB space as six hexadecimal digits, as CSS writes it."""

Year = Annotated[Whole, Field(ge=1000, le=2999)]
"""A year of the Gregorian calendar, as a date of the exhibit begins with."""

PagePath = Annotated[
    str,
    Field(pattern=r"^[a-z0-9][a-z0-9-]*(/[a-z0-9-]+)*(\.md|/)$"),
    Form("is not a page such as about/index.md, nor a folder such as galleries/"),
]
"""A page below docs/ or one that the exhibit makes, or a folder of them, which ends in a slash."""


def _open(licence: Licence) -> Licence:
    """The licence itself. Raises ValueError for a term that names none."""
    if not licence.address:
        raise ValueError(
            f"'{licence.value}' names no licence that others can read; write the one they take it under"
        )
    return licence


OpenLicence = Annotated[Licence, AfterValidator(_open)]
"""A licence with a text of its own."""


class Shape(Term):
    """The outline of an organisation's mark."""

    TRIANGLE = "triangle", "Triangle", "a triangle that stands on its tip"
    PENTAGON = "pentagon", "Pentagon", "five sides"
    CIRCLE = "circle", "Circle", "a circle"
    LOZENGE = "lozenge", "Lozenge", "a square that stands on its tip"
    HEXAGON = "hexagon", "Hexagon", "six sides"
    SQUARE = "square", "Square", "a square"
    STAR = "star", "Star", "a star with four points"


class Filling(Term):
    """What fills the outline of an organisation's mark."""

    OUTLINE = "outline", "Outline", "nothing"
    HALF = "half", "Half", "its left half"
    FULL = "full", "Full", "all of it"
    DOT = "dot", "Dot", "a dot"
    CROSS = "cross", "Cross", "a cross"
    BAR = "bar", "Bar", "a bar"


class Mark(Own):
    """The mark of an organisation, with its colour on light and on dark pages."""

    organisation: Annotated[str, Ref(("organisations",)), told("Whose mark it is.", "river-league")]
    shape: Annotated[Shape, told("Its outline.", "circle")]
    filling: Annotated[Filling, told("What fills it.", "full")]
    light: Annotated[Colour | None, told("Its colour on light pages.", "'#0b4f8a'")] = None
    dark: Annotated[Colour | None, told("Its colour on dark pages.", "'#7fb6ee'")] = None


class Pairs(Own):
    """Of what there is a page for each pair."""

    organisations: Annotated[
        Many[Annotated[str, Ref(("organisations",))]],
        told("The organisations that are compared, two by two.", "[river-league, lake-pact]"),
    ] = []
    states: Annotated[
        Many[Annotated[str, Ref(("countries",))]],
        told("The states that are compared, two by two.", "[northland, southland]"),
    ] = []


class ToldWhole(Own):
    """What the sources that are told whole (``complete: true``) are called, together and one by one."""

    title: Annotated[Text, told("The title of their page.", "Two reports, one day")] = (
        "The sources side by side"
    )
    called: Annotated[Text, told("What they are called within a sentence.", "the two reports")] = (
        "the sources"
    )
    one: Annotated[Text, told("What one of them is.", "report")] = "source"
    page: Annotated[
        Slug,
        Form("is not an address: lower-case letters, digits and single hyphens"),
        told("The address of their page.", "two-reports"),
    ] = "side-by-side"
    otherwise: Annotated[
        str | None,
        Ref(("organisations",)),
        told(
            "Under which organisation stands what belongs to none; else it stands by itself.", "world-union"
        ),
    ] = None


class BookPart(Own):
    """A part of the book, with its pages one after another."""

    title: Annotated[Text, told("What it is called.", "How to read it")]
    pages: Annotated[
        Many[PagePath], told("Its pages; a folder is all its pages in the navigation.", "[about/index.md]")
    ]


class BookPlan(Own):
    """What the printed book holds besides the items, the disputes, the bibliography and the index."""

    before: Annotated[
        Many[BookPart], told("What comes before the items.", "[{title: About, pages: [about/index.md]}]")
    ] = []
    after: Annotated[
        Many[BookPart], told("What comes after them.", "[{title: Lineage, pages: [lineage.md]}]")
    ] = []
    maps: Annotated[
        Many[Year], told("At the end of which years its map is drawn, besides today's.", "[1970]")
    ] = []


class Foremost(Own):
    """A dispute that matters most, told before all others."""

    item: Annotated[str, Ref(ANY), told("Of what.", "river-charter")]
    about: Annotated[
        str, Field(max_length=300), told("Which of its points: as the page of disputes heads it.", "Signed")
    ]
    text: Annotated[
        Text,
        told(
            "In two sentences, what is disputed and what would change with it.",
            "The charter bears a day in June, and a report of the time one in May. The League is a month older by the second.",
        ),
    ]


class Story(Own):
    """What is this exhibit's own and not the engine's."""

    since: Annotated[
        Year | None,
        told(
            "The year with which it begins; where it is left out, that of the first dated thing.",
            "1963",
        ),
    ] = None
    map: Annotated[Map, told("What the map shows.", "{lat: 5, lon: 20, scale: 0.08}")] = Map()
    pairs: Annotated[Pairs, told("What is compared.", "{organisations: [river-league, lake-pact]}")] = Pairs()
    marks: Annotated[
        Many[Mark],
        told(
            "The marks of its organisations.",
            "[{organisation: river-league, shape: circle, filling: full}]",
        ),
    ] = []
    told_whole: Annotated[
        ToldWhole, told("What the sources told whole are called.", "{called: the two reports, one: report}")
    ] = ToldWhole()
    foremost: Annotated[
        Many[Foremost],
        told(
            "The disputes that matter most, in their order.",
            "[{item: river-charter, about: Signed, text: The charter bears a day in June. A report has May.}]",
        ),
    ] = []
    licence: Annotated[
        OpenLicence | None,
        told("The licence under which others may take its data and text.", "cc by 4.0"),
    ] = None
    book: Annotated[BookPlan, told("What the printed book holds.", "{maps: [1970]}")] = BookPlan()

    @cached_property
    def mark_of(self) -> dict[str, Mark]:
        """The marks by organisation."""
        return {mark.organisation: mark for mark in self.marks}
