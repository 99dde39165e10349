"""Charts: a series as lines or bars, with its table, its method and a file to download."""

from __future__ import annotations

import csv
import io
import math
import string
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup

from ..dates import When
from ..faults import ViewFault
from ..records import Body, CitationFields, Point, Series, SeriesId
from . import Page, explore, scale, value_words

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
    """What one reporter gave, by date: places in per cent across and pixels down."""

    by: str
    style: Style
    marks: list[Spot]

    @property
    def segments(self) -> list[Segment]:
        return list(zip(self.marks, self.marks[1:], strict=False))


@dataclass(frozen=True)
class LineChart:
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


def chart(page: Page, series: SeriesId) -> Markup:
    """A series as a chart with its table, its sources, its method and its CSV file.

        {{ chart("icrc-patients") }}
    """
    record = page.library.get(Series, series)
    if not record.points:
        raise ViewFault(f'series "{series}" has no rows to show')
    page.used.add(f"series:{series}")
    points = sorted(record.points, key=lambda one: (one.date.first_day, page.library.speaker(one.by), one.value))
    looks = styles(page, points)
    drawn = lines(page, record, points, looks) if record.chart == "line" else None
    top = scale.ticks(max(one.value for one in points))[-1]
    bars = [(round(100 * one.value / top, 2), one) for one in points] if drawn is None else []
    rows = [(one, CitationFields(source=one.source)) for one in points]
    with page.folded(f"chart-{series}"):
        return page.render("chart", series=record, rows=rows, styles=looks, drawn=drawn, bars=bars, height=HEIGHT,
                           file=page.asset(csv_path(record)))


def charts(page: Page) -> Markup:
    """Every series of the data as a chart with its table, by chapter, with ways to narrow the list.

        {{ charts() }}
    """
    chapters = {one.id: one.title for one in page.library.chapters}
    order = list(chapters)
    records = sorted(page.library.all(Series), key=lambda one: (order.index(one.chapter), one.title.casefold()))
    frame = explore.Listing("series", "charts", len(records), [
        explore.facet("chapter", "Chapter", chapters, ([one.chapter] for one in records))])
    return explore.listing(page, frame, Markup("\n").join(
        explore.entry(page, one.id, f"chart-{one.id}", chart(page, one.id), chapter=[one.chapter])
        for one in records))


def csv_path(series: Series) -> str:
    """Where the file of a series lies in the built site."""
    return f"data/series/{series.id}.csv"


def csv_text(series: Series) -> str:
    """The rows of a series as they were typed, with a line of names on top; dates as in ISO 8601-2."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(Point.model_fields)
    for point in series.points:
        row = point.model_dump()
        writer.writerow("" if row[name] is None else row[name] for name in Point.model_fields)
    return out.getvalue()


def styles(page: Page, points: Iterable[Point]) -> dict[str, Style]:
    """The look of each reporter, A to Z; bodies that hold no public power come first and are filled."""
    def open_mark(by: str) -> bool:
        body = page.library.records["body"].get(by)
        return not isinstance(body, Body) or body.kind in OFFICIAL

    speakers = sorted({one.by for one in points}, key=lambda by: (open_mark(by), page.library.speaker(by).casefold()))
    made: dict[str, Style] = {}
    for index, by in enumerate(speakers):
        alike = sum(one.full != open_mark(by) for one in made.values())
        made[by] = Style(not open_mark(by), SHAPES[alike % len(SHAPES)], DASHES[index % len(DASHES)])
    return made


def lines(page: Page, series: Series, points: Sequence[Point], looks: dict[str, Style]) -> LineChart:
    """Everything of a line chart in its place; `points` in order of date."""
    whens = [one.date for one in points] + [band.period for band in series.bands]
    first, last = min(one.first_day for one in whens), max(one.last_day for one in whens)
    numbers = scale.ticks(max(one.value for one in points))

    def across(day: date) -> float:
        return round(2 + 96 * (day - first).days / max(1, (last - first).days), 2)

    def down(value: float) -> float:
        return round(HEIGHT * (1 - value / numbers[-1]), 1)

    drawn, labels = [], []
    for by, style in looks.items():
        own = [one for one in points if one.by == by]
        drawn.append(Line(by, style, [(across(middle(one.date)), down(one.value)) for one in own]))
        words = [value_words(own[-1].value, own[-1].qualifier), *textwrap.wrap(page.library.speaker(by), 14)]
        labels.append(Label(*drawn[-1].marks[-1], words))
    shown = scale.days(first, last)
    days = [(across(day.first_day), day.words(short=True, year=before is None or before.year != day.year))
            for before, day in zip([None, *shown], shown, strict=False)]
    bands = [(across(one.period.first_day), across(one.period.last_day), letter)
             for one, letter in zip(series.bands, string.ascii_lowercase, strict=False)]
    settle(labels, drawn, [(start + end) / 2 for start, end, _ in bands])
    return LineChart(drawn, labels, [(down(number), number) for number in numbers], days, bands)


def middle(when: When) -> date:
    """The day in the middle of what a date can mean."""
    return when.first_day + (when.last_day - when.first_day) / 2


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
