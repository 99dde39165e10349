"""The evidence clock: what was public by each of several days, who could check it, and what was still a claim."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from ..records import Clock, ClockEntry, ClockId, ClockStop
from . import Page
from .parties import sorting_name

STANDINGS: dict[str, tuple[str, str, str]] = {
    "claim": ("format-quote-close", "Claim",
              "Somebody said it. No document, picture or described way of counting let others check it on that day."),
    "count": ("counter", "Count",
              "A number whose maker says what was counted and how: by name, in a register, vehicle by vehicle."),
    "document": ("file-document-outline", "Document",
                 "A text in full that decides or agrees something or sets out its evidence. It need not be right."),
    "observed": ("magnify", "Seen by an outsider",
                 "Witnessed on the spot by somebody of neither side, or shown in pictures that others examined."),
    "order": ("scale-balance", "Court’s order",
              "Decided by an international court. It binds; what happened on the ground is another question."),
}
"""Standing of an entry → its pictogram, its name, and the test that every speaker has to pass alike."""
OUTCOMES: dict[str, tuple[str, str]] = {
    "confirmed": ("check-circle-outline", "Confirmed"),
    "partly": ("minus-circle-outline", "Confirmed in part"),
    "corrected": ("history", "Corrected"),
    "disputed": ("scale-balance", "Disputed"),
    "open": ("help-circle-outline", "Still open"),
}
"""What became of an entry → its pictogram and its name."""


@dataclass(frozen=True)
class Stop:
    """A stop of the clock, with what became public since the stop before."""

    stop: ClockStop
    entries: list[ClockEntry]


def evidence_clock(page: Page, clock: ClockId) -> Markup:
    """An evidence clock: a table by date, which a script turns into a slider over the stops.

        {{ evidence_clock("blockade") }}
    """
    record = page.library.get(Clock, clock)
    page.used.add(f"clock:{clock}")
    speakers = {one for entry in record.entries for one in entry.by}
    listed = sorted(speakers, key=lambda one: sorting_name(page.library, one))
    return page.render(
        "clock", clock=record, stops=stops(record), standings=STANDINGS, outcomes=OUTCOMES,
        speakers=[(one, page.library.speaker(one), sum(one in entry.by for entry in record.entries)) for one in listed],
        counts={key: sum(entry.standing == key for entry in record.entries) for key in STANDINGS})


def evidence_test(page: Page) -> Markup:
    """The test by which an entry of an evidence clock is a claim, a count, a document, an observation or an order.

        {{ evidence_test() }}
    """
    return page.render("clock-test", standings=STANDINGS, outcomes=OUTCOMES)


def stops(clock: Clock) -> list[Stop]:
    """The stops in order, each with the entries that became public after the stop before and until its own day."""
    days = [one.date.last_day for one in clock.stops]
    first = [[entry for entry in clock.entries if entry.public.last_day <= days[0]]]
    rest = [[entry for entry in clock.entries if before < entry.public.last_day <= day]
            for before, day in pairwise(days)]
    return [Stop(stop, entries) for stop, entries in zip(clock.stops, first + rest, strict=True)]
