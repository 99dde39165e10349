"""What the pages that list records share: ways to narrow the list, to link to it and to take it along.

The list stands in the page whole. `overrides/assets/javascripts/explore.js` adds the filters; without it the list is
read, searched by the browser and printed as it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from ..checks import citations
from ..records import SIDES, Person, Place, Reading, Record, Source
from . import ADDRESSES, Page
from .name import pair

PUBLISHED: dict[str, str] = {
    "armenia": "Armenia", "azerbaijan": "Azerbaijan", "nk": "NK de facto authorities", "third": "Third parties",
}
"""Where sources were published, as far as the filter "At least one source from" tells them apart."""


@dataclass(frozen=True)
class Option:
    """One box to tick, and how many entries have the value."""

    value: str
    label: str
    number: int


@dataclass(frozen=True)
class Facet:
    """A question by which a list is narrowed. Entries carry their values in `data-<key>`, parted by spaces."""

    key: str
    title: str
    options: Sequence[Option]
    every: bool = False
    """True where an entry must have every ticked value; else one of them is enough."""
    fold: bool = False
    """True where there are too many options to stand open."""


@dataclass(frozen=True)
class Listing:
    """The frame around a list of records."""

    name: str
    """Of the files to download, `data/<name>.csv`, and of the list in the page's address."""
    noun: str
    """What the entries are called, in the plural."""
    entries: int
    facets: Sequence[Facet] = field(default_factory=list)
    words: bool = True
    """Whether the entries can be narrowed by words that they hold."""


def facet(key: str, title: str, labels: Mapping[str, str], values: Iterable[Iterable[str]], *,
          every: bool = False, fold: bool = False) -> Facet:
    """The facet of `key` with those `labels` that occur, in their order; `values` are those of each entry."""
    counted = Counter(value for entry in values for value in set(entry))
    options = [Option(value, label, counted[value]) for value, label in labels.items() if value in counted]
    return Facet(key, title, options, every, fold)


def published(source: Source) -> str:
    """The key in `PUBLISHED` of the side on which a work was published."""
    if source.origin == "nk-authorities":
        return "nk"
    if source.origin in SIDES["hy"]:
        return "armenia"
    return "azerbaijan" if source.origin in SIDES["az"] else "third"


def entry(page: Page, wanted: str, anchor: str, shown: Markup, **data: Iterable[str]) -> Markup:
    """A record in a list: what is `shown` of it, the link to its `anchor`, and its values for the facets."""
    return page.render("explore-entry", id=wanted, anchor=anchor, shown=shown,
                       data={key: " ".join(values) for key, values in data.items()})


def uses(page: Page) -> dict[str, list[tuple[str, str]]]:
    """Source id → what cites it: the words for the record and the link to it, in the order of families."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for family, records in page.library.records.items():
        if family not in ADDRESSES or family == "source" or ADDRESSES[family][0] not in page.site.pages:
            continue
        for record in records.values():
            for wanted in citations(record):
                found[wanted].setdefault(page.record_href(family, record.id), words_for(page, record))
    return {wanted: [(words, link) for link, words in links.items()] for wanted, links in found.items()}


def words_for(page: Page, record: Record) -> str:
    """A record in a few words, as links name it."""
    if isinstance(record, Place):
        return pair(record)
    if isinstance(record, Person):
        return page.library.speaker(record.id)
    if isinstance(record, Reading):
        return words_for(page, page.library.source(record.source))
    for name in ("label", "short", "title", "question", "term", "name", "stem"):
        if isinstance(value := getattr(record, name, None), str):
            return value
    return record.id


def listing(page: Page, frame: Listing, entries: Markup, above: Markup | None = None) -> Markup:
    """A list of records in its frame; `above` stands between the buttons and the list."""
    saves = {kind: page.asset(f"data/{frame.name}.{kind}") for kind in ("csv", "json")}
    return page.render("explore", frame=frame, entries=entries, above=above or Markup(""), saves=saves,
                       table=page.asset(f"data/{frame.name}.js"))
