"""The numbers behind a chart: one list of entries, whatever they are drawn as. The picture, the table and the file all
read it, so that they cannot differ."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from .. import inline
from ..dates import When
from ..faults import BrokenRecord
from ..library import Library
from ..records import METHODS, Chart, CitationFields, Count, Figure, Point, Series

Drawable = Series | Chart
Drawn = TypeVar("Drawn", Series, Figure)


@dataclass(frozen=True)
class Entry:
    """One number, or one stretch of a calendar strip, with who reported it."""

    part: str
    """The line or the row that it belongs to."""
    group: str
    when: When
    by: tuple[str, ...]
    citations: Sequence[CitationFields]
    what: str = ""
    value: int | float | None = None
    to: int | float | None = None
    qualifier: str = "exactly"
    voice: str = ""
    method: str = ""
    cautions: tuple[str, ...] = ()
    partial: bool = False


def entries(library: Library, record: Drawable) -> list[Entry]:
    """Everything that a chart shows: by line or row in the order typed, in a line by date."""
    if isinstance(record, Series):
        points = sorted(record.points, key=lambda one: (one.date.first_day, library.speaker(one.by), one.value))
        return [_of_point(one, library.speaker(one.by)) for one in points]
    return [*_lines(library, record), *_rows(library, record), *_strips(record)]


def _of_point(point: Point, part: str, cautions: tuple[str, ...] = ()) -> Entry:
    return Entry(part, "", point.date, (point.by,), [CitationFields(source=point.source)], point.note or "",
                 point.value, None, point.qualifier, cautions=cautions)


def _of_count(count: Count, part: str, group: str = "", cautions: tuple[str, ...] = ()) -> Entry:
    own = (*cautions, count.caution) if count.caution else cautions
    return Entry(part, group, count.as_of, tuple(count.by), count.sources, count.what, count.value, count.to,
                 count.qualifier, count.voice or "", METHODS[count.method], own)


def _drawn(library: Library, model: type[Drawn], wanted: str) -> Drawn:
    """What a line or row draws; that it is not there is reported at the chart by checks.references."""
    if wanted not in library.records[model.family]:
        raise BrokenRecord(wanted)
    return library.get(model, wanted)


def _picked(figure: Figure, counts: Sequence[str]) -> list[Count]:
    """The counts named, in that order; all of them where none is named. Unknown ones are reported by checks."""
    known = {one.id: one for one in figure.counts}
    return [known[one] for one in counts if one in known] if counts else list(figure.counts)


def _lines(library: Library, chart: Chart) -> Iterator[Entry]:
    for line in chart.lines:
        cautions = (line.caution,) if line.caution else ()
        if line.series:
            made = [_of_point(one, line.label, cautions) for one in _drawn(library, Series, line.series).points]
        else:
            assert line.figure is not None
            counts = _picked(_drawn(library, Figure, line.figure), line.counts)
            made = [_of_count(one, line.label, cautions=cautions) for one in counts]
        kept = [one for one in made if line.by is None or line.by in one.by]
        yield from sorted(kept, key=lambda one: order(one.when))


def _rows(library: Library, chart: Chart) -> Iterator[Entry]:
    for row in chart.rows:
        cautions = (row.caution,) if row.caution else ()
        for count in _picked(_drawn(library, Figure, row.figure), row.counts):
            yield _of_count(count, row.label, row.group or "", cautions)


def _strips(chart: Chart) -> Iterator[Entry]:
    for strip in chart.strips:
        for span in strip.spans:
            yield Entry(strip.label, "", span.period, tuple(span.by), span.sources, span.what, partial=span.partial)


def order(when: When) -> tuple[int, int, int]:
    """To sort by date and hour."""
    return when.first_day.toordinal(), when.start.hour or 0, when.start.minute or 0


def csv_path(record: Drawable) -> str:
    """Where the file of a chart lies in the built site."""
    return f"data/{'charts' if isinstance(record, Chart) else 'series'}/{record.id}.csv"


COLUMNS = {
    "date": "When, as in ISO 8601-2 (EDTF)",
    "value": "The number",
    "to": "The upper end, where the number is a range",
    "qualifier": "How the number is meant: exactly, about, at least …",
    "by": "Who reported it: ids of bodies and people",
    "source": "Ids of the works that carry it",
    "note": "What the reporter says of the row",
    "group": "The heading that the row stands under",
    "part": "The line or the row of the chart",
    "what": "What exactly was counted, or what was reported",
    "voice": "The office or person that said it",
    "method": "How the number came about",
    "partial": "Whether a service was limited, not gone",
    "caution": "What to know before leaning on it",
}
"""Every column that a file of a chart can have, and what it holds."""
_PARTS = ("group", "part", "date", "value", "to", "qualifier", "what", "by", "voice", "method", "caution", "source")
_STRETCHES = ("part", "date", "partial", "what", "by", "source")


def csv_columns(record: Drawable) -> Sequence[str]:
    if isinstance(record, Series):
        return list(Point.model_fields)
    return _STRETCHES if record.kind == "strip" else _PARTS


def csv_rows(library: Library, record: Drawable) -> Iterator[dict[str, object]]:
    """The rows as they were typed: of a series those of its own file, of a chart its entries."""
    if isinstance(record, Series):
        yield from (point.model_dump() for point in record.points)
        return
    for one in entries(library, record):
        yield {"group": one.group, "part": one.part, "date": one.when.edtf(), "value": one.value, "to": one.to,
               "qualifier": one.qualifier, "what": one.what, "by": " ".join(one.by), "voice": one.voice,
               "method": one.method, "partial": str(one.partial).lower(),
               "caution": " ".join(map(inline.bare, one.cautions)),
               "source": " ".join(dict.fromkeys(cited.source for cited in one.citations))}


def csv_text(library: Library, record: Drawable) -> str:
    """The file of a chart, with a line of names on top; dates as in ISO 8601-2."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    columns = csv_columns(record)
    writer.writerow(columns)
    for row in csv_rows(library, record):
        writer.writerow("" if row[name] is None else row[name] for name in columns)
    return out.getvalue()
