"""Cover drawings of the demo: stones, small and plain, well joined.

One public function, :func:`draw`, turns a key such as ``edition-2018`` or ``defi-3`` into a WebP
picture. Everything is drawn by this script with Pillow: no picture comes from elsewhere.
The same key always gives the same picture (with the same Pillow).
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Sequence
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

Point = tuple[float, float]
Outline = list[Point]
Stone = tuple[Outline, str]

WIDTH, HEIGHT = 1600, 900
SCALE = 2  # drawn at twice the size, then reduced, for smooth edges

PAPER = "#F6F1E7"
HALO = "#EEE3CF"
LIMESTONE = ("#EADFCB", "#E0D2B9", "#D6C6A9", "#E5D9C4", "#CDBD9F")
MIST = ("#C3C8C8", "#AEB7BA", "#D3D6D2")
EARTH = "#DCCFB4"
SLATE = ("#33424F", "#465765", "#5C6D7A")
OCHRE, CORAL, TEAL = "#B7791F", "#C8553D", "#2F7A6E"
HUES = (OCHRE, CORAL, TEAL)
TINTS = {OCHRE: "#F0DDB4", CORAL: "#F3D3C6", TEAL: "#CFE1D9"}


class Scene:
    """A sheet of paper on which shapes are laid, in units of the final picture (pixels)."""

    def __init__(self, key: str) -> None:
        self.rng = Random(key)
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), PAPER)
        self.pen = ImageDraw.Draw(self.image)

    def disc(self, x: float, y: float, radius: float, colour: str) -> None:
        """Fill a disc centred on (x, y)."""
        box = [
            (x - radius) * SCALE,
            (y - radius) * SCALE,
            (x + radius) * SCALE,
            (y + radius) * SCALE,
        ]
        self.pen.ellipse(box, fill=colour)

    def area(self, outline: Sequence[Point], colour: str) -> None:
        """Fill a flat shape, without volume or shadow: ground, sea, far hills."""
        self.pen.polygon(_scaled(outline), fill=colour)

    def thread(self, path: Sequence[Point], colour: str, width: float = 4) -> None:
        """Draw a thread through the points of `path`, with round ends."""
        points = _scaled(path)
        self.pen.line(points, fill=colour, width=round(width * SCALE), joint="curve")
        for x, y in (path[0], path[-1]):
            self.disc(x, y, width / 2, colour)

    def lay(self, stones: Sequence[Stone], shadow: float = 10) -> None:
        """Lay stones together: one soft shadow under them all, then each with its own volume."""
        if shadow:
            self._shadow(stones, shadow)
        for outline, colour in stones:
            self._stone(outline, colour)

    def _shadow(self, stones: Sequence[Stone], reach: float) -> None:
        quarter = (WIDTH // 2, HEIGHT // 2)  # a blur needs no detail: work small, then enlarge
        mask = Image.new("L", quarter, 0)
        pen = ImageDraw.Draw(mask)
        for outline, _ in stones:
            pen.polygon([((x + reach * 0.5) / 2, (y + reach) / 2) for x, y in outline], fill=62)
        mask = mask.filter(ImageFilter.GaussianBlur(reach / 2)).resize(
            self.image.size, Image.Resampling.BICUBIC
        )
        self.image.paste(Image.new("RGB", self.image.size, "#4A3B28"), (0, 0), mask)

    def _stone(self, outline: Outline, colour: str) -> None:
        points = _scaled(outline)
        left, top = (math.floor(min(axis)) - 1 for axis in zip(*points, strict=True))
        right, bottom = (math.ceil(max(axis)) + 1 for axis in zip(*points, strict=True))
        size = (max(right - left, 1), max(bottom - top, 1))
        fine = Image.new("L", (size[0] * 2, size[1] * 2), 0)
        ImageDraw.Draw(fine).polygon([((x - left) * 2, (y - top) * 2) for x, y in points], fill=255)
        shape = fine.resize(size, Image.Resampling.BOX)
        light, dark = _mix(colour, "#FFFFFF", 0.10), _mix(colour, "#2B2118", 0.09)
        fall = Image.linear_gradient("L").resize(size)
        face = Image.composite(Image.new("RGB", size, dark), Image.new("RGB", size, light), fall)
        pen = ImageDraw.Draw(face)
        area = size[0] * size[1] / SCALE**2
        for _ in range(min(26, int(area / 1500))):  # the flecks of a shelly limestone
            x, y = self.rng.uniform(0, size[0]), self.rng.uniform(0, size[1])
            long, flat = self.rng.uniform(3, 8), self.rng.uniform(1.5, 3)
            fleck = _mix(colour, self.rng.choice(("#FFFFFF", "#2B2118")), 0.16)
            pen.ellipse([x - long, y - flat, x + long, y + flat], fill=fleck)
        rim = ImageChops.subtract(shape, ImageChops.offset(shape, 0, 2 * SCALE))
        ImageDraw.Draw(rim).rectangle([0, size[1] - 1, size[0], size[1]], fill=0)
        face.paste(Image.new("RGB", size, _mix(colour, "#FFFFFF", 0.34)), (0, 0), rim)
        self.image.paste(face, (left, top), shape)

    def webp(self) -> bytes:
        """The finished picture as WebP bytes."""
        small = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        out = io.BytesIO()
        small.save(out, "WEBP", quality=84, method=6)
        return out.getvalue()


def draw(key: str) -> bytes:
    """Draw the cover called `key` and return a 1600 × 900 WebP.

    The part before the first hyphen chooses the family (edition, campus, defi, method, news), the
    rest the composition. An unknown key gets a composition in the manner of the défis; never an
    error.
    """
    family, _, name = key.partition("-")
    scene = Scene(key)
    _FAMILIES.get(family, _defi)(scene, name)
    return scene.webp()


# Shapes


def _scaled(outline: Sequence[Point]) -> list[Point]:
    return [(x * SCALE, y * SCALE) for x, y in outline]


def _mix(colour: str, other: str, share: float) -> str:
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _rounded(corners: Sequence[Point], radius: float) -> Outline:
    """Soften each corner with a short curve, as a chisel and the rain would."""
    outline: Outline = []
    for index, (x, y) in enumerate(corners):
        before, after = corners[index - 1], corners[(index + 1) % len(corners)]
        ends = []
        for ox, oy in (before, after):
            far = math.dist((x, y), (ox, oy)) or 1
            step = min(radius, far * 0.45) / far
            ends.append((x + (ox - x) * step, y + (oy - y) * step))
        outline += _curve(ends[0], (x, y), ends[1], 8)
    return outline


def _curve(start: Point, pull: Point, end: Point, steps: int = 40) -> Outline:
    """Points of the quadratic curve from `start` to `end`, drawn towards `pull`."""
    points = []
    for step in range(steps + 1):
        t = step / steps
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        points.append(
            (a * start[0] + b * pull[0] + c * end[0], a * start[1] + b * pull[1] + c * end[1])
        )
    return points


def _block(
    rng: Random, x: float, y: float, width: float, height: float, wear: float = 3.5
) -> Outline:
    """A dressed stone, slightly out of true, its top-left corner at (x, y)."""
    corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    worn = [(cx + rng.uniform(-wear, wear), cy + rng.uniform(-wear, wear)) for cx, cy in corners]
    return _rounded(worn, min(width, height) * 0.16)


def _pebble(rng: Random, x: float, y: float, radius: float, flat: float = 0.78) -> Outline:
    """A field stone: an uneven polygon of five to seven sides, wider than tall."""
    sides, turn = rng.randint(5, 7), rng.uniform(0, math.tau)
    corners = []
    for side in range(sides):
        angle = turn + math.tau * (side + rng.uniform(-0.16, 0.16)) / sides
        reach = radius * rng.uniform(0.9, 1.08)
        corners.append((x + reach * math.cos(angle), y + reach * flat * math.sin(angle)))
    return _rounded(corners, radius * 0.34)


def _turned(outline: Outline, degrees: float) -> Outline:
    """The same outline turned about its middle."""
    cx = sum(x for x, _ in outline) / len(outline)
    cy = sum(y for _, y in outline) / len(outline)
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [
        (cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos)
        for x, y in outline
    ]


def _arch(x: float, y: float, inner: float, outer: float, count: int) -> list[Outline]:
    """The stones of a round arch springing from (x, y), from left to right."""
    stones = []
    for index in range(count):
        start, end = (math.pi * (1 + (index + edge) / count) for edge in (0.018, 0.982))
        rise = [start + (end - start) * step / 6 for step in range(7)]
        upper = [(x + outer * math.cos(a), y + outer * math.sin(a)) for a in rise]
        lower = [(x + inner * math.cos(a), y + inner * math.sin(a)) for a in reversed(rise)]
        stones.append(_rounded(upper + lower, 7))
    return stones


def _course(
    rng: Random, left: float, right: float, y: float, height: float, start: float | None = None
) -> list[Outline]:
    """One course of stones between two abscissas, with a mortar joint of nine pixels."""
    stones, x = [], left
    first = start
    while right - x > height * 0.7:
        width = first or height * rng.uniform(1.15, 2.5)
        first = None
        if right - x - width < height * 0.8:
            width = right - x
        stones.append(_block(rng, x, y, width - 9, height - 9))
        x += width
    return stones


def _neutral(rng: Random) -> str:
    return rng.choice(LIMESTONE * 3 + MIST * 2 + SLATE[2:])


def _hills(scene: Scene, y: float, swell: float, length: float, colour: str) -> None:
    """A rolling line of hills, filled down to the bottom of the sheet."""
    shift = scene.rng.uniform(0, math.tau)
    crest = [
        (
            x,
            y
            - swell * math.sin(x / length + shift)
            - swell * 0.4 * math.sin(2.3 * x / length + shift),
        )
        for x in range(-20, WIDTH + 40, 20)
    ]
    scene.area([*crest, (WIDTH + 20, HEIGHT), (-20, HEIGHT)], colour)


def _sea(scene: Scene, top: float, colour: str, line: str) -> None:
    """Water from `top` to the bottom, its level lines thinner towards the horizon."""
    scene.area([(0, top), (WIDTH, top), (WIDTH, HEIGHT), (0, HEIGHT)], colour)
    y, gap = top + 22, 20.0
    while y < HEIGHT:
        x = scene.rng.uniform(-200, 200)
        while x < WIDTH:
            length = scene.rng.uniform(120, 420)
            scene.thread([(x, y), (x + length, y)], line, 2 + (y - top) / 140)
            x += length + scene.rng.uniform(160, 520)
        y, gap = y + gap, gap * 1.22


# Compositions


def _edition(scene: Scene, name: str) -> None:
    """A wall that gains courses, colours and at last an arch, from one edition to the next."""
    rng = scene.rng
    step = {"2016": 0, "2017": 1, "2018": 2}.get(name, 3)
    sun = (1130 - 60 * step, 330 - 20 * step) if step < 3 else (1270, 270)
    scene.disc(*sun, 250 if step < 3 else 170, HALO)
    height, base = 118, 838
    scene.area([(0, base - 8), (WIDTH, base - 8), (WIDTH, HEIGHT), (0, HEIGHT)], EARTH)
    spans = [(90, 1510), (90, 1380), (210, 1250), (210, 1010), (330, 880)][: step + 2]
    if step < 3:
        left = spans[-1][0] + 130
        spans[-1] = (left, left + 330 + 60 * step)
    else:
        spans = [(70, 1530), (70, 1530), (160, 1440), (250, 1240), (250, 760), (330, 560)]
    outlines: list[Outline] = []
    for level, (left, right) in enumerate(spans):
        outlines += _course(rng, left, right, base - height * (level + 1), height)
    stones = [(outline, _neutral(rng)) for outline in outlines]
    if step == 3:  # colours only where the gateway will not hide them
        free = [i for i, (outline, _) in enumerate(stones) if not _within(outline, 520, 1080, 280)]
    else:
        free = list(range(len(stones)))
    for rank, index in enumerate(rng.sample(free, (1, 3, 6, 9)[step])):
        stones[index] = (stones[index][0], HUES[rank % 3])
    scene.lay(stones)
    if step == 3:
        _gateway(scene, base - 9)
    else:  # the stone on its way
        arriving = _turned(_block(rng, sun[0], sun[1] - 80, 210, height), -9)
        scene.lay([(arriving, HUES[step])], shadow=26)


def _within(outline: Outline, left: float, right: float, top: float) -> bool:
    """Whether any point of the outline falls between two abscissas, below `top`."""
    return any(left < x < right and y > top for x, y in outline)


def _gateway(scene: Scene, base: float) -> None:
    """Open a round-headed door in a wall already laid, and frame it with dressed stones."""
    rng, x, spring, inner, outer = scene.rng, 800.0, base - 210, 150.0, 258.0
    joint = 9.0
    reach = outer + joint
    vault = [(x + reach * math.cos(a), spring + reach * math.sin(a)) for a in _angles(90)]
    scene.area([*vault, (x + reach, base), (x - reach, base)], PAPER)
    stones: list[Stone] = []
    tones = (SLATE[0], SLATE[2], MIST[1], MIST[0], CORAL, MIST[0], MIST[1], SLATE[2], SLATE[0])
    stones += zip(_arch(x, spring, inner, outer, 9), tones, strict=True)
    for side in (x - outer, x + inner):
        for level, tone in enumerate((SLATE[1], SLATE[0])):
            top = spring + joint + level * 102
            stones.append((_block(rng, side, top, outer - inner, 99 - joint * level, 2), tone))
    scene.lay(stones)


def _campus(scene: Scene, name: str) -> None:
    """A landscape in a few lines, and a handful of blocks that settle in it."""
    ground = _LANDSCAPES.get(name, _cluny)(scene)
    scene.lay(ground)


def _town(
    rng: Random, x: float, base: float, columns: Sequence[tuple[int, int]], hues: Sequence[str]
) -> list[Stone]:
    """Blocks piled in columns (width, number of blocks) from left to right, standing on `base`."""
    stones: list[Stone] = []
    for width, count in columns:
        y = base
        for _ in range(count):
            height = rng.uniform(58, 92)
            y -= height
            colour = rng.choice(tuple(hues) + LIMESTONE[:3] + LIMESTONE[:3])
            stones.append((_block(rng, x, y, width - 8, height - 8), colour))
        x += width
    return stones


def _cluny(scene: Scene) -> list[Stone]:
    scene.disc(1180, 300, 170, TINTS[OCHRE])
    _hills(scene, 560, 46, 240, "#DAD8C6")
    _hills(scene, 650, 40, 310, "#BFC8B8")
    _hills(scene, 770, 26, 420, "#93A79B")
    stones = _town(
        scene.rng, 430, 776, [(96, 2), (120, 5), (150, 2), (104, 3), (180, 1)], (OCHRE, SLATE[2])
    )
    roof = _rounded([(520, 395), (587, 268), (654, 395)], 8)
    return [*stones, (roof, SLATE[0])]


def _aix(scene: Scene) -> list[Stone]:
    scene.disc(420, 260, 150, TINTS[CORAL])
    ridge = [
        (0, 560),
        (240, 520),
        (470, 440),
        (700, 300),
        (790, 262),
        (900, 290),
        (1040, 330),
        (1250, 410),
    ]
    scene.area([*ridge, (1460, 500), (WIDTH, 530), (WIDTH, HEIGHT), (0, HEIGHT)], "#CDD2D2")
    shade = [
        (790, 262),
        (900, 290),
        (1040, 330),
        (1250, 410),
        (1460, 500),
        (WIDTH, 530),
        (1180, 640),
    ]
    scene.area([*shade, (960, 470)], "#B4BDC1")
    _hills(scene, 660, 24, 330, "#D9C9A2")
    _hills(scene, 765, 20, 250, "#C5A96B")
    columns = [(150, 1), (110, 2), (170, 1), (120, 3), (140, 2), (190, 1)]
    return _town(scene.rng, 360, 790, columns, (OCHRE, OCHRE, CORAL))


def _rennes(scene: Scene) -> list[Stone]:
    scene.disc(1210, 270, 150, HALO)
    _hills(scene, 620, 14, 500, "#D5DACB")
    _hills(scene, 700, 12, 380, "#B5C3B3")
    bank = _curve((0, 812), (700, 740), (WIDTH, 850))
    scene.area(
        [*bank, (WIDTH, 905), *reversed(_curve((0, 872), (720, 800), (WIDTH, 910)))], "#8FA9B3"
    )
    columns = [(150, 1), (130, 3), (160, 2), (120, 4), (150, 2), (140, 2)]
    stones = _town(scene.rng, 380, 748, columns, ())
    for rank, index in enumerate((1, 5, 8, 11, 13, 3)):
        stones[index] = (stones[index][0], (*HUES, *SLATE)[rank])
    return stones


def _strasbourg(scene: Scene) -> list[Stone]:
    scene.disc(560, 280, 160, TINTS[TEAL])
    _hills(scene, 600, 34, 420, "#CBD2CE")
    _hills(scene, 690, 10, 360, "#A9BBB4")
    _sea(scene, 790, "#7F9CA6", "#A9BEC4")
    columns = [(140, 1), (150, 2), (120, 2), (130, 6), (160, 2), (120, 1)]
    stones = _town(scene.rng, 470, 788, columns, (CORAL, CORAL, SLATE[2]))
    top = min(y for outline, _ in stones for _, y in outline)
    return [*stones, (_rounded([(884, top - 8), (940, top - 150), (996, top - 8)], 6), SLATE[0])]


def _martinique(scene: Scene) -> list[Stone]:
    scene.disc(350, 290, 150, TINTS[OCHRE])
    flank = [(380, 700), (560, 640), (730, 540), (860, 410), (940, 318), (985, 292)]
    lee = [(1050, 300), (1092, 330), (1190, 425), (1320, 520), (1470, 590), (WIDTH, 622)]
    scene.area([*flank, *lee, (WIDTH, 800), (380, 800)], "#B5C8BD")
    scene.area([(985, 292), *lee, (WIDTH, 800), (1180, 800), (1075, 520)], "#9DB5A9")
    _hills(scene, 700, 30, 260, "#6F9787")
    _sea(scene, 786, "#4F8790", "#87B0B3")
    columns = [(150, 1), (110, 2), (130, 1), (160, 3), (120, 1), (150, 1)]
    return _town(scene.rng, 300, 784, columns, (CORAL, CORAL, OCHRE))


def _reunion(scene: Scene) -> list[Stone]:
    scene.disc(1330, 240, 130, TINTS[CORAL])
    west = [(0, 640), (180, 592), (330, 496), (455, 366), (530, 282)]
    saddle = [(600, 338), (690, 410), (800, 452), (890, 428), (985, 352), (1040, 318)]
    east = [(1110, 380), (1250, 500), (1430, 588), (WIDTH, 640)]
    scene.area([*west, *saddle, *east, (WIDTH, 800), (0, 800)], "#C4CCCA")
    scene.area([(530, 282), *saddle[:3], (760, 800), (640, 520)], "#ACB7B7")
    scene.area([(1040, 318), *east, (WIDTH, 800), (1240, 800), (1120, 530)], "#ACB7B7")
    _hills(scene, 690, 30, 300, "#86A292")
    _sea(scene, 786, "#4C7285", "#7F9FAC")
    columns = [(150, 1), (120, 1), (170, 2), (130, 1), (150, 3), (120, 2)]
    return _town(scene.rng, 520, 784, columns, (TEAL, TEAL, SLATE[2]))


def _defi(scene: Scene, name: str) -> None:
    """A few field stones held together by threads; one of them carries the hue of the défi."""
    rng = scene.rng
    hue = HUES[(int(name) - 1) % 3] if name.isdecimal() else rng.choice(HUES)
    other = HUES[(HUES.index(hue) + 1 + rng.randrange(2)) % 3]
    count = 6 + rng.randrange(3)
    spots = _spread(rng, count, 285)
    heart = spots[0]
    scene.disc(heart[0] + rng.uniform(-70, 70), heart[1] + rng.uniform(-40, 30), 285, TINTS[hue])
    _threads(scene, spots, _links(spots), hue)
    tones = [hue, SLATE[0], other, *(rng.choice(LIMESTONE + MIST[:2]) for _ in spots[3:])]
    sizes = [166.0, 112.0, 64.0, *(rng.uniform(82, 128) for _ in spots[3:])]
    stones = [
        (_pebble(rng, x, y, size), tone)
        for (x, y), size, tone in zip(spots, sizes, tones, strict=True)
    ]
    scene.lay(stones, shadow=16)
    for (x, y), tone in zip(spots, tones, strict=True):
        scene.disc(x, y, 10, PAPER)
        scene.disc(x, y, 5, tone if tone in HUES else hue)


def _spread(rng: Random, count: int, apart: float) -> list[Point]:
    """Places over the sheet, no two closer than `apart`, the first near the middle."""
    spots: list[Point] = [(rng.uniform(560, 1040), rng.uniform(380, 520))]
    while len(spots) < count:
        for _ in range(200):
            spot = (rng.uniform(170, 1430), rng.uniform(160, 740))
            if all(
                math.dist(spot, other) > apart * (1.25 if other is spots[0] else 1)
                for other in spots
            ):
                spots.append(spot)
                break
        else:
            apart *= 0.9
    return spots


def _links(spots: Sequence[Point]) -> list[tuple[int, int]]:
    """The shortest links that join every place, and a few more that run behind no other stone."""
    pairs = [(i, j) for j in range(len(spots)) for i in range(j)]
    pairs.sort(key=lambda pair: math.dist(spots[pair[0]], spots[pair[1]]))
    group = list(range(len(spots)))
    links = []
    for i, j in pairs:
        apart = group[i] != group[j]
        middle = ((spots[i][0] + spots[j][0]) / 2, (spots[i][1] + spots[j][1]) / 2)
        half = math.dist(spots[i], spots[j]) / 2
        clear = all(
            math.dist(middle, s) > half * 1.08 for k, s in enumerate(spots) if k not in (i, j)
        )
        if apart or clear:
            links.append((i, j))
            group = [group[i] if mark == group[j] else mark for mark in group]
    return links


def _threads(
    scene: Scene, spots: Sequence[Point], links: Sequence[tuple[int, int]], hue: str
) -> None:
    """Join places two by two with slack double threads."""
    for first, second in links:
        (ax, ay), (bx, by) = spots[first], spots[second]
        for sag, colour, width in ((46, _mix(hue, PAPER, 0.45), 3.0), (18, hue, 4.5)):
            scene.thread(
                _curve((ax, ay), ((ax + bx) / 2, (ay + by) / 2 + sag), (bx, by)), colour, width
            )


def _method(scene: Scene, name: str) -> None:
    """One gesture of stones for each of the eight families of tools."""
    _GESTURES.get(name, _circle)(scene)


def _circle(scene: Scene) -> None:
    rng = scene.rng
    scene.disc(800, 450, 330, HALO)
    scene.disc(800, 450, 150, PAPER)
    hues = [*HUES, SLATE[0], *LIMESTONE[1:4], MIST[0], SLATE[2]]
    stones = []
    for index, colour in enumerate(hues):
        angle = math.tau * index / len(hues) - math.pi / 2
        x, y = 800 + 300 * math.cos(angle), 450 + 268 * math.sin(angle)
        stones.append((_pebble(rng, x, y, rng.uniform(72, 96)), colour))
    scene.lay(stones, shadow=14)


def _strata(scene: Scene) -> None:
    rng = scene.rng
    scene.disc(1160, 250, 150, TINTS[OCHRE])
    tones = (TEAL, LIMESTONE[0], MIST[1], OCHRE, LIMESTONE[2], SLATE[2], SLATE[0])
    for level, tone in enumerate(tones):
        y = 330 + 84 * level
        tilt = 22 - 7 * level
        stones = []
        for outline in _course(rng, -40, WIDTH + 60, y, 86):
            shade = _mix(tone, rng.choice(("#FFFFFF", "#2B2118")), rng.uniform(0, 0.1))
            bent = [(x, py + tilt * math.sin(x / 300 + level * 0.5)) for x, py in outline]
            stones.append((bent, shade))
        scene.lay(stones, shadow=0)


def _path(scene: Scene) -> None:
    rng = scene.rng
    scene.disc(1180, 285, 130, TINTS[CORAL])
    _hills(scene, 430, 34, 300, "#D9DBCE")
    _hills(scene, 540, 30, 380, "#C6CDBF")
    _hills(scene, 680, 20, 460, "#B3BFB1")
    way = (
        _curve((400, 830), (1290, 720), (830, 585), 7)
        + _curve((830, 585), (600, 515), (1080, 425), 6)[1:]
    )
    stones = []
    for index, (x, y) in enumerate(way):
        size = 6 + (y - 410) * 0.19
        colour = HUES[index // 2 % 3] if index % 2 == 0 and index < 9 else rng.choice(LIMESTONE)
        stones.append((_pebble(rng, x, y, size, 0.5), colour))
    scene.lay(stones[::-1], shadow=8)


def _branches(scene: Scene) -> None:
    rng = scene.rng
    root, ends = (
        (330, 470),
        [(1250, 150), (1330, 330), (1350, 520), (1270, 700), (860, 210), (880, 730)],
    )
    scene.disc(*root, 250, TINTS[TEAL])
    for index, (x, y) in enumerate(ends):
        hue = (TEAL, OCHRE, TEAL, CORAL, SLATE[2], SLATE[2])[index]
        scene.thread(_curve(root, ((root[0] + x) / 2 + 60, root[1]), (x, y)), hue, 6)
    stones = [(_pebble(rng, *root, 158), SLATE[0])]
    tones = (LIMESTONE[2], OCHRE, MIST[0], CORAL, LIMESTONE[1], TEAL)
    stones += [
        (_pebble(rng, x, y, rng.uniform(66, 94)), tone)
        for (x, y), tone in zip(ends, tones, strict=True)
    ]
    scene.lay(stones, shadow=14)


def _burst(scene: Scene) -> None:
    rng = scene.rng
    scene.disc(800, 470, 250, TINTS[OCHRE])
    stones = []
    for index in range(15):
        angle = index * 2.39996  # the golden angle: even, never regular
        reach = 100 * math.sqrt(index + 0.35)
        x, y = 800 + reach * 1.75 * math.cos(angle), 455 + reach * 0.98 * math.sin(angle)
        side = rng.uniform(126, 186) - index * 3
        colour = (*HUES, *LIMESTONE, SLATE[1])[index % 9]
        block = _block(rng, x - side / 2, y - side * 0.36, side, side * 0.72)
        stones.append((_turned(block, math.degrees(angle) % 70 - 35), colour))
    scene.lay(stones, shadow=18)


def _unfinished(scene: Scene) -> None:
    rng = scene.rng
    base = 770
    scene.disc(800, base - 40, 420, HALO)
    scene.area([(0, base - 4), (WIDTH, base - 4), (WIDTH, HEIGHT), (0, HEIGHT)], EARTH)
    centering = [(800 + 282 * math.cos(a), base + 282 * math.sin(a)) for a in _angles(60)]
    scene.thread(centering, OCHRE, 5)
    for spoke in range(1, 6):
        angle = math.pi * (1 + spoke / 6)
        scene.thread(
            [(800, base), (800 + 282 * math.cos(angle), base + 282 * math.sin(angle))], OCHRE, 3
        )
    arch = _arch(800, base, 296, 430, 11)
    tones = (SLATE[0], *LIMESTONE, MIST[0], *LIMESTONE[:3], SLATE[0])
    stones = [(outline, tone) for outline, tone in zip(arch, tones, strict=True)]
    key = [(x + 20, y - 120) for x, y in stones.pop(5)[0]]
    scene.lay([*stones, (_block(rng, 1330, base - 84, 150, 80), MIST[1])])
    scene.lay([(_turned(key, 7), CORAL)], shadow=24)


def _angles(steps: int) -> list[float]:
    return [math.pi * (1 + step / steps) for step in range(steps + 1)]


def _cairn(scene: Scene) -> None:
    rng = scene.rng
    scene.disc(1010, 350, 220, TINTS[TEAL])
    _sea(scene, 760, "#C9D3D2", "#B2C0C1")
    y, stones = 806.0, []
    sizes = (
        (250, SLATE[0]),
        (186, LIMESTONE[2]),
        (140, TEAL),
        (104, LIMESTONE[0]),
        (72, OCHRE),
        (42, CORAL),
    )
    for index, (radius, colour) in enumerate(sizes):
        tall = radius * (0.34 + 0.03 * index)
        y -= tall
        lean = (0, 26, -22, 16, -10, 6)[index]
        stones.append((_oval(rng, 760 + lean, y, radius, tall), colour))
        y -= tall * 0.93
    scene.lay(
        [(_oval(rng, 1240, 770, 120, 40), MIST[1]), (_oval(rng, 350, 790, 84, 30), LIMESTONE[3])], 8
    )
    scene.lay(stones, shadow=14)


def _oval(rng: Random, x: float, y: float, across: float, tall: float) -> Outline:
    """A pebble polished by the sea."""
    lean = rng.uniform(-0.5, 0.5)
    points = []
    for step in range(72):
        a = math.tau * step / 72
        bulge = 1 + 0.035 * math.sin(2 * a + lean * 4) + 0.02 * math.sin(3 * a + lean)
        cos, sin = math.cos(a), math.sin(a)
        flatten = (abs(cos) ** 2.5 + abs(sin) ** 2.5) ** (-1 / 2.5)
        points.append((x + across * bulge * flatten * cos, y + tall * bulge * flatten * sin))
    return points


def _sentence(scene: Scene) -> None:
    rng = scene.rng
    scene.disc(1230, 450, 260, TINTS[CORAL])
    rows = ((250, 1290), (400, 1380), (550, 1180), (700, 820))
    stones: list[Stone] = []
    for row, (y, right) in enumerate(rows):
        x = 220.0 if row else 300.0
        while x < right - 70:
            width = min(rng.choice((84, 128, 170, 236)), right - x)
            stones.append((_block(rng, x, y - 45, width, 84), _neutral(rng)))
            x += width + 22
        scene.thread([(190, y + 62), (right + 30, y + 62)], _mix(SLATE[2], PAPER, 0.55), 3)
    for rank, index in enumerate((1, 9, 15)):
        stones[index % len(stones)] = (stones[index % len(stones)][0], HUES[rank])
    full_stop = (_pebble(rng, 868, 708, 34, 1), SLATE[0])
    scene.lay([*stones, full_stop])


def _news(scene: Scene, name: str) -> None:
    """A sign for each piece of news, in the same stones."""
    _SIGNS.get(name, _constellation)(scene)


def _horizon(scene: Scene) -> None:
    rng = scene.rng
    scene.disc(800, 560, 330, TINTS[OCHRE])
    scene.area([(0, 640), (WIDTH, 640), (WIDTH, HEIGHT), (0, HEIGHT)], "#D9D9CB")
    scene.area([(0, 760), (WIDTH, 740), (WIDTH, HEIGHT), (0, HEIGHT)], "#C3CABD")
    stones, x = [], 120.0
    for index in range(14):
        width = rng.uniform(78, 112)
        tall = rng.uniform(90, 250)
        hue = HUES[index // 2 % 3] if index % 2 else rng.choice((*LIMESTONE, SLATE[1]))
        stones.append((_block(rng, x, 660 - tall, width - 10, tall), hue))
        x += width + 2
    shift = (WIDTH - x - 120) / 2 + 60
    scene.lay([([(px + shift - 60, y) for px, y in outline], colour) for outline, colour in stones])


def _distant(scene: Scene) -> None:
    rng = scene.rng
    spots = [(780.0, 250.0), (1270.0, 360.0), (1110.0, 690.0), (420.0, 660.0), (300.0, 310.0)]
    scene.disc(800, 460, 260, HALO)
    _threads(scene, spots, [(0, 1), (1, 2), (2, 3), (3, 4), (0, 4), (0, 2), (0, 3)], TEAL)
    tones = (TEAL, LIMESTONE[2], OCHRE, SLATE[0], CORAL)
    scene.lay(
        [(_pebble(rng, x, y, 104), tone) for (x, y), tone in zip(spots, tones, strict=True)], 16
    )
    for x, y in spots:
        scene.disc(x, y, 10, PAPER)


def _constellation(scene: Scene) -> None:
    rng = scene.rng
    spots: list[Point] = [(250, 600), (430, 360), (640, 520), (760, 250), (900, 630)]
    spots += [(1030, 420), (1180, 210), (1260, 640), (1400, 420)]
    scene.disc(1030, 420, 240, TINTS[CORAL])
    for first, second in zip(spots, spots[1:], strict=False):
        scene.thread([first, second], _mix(SLATE[2], PAPER, 0.35), 4)
    tones = (OCHRE, LIMESTONE[2], SLATE[1], TEAL, LIMESTONE[1], CORAL, MIST[1], OCHRE, SLATE[0])
    sizes = (80, 62, 90, 70, 76, 118, 66, 88, 72)
    scene.lay(
        [
            (_pebble(rng, *spot, size), tone)
            for spot, size, tone in zip(spots, sizes, tones, strict=True)
        ],
        14,
    )


def _sorted_wall(scene: Scene) -> None:
    rng = scene.rng
    stones: list[Stone] = []
    for row in range(5):
        y = 175 + row * 112
        for column, tone in enumerate((OCHRE, CORAL, TEAL, SLATE[1])):
            left = 150 + column * 330
            for outline in _course(
                rng, left, left + 310, y, 112, start=rng.choice((118.0, 150.0, 190.0))
            ):
                stones.append(
                    (outline, _mix(tone, LIMESTONE[0], rng.choice((0, 0.22, 0.45, 0.68))))
                )
    scene.lay(stones)


def _arches(scene: Scene) -> None:
    rng = scene.rng
    base = 740
    scene.disc(800, 360, 230, HALO)
    scene.area([(0, base - 4), (WIDTH, base - 4), (WIDTH, HEIGHT), (0, HEIGHT)], EARTH)
    stones: list[Stone] = []
    for index, hue in enumerate(HUES):
        x = 380 + 420 * index
        for rank, outline in enumerate(_arch(x, base - 190, 122, 200, 7)):
            stones.append(
                (outline, hue if rank == 3 else _mix(hue, LIMESTONE[0], 0.35 + 0.12 * (rank % 3)))
            )
        for side in (-200, 122):
            for level in range(2):
                outline = _block(rng, x + side, base - 186 + 93 * level, 78, 86, 2)
                stones.append((outline, _neutral(rng)))
    scene.lay(stones)


_FAMILIES: dict[str, Callable[[Scene, str], None]] = {
    "edition": _edition,
    "campus": _campus,
    "defi": _defi,
    "method": _method,
    "news": _news,
}
_LANDSCAPES: dict[str, Callable[[Scene], list[Stone]]] = {
    "cluny": _cluny,
    "aix-en-provence": _aix,
    "rennes": _rennes,
    "strasbourg": _strasbourg,
    "martinique": _martinique,
    "la-reunion": _reunion,
}
_GESTURES: dict[str, Callable[[Scene], None]] = {
    "collective": _circle,
    "understand": _strata,
    "inspire": _path,
    "leads": _branches,
    "creativity": _burst,
    "prototyping": _unfinished,
    "testing": _cairn,
    "storytelling": _sentence,
}
_SIGNS: dict[str, Callable[[Scene], None]] = {
    "rennes": _horizon,
    "webinaire": _distant,
    "semaine": _constellation,
    "synthese": _sorted_wall,
    "cge": _arches,
}
