"""What is not known: every point that the records leave open, gathered from where it was typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .library import Library
from .records import Event, Fact, Record, Source, Topic

KINDS: dict[str, str] = {
    "point": "Not established",
    "unread": "A statement whose text nobody read",
    "single": "Rests on one origin",
    "unverified": "Nobody independent could check it",
    "unopened": "A source that nobody opened",
}


@dataclass(frozen=True)
class Point:
    """One thing that is open, and the record that it belongs to."""

    id: str
    kind: str
    record: Record
    text: str
    """With the inline markup of records."""

    @property
    def chapter(self) -> str:
        """The chapter of the record; empty for records of none."""
        return getattr(self.record, "chapter", "")


def points(library: Library) -> Iterator[Point]:
    """Every open point, by family and in the order typed; ids number the points of a record."""
    for family, records in library.records.items():
        for record in records.values():
            for index, (kind, text) in enumerate(_of(library, record), start=1):
                yield Point(f"{family}-{record.id}-{index}", kind, record, text)


def _of(library: Library, record: Record) -> Iterator[tuple[str, str]]:
    if isinstance(record, Fact):
        yield from (("point", text) for text in record.open_points)
    for name in ("accounts", "stances", "statements"):
        for said in getattr(record, name, []):
            if said.not_read:
                where = getattr(said, "voice", None) or getattr(said, "stated", None)
                by = library.speakers(said.by) + (f", {where}" if where else "")
                yield "unread", f"{by}: find the text and read it."
    if isinstance(record, Event | Topic) and record.status == "single source":
        yield "single", "Is there a source of another origin that bears it out or contradicts it?"
    if isinstance(record, Event | Topic) and record.status == "not verified":
        yield "unverified", "Has anybody independent checked it since?"
    if isinstance(record, Source) and record.checked.how == "not opened":
        yield "unopened", "Find a copy, read it, and say whether it bears out what cites it."
