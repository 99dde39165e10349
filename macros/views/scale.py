"""Scales and the places of labels: what range plots and charts share.

Pictures have no view box. Places along the line are per cents of its width and sizes are pixels, so that text keeps its
size from a phone to a wide screen. What must not collide is tried at given widths in pixels.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from ..dates import Moment

CHARACTER = 7.0
"""Pixels that a character of a label takes at 12.5 px, on the safe side."""


def ticks(top: float, most: int = 4) -> list[float]:
    """Round numbers from zero to the first that is not below `top`, in at most `most` steps; whole ones for a whole
    `top`, since nobody counts a quarter of a person."""
    rough = max(top, 1e-9) / most
    power = 10.0 ** math.floor(math.log10(rough))
    steps = [factor * power for factor in (1, 2, 2.5, 5, 10)]
    if float(top).is_integer():
        steps = [step for step in steps if step.is_integer()] or [1.0]
    step = next(step for step in steps if step >= rough * (1 - 1e-9))
    return [round(number * step, 9) for number in range(math.ceil(top / step - 1e-9) + 1)] if top > 0 else [0.0, 1.0]


def days(first: date, last: date, most: int = 4) -> list[Moment]:
    """At most `most` dates from `first` to `last`: first days of months, or the ends and the middle."""
    start = first.year * 12 + first.month - (first.day == 1)
    end = last.year * 12 + last.month - 1
    step = next(size for size in (1, 2, 3, 4, 6, *range(12, 1200, 12)) if (end - start) // size < most)
    if end - start >= step:
        return [Moment(month // 12, month % 12 + 1) for month in range(start, end + 1, step)]
    half = timedelta((last - first).days // 2)
    return [Moment(day.year, day.month, day.day) for day in sorted({first, first + half, last})]


def readable(places: Sequence[float], words: Sequence[str], width: float) -> list[bool]:
    """Which ticks of an axis have room for their words at `width` pixels: the two ends, and what fits between them."""
    shown = [True] + [False] * (len(places) - 2) + [True]
    free = places[0] * width / 100 + len(words[0]) * CHARACTER + 4
    rim = places[-1] * width / 100 - len(words[-1]) * CHARACTER - 4
    for number in range(len(places) - 2, 0, -1):
        at, half = places[number] * width / 100, len(words[number]) * CHARACTER / 2
        if free < at - half and at + half < rim:
            shown[number], rim = True, at - half - 4
    return shown


@dataclass
class Label:
    """A direct label of a range plot, `row` rows above the axis; `x` is the place of its stem in per cent."""

    x: float
    words: str
    side: Literal["start", "end"] = "start"
    row: int = 0
    edge: float = 0.0
    """Where the text starts or ends, in per cent: at the stem, or at the rim where it would not fit beside it."""

    def span(self, width: float) -> tuple[float, float]:
        """From where to where the text reaches, in pixels."""
        at, length = self.edge * width / 100, len(self.words) * CHARACTER
        return (at, at + length) if self.side == "start" else (at - length, at)


def in_rows(labels: Sequence[Label], width: float) -> int:
    """Give each label its side and the lowest row that is free at `width` pixels (and so at more); gives the rows used.

    Texts never overlap. Stems keep clear of texts wherever a row allows it.
    """
    for label in labels:
        reach, at = len(label.words) * CHARACTER, label.x * width / 100
        label.edge = label.x
        if at - reach >= 0 and (label.x > 50 or at + reach > width):
            label.side = "end"
        elif at + reach <= width:
            label.side = "start"
        else:
            label.side, label.edge = ("end", 100.0) if label.x > 50 else ("start", 0.0)
    starts = sorted((one for one in labels if one.side == "start"), key=lambda one: -one.x)
    ends = sorted((one for one in labels if one.side == "end"), key=lambda one: one.x)
    _stack(min((starts + ends, ends + starts), key=lambda order: _stack(order, width)), width)
    return max((label.row for label in labels), default=-1) + 1


def _stack(order: Sequence[Label], width: float) -> tuple[int, int]:
    """Give each label in turn the row where it clashes least with those before it; gives all clashes."""
    texts = stems = 0
    for number, label in enumerate(order):
        found = [(*_clashes(label, row, order[:number], width), row) for row in range(len(order))]
        best = min(found)
        label.row = best[2]
        texts, stems = texts + best[0], stems + best[1]
    return texts, stems


def _clashes(label: Label, row: int, placed: Sequence[Label], width: float) -> tuple[int, int]:
    """How many placed texts the label would overlap in that row, and how many stems and texts would cross."""
    left, right = label.span(width)
    texts = stems = 0
    for other in placed:
        low, high = other.span(width)
        texts += other.row == row and left < high + 6 and low < right + 6
        stems += other.row > row and left <= other.x * width / 100 <= right
        stems += other.row < row and low <= label.x * width / 100 <= high
    return texts, stems
