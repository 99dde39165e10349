"""Source markers in the text, and the list of sources that they lead to."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable

from markupsafe import Markup

from ..faults import ViewFault
from ..records import ORIGINS, SIDES, CitationFields, Source, SourceId
from . import Page

SHOWN = 6
"""So many sources stand open; the rest unfold at a press, when a marker leads there, and on paper."""


def cite(page: Page, *sources: SourceId, at: str | None = None) -> Markup:
    """Numbered markers for one or more sources, put right after what they bear out.

    `at` says where in the source (only with a single one).

        The Court ordered … {{ cite("icj-2023-02-22-order-180", at="para. 67") }}
    """
    if not sources:
        raise ViewFault('needs at least one source id, as in cite("icj-2023-02-22-order-180")')
    if at and len(sources) > 1:
        raise ViewFault('"at" goes with a single source; write two calls')
    for one in sources:
        page.library.source(one)
    return page.cite(CitationFields(source=one, at=at) for one in sources)


def sources(page: Page) -> functools.partial[Markup]:
    """The list of every source cited on the page, with how many come from where. Once, at the end of the page.

        {{ sources() }}
    """
    return functools.partial(_sources, page)


def _sources(page: Page) -> Markup:
    listed: list[tuple[Source, Markup]] = []
    while len(listed) < len(page.cited):  # a caution may cite one more
        source = page.library.source(list(page.cited)[len(listed)])
        listed.append((source, page.text(source.caution) if source.caution else Markup("")))
    rows = [(source, links(source), caution, page.backs.get(source.id, [])) for source, caution in listed]
    shown = SHOWN if len(rows) > SHOWN + 2 else len(rows)
    kind = "section" if page.source.meta.layout == "section" else "page"
    return page.render("citation", sources=rows, tally=tally(source for source, _ in listed), origins=ORIGINS,
                       sides=sides(source for source, _ in listed),
                       shown=shown, kind=kind)


def tally(sources: Iterable[Source]) -> list[tuple[str, int]]:
    """How many sources come from where: the label of each origin that occurs, in the fixed order of `ORIGINS`."""
    counted: Counter[str] = Counter(source.origin for source in sources)
    return [(label, counted[origin]) for origin, label in ORIGINS.items() if origin in counted]


def sides(sources: Iterable[Source]) -> tuple[int, int, int]:
    """How many works were published on the Armenian side, on the Azerbaijani side, and elsewhere."""
    origins = [source.origin for source in sources]
    armenian = sum(origin in SIDES["hy"] for origin in origins)
    azerbaijani = sum(origin in SIDES["az"] for origin in origins)
    return armenian, azerbaijani, len(origins) - armenian - azerbaijani


def links(source: Source) -> list[tuple[str, str]]:
    """Where the work can be read, best first: what the link is called, and the address. No address comes twice."""
    if not source.link:
        return []
    read = "stored copy" if source.checked.how == "stored copy" else "copy we read"
    offered = [("original", source.url), ("stored copy", source.archive), (read, source.checked.address)]
    found: dict[str, str] = {}
    for name, address in offered:
        if address:
            found.setdefault(address, name)
    return [(name, address) for address, name in found.items()]
