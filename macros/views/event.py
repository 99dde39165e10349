"""An event named in a sentence: its date, or words in its place, as a link to its record."""

from __future__ import annotations

from markupsafe import Markup

from ..records import Event
from . import Page


def when(page: Page, event_id: str, shown: str = "") -> Markup:
    """The date of an event as its record has it, linked to the record; `shown` puts other words in its place.

        {{ when("2022-12-12-road-closed") }} {{ when("2023-04-28-protest-suspended", "in spring") }}
    """
    event = page.library.get(Event, event_id)
    page.used.add(f"event:{event_id}")
    return page.render("when", event=event, shown=shown, href=page.record_href("event", event_id))
