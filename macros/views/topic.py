"""Matters without one date: roles, arguments, patterns over years."""

from __future__ import annotations

from markupsafe import Markup

from ..records import Topic
from . import Page, explore
from .timeline import notices


def topics(page: Page) -> Markup:
    """Every topic of the data, by chapter, with ways to narrow the list.

        {{ topics() }}
    """
    chapters = {one.id: one.title for one in page.library.chapters}
    order = list(chapters)
    records = sorted(page.library.all(Topic), key=lambda one: (order.index(one.chapter), one.title.casefold()))
    page.used.update(f"topic:{one.id}" for one in records)
    said = notices(page)
    frame = explore.Listing("topics", "topics", len(records), [
        explore.facet("chapter", "Chapter", chapters, ([one.chapter] for one in records))])
    return explore.listing(page, frame, Markup("\n").join(
        explore.entry(page, one.id, one.id, page.render("topic", topic=one, notices=said), chapter=[one.chapter])
        for one in records))
