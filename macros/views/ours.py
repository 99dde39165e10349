"""The mark of the site's own reasoning."""

from __future__ import annotations

from markupsafe import Markup

from ..faults import ViewFault, did_you_mean
from . import Page

KINDS = {
    "reading": "our reading of the sources above",
    "arithmetic": "our arithmetic from the counts above",
    "guide": "about this page",
}


def ours(page: Page, kind: str) -> Markup:
    """A mark at the end of a paragraph that no source carries, because the site itself reasons or guides there.

        {{ ours("arithmetic") }}
    """
    if kind not in KINDS:
        raise ViewFault(f'no kind "{kind}"{did_you_mean(kind, KINDS) or "; known are " + ", ".join(KINDS)}')
    return page.render("ours", words=KINDS[kind])
