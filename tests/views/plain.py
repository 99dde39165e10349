"""What a reader sees of a piece of HTML."""

from __future__ import annotations

import re

from markupsafe import Markup


def plain(made: Markup) -> str:
    """The words alone, single spaces between them; cells and terms are set apart."""
    return Markup(re.sub(r"(</(?:dt|th|td)>)", r"\1 ", str(made))).striptags()
