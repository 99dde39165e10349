"""The log of corrections, and where an error is reported."""

from __future__ import annotations

from markupsafe import Markup

from ..records import Correction
from . import Page
from .provenance import report_address


def corrections_log(page: Page) -> Markup:
    """Every correction since the first edition, newest first; a line that says so when there is none.

        {{ corrections_log() }}
    """
    entries = sorted(page.library.all(Correction), key=lambda one: (one.on.first_day, one.id), reverse=True)
    page.used.update(f"correction:{one.id}" for one in entries)
    return page.render("corrections-log", entries=entries, edition=page.library.edition,
                       titles={path: source.meta.title for path, source in page.site.pages.items()})


def report_ways(page: Page) -> Markup:
    """Where a report goes: the form of the public repository, or who handed on this copy while there is none.

        {{ report_ways() }}
    """
    return page.render("report-ways", address=report_address(page))
