"""Views: from records to HTML. One module for each thing that a page can show, beside its template.

A view takes the page it stands on and ids or records, and returns text. It reads no file, no clock, no setting and no
network; all markup is in `templates/`.
"""

from __future__ import annotations

import functools
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from .. import inline
from ..dates import When
from ..faults import BrokenRecord, ViewFault, did_you_mean
from ..library import Library
from ..pages import PageSource
from ..records import CitationFields, Count, Document, Figure, GlossaryEntry, Place, Shelf
from .spelled import spelled

Shown = Markup | Callable[[], Markup]
"""What a view returns: HTML, or a function that makes it once the whole page has been read (lists of sources)."""


WORK = "Nagorno-Karabakh: An open, sourced explainer"
"""How the whole is cited."""
ADDRESSES: dict[str, tuple[str, str]] = {
    "event": ("explore/timeline.md", ""),
    "figure": ("explore/figures.md", "box-"),
    "series": ("explore/series.md", "chart-"),
    "chart": ("explore/series.md", "chart-"),
    "clock": ("explore/evidence-clock.md", "clock-"),
    "state": ("explore/map.md", "state-"),
    "feature": ("about/maps.md", "line-"),
    "document": ("explore/documents.md", ""),
    "position": ("explore/positions.md", "position-"),
    "topic": ("explore/topics.md", ""),
    "claim": ("explore/close-reading.md", ""),
    "reading": ("explore/close-reading.md", ""),
    "pair": ("explore/two-accounts.md", ""),
    "wording": ("explore/words.md", "words-"),
    "place": ("explore/places.md", ""),
    "person": ("explore/people.md", ""),
    "body": ("explore/people.md", ""),
    "glossary": ("explore/glossary.md", ""),
    "source": ("explore/sources.md", ""),
}
"""Family of records → the page that lists them all, and what stands before the id in a record's address there. Sources
have three, since one page of all would be too heavy for a bad line."""
SHELVES: dict[Shelf, str] = {
    "media": "explore/sources-media.md",
    "others": "explore/sources.md",
    "world-media": "explore/sources-world-media.md",
}


@dataclass
class Site:
    """All pages, as far as views need them: titles, order, reading time."""

    pages: dict[str, PageSource] = field(default_factory=dict)
    words: dict[str, int] = field(default_factory=dict)
    """Path → counted words of the page's own prose."""
    unread: set[str] = field(default_factory=set)
    """Paths of pages whose front matter could not be read."""
    repository: str = ""
    """Address of the public repository, from mkdocs.yml; empty when there is none."""
    address: str = ""
    """Address of the published site, from mkdocs.yml; empty when there is none."""

    def cited_in(self, path: str) -> list[str]:
        """Ids that a page names in its macro calls, its brief and its plain version, in reading order."""
        page = self.pages[path]
        text = " ".join([*page.meta.brief, *page.meta.plain, page.body])
        return list(dict.fromkeys(re.findall(r"[a-z0-9]+(?:[-.][a-z0-9]+)+", text)))

    def plain_words(self, path: str) -> int:
        """Words of a page's plain version as they are read; names and numbers count as one."""
        text = " ".join(inline.bare(one) for one in self.pages[path].meta.plain)
        return len([word for word in text.split() if any(char.isalnum() for char in word)])

    def minutes(self, path: str) -> int:
        """Reading time in whole minutes, at 200 words a minute, at least one."""
        return max(1, round(self.words.get(path, 0) / 200))


@dataclass
class Page:
    """The page that views stand on, and what has been shown on it so far."""

    source: PageSource
    library: Library
    site: Site
    cited: dict[str, int] = field(default_factory=dict)
    """Source id → its number on this page, in order of first citation."""
    backs: dict[str, list[str]] = field(default_factory=dict)
    """Source id → ids of the elements that cite it, in reading order: where the list of sources leads back to."""
    fold: str = ""
    """While something that opens and closes is drawn: the id of the element in view that stands for its markers."""
    cards: dict[str, Markup] = field(default_factory=dict)
    """Id of a card → the card, to be set after the paragraph that first calls for it."""
    named: set[str] = field(default_factory=set)
    """Ids of the places and people already named on this page."""
    used: set[str] = field(default_factory=set)
    """`family:id` of every record shown on this page."""

    @property
    def path(self) -> str:
        return self.source.path

    def number(self, source_id: str) -> int:
        """The number of a source on this page; a source that is new here gets the next one."""
        self.library.source(source_id)
        return self.cited.setdefault(source_id, len(self.cited) + 1)

    def href(self, path: str, anchor: str = "") -> str:
        """A link from this page to another page of the site, as it will lie on disk (`../explore/places.html#x`)."""
        if path in self.site.unread:  # reported as a fault of that page
            raise BrokenRecord(path)
        if path not in self.site.pages:
            raise ViewFault(f'no page "{path}"{did_you_mean(path, self.site.pages)}')
        target = path.removesuffix(".md") + ".html"
        here = posixpath.dirname(self.path)
        return posixpath.relpath(target, here or ".") + (f"#{anchor}" if anchor else "")

    def asset(self, path: str) -> str:
        """A link from this page to a file of the site that is no page (`data/series/x.csv`)."""
        return posixpath.relpath(path, posixpath.dirname(self.path) or ".")

    def render(self, template: str, **values: Any) -> Markup:
        """A template of `templates/` with this page at hand; filters that need the page are bound to it."""
        made = templates().get_template(f"{template}.html").render(page=self, **values)
        return Markup(made.strip())

    def cite(self, citations: Iterable[CitationFields]) -> Markup:
        """The numbered markers of a record's citations; among lists of records, the names of the sources."""
        wanted = list(citations)
        unknown = [one.source for one in wanted if one.source not in self.library.records["source"]]
        if unknown:  # reported at the record by checks.references
            raise BrokenRecord(unknown[0])
        if self.source.meta.layout == "explore" and wanted:
            self.used.update(f"source:{one.source}" for one in wanted)
            return Markup(" ") + self.render(
                "named-sources", citations=[(one, self.library.source(one.source)) for one in wanted])
        marks = [(self.number(one.source), one, self._back(one.source)) for one in wanted]
        return self.render("marker", marks=marks) if marks else Markup("")

    def _back(self, source_id: str) -> str:
        """The id of a new marker; empty inside a fold, where a link back would lead to something hidden."""
        backs = self.backs.setdefault(source_id, [])
        if not self.fold:
            backs.append(f"cite-{self.number(source_id)}-{len(backs) + 1}")
            return backs[-1]
        if self.fold not in backs:
            backs.append(self.fold)
        return ""

    @contextmanager
    def folded(self, anchor: str) -> Iterator[None]:
        """Markers drawn meanwhile are led back to by the element `anchor`, which is always in view."""
        self.fold = anchor
        try:
            yield
        finally:
            self.fold = ""

    def text(self, text: str) -> Markup:
        """A record's text with its inline markup, escaped."""
        try:
            return self.render("inline", pieces=[self._piece(piece) for piece in inline.pieces(text)])
        except (ViewFault, ValueError) as problem:  # reported at the record by checks.references
            raise BrokenRecord(text) from problem

    def _piece(self, piece: inline.Piece) -> dict[str, Any]:
        if isinstance(piece, inline.Plain):
            return {"kind": "plain", "text": piece.text}
        if isinstance(piece, inline.Emphasis):
            return {"kind": "em", "text": piece.text}
        if piece.family == "source":
            return {"kind": "cite", "marks": self.cite([CitationFields(source=piece.id)])}
        if piece.family == "figure":
            wanted, _, count = piece.id.partition(".")
            return {"kind": "plain", "text": count_words(count_of(self.library.get(Figure, wanted), count))}
        return {"kind": "link", "text": piece.shown or self._name(piece),
                "href": self.record_href(piece.family, piece.id)}

    def _name(self, piece: inline.Reference) -> str:
        if piece.family == "place":
            from .name import pair
            return pair(self.library.get(Place, piece.id), self.source.meta.period)
        if piece.family == "person":
            return self.library.speaker(piece.id)
        if piece.family == "document":
            return self.library.get(Document, piece.id).short
        return self.library.get(GlossaryEntry, piece.id).term

    def record_href(self, family: str, wanted: str = "") -> str:
        """A link to the one place where the record has its own address."""
        path, prefix = ADDRESSES[family]
        if family == "source":
            path = SHELVES[self.library.source(wanted).shelf]
        return self.href(path, prefix + wanted)


def count_of(figure: Figure, wanted: str = "") -> Count:
    """A count of a figure by its id; without an id the only or first one. Raises `ViewFault` for an unknown one."""
    if not wanted:
        return figure.counts[0]
    for count in figure.counts:
        if count.id == wanted:
            return count
    known = [count.id for count in figure.counts]
    raise ViewFault(f'figure "{figure.id}" has no count "{wanted}"{did_you_mean(wanted, known)}')


def number_words(value: float) -> str:
    """`120000` → `120,000`; `20.8` → `20.8`."""
    return f"{value:,}" if isinstance(value, int) or not value.is_integer() else f"{int(value):,}"


def value_words(value: int | float, qualifier: str, to: int | float | None = None) -> str:
    """A number as it is read: `at most 25,000`, `about 400`, `3–4`."""
    span = number_words(value) + (f"–{number_words(to)}" if to is not None else "")
    return span if qualifier == "exactly" else f"{qualifier} {span}"


def count_words(count: Count) -> str:
    """A count as it is read."""
    return value_words(count.value, count.qualifier, count.to)


def amount(number: int, noun: str) -> str:
    """`6`, `count` → `six counts`."""
    return f"{spelled(number)} {noun}{'' if number == 1 else 's'}"


def when_words(when: When, short: bool = False) -> str:
    return when.words(short=short)


@functools.cache
def templates() -> jinja2.Environment:
    """The one environment of all views: autoescaping, undefined names are errors, blocks leave no lines behind."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True,
        undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        auto_reload=False,  # else each use of a template asks the disk for its age; `serve` makes a new environment
    )
    environment.filters.update(
        amount=amount, number=number_words, count=count_words, value=value_words, when=when_words)
    return environment
