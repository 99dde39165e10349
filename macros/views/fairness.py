"""What each chapter gives both sides, counted."""

from __future__ import annotations

from markupsafe import Markup

from .. import balance as counting
from ..prose import Lexicon
from . import Page
from .figure import span


def balance(page: Page) -> Markup:
    """The tally of every chapter: works by origin, harm to both peoples, who is heard, how loaded words stand.

        {{ balance() }}
    """
    speakers, rows = counting.matrix(page.library)
    return page.render("balance", tallies=list(counting.tallies(page.library, page.site, Lexicon.of(page.library))),
                       speakers=[(who, page.library.speaker(who)) for who in speakers], rows=rows, span=span)
