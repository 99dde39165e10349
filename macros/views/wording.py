"""The words that the parties fight over, each with its speaker."""

from __future__ import annotations

from markupsafe import Markup

from ..records import WordDispute, WordingId
from . import Page, explore
from .parties import sorting_name

METHOD = "about/method.md"
"""The page that says how the site chooses its words; linked where it exists."""


def words_in_dispute(page: Page, dispute: WordingId) -> Markup:
    """Who uses which words for the same thing, speakers A to Z, and what the site writes instead.

    The front matter's `words: lachin-road` puts it at the head of a page; a call puts it anywhere else.

        {{ words_in_dispute("lachin-road") }}
    """
    record = page.library.get(WordDispute, dispute)
    page.used.add(f"wording:{dispute}")
    usages = sorted(record.usages, key=lambda usage: sorting_name(page.library, usage.by[0]))
    return page.render("wording", record=record, usages=usages,
                       method=page.href(METHOD) if METHOD in page.site.pages else "")


def all_words(page: Page) -> Markup:
    """Every dispute over words, by chapter.

        {{ all_words() }}
    """
    chapters = {one.id: one.title for one in page.library.chapters}
    order = list(chapters)
    records = sorted(page.library.all(WordDispute), key=lambda one: order.index(one.chapter))
    frame = explore.Listing("words", "disputes", len(records), [
        explore.facet("chapter", "Chapter", chapters, ([one.chapter] for one in records))])
    return explore.listing(page, frame, Markup("\n").join(
        explore.entry(page, one.id, f"words-{one.id}", words_in_dispute(page, one.id), chapter=[one.chapter])
        for one in records))
