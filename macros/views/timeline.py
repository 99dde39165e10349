"""Dated events: a strip of a few, a chapter's whole list, and every event with ways to narrow the list."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise

from markupsafe import Markup

from ..dates import Moment, When
from ..faults import BrokenRecord, ViewFault
from ..records import EVENT_KINDS, Chapter, ChapterId, Event, EventId, Figure, Place
from . import Page, explore
from .name import pair
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
    """To the event in the timeline of its chapter, where the chapter's overview has one, else to the list of all."""
    path = f"{event.chapter}/index.md"
    if path in page.site.pages and f'chapter_timeline("{event.chapter}"' in page.site.pages[path].body:
        return page.href(path, event.id)
    return page.record_href("event", event.id) if "explore/timeline.md" in page.site.pages else ""


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
    return page.render("timeline-chapter", months=months, notices=notices(page))


def notices(page: Page) -> dict[str, Markup]:
    """The notice of each status of an event that needs one."""
    return {status: notice(page, kind, text) for status, (kind, text) in STATUS.items()}


# --- every event ------------------------------------------------------------------------------------------------

BARS_FROM = 1988
"""From this year on the bars count half a year each; before it ten years, and everything before 1900 is one bar."""
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True)
class Bar:
    """A stretch of the timeline: its first and last day, and how many events begin in it."""

    first: date
    last: date
    events: int
    label: str
    """What stands below the bar where the axis has a tick."""
    odd: bool
    """Whether the tick stands only where there is room for every one."""


@dataclass(frozen=True)
class Entry:
    """An event as the list shows it."""

    event: Event
    day: str
    """The day without its year: `12 Dec`; the months of a longer time."""
    weekday: str
    """Of a single day since 1988; else empty."""
    sources: int
    published: list[str]
    """Keys of `explore.PUBLISHED`, in its order."""
    figures: list[Figure]
    readings: list[tuple[str, str, int]]
    """Pages that tell of it: title, link, minutes."""


def timeline(page: Page) -> Markup:
    """Every event of the data by year, with filters, a range of dates and the accounts of the parties.

        {{ timeline() }}
    """
    events = in_order(page.library.all(Event))
    page.used.update(f"event:{event.id}" for event in events)
    told, measured = _told(page), _measured(page)
    entries = [_entry(page, event, told.get(event.id, []), measured.get(event.id, [])) for event in events]
    chapters = {one.id: one.title for one in page.library.chapters}
    places = {one.id: pair(one) for one in sorted(page.library.all(Place), key=lambda one: pair(one).casefold())}
    frame = explore.Listing("events", "events", len(entries), [
        explore.facet("chapter", "Chapter", chapters, ([event.chapter] for event in events)),
        explore.facet("kind", "Kind", EVENT_KINDS, ([event.kind] for event in events)),
        explore.facet("published", "At least one source from", explore.PUBLISHED,
                      (entry.published for entry in entries), every=True),
        explore.facet("place", "Place", places, (event.places for event in events), fold=True),
    ])
    groups = [(label, list(group)) for label, group in groupby(entries, key=lambda entry: group_label(entry.event))]
    axis = page.render("timeline-axis", bars=bars(events), jumps=[
        (one.title, one.period.first_day, None if one.period.open else one.period.last_day)
        for one in page.library.chapters])
    return explore.listing(page, frame, page.render(
        "timeline", groups=groups, kinds=EVENT_KINDS, names=explore.PUBLISHED, notices=notices(page)), axis)


def _entry(page: Page, event: Event, readings: list[str], figures: list[Figure]) -> Entry:
    cited = {one.source for one in event.sources} | {one.source for told in event.accounts for one in told.sources}
    sides = {explore.published(page.library.source(one)) for one in cited if one in page.library.records["source"]}
    start = event.date.start
    single = event.date.end is None and start.day is not None and start.year >= BARS_FROM
    return Entry(event, day_words(event.date), _WEEKDAYS[start.first_day.weekday()] if single else "", len(cited),
                 [key for key in explore.PUBLISHED if key in sides], figures,
                 [(page.site.pages[path].meta.title, page.href(path), page.site.minutes(path)) for path in readings])


def _told(page: Page) -> dict[str, list[str]]:
    """Event id → paths of the chapters' pages that name it."""
    found: dict[str, list[str]] = {}
    chapters = {one.id for one in page.library.chapters}
    for path, source in page.site.pages.items():
        if source.chapter in chapters:
            for wanted in dict.fromkeys(re.findall(r'"(\d{4}[a-z0-9.-]*)"', source.body)):
                found.setdefault(wanted, []).append(path)
    return found


def _measured(page: Page) -> dict[str, list[Figure]]:
    """Event id → figures that measure what came of it."""
    found: dict[str, list[Figure]] = {}
    for figure in page.library.all(Figure):
        if figure.event:
            found.setdefault(figure.event, []).append(figure)
    return found


def group_label(event: Event) -> str:
    """What an event stands under: its year; its decade before 1988; one heading for everything before 1900."""
    year = event.date.start.year
    if year < 1900:
        return "Before 1900"
    return str(year) if year >= BARS_FROM else f"{year // 10 * 10}s"


def day_words(when: When) -> str:
    """A date below the heading of its year: `12 Dec`, `1–5 Jul`, `Sep – 4 Oct`; with the year where the heading says
    none."""
    start = when.start
    if start.year < BARS_FROM:
        return when.words(short=True)
    day = dataclasses.replace(start, hour=None, minute=None)
    if when.end is None and not when.open:
        return day.words(short=True, year=day.month is None)
    bare = dataclasses.replace(
        when, start=day, end=when.end and dataclasses.replace(when.end, hour=None, minute=None))
    return bare.words(short=True).removesuffix(f" {start.year}")


def bars(events: Sequence[Event]) -> list[Bar]:
    """How events cluster in time, from the first to the last of them; `events` in order of date."""
    if not events:
        return []
    cuts = list(_cuts(events[0].date.first_day, events[-1].date.first_day))
    days = [event.date.first_day for event in events]
    return [
        Bar(first, after - timedelta(days=1), sum(first <= day < after for day in days), _tick(first),
            first.year < BARS_FROM or first.year % 8 != BARS_FROM % 8)
        for first, after in pairwise(cuts)
    ]


def _cuts(first: date, last: date) -> Iterator[date]:
    """Where bars begin, and where the last one ends."""
    if first.year < 1900:
        yield date(first.year, 1, 1)
    yield from (date(year, 1, 1) for year in range(1900, BARS_FROM, 10) if year + 9 >= first.year)
    halves = [date(year, month, 1) for year in range(BARS_FROM, last.year + 2) for month in (1, 7)]
    yield from halves[: next(index for index, day in enumerate(halves) if day > last) + 1]


def _tick(first: date) -> str:
    ticks = (1900, 1950, *range(BARS_FROM, 2100, 4))
    return str(first.year) if first.year in ticks and first.month == 1 else ""


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
