"""The map, as the exhibit's own file asks for it: its view, its marks, and the days on which it opens."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from exhibit.model.claims import Many
from exhibit.model.forms import Form, Slug
from exhibit.model.numbers import Number
from exhibit.model.own import Own
from exhibit.model.references import Ref, Text
from exhibit.model.told import told

Day = Annotated[
    str, Field(pattern=r"^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}$"), Form("is not a day such as 1963-05-10")
]
"""A day of the Gregorian calendar."""


class Label(Own):
    """Where the mark of a state stands on the map, if not in its middle."""

    state: Annotated[str, Ref(("countries",)), told("Whose mark it is.", "northland")]
    x: Annotated[Number, Field(ge=-200, le=200), told("How far to the right of its middle.", "12")] = 0
    y: Annotated[Number, Field(ge=-200, le=200), told("How far below its middle.", "-8")] = 0
    named: Annotated[
        bool, told("true where it is too small for its name and is named all the same.", "true")
    ] = False


class Inset(Own):
    """A part of the map that is drawn larger beside it."""

    name: Annotated[Text, told("What it is called.", "The lakes")]
    states: Annotated[
        Many[Annotated[str, Ref(("countries",))]],
        told("The states that it shows whole.", "[northland, southland]"),
    ]


class Map(Own):
    """What the map of the atlas shows; without a centre, the states of the exhibit as large as they fit.

    Lengths are units of the picture, which is 920 wide and 600 high.
    """

    name: Annotated[Text, told("What it is called.", "Map of the Lakes")] = "Map"
    geometry: Annotated[
        Slug,
        Form("is not the name of a file of hooks/geometry, such as world"),
        told("Its coasts and borders: a file of hooks/geometry.", "world"),
    ] = "world"
    lat: Annotated[
        Number | None, Field(ge=-90, le=90), told("The latitude of its centre, in degrees.", "5")
    ] = None
    lon: Annotated[
        Number | None, Field(ge=-180, le=180), told("The longitude of its centre, in degrees.", "20")
    ] = None
    scale: Annotated[
        Number, Field(ge=0.001, le=10), told("How many units of the picture a kilometre has.", "0.08")
    ] = 0.08
    x: Annotated[Number, Field(ge=0, le=920), told("How far from the left the centre stands.", "460")] = 460
    y: Annotated[Number, Field(ge=0, le=600), told("How far from the top the centre stands.", "300")] = 300
    labels: Annotated[Many[Label], told("Marks that stand aside.", "[{state: northland, x: 12, y: -8}]")] = []
    inset: Annotated[
        Inset | None,
        told(
            "A part that is drawn larger beside the map at the entrance.",
            "{name: The lakes, states: [northland]}",
        ),
    ] = None
    stills: Annotated[
        Many[Day],
        told(
            "The days whose maps stand at the entrance, in order of time; the map that plays opens on the last one.",
            "['1963-05-10', '1970-06-01']",
        ),
    ] = []
