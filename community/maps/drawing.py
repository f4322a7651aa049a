"""A map of places: what the template draws, in whole numbers and few elements."""

from collections.abc import Iterable
from dataclasses import dataclass

from .frames import FRANCE, OVERSEAS, Frame, Region, bounds, region_of
from .labels import place

WIDTH = 480
FRANCE_HEIGHT = 452
#: Three insets a row; the name of the territory stands at the foot of each.
INSET_WIDTH, INSET_HEIGHT, GAP, CAPTION = 152, 104, 12, 26
PADDING = 8


@dataclass(frozen=True)
class Place:
    """Something to show on a map. Without coordinates it is not drawn."""

    label: str
    url: str
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True)
class Mark:
    """A place as it is drawn; ``named`` is false when the frame's own caption says its name."""

    place: Place
    x: int
    y: int
    text_x: int
    text_y: int
    anchor: str
    named: bool


@dataclass(frozen=True)
class Caption:
    """The name of an inset."""

    text: str
    x: int
    y: int


@dataclass(frozen=True)
class Drawing:
    """A map: ``land`` and ``frames`` are the data of two SVG paths."""

    width: int
    height: int
    land: str
    frames: str
    captions: list[Caption]
    marks: list[Mark]


def draw(places: Iterable[Place]) -> Drawing | None:
    """Return the map of ``places``, ``None`` when none has coordinates.

    Metropolitan France is drawn when something stands there; below it, an inset for each
    overseas territory and each city abroad that is used, at scales of their own.
    """
    at_home: list[Place] = []
    insets: dict[str, tuple[Region, list[Place]]] = {}
    for one in places:
        if one.latitude is None or one.longitude is None:
            continue
        region = region_of(one.longitude, one.latitude)
        if region is FRANCE:
            at_home.append(one)
        else:
            region = region or _abroad(one)
            insets.setdefault(region.name, (region, []))[1].append(one)
    if not at_home and not insets:
        return None
    land, boxes, captions, marks = "", "", [], []
    top = 0
    if at_home:
        frame = _frame(FRANCE, 0, 0, WIDTH, FRANCE_HEIGHT)
        land += frame.path(FRANCE.rings)
        marks += _marks(at_home, frame, (0, 0, WIDTH, FRANCE_HEIGHT), "")
        top = FRANCE_HEIGHT + GAP
    order = [region.name for region in OVERSEAS]
    ordered = sorted(insets, key=lambda name: order.index(name) if name in order else len(order))
    for number, name in enumerate(ordered):
        region, inside = insets[name]
        x = (number % 3) * (INSET_WIDTH + GAP)
        y = top + (number // 3) * (INSET_HEIGHT + GAP)
        frame = _frame(region, x, y, INSET_WIDTH, INSET_HEIGHT - CAPTION)
        land += frame.path(region.rings)
        boxes += f"M{x + 1} {y + 1}h{INSET_WIDTH - 2}v{INSET_HEIGHT - 2}h-{INSET_WIDTH - 2}z"
        captions.append(Caption(name, x + INSET_WIDTH // 2, y + INSET_HEIGHT - 10))
        box = (x, y, x + INSET_WIDTH, y + INSET_HEIGHT - CAPTION)
        marks += _marks(inside, frame, box, name)
    rows = -(-len(ordered) // 3)
    height = top + rows * (INSET_HEIGHT + GAP) - GAP if rows else FRANCE_HEIGHT
    return Drawing(WIDTH, height, land, boxes, captions, marks)


def _abroad(one: Place) -> Region:
    """A frame without an outline around a city abroad, called after it."""
    longitude, latitude = one.longitude or 0, one.latitude or 0
    return Region(one.label, (longitude - 1, latitude - 1, longitude + 1, latitude + 1))


def _frame(region: Region, x: int, y: int, width: int, height: int) -> Frame:
    world = bounds(region.rings) if region.rings else region.holds
    return Frame(x + PADDING, y + PADDING, width - 2 * PADDING, height - 2 * PADDING, world)


def _marks(
    places: list[Place], frame: Frame, inside: tuple[float, float, float, float], caption: str
) -> list[Mark]:
    points = [frame.point(one.longitude or 0, one.latitude or 0) for one in places]
    # One alone whose name is that of its frame needs no second label.
    named = [len(places) > 1 or one.label.casefold() != caption.casefold() for one in places]
    rows = list(zip(places, points, named, strict=True))
    labels = iter(
        place(
            [(x, y, one.label) for one, (x, y), shown in rows if shown],
            inside,
            [point for _one, point, shown in rows if not shown],
        )
    )
    marks = []
    for one, (x, y), shown in rows:
        label = next(labels) if shown else None
        at = (round(label.x), round(label.y), label.anchor) if label else (0, 0, "middle")
        marks.append(Mark(one, round(x), round(y), *at, shown))
    return marks
