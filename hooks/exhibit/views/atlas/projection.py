"""The Lambert azimuthal equal-area projection on a sphere: equal areas stay equal everywhere.

J. P. Snyder, *Map Projections: A Working Manual*, U.S. Geological Survey Professional Paper 1395
(Washington, 1987), pages 182 to 190: equations 22-4 and 24-2.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import acos, atan2, cos, degrees, hypot, radians, sin, sqrt

EARTH = 6371.0072
"""The radius of a sphere that has the area of the earth (authalic radius of WGS 84), in kilometres."""


@dataclass(frozen=True)
class Projection:
    """A view of the sphere: lat and lon of its centre in degrees; scale in map units a kilometre."""

    lat: float
    lon: float
    scale: float = 1.0

    def forward(self, lat: float, lon: float) -> tuple[float, float]:
        """Where a point of the earth (degrees) stands, in map units from the centre: x east, y north.

        Raises ValueError for the point opposite the centre, which has no place.
        """
        middle, north, east = radians(self.lat), radians(lat), radians(lon - self.lon)
        cosine = sin(middle) * sin(north) + cos(middle) * cos(north) * cos(east)
        if 1 + cosine < 1e-12:
            raise ValueError(f"{lat}, {lon} lies opposite the centre")
        k = EARTH * self.scale * sqrt(2 / (1 + cosine))
        x = k * cos(north) * sin(east)
        y = k * (cos(middle) * sin(north) - sin(middle) * cos(north) * cos(east))
        return x, y

    def angle(self, lat: float, lon: float) -> float:
        """How far a point of the earth is from the centre, in degrees of arc."""
        middle, north, east = radians(self.lat), radians(lat), radians(lon - self.lon)
        cosine = sin(middle) * sin(north) + cos(middle) * cos(north) * cos(east)
        return degrees(acos(max(-1.0, min(1.0, cosine))))


def middle(points: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """The middle of points of the earth, in degrees: the direction of the mean of their directions."""
    x = y = z = 0.0
    for lat, lon in points:
        north, east = radians(lat), radians(lon)
        x, y, z = x + cos(north) * cos(east), y + cos(north) * sin(east), z + sin(north)
    return degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x))
