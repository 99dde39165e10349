"""What each chapter gives both sides, counted."""

from __future__ import annotations

from markupsafe import Markup

from .. import balance as counting
from ..prose import Lexicon
from . import Page
from .figure import span

OFTEN = 3
"""Who was asked for on so many questions has a column of the matrix; whoever was asked for on fewer stands by name."""


def balance(page: Page) -> Markup:
    """The tally of every chapter: works by origin, harm to both peoples, who is heard, how loaded words stand.

        {{ balance() }}
    """
    speakers, rows = counting.matrix(page.library)
    often = [who for who in speakers if sum(who in cells for _, cells in rows) >= OFTEN]
    return page.render("balance", tallies=list(counting.tallies(page.library, page.site, Lexicon.of(page.library))),
                       speakers=[(who, page.library.speaker(who)) for who in often], span=span, rows=[
                           (position, cells, [(page.library.speaker(who), cells[who]) for who in speakers
                                              if who in cells and who not in often]) for position, cells in rows])
