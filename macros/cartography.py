"""From lines and areas on the earth to lines and areas on a sheet. No page, no library, no files: only geometry.

Degrees are those of WGS 84, metres those of one conformal projection for all maps, pixels the units of a drawing, which
are pixels at full size. Nothing here knows colours: a shape has a class, and the style sheet does the rest.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pyproj
import shapely
from shapely.geometry import shape as from_geojson
from shapely.geometry.base import BaseGeometry

from .records import Feature, FeatureId, Holder, State

Point = tuple[float, float]

PROJECTION = "+proj=lcc +lat_1=38.8 +lat_2=41.5 +lat_0=40 +lon_0=46.7 +datum=WGS84 +units=m"
"""Lambert's conformal conic, true to scale along two parallels north and south of the region."""
BARS = (1, 2, 5, 10, 20, 50, 100, 200)
"""Lengths that a scale bar may have, in kilometres."""
EDGE = 8
"""Pixels by which shapes reach over the edge of the sheet, so that a cut edge is never seen."""
FINEST = 0.6
"""What is smaller than this, in pixels, is left out of a line."""

PATTERNS: dict[Holder, tuple[str, str]] = {
    "armenian-forces": ("dots", "Armenian forces"),
    "azerbaijan": ("diagonals", "Azerbaijan"),
    "peacekeepers": ("grid", "Russian peacekeepers; the de facto authorities govern"),
    "no-line": ("dashes", "No source draws a line here"),
}
"""Holder → the pattern of what it holds, and its words in a key. The two sides A to Z, then others."""

LAYERS: dict[str, tuple[str, ...]] = {
    "countries": ("country",),
    "areas": ("area",),
    "lakes": ("lake", "reservoir"),
    "rivers": ("river",),
    "districts": ("district",),
    "oblast": ("former oblast",),
    "corridors": ("corridor",),
    "roads": ("road",),
    "proposed": ("proposed route",),
    "lines": ("line of contact", "boundary"),
}
"""Layer → the kinds of features on it, from the ground up."""
ALWAYS = ("countries", "lakes", "rivers")
"""Layers that every map has; of the others only what it asks for."""
COVERAGES = ("countries", "areas", "districts")
"""Layers whose shapes share their edges and are simplified together."""


@functools.cache
def _transformer() -> pyproj.Transformer:
    return pyproj.Transformer.from_crs("EPSG:4326", PROJECTION, always_xy=True)


def project(lon: float, lat: float) -> Point:
    """Degrees → metres east and north of the middle of the projection."""
    x, y = _transformer().transform(lon, lat)
    return float(x), float(y)


@dataclass(frozen=True)
class Frame:
    """A piece of the projected plane, in metres, drawn `width` pixels wide."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float = 604

    @property
    def scale(self) -> float:
        """Pixels in a metre."""
        return self.width / (self.x1 - self.x0)

    @property
    def height(self) -> float:
        return round((self.y1 - self.y0) * self.scale, 1)

    @property
    def tolerance(self) -> float:
        """How far a simplified line may leave its course, in metres."""
        return FINEST / self.scale

    @property
    def viewbox(self) -> str:
        return f"0 0 {number(self.width)} {number(self.height)}"

    def resized(self, width: float) -> Frame:
        """The same piece of land, drawn larger or smaller."""
        return replace(self, width=width)

    def px(self, lon: float, lat: float) -> Point:
        """Where a point on the earth lies on the sheet."""
        x, y = project(lon, lat)
        return round((x - self.x0) * self.scale, 1), round((self.y1 - y) * self.scale, 1)

    def holds(self, other: Frame) -> bool:
        """Whether another frame shows nothing that this one does not."""
        return self.x0 <= other.x0 and self.y0 <= other.y0 and self.x1 >= other.x1 and self.y1 >= other.y1


FOCUS = Frame(-90_000, -140_000, 90_000, 64_000)
"""The former oblast, the seven districts and the roads to them."""
REGION = Frame(-290_000, -190_000, 306_000, 186_000)
"""From Armenia's west to the Caspian."""
RELIEFS = {"relief-focus.webp": FOCUS, "relief-region.webp": REGION}
"""Shaded relief: file → the land that it covers."""


def fitted(points: Collection[Point], width: float = 604, least: float = 400, most: float = 560, margin: float = 74,
           across: float = 30_000) -> Frame:
    """The frame around points in degrees, with a margin in pixels; at least `across` metres of land are shown.

    Its height is between `least` and `most` pixels. Where the relief allows, it stays within the region.
    """
    places = [project(lon, lat) for lon, lat in points]
    xs, ys = [x for x, _ in places], [y for _, y in places]
    spread, rise = max(xs) - min(xs), max(ys) - min(ys)
    scale = min((width - 2 * margin) / max(spread, 1), (most - 1.4 * margin) / max(rise, 1), width / across)
    tall = min(most, max(least, rise * scale + 1.4 * margin))
    wide, high = width / scale, tall / scale
    left = _within((max(xs) + min(xs) - wide) / 2, wide, REGION.x0, REGION.x1)
    low = _within((max(ys) + min(ys) - high) / 2, high, REGION.y0, REGION.y1)
    return Frame(round(left), round(low), round(left + wide), round(low + high), width)


def _within(start: float, length: float, low: float, high: float) -> float:
    """A start moved so that the length lies between `low` and `high`, if it can."""
    return start if length > high - low else min(max(start, low), high - length)


# --- shapes -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Shape:
    """A line or an area on the sheet."""

    id: FeatureId
    path: str
    """Relative commands, to a tenth of a pixel."""
    css: str
    title: str


@dataclass(frozen=True)
class Layer:
    name: str
    shapes: list[Shape]


def number(value: float) -> str:
    """`0.5` → `.5`, `-0.5` → `-.5`, `12.0` → `12`: as short as a drawing allows."""
    text = f"{value:.1f}".removesuffix(".0")
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else "0" if text == "-0" else text


def path(geometry: BaseGeometry, frame: Frame) -> str:
    """A geometry in metres as an SVG path on the frame's sheet; empty for what would not be seen."""
    return "".join(_strokes(part, frame) for part in shapely.get_parts(geometry))


def _strokes(part: BaseGeometry, frame: Frame) -> str:
    if part.geom_type == "Polygon":
        rings = (_stroke(list(ring.coords)[:-1], frame, 3) for ring in (part.exterior, *part.interiors))
        return "".join(f"{ring}z" for ring in rings if ring)
    return _stroke(list(part.coords), frame, 2) if part.geom_type == "LineString" else ""


def _stroke(points: Sequence[Point], frame: Frame, least: int) -> str:
    """Steps in tenths of a pixel from point to point; empty when fewer than `least` points differ."""
    tenths = [(round((x - frame.x0) * frame.scale * 10), round((frame.y1 - y) * frame.scale * 10)) for x, y in points]
    kept = [one for one, _ in itertools.groupby(tenths)]
    if len(kept) < least:
        return ""
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in itertools.pairwise(kept)]
    return f"M{_pair(*kept[0])}l{' '.join(_pair(*step) for step in steps)}".replace(" -", "-")


def _pair(x: int, y: int) -> str:
    across, down = number(x / 10), number(y / 10)
    return across + ("" if down.startswith("-") else " ") + down


def layer_of(kind: str) -> str:
    """The layer on which features of a kind lie."""
    return next(name for name, kinds in LAYERS.items() if kind in kinds)


def degrees(feature: Feature) -> BaseGeometry:
    """A feature's geometry as it was typed: longitude and latitude."""
    return from_geojson(feature.geometry.model_dump())


def metres(feature: Feature) -> BaseGeometry:
    """A feature's geometry on the projected plane."""
    made = shapely.transform(degrees(feature), _transformer().transform, interleaved=False)
    return made if made.is_valid else shapely.make_valid(made)


def _cut(features: Collection[Feature], frame: Frame, together: bool) -> Iterator[tuple[Feature, BaseGeometry]]:
    """Features of one layer in view, in metres: simplified to what can be seen, and clipped."""
    made = [metres(feature) for feature in features]
    if together:
        made = list(shapely.coverage_simplify(made, frame.tolerance))
    else:
        made = [one.simplify(frame.tolerance) for one in made]
    edge = EDGE / frame.scale
    box = (frame.x0 - edge, frame.y0 - edge, frame.x1 + edge, frame.y1 + edge)
    for feature, one in zip(features, made, strict=True):
        clipped = shapely.clip_by_rect(one if one.is_valid else shapely.make_valid(one), *box)
        if not clipped.is_empty:
            yield feature, clipped


def shapes(features: Iterable[Feature], frame: Frame) -> dict[FeatureId, Shape]:
    """What of the features is in view, as shapes by id. Neighbouring areas keep their common edges."""
    found: dict[FeatureId, Shape] = {}
    ordered = sorted(features, key=lambda one: list(LAYERS).index(layer_of(one.kind)))
    for layer, group in itertools.groupby(ordered, key=lambda one: layer_of(one.kind)):
        for feature, geometry in _cut(list(group), frame, layer in COVERAGES):
            drawn = path(geometry, frame)
            if drawn:
                found[feature.id] = Shape(feature.id, drawn, f"nk-map__{layer}", feature.title)
    return found


def control(state: State) -> dict[FeatureId, Holder]:
    """Which area is held by whom."""
    return {area: one.holder for one in state.control for area in one.areas}


# --- labels -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Stop:
    """A place to be shown, and the words for it."""

    id: str
    lon: float
    lat: float
    name: str
    kind: str = "town"


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: Box) -> float:
        """The area shared with another box."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across * down if across > 0 and down > 0 else 0.0

    @property
    def area(self) -> float:
        return (self.right - self.left) * (self.bottom - self.top)


@dataclass(frozen=True)
class Spot:
    """A place on the sheet, and where its label stands."""

    id: str
    x: float
    y: float
    text: str
    text_x: float
    text_y: float
    anchor: str
    """`start`, `middle` or `end`: which part of the label stands at `text_x`."""
    number: int
    """Its place in the list beside the map; it stands for the name where there is no room."""
    kind: str


@dataclass(frozen=True)
class Name:
    """A country's name, by its middle."""

    x: float
    y: float
    text: str


@dataclass(frozen=True)
class Labels:
    """All words on a sheet."""

    spots: list[Spot]
    names: list[Name]
    font: float
    dot: float
    scale: float
    """Where the scale bar begins: on the left, or on the right where a place would lie under it."""


@dataclass(frozen=True)
class Bar:
    """The scale bar: its length on the sheet, and on the land."""

    px: float
    kilometres: int


BROAD, SLIM = frozenset("mwMWՄՖ@%"), frozenset("ijltfrI.,:;'’|/()- ")


def text_width(text: str, font: float) -> float:
    """Room that bold words take in the broadest of the usual sans-serif faces; rather too much than too little."""
    units = sum(1.02 if letter in BROAD else 0.46 if letter in SLIM else 0.78 if letter.isupper() else 0.7
                for letter in text)
    return units * font


def bar(frame: Frame) -> Bar:
    """The longest scale bar that takes at most a quarter of the sheet."""
    kilometres = max((one for one in BARS if one * 1000 * frame.scale <= frame.width / 4), default=BARS[0])
    return Bar(round(kilometres * 1000 * frame.scale, 1), kilometres)


def _tries(x: float, y: float, text: str, font: float, dot: float) -> Iterator[tuple[float, float, str, Box]]:
    """Where a label may stand: right, left, above, below, then the four corners, then the same a little farther."""
    wide, high = text_width(text, font), font * 1.15
    for far in (0.0, font * 0.7):
        away = dot + font * 0.3 + far
        for side, down in ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1)):
            near = away * (0.75 if side and down else 1)
            middle = y + down * (near + high / 2)
            start = x + side * near - (0 if side > 0 else wide if side < 0 else wide / 2)
            anchor = {1: "start", 0: "middle", -1: "end"}[side]
            box = Box(start, middle - high / 2, start + wide, middle + high / 2)
            yield round(x + side * near, 1), round(middle + font * 0.35, 1), anchor, box


def labels(frame: Frame, stops: Sequence[Stop], font: float = 14, numbers: bool = False,
           ground: Mapping[str, BaseGeometry] | None = None, clear: Collection[Box] = ()) -> Labels:
    """The words of a sheet, placed so that none covers another, a dot, the scale, the arrow or what is in `clear`.

    A name for which no free place is found gives way to the place's number. `ground` has the visible land of the
    countries that shall bear their names, in metres.
    """
    dot = font * 0.31
    dots = [frame.px(stop.lon, stop.lat) for stop in stops]
    fixed = [Box(x - dot * 1.4, y - dot * 1.4, x + dot * 1.4, y + dot * 1.4) for x, y in dots]
    scale = scale_start(frame, font, dots)
    fixed += [*corners(frame, font, scale), *clear]
    texts = [str(at) if numbers else stop.name for at, stop in enumerate(stops, 1)]
    chosen = _placed(frame, dots, texts, font, dot, fixed)
    crowded = [at for at, one in enumerate(chosen) if _cost(one[3], frame, fixed, chosen, at) > 0]
    if crowded and not numbers:  # give way from the one that costs most, and look again
        worst = max(crowded, key=lambda at: _cost(chosen[at][3], frame, fixed, chosen, at))
        shorter = [replace(stop, name=str(at + 1)) if at == worst else stop for at, stop in enumerate(stops)]
        if shorter != list(stops):
            return labels(frame, shorter, font, numbers, ground, clear)
    spots = [Spot(stop.id, x, y, text, text_x, text_y, anchor, at, stop.kind)
             for at, (stop, (x, y), text, (text_x, text_y, anchor, _))
             in enumerate(zip(stops, dots, texts, chosen, strict=True), 1)]
    taken = fixed + [one[3] for one in chosen]
    return Labels(spots, list(_names(frame, ground or {}, font * 1.15, taken)), font, round(dot, 1), scale)


def corners(frame: Frame, font: float, scale: float) -> list[Box]:
    """The corners kept for the arrow that shows north and for the scale bar, which begins at `scale`."""
    return [Box(frame.width - 2.8 * font, 0, frame.width, 4.4 * font),
            Box(scale - font, frame.height - 3.2 * font, scale + max(bar(frame).px, 4 * font) + font, frame.height)]


def scale_start(frame: Frame, font: float, dots: Iterable[Point]) -> float:
    """Where the scale bar begins so that it covers no place: on the left if it can, else on the right."""
    left, right = font, round(frame.width - font - max(bar(frame).px, 4 * font), 1)
    _, box = corners(frame, font, left)
    return right if any(x < box.right and y > box.top for x, y in dots) else left


Placed = tuple[float, float, str, Box]


def _placed(frame: Frame, dots: Sequence[Point], texts: Sequence[str], font: float, dot: float,
            fixed: Sequence[Box]) -> list[Placed]:
    """A place for each text: first each in turn where it costs least, then again, now that all others stand."""
    options = [list(_tries(x, y, text, font, dot)) for (x, y), text in zip(dots, texts, strict=True)]
    chosen: list[Placed] = []
    for mine in options:
        chosen.append(min(mine, key=_coster(frame, fixed, chosen, len(chosen))))
    for _ in range(4):
        for at, mine in enumerate(options):
            chosen[at] = min(mine, key=_coster(frame, fixed, chosen, at))
    return chosen


def _coster(frame: Frame, fixed: Sequence[Box], chosen: Sequence[Placed], at: int) -> Callable[[Placed], float]:
    return lambda one: _cost(one[3], frame, fixed, chosen, at)


def _cost(box: Box, frame: Frame, fixed: Sequence[Box], chosen: Sequence[Placed], at: int) -> float:
    """How much a label covers: of other labels, of what is fixed and, ten times as bad, of what is off the sheet."""
    sheet = Box(4, 4, frame.width - 4, frame.height - 4)
    others = [one[3] for index, one in enumerate(chosen) if index != at]
    outside = box.area - box.overlap(sheet)
    return round(10 * outside + sum(box.overlap(other) for other in (*fixed, *others)), 2)


def _names(frame: Frame, ground: Mapping[str, BaseGeometry], font: float, taken: Collection[Box]) -> Iterator[Name]:
    """Each country's name on its land, as near to the land's middle as it stands free; else none."""
    taken = list(taken)
    for text, land in ground.items():
        wide, high = text_width(text, font) * 1.15 / 2 + 6, font * 0.75
        middle = land.representative_point()
        shapely.prepare(land)
        spots = sorted(((x, y) for x in range(12, round(frame.width), 12) for y in range(12, round(frame.height), 12)),
                       key=lambda spot: _away(frame, spot, middle))
        for x, y in spots:
            box = Box(x - wide, y - high, x + wide, y + high)
            if any(box.overlap(other) for other in taken) or Box(2, 2, frame.width - 2, frame.height - 2).overlap(
                    box) < box.area:
                continue
            if land.contains(shapely.box(frame.x0 + box.left / frame.scale, frame.y1 - box.bottom / frame.scale,
                                         frame.x0 + box.right / frame.scale, frame.y1 - box.top / frame.scale)):
                taken.append(box)
                yield Name(x, round(y + font * 0.35, 1), text)
                break


def _away(frame: Frame, spot: tuple[int, int], middle: shapely.Point) -> float:
    x, y = frame.x0 + spot[0] / frame.scale, frame.y1 - spot[1] / frame.scale
    return float(round((x - middle.x) ** 2 + (y - middle.y) ** 2))


# --- the whole --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Relief:
    """A picture of the shaded relief, and where on the sheet it lies."""

    file: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Picture:
    """A map, ready to be written down."""

    frame: Frame
    layers: list[Layer]
    """From the ground up; only those with something in view."""
    wide: Labels
    """Words for a sheet at full size."""
    narrow: Labels
    """Words for a sheet at little more than half its size: numbers, set larger."""
    bar: Bar
    relief: Relief
    held: dict[FeatureId, Holder] = field(default_factory=dict)
    """Who held each area in view."""

    @property
    def holders(self) -> list[Holder]:
        """Who held something in view, in the order of the key."""
        return [one for one in PATTERNS if one in self.held.values()]

    def layer(self, name: str) -> list[Shape]:
        return next((layer.shapes for layer in self.layers if layer.name == name), [])


def relief(frame: Frame) -> Relief:
    """The finest relief that covers a frame; else that of the region."""
    covering = ((file, land) for file, land in RELIEFS.items() if land.holds(frame))
    file, land = next(covering, ("relief-region.webp", REGION))
    x, y = (land.x0 - frame.x0) * frame.scale, (frame.y1 - land.y1) * frame.scale
    return Relief(file, round(x, 1), round(y, 1), round((land.x1 - land.x0) * frame.scale, 1),
                  round((land.y1 - land.y0) * frame.scale, 1))


def chosen(features: Mapping[FeatureId, Feature], state: State | None, shows: Iterable[FeatureId]) -> list[Feature]:
    """What a map draws: the ground, the areas and lines of a state, and the features in `shows`."""
    asked = {*shows, *(control(state) if state else ()), *(state.shows if state else ())}
    return [one for one in features.values() if layer_of(one.kind) in ALWAYS or one.id in asked]


def draw(features: Mapping[FeatureId, Feature], frame: Frame, state: State | None = None,
         shows: Iterable[FeatureId] = (), stops: Sequence[Stop] = ()) -> Picture:
    """A map of a frame: the ground, who held what at a state, the lines asked for, and places with their labels."""
    drawn = chosen(features, state, shows)
    found = shapes(drawn, frame)
    layers = [Layer(name, [found[one.id] for one in drawn if one.id in found and layer_of(one.kind) == name])
              for name in LAYERS]
    held = {area: holder for area, holder in (control(state) if state else {}).items() if area in found}
    ground = _ground(drawn, frame)
    return Picture(frame, [layer for layer in layers if layer.shapes], labels(frame, stops, 14, ground=ground),
                   labels(frame, stops, 23, numbers=True, ground=ground), bar(frame), relief(frame), held)


def _ground(drawn: Collection[Feature], frame: Frame) -> dict[str, BaseGeometry]:
    """The land of each country in view that no pattern covers, in metres, by the country's name."""
    box = (frame.x0, frame.y0, frame.x1, frame.y1)
    covered = shapely.union_all([metres(one) for one in drawn if one.kind == "area"])
    lands = ((one.title, shapely.clip_by_rect(metres(one).simplify(frame.tolerance), *box))
             for one in drawn if one.kind == "country")
    return {title: land.difference(covered) for title, land in lands if not land.is_empty}
