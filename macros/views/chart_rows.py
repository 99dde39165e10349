"""Rows on one scale, parts of a whole, and calendar strips: where their marks stand."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ..dates import When
from ..records import METHODS
from . import Page, number_words, scale, value_words
from .chart_data import Entry
from .figure import AXIS, NARROW

PATTERNS = ("dots", "diagonals", "grid", "dashes", "blank")
"""Of parts, in the order typed: the first three as on the maps, with equal ink."""
MOST_WORDS = 4
"""So many entries of a row are told below it; more stand in the table alone."""
METHOD_KEYS = {words: key for key, words in METHODS.items()}


@dataclass(frozen=True)
class Drawn:
    """A mark or a piece: from and, where it reaches on, to, in per cent; the look; and what to say of it."""

    x: float
    to: float | None
    look: str
    words: str
    lane: int = 0
    open: bool = False


@dataclass(frozen=True)
class Row:
    label: str
    marks: Sequence[Drawn]
    lanes: int = 1
    told: bool = True
    """Whether each mark is told in words below; else the table tells."""


@dataclass(frozen=True)
class Group:
    heading: str
    rows: Sequence[Row]


@dataclass(frozen=True)
class Rows:
    """Groups of rows on one scale."""

    groups: Sequence[Group]
    ticks: Sequence[tuple[float, str]] = ()
    years: Sequence[tuple[float, str]] = ()
    """Below the ticks of a calendar: where a year begins."""
    looks: Sequence[tuple[str, str]] = ()
    """For the key: look, words."""


def _grouped(entries: Sequence[Entry], row: Callable[[str, list[Entry]], Row]) -> list[Group]:
    """Entries by group and part, in the order typed; headings that return are one group."""
    groups: dict[str, dict[str, list[Entry]]] = {}
    for one in entries:
        groups.setdefault(one.group, {}).setdefault(one.part, []).append(one)
    return [Group(heading, [row(part, own) for part, own in parts.items()]) for heading, parts in groups.items()]


def rows(page: Page, entries: Sequence[Entry]) -> Rows:
    """Counts in labelled rows on one scale from zero; in a row A to Z by who says so."""
    numbers = scale.ticks(max(one.to or one.value or 0 for one in entries))
    start, end = AXIS

    def place(value: float) -> float:
        return round(start + (end - start) * value / numbers[-1], 2)

    def row(part: str, own: list[Entry]) -> Row:
        own = sorted(own, key=lambda one: (page.library.speakers(one.by).casefold(), one.when.first_day))
        return Row(part, [
            Drawn(place(one.value or 0), None if one.to is None else place(one.to), METHOD_KEYS[one.method],
                  f"{_number(one)}: {page.library.speakers(one.by)}, {one.when.words(short=True)}")
            for one in own], told=len(own) <= MOST_WORDS)

    places, written = [place(number) for number in numbers], [number_words(number) for number in numbers]
    fits = scale.readable(places, written, NARROW)
    ticks = [(x, words if fit else "") for x, words, fit in zip(places, written, fits, strict=True)]
    used = {METHOD_KEYS[one.method] for one in entries}
    return Rows(_grouped(entries, row), ticks, looks=[(key, words) for key, words in METHODS.items() if key in used])


def shares(page: Page, entries: Sequence[Entry], unit: str) -> Rows:
    """A bar for each group, its parts in the order typed; the whole is 100 in per cent, else the sum of the parts."""
    patterns = dict(zip(dict.fromkeys(one.part for one in entries), itertools.cycle(PATTERNS), strict=False))
    made = []
    for heading, found in itertools.groupby(entries, key=lambda one: one.group):
        own, at, pieces = list(found), 0.0, []
        total = 100 if unit.startswith(("per cent", "percent")) else sum(one.value or 0 for one in own)
        for one in own:
            width = 100 * (one.value or 0) / total if total else 0.0
            words = f"{one.part}: {_number(one)} {unit} ({page.library.speakers(one.by)})"
            pieces.append(Drawn(round(at, 2), round(min(100.0, at + width), 2), patterns[one.part], words))
            at += width
        made.append(Group("", [Row(heading, pieces)]))
    return Rows(made)


def strip(page: Page, entries: Sequence[Entry], period: When) -> Rows:
    """A calendar with months as columns; stretches of one row that overlap stand below each other."""
    first = period.first_day
    last = period.last_day if not period.open else max([period.last_day, *(one.when.last_day for one in entries)])
    length = (last - first).days + 1

    def place(day: date) -> float:
        return round(100 * min(max((day - first).days, 0), length) / length, 2)

    def row(part: str, own: list[Entry]) -> Row:
        free: list[date] = []
        marks = []
        for one in sorted(own, key=lambda one: one.when.first_day):
            end = last if one.when.open else one.when.last_day
            lane = next((number for number, day in enumerate(free) if day < one.when.first_day), len(free))
            free[lane:lane + 1] = [end]
            words = f"{one.when.words(short=True)}: {one.what} ({page.library.speakers(one.by)})"
            marks.append(Drawn(place(one.when.first_day), place(end + timedelta(1)),
                               "diagonals" if one.partial else "full", words, lane, one.when.open))
        return Row(part, marks, len(free), len(marks) <= MOST_WORDS)

    months = list(_months(first, last))
    step = next(size for size in (1, 2, 3, 6, 12, 24, 60, 120) if len(months) / size <= 12)
    ticks = [(place(day), day.strftime("%b") if not index % step else "") for index, day in enumerate(months)]
    years = [(place(day), str(day.year)) for index, day in enumerate(months) if index == 0 or day.month == 1]
    if len(years) > 1 and years[1][0] < 12:  # the first year has no room
        del years[0]
    looks = [("full", "stopped")] if not all(one.partial for one in entries) else []
    return Rows(_grouped(entries, row), ticks, years if step < 12 else [],
                [*looks, ("diagonals", "limited")] if any(one.partial for one in entries) else looks)


def _months(first: date, last: date) -> Iterator[date]:
    """First days of the months from `first` to `last`; `first` itself where it stands within a month."""
    yield first
    month = first.year * 12 + first.month
    while (day := date(month // 12, month % 12 + 1, 1)) <= last:
        yield day
        month += 1


def _number(entry: Entry) -> str:
    return value_words(entry.value or 0, entry.qualifier, entry.to)
