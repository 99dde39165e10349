"""Prompts to talk or write about, with no supported answer."""

from __future__ import annotations

from markupsafe import Markup

from ..faults import ViewFault
from ..records import Discussion, DiscussionId
from . import Page


def discuss(page: Page, *prompts: DiscussionId) -> Markup:
    """Prompts to discuss or write about, side by side; on paper each is followed by lines to write on.

        {{ discuss("blockade-order-and-headline", "blockade-two-orders") }}
    """
    if not prompts:
        raise ViewFault('needs at least one discussion id, as in discuss("why-disruption")')
    page.used.update(f"discussion:{one}" for one in prompts)
    return page.render("discuss", prompts=[page.library.get(Discussion, one) for one in prompts])
