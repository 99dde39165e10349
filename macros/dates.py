"""Dates with precision, written in the part of EDTF (ISO 8601-2) that dated facts need.

    2022   2022-12   2022-12-12   2022-12-12T10   2022-12-12T10:30   2022~ (about)   2022-12? (uncertain)
    2022-12-12/2023-09-18   2022-12-12/..   (ranges, open at the end)

The `edtf` package was tried: it takes some 7 ms a date, two seconds for one chapter, and has no hours. This module
takes microseconds.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["year", "month", "day", "hour", "minute"]

_POINT = re.compile(r"((?!0000)\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2})(?::(\d{2}))?)?)?)?([~?]?)")
_MONTHS = [calendar.month_name[month] for month in range(1, 13)]
EXPECTED = "a date as 2022, 2022-12, 2022-12-12, 2022-12-12T10:30, 2022~ or a range as 2022-12-12/2023-09-18"


@dataclass(frozen=True)
class Moment:
    """One point in time as precisely as it is known. `doubt` is "~" (about), "?" (uncertain) or ""."""

    year: int
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    doubt: str = ""

    @property
    def precision(self) -> Precision:
        names: tuple[Precision, ...] = ("minute", "hour", "day", "month")
        for name in names:
            if getattr(self, name) is not None:
                return name
        return "year"

    @property
    def first_day(self) -> date:
        """The earliest day that the moment can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day that the moment can mean."""
        if self.month is None:
            return date(self.year, 12, 31)
        if self.day is None:
            return date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])
        return self.first_day

    def words(self, *, short: bool = False, year: bool = True, month: bool = True) -> str:
        """`12 December 2022`, with `short` `12 Dec 2022`; `year` and `month` may be left out in a range."""
        parts = [str(self.day)] if self.day else []
        if self.month and month:
            parts.append(_MONTHS[self.month - 1][: 3 if short else None])
        if year or not parts:
            parts.append(str(self.year))
        text = " ".join(parts)
        if self.hour is not None:
            text += f", {self.hour:02}:{self.minute or 0:02}"
        return {"~": f"about {text}", "?": f"{text} (uncertain)"}.get(self.doubt, text)

    @property
    def iso(self) -> str:
        """The value for `<time datetime>`, without the marks of doubt."""
        text = f"{self.year:04}"
        for value, sign in ((self.month, "-"), (self.day, "-"), (self.hour, "T"), (self.minute, ":")):
            if value is None:
                break
            text += f"{sign}{value:02}"
        return text + ":00" if self.precision == "hour" else text


@dataclass(frozen=True)
class When:
    """A moment or a range of them. `end` is None for a single moment; `open` means that the range has no end yet."""

    start: Moment
    end: Moment | None = None
    open: bool = False

    @property
    def first_day(self) -> date:
        return self.start.first_day

    @property
    def last_day(self) -> date:
        """The last day covered; for an open range the last day of its start."""
        return (self.end or self.start).last_day

    def words(self, *, short: bool = False) -> str:
        """Readable English: `12 December 2022`, `7–10 December 2022`, `12 December 2022 – 18 September 2023`."""
        if self.open:
            return f"since {self.start.words(short=short)}"
        if self.end is None:
            return self.start.words(short=short)
        start, end = self.start, self.end
        tight = start.year == end.year and "minute" not in (start.precision, end.precision) and not start.doubt
        if tight and start.month == end.month and start.day and end.day:
            return f"{start.words(month=False, year=False)}–{end.words(short=short)}"
        if tight and start.month:
            gap = " – " if start.day or end.day else "–"
            return f"{start.words(short=short, year=False)}{gap}{end.words(short=short)}"
        gap = "–" if start.precision == end.precision == "year" else " – "
        return f"{start.words(short=short)}{gap}{end.words(short=short)}"

    def edtf(self) -> str:
        """The text that parses to this value."""
        def written(moment: Moment) -> str:
            iso = moment.iso
            return (iso[:-3] if moment.precision == "hour" else iso) + moment.doubt
        if self.open:
            return f"{written(self.start)}/.."
        return written(self.start) + (f"/{written(self.end)}" if self.end else "")

    def covers(self, day: date) -> bool:
        """Whether `day` lies in the range; an open range covers every later day."""
        return self.first_day <= day and (self.open or day <= self.last_day)


def _moment(text: str) -> Moment:
    match = _POINT.fullmatch(text)
    if not match:
        raise ValueError(f'"{text}" is no date; expected {EXPECTED}')
    year, month, day, hour, minute = (int(part) if part else None for part in match.groups()[:5])
    assert year is not None
    if month is not None and not 1 <= month <= 12:
        raise ValueError(f'"{text}" has month {month:02}; months run from 01 to 12')
    if day is not None and month is not None:
        length = calendar.monthrange(year, month)[1]
        if not 1 <= day <= length:
            raise ValueError(f'"{text}" has day {day:02}; {_MONTHS[month - 1]} {year} has {length} days')
    if (hour or 0) > 23 or (minute or 0) > 59:
        raise ValueError(f'"{text}" has no such time of day')
    return Moment(year, month, day, hour, minute, match.group(6))


def parse(text: str) -> When:
    """Read one EDTF date or range; raises ValueError with what was expected."""
    first, slash, last = text.strip().partition("/")
    start = _moment(first)
    if not slash:
        return When(start)
    if last == "..":
        return When(start, open=True)
    end = _moment(last)
    if end.last_day < start.first_day:
        raise ValueError(f'"{text}" ends before it begins')
    return When(start, end)
