"""The words that the parties fight over, each with its speaker."""

from __future__ import annotations

from markupsafe import Markup

from ..records import WordDispute, WordingId
from . import Page


def words_in_dispute(page: Page, dispute: WordingId) -> Markup:
    """Who uses which words for the same thing, and what the site writes instead.

    The front matter's `words: lachin-road` puts it at the head of a page; a call puts it anywhere else.

        {{ words_in_dispute("lachin-road") }}
    """
    record = page.library.get(WordDispute, dispute)
    page.used.add(f"wording:{dispute}")
    return page.render("wording", record=record)
