"""The frames of a map: metropolitan France, overseas territories, cities abroad."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians

from . import outlines
from .outlines import Ring

Box = tuple[float, float, float, float]  # west, south, east, north, in degrees


@dataclass(frozen=True)
class Region:
    """A part of the world drawn in one frame; ``holds`` tells which places belong to it."""

    name: str
    holds: Box
    rings: tuple[Ring, ...] = ()

    def contains(self, longitude: float, latitude: float) -> bool:
        """Return whether a place is drawn in this frame."""
        west, south, east, north = self.holds
        return west <= longitude <= east and south <= latitude <= north


FRANCE = Region("France", (-5.3, 41.2, 9.8, 51.3), (outlines.MAINLAND, outlines.CORSICA))
OVERSEAS = (
    Region("Guadeloupe", (-62.0, 15.8, -60.95, 16.6), outlines.GUADELOUPE),
    Region("Martinique", (-61.4, 14.3, -60.7, 15.0), outlines.MARTINIQUE),
    Region("Guyane", (-54.8, 2.0, -51.5, 6.0), outlines.GUYANE),
    Region("La Réunion", (55.1, -21.5, 56.0, -20.8), outlines.REUNION),
    Region("Mayotte", (44.9, -13.1, 45.4, -12.5), outlines.MAYOTTE),
    Region("Nouvelle-Calédonie", (158.0, -23.5, 172.5, -18.0), outlines.NEW_CALEDONIA),
    Region("Polynésie française", (-155.0, -28.5, -134.0, -7.0), outlines.TAHITI),
    Region("St-Pierre-et-Miquelon", (-57.0, 46.5, -56.0, 47.3), outlines.SAINT_PIERRE),
    Region("Wallis-et-Futuna", (-179.0, -15.0, -175.0, -12.5)),
)


def region_of(longitude: float, latitude: float) -> Region | None:
    """Return the frame a place is drawn in, ``None`` for a place abroad."""
    regions = (FRANCE, *OVERSEAS)
    return next((region for region in regions if region.contains(longitude, latitude)), None)


@dataclass(frozen=True)
class Frame:
    """A rectangle of the drawing and the part of the world that fills it, centred.

    Equirectangular, narrowed by the cosine of the latitude in the middle: at the size of a
    territory, nobody sees the difference with a conformal projection.
    """

    x: float
    y: float
    width: float
    height: float
    world: Box

    @property
    def narrowing(self) -> float:
        """How much shorter a degree of longitude is than one of latitude."""
        return cos(radians((self.world[1] + self.world[3]) / 2))

    @property
    def scale(self) -> float:
        """Units of the drawing for a degree of latitude."""
        west, south, east, north = self.world
        return min(self.width / ((east - west) * self.narrowing), self.height / (north - south))

    def point(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where a place stands; what lies outside is brought to the edge."""
        west, south, east, north = self.world
        longitude, latitude = min(max(longitude, west), east), min(max(latitude, south), north)
        right = (longitude - (west + east) / 2) * self.narrowing * self.scale
        up = (latitude - (south + north) / 2) * self.scale
        return self.x + self.width / 2 + right, self.y + self.height / 2 - up

    def path(self, rings: Iterable[Ring]) -> str:
        """Return the outlines as the data of an SVG path, in whole units."""
        drawn = ([self.point(*point) for point in ring] for ring in rings)
        return "".join(
            "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in points) + "Z" for points in drawn
        )


def bounds(rings: Iterable[Ring]) -> Box:
    """Return the box around some outlines."""
    points = [point for ring in rings for point in ring]
    longitudes, latitudes = [point[0] for point in points], [point[1] for point in points]
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)
