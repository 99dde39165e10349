"""A schematic locator: where places lie to each other, and nothing else."""

from __future__ import annotations

import math
from dataclasses import dataclass

from markupsafe import Markup

from ..faults import ViewFault
from ..records import Coordinates, Place, PlaceId
from . import Page
from .name import english_forms

KM_PER_DEGREE = 111.32
"""Length of one degree of latitude, in kilometres."""
BARS = (1, 2, 5, 10, 20, 50, 100, 200)
"""Lengths that a scale bar may have, in kilometres."""
LETTER, LINE = 8.6, 17.0
"""Room that a letter and a line of a label take, in units of the picture; rather too much than too little."""


@dataclass(frozen=True)
class Sheet:
    """The paper of a picture, in its own units, which are pixels at full size."""

    width: int
    height: int
    margin: int
    labels: bool
    """Names on the picture; else numbers that the list explains."""


WIDE = Sheet(604, 380, 48, labels=True)
NARROW = Sheet(340, 300, 40, labels=False)


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

    x: float
    y: float
    text: str
    text_x: float
    text_y: float
    anchor: str
    """`start`, `middle` or `end`: which part of the label stands at `text_x`."""


@dataclass(frozen=True)
class Picture:
    sheet: Sheet
    spots: list[Spot]
    bar: float
    """Length of the scale bar on the sheet."""
    kilometres: int


def map_slot(page: Page, *places: PlaceId, title: str) -> Markup:
    """Where places lie to each other: dots, names, a scale and north, with the same as a list.

    It draws no line: a border, a road or a line of control needs a date and a source.

        {{ map_slot("goris", "hakari-bridge", "lachin", "shusha", title="Places along the Lachin road") }}
    """
    if len(places) < 2:
        raise ViewFault("needs at least two place ids")
    found = [(record, _located(record)) for record in (page.library.get(Place, one) for one in places)]
    found.sort(key=lambda pair: (pair[1].lon, pair[0].id))
    page.used.update(f"place:{one}" for one in places)
    when = page.source.meta.period
    names = [" / ".join(english_forms(record, when)) for record, _ in found]
    points = [point for _, point in found]
    return page.render(
        "map", title=title, pictures=[picture(WIDE, points, names), picture(NARROW, points, names)],
        rows=[(name, record, point, page.href("explore/places.md", record.id))
              for name, (record, point) in zip(names, found, strict=True)])


def _located(place: Place) -> Coordinates:
    if place.coordinates is None:
        raise ViewFault(f'place "{place.id}" has no coordinates; add them to its record or leave it out')
    return place.coordinates


def picture(sheet: Sheet, points: list[Coordinates], names: list[str]) -> Picture:
    """Equirectangular, true to scale at the middle latitude: one degree is equally long both ways."""
    middle = (min(point.lat for point in points) + max(point.lat for point in points)) / 2
    shrink = math.cos(math.radians(middle))
    xs = [point.lon * shrink for point in points]
    ys = [-point.lat for point in points]
    across, down = max(max(xs) - min(xs), 1e-6), max(max(ys) - min(ys), 1e-6)
    scale = min((sheet.width - 2 * sheet.margin) / across, (sheet.height - 2 * sheet.margin) / down)
    left = (sheet.width - across * scale) / 2 - min(xs) * scale
    top = (sheet.height - down * scale) / 2 - min(ys) * scale
    dots = [(round(left + x * scale, 1), round(top + y * scale, 1)) for x, y in zip(xs, ys, strict=True)]
    texts = names if sheet.labels else [str(number) for number in range(1, len(names) + 1)]
    kilometres = max((one for one in BARS if one * scale / KM_PER_DEGREE <= sheet.width / 4), default=BARS[0])
    return Picture(sheet, label(sheet, dots, texts), round(kilometres * scale / KM_PER_DEGREE, 1), kilometres)


def label(sheet: Sheet, dots: list[tuple[float, float]], texts: list[str]) -> list[Spot]:
    """Each label on the side of its dot where it covers least: right, left, above or below, in that order.

    The arrow that shows north and the scale bar keep their corners.
    """
    paper = Box(4, 4, sheet.width - 4, sheet.height - 4)
    taken = [Box(x - 8, y - 8, x + 8, y + 8) for x, y in dots]
    taken += [Box(sheet.width - 36, 8, sheet.width - 4, 60), Box(8, sheet.height - 44, 170, sheet.height - 8)]
    spots = []
    for (x, y), text in zip(dots, texts, strict=True):
        wide = len(text) * LETTER
        tries = [
            (Spot(x, y, text, x + 11, y + 5, "start"), Box(x + 9, y - LINE / 2, x + 11 + wide, y + LINE / 2)),
            (Spot(x, y, text, x - 11, y + 5, "end"), Box(x - 11 - wide, y - LINE / 2, x - 9, y + LINE / 2)),
            (Spot(x, y, text, x, y - 13, "middle"), Box(x - wide / 2, y - 13 - LINE, x + wide / 2, y - 9)),
            (Spot(x, y, text, x, y + 25, "middle"), Box(x - wide / 2, y + 9, x + wide / 2, y + 13 + LINE)),
        ]
        spot, box = min(tries, key=lambda one: _cost(one[1], paper, taken))
        taken.append(box)
        spots.append(spot)
    return spots


def _cost(box: Box, paper: Box, taken: list[Box]) -> float:
    outside = box.area - box.overlap(paper)
    return round(10 * outside + sum(box.overlap(other) for other in taken), 3)
