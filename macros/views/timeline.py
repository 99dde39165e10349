"""Dated events: a strip of a few, and a chapter's whole list."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from datetime import date
from itertools import groupby

from markupsafe import Markup

from ..dates import Moment, When
from ..faults import BrokenRecord, ViewFault
from ..records import Chapter, ChapterId, Event, EventId
from . import Page
from .notice import notice

STATUS: dict[str, tuple[str, str]] = {
    "disputed": ("disputed", "The parties differ on what happened. Their accounts are below."),
    "single source": ("not-verified", "Reported from one origin only."),
    "not verified": ("not-verified", "Nobody independent could check this."),
}
"""The notice under an event that is not established by sources of more than one origin."""


def timeline_strip(page: Page, *events: EventId, title: str, current: EventId | None = None) -> Markup:
    """A few dates in a row, in the order of time; `current` marks the one that the text is about.

        {{ timeline_strip("2022-12-12-road-closed", "2023-04-28-protest-suspended", title="Two dates",
                          current="2023-04-28-protest-suspended") }}
    """
    if len(events) < 2:
        raise ViewFault("needs at least two event ids")
    if current is not None and current not in events:
        raise ViewFault(f'"current" is "{current}", which is not among the events of the strip')
    records = in_order(page.library.get(Event, one) for one in events)
    page.used.update(f"event:{one}" for one in events)
    words = short_dates([record.date for record in records])
    return page.render("timeline-strip", title=title, current=current, steps=[
        (when, record, timeline_link(page, record)) for when, record in zip(words, records, strict=True)])


def timeline_link(page: Page, event: Event) -> str:
    """To the event in the timeline of its chapter, on the chapter's overview or among the lists; empty without one."""
    for path in (f"{event.chapter}/index.md", "explore/timeline.md"):
        if path in page.site.pages and f'chapter_timeline("{event.chapter}"' in page.site.pages[path].body:
            return page.href(path, event.id)
    return ""


def chapter_timeline(page: Page, chapter: ChapterId) -> Markup:
    """Every event of a chapter, month by month, with what each party says of it.

        {{ chapter_timeline("blockade") }}
    """
    page.library.get(Chapter, chapter)
    events = in_order(event for event in page.library.all(Event) if event.chapter == chapter)
    if not events and page.library.may_exist("event", ""):  # in a file that could not be read
        raise BrokenRecord(chapter)
    if not events:
        raise ViewFault(f'no event belongs to the chapter "{chapter}"')
    page.used.update(f"event:{event.id}" for event in events)
    months = [(label, list(group)) for label, group in groupby(events, key=lambda event: month(event.date))]
    return page.render("timeline-chapter", months=months, notices={
        status: notice(page, kind, text) for status, (kind, text) in STATUS.items()})


def in_order(events: Iterable[Event]) -> list[Event]:
    """By first day, then by hour, then by id; what has no hour follows what has one, as effects follow causes."""
    def place(event: Event) -> tuple[date, int, str]:
        hour = event.date.start.hour
        return event.date.first_day, 24 if hour is None else hour, event.id

    return sorted(events, key=place)


def month(when: When) -> str:
    """The month in which a date begins: `December 2022`, or `2022` when no month is known."""
    return Moment(when.start.year, when.start.month).words()


def short_dates(dates: Iterable[When]) -> list[str]:
    """The days on which events begin; each leaves out a year that the one before it has named."""
    shown: list[str] = []
    year = None
    for when in dates:
        day = dataclasses.replace(when.start, hour=None, minute=None)
        shown.append(day.words(short=True, year=day.year != year))
        year = day.year
    return shown
