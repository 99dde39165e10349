"""Notices: what a reader should know before leaning on what follows."""

from __future__ import annotations

from markupsafe import Markup

from ..faults import BrokenRecord, ViewFault, did_you_mean
from . import Page

KINDS: dict[str, tuple[str, str]] = {
    "disputed": ("Disputed", "scale-balance"),
    "not-verified": ("Not verified", "help-circle-outline"),
    "corrected": ("Corrected", "history"),
    "content": ("Content note", "information-outline"),
}
"""The word that opens each notice, and its pictogram."""


def notice(page: Page, kind: str, text: str) -> Markup:
    """A notice: `disputed`, `not-verified`, `corrected` or `content`, with a sentence that says what the matter is.

        {{ notice("not-verified", "One source only; no independent check was found.") }}
    """
    if kind not in KINDS:
        raise ViewFault(f'no notice "{kind}"{did_you_mean(kind, KINDS) or "; known are " + ", ".join(KINDS)}')
    word, pictogram = KINDS[kind]
    try:
        shown = page.text(text)
    except BrokenRecord as problem:  # this text is the page's own, so it is reported here
        raise ViewFault(str(problem.__cause__)) from None
    return page.render("notice", kind=kind, word=word, pictogram=pictogram, text=shown)
