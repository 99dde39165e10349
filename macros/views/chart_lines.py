"""Lines over time: where the lines, their marks, their labels and the axes stand."""

from __future__ import annotations

import math
import string
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ..dates import When
from ..records import Band, Body
from . import Page, number_words, scale, value_words
from .chart_data import Entry

WIDTHS = (230, 310, 520, 840)
"""Pixels across the plot of a line chart, from the smallest phone to a wide screen."""
HEIGHT = 240
"""Pixels from the last line of the grid down to zero."""
OFFICIAL = {"government", "de facto authority", "military", "parliament"}
"""Kinds of body whose marks are open, as those of officials: the test is what a speaker is, never on which side."""
SHAPES = ("circle", "square", "triangle", "diamond")
Spot = tuple[float, float]
"""A place: per cent across, pixels down."""
Segment = tuple[Spot, Spot]
DASHES = ("none", "2 4", "9 4", "9 3 2 3")


@dataclass(frozen=True)
class Style:
    """How the marks of one reporter look: ink only, told apart by fill, shape and dash."""

    full: bool
    shape: str
    dash: str


@dataclass
class Label:
    """The words at the last point of a line: a value, then a name, from a place in per cent and pixels."""

    x: float
    y: float
    words: list[str]
    anchor: str = "start"
    dx: int = 0
    dy: int = 0
    """From the point to the start of the first line of words."""

    def box(self, width: float) -> tuple[float, float, float, float]:
        """Left, top, right, bottom in pixels."""
        at, length = self.x * width / 100 + self.dx, max(map(len, self.words)) * scale.CHARACTER
        left = {"start": at, "middle": at - length / 2, "end": at - length}[self.anchor]
        return left, self.y + self.dy - 11, left + length, self.y + self.dy + 16 * len(self.words) - 12

    def sides(self) -> list[tuple[str, int, int]]:
        """Where the words may stand: above, below, beside the point, then farther off."""
        tall = 16 * (len(self.words) - 1)
        downs = (-tall - 12, 21, -tall - 28, 37, 53)
        lines = [(anchor, 0, down) for down in downs for anchor in ("end", "middle", "start")]
        return [*lines[:6], ("start", 11, 4 - tall // 2), ("end", -11, 4 - tall // 2), *lines[6:]]


@dataclass(frozen=True)
class Line:
    """One line by date: places in per cent across and pixels down."""

    name: str
    style: Style
    marks: list[Spot]
    full: list[bool]
    """Of each mark, whether it is filled."""

    @property
    def segments(self) -> list[Segment]:
        return list(zip(self.marks, self.marks[1:], strict=False))

    @property
    def drawn(self) -> list[tuple[float, float, Style]]:
        """Every mark with its look."""
        return [(x, y, Style(full, self.style.shape, self.style.dash))
                for (x, y), full in zip(self.marks, self.full, strict=True)]


@dataclass(frozen=True)
class LineChart:
    """Everything of a chart of lines in its place."""

    lines: list[Line]
    labels: list[Label]
    grid: list[tuple[float, float]]
    """Pixels down, and number."""
    days: list[tuple[float, str]]
    bands: list[tuple[float, float, str]] = field(default_factory=list)
    """From and to in per cent, and the letter that the list below the chart explains."""

    @property
    def top(self) -> int:
        """Pixels that letters and labels need above the grid."""
        return max(20, *(12 - round(one.y + one.dy) + 4 for one in self.labels))

    @property
    def wide(self) -> bool:
        """Whether the numbers of the axis need a broad margin."""
        return any(len(number_words(number)) > 5 for _, number in self.grid)


def official(page: Page, by: Iterable[str]) -> bool:
    """Whether a number comes from officials: a government, an authority, or a person who speaks for one."""
    bodies = [page.library.records["body"].get(one) for one in by]
    return any(not isinstance(one, Body) or one.kind in OFFICIAL for one in bodies)


def by_reporter(page: Page, entries: Sequence[Entry]) -> dict[str, Style]:
    """The look of each reporter, A to Z; bodies that hold no public power come first and are filled."""
    opens = {one.part: official(page, one.by) for one in entries}
    made: dict[str, Style] = {}
    for index, part in enumerate(sorted(opens, key=lambda one: (opens[one], one.casefold()))):
        alike = sum(one.full != opens[part] for one in made.values())
        made[part] = Style(not opens[part], SHAPES[alike % len(SHAPES)], DASHES[index % len(DASHES)])
    return made


def by_line(page: Page, entries: Sequence[Entry]) -> dict[str, Style]:
    """The look of each line, in the order typed. The key shows a filled mark where no number is by officials; in the
    picture each mark goes by who reported it."""
    made: dict[str, Style] = {}
    for one in entries:
        index = len(made)
        made.setdefault(one.part, Style(
            not any(official(page, other.by) for other in entries if other.part == one.part),
            SHAPES[index % len(SHAPES)], DASHES[index % len(DASHES)]))
    return made


def lines(page: Page, entries: Sequence[Entry], looks: Mapping[str, Style], given: Sequence[Band]) -> LineChart:
    """Everything of a chart of lines; the entries of a line in order of date."""
    whens = [one.when for one in entries] + [band.period for band in given]
    first, last = min(one.first_day for one in whens), max(one.last_day for one in whens)
    hours = any(one.start.hour is not None for one in whens)
    length = max(1, (last - first).days + hours)
    numbers = scale.ticks(max(one.value or 0 for one in entries))

    def across(days: float) -> float:
        return round(2 + 96 * days / length, 2)

    def down(value: float) -> float:
        return round(HEIGHT * (1 - value / numbers[-1]), 1)

    drawn, labels = [], []
    for part, style in looks.items():
        own = [one for one in entries if one.part == part]
        marks = [(across(after(first, one.when, hours)), down(one.value or 0)) for one in own]
        drawn.append(Line(part, style, marks, [not official(page, one.by) for one in own]))
        words = [value_words(own[-1].value or 0, own[-1].qualifier, own[-1].to), *textwrap.wrap(part, 14)]
        labels.append(Label(*marks[-1], words))
    shown = scale.days(first, last)
    by_year = last.year - first.year > 5
    days = [(across((day.first_day - first).days),
             str(day.year) if by_year else day.words(short=True, year=before is None or before.year != day.year))
            for before, day in zip([None, *shown], shown, strict=False)]
    bands = [(across((one.period.first_day - first).days), across((one.period.last_day - first).days + hours), letter)
             for one, letter in zip(given, string.ascii_lowercase, strict=False)]
    settle(labels, drawn, [(start + end) / 2 for start, end, _ in bands])
    return LineChart(drawn, labels, [(down(number), number) for number in numbers], days, bands)


def after(first: date, when: When, hours: bool) -> float:
    """Days from `first` to the middle of what a date can mean; where hours count, a day means its noon."""
    if when.end is None and when.start.hour is not None:
        return (when.first_day - first).days + when.start.hour / 24 + (when.start.minute or 0) / 1440
    span = (when.last_day - when.first_day).days + hours
    return (when.first_day - first).days + (span / 2 if hours else span // 2)


def settle(labels: Sequence[Label], drawn: Sequence[Line], letters: Sequence[float]) -> None:
    """Give each label the side of its point where it covers least, on a phone as on a wide screen.

    `letters` are the places of the letters of bands, in per cent, just above the grid.
    """
    points = [mark for line in drawn for mark in line.marks] + [(x, -10.0) for x in letters]
    segments = [segment for line in drawn for segment in line.segments]
    placed: list[Label] = []
    for label in labels:
        def cost(number: int, label: Label = label) -> float:
            label.anchor, label.dx, label.dy = label.sides()[number]
            return number + sum(_covered(label, placed, points, segments, width) for width in WIDTHS)

        best = min(range(len(label.sides())), key=cost)
        label.anchor, label.dx, label.dy = label.sides()[best]
        placed.append(label)


def _covered(
    label: Label, placed: Sequence[Label], points: Sequence[Spot], segments: Sequence[Segment], width: float
) -> float:
    """How much a label would cover of the rims, of other labels and of what is drawn, at `width` pixels; 0 is free."""
    left, top, right, bottom = label.box(width)
    found = 20 * (max(0.0, -left - 5) + max(0.0, right - width - 12) + max(0.0, bottom - HEIGHT + 2))
    for other in placed:
        box = other.box(width)
        found += 300 * (left < box[2] + 4 and box[0] < right + 4 and top < box[3] and box[1] < bottom)
    found += 80 * sum(left - 6 < x * width / 100 < right + 6 and top - 5 < y < bottom + 5 for x, y in points)
    for (x1, y1), (x2, y2) in segments:
        start, end = (x1 * width / 100, y1), (x2 * width / 100, y2)
        found += _inside(start, end, (left - 2, top, right + 2, bottom))
    return found


def _inside(start: tuple[float, float], end: tuple[float, float], box: tuple[float, float, float, float]) -> float:
    """How many pixels of a straight line lie in a box."""
    first, last = 0.0, 1.0
    for axis in (0, 1):
        low, high, way = box[axis] - start[axis], box[axis + 2] - start[axis], end[axis] - start[axis]
        if way == 0:
            if not low < 0 < high:
                return 0.0
            continue
        near, far = sorted((low / way, high / way))
        first, last = max(first, near), min(last, far)
    return max(0.0, last - first) * math.dist(start, end)


def bars(entries: Sequence[Entry]) -> list[tuple[float, Entry]]:
    """Separate amounts: the length of each bar in per cent of one scale from zero, and the entry."""
    top = scale.ticks(max(one.value or 0 for one in entries))[-1]
    return [(round(100 * (one.value or 0) / top, 2), one) for one in entries]
