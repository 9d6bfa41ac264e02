"""Places, each with its point."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from exhibit.model.item import Item, told_summary, told_title
from exhibit.model.numbers import LARGEST, Number, Whole
from exhibit.model.references import Ref, Text
from exhibit.model.told import told


class Place(Item, collection="places", singular="place", plural="Places", found_by_name=True):
    """A place with its point: latitude and longitude in degrees (WGS 84)."""

    title: Text = told_title("Ford")
    summary: Text | None = told_summary("The largest city of Southland.", default=None)
    country: Annotated[str, Ref(("countries",), "Places")] | None = told(
        "The country in which it lies today.", "southland", default=None, label="Country", column=True
    )
    lat: Annotated[Number, Field(ge=-90, le=90)] | None = told(
        "Latitude in degrees, north positive.", "5.25", default=None, word="latitude", label="Coordinates"
    )
    lon: Annotated[Number, Field(ge=-180, le=180)] | None = told(
        "Longitude in degrees, east positive.", "20.5", default=None, word="longitude"
    )
    geonames: Annotated[Whole, Field(ge=1, le=LARGEST)] | None = told(
        "Its number in GeoNames.", "1234567", default=None, word="GeoNames number", label="GeoNames"
    )
