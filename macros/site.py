"""The site as a whole: what views and the theme need to know of all pages."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from . import checks, prose
from .faults import Fault, did_you_mean
from .library import Library
from .pages import PageSource
from .records import Chapter, Event, Person, Place, Record, Source
from .views import Site

TIMELINE_START = date(1988, 1, 1)
"""Where the bars of the home page begin."""


def describe(sources: Iterable[PageSource], repository: str, address: str) -> Site:
    """All pages with their counted words."""
    made = Site(repository=repository, address=address)
    for source in sources:
        made.pages[source.path] = source
        made.words[source.path] = prose.word_count(source.body)
    return made


def chapter_pages(chapter: Chapter, site: Site) -> list[str]:
    """The paths of a chapter in reading order: its overview, then its sections; only those that exist."""
    paths = [f"{chapter.id}/index.md", *(f"{chapter.id}/{stem}.md" for stem in chapter.sections)]
    return [path for path in paths if path in site.pages]


def for_theme(library: Library, site: Site) -> dict[str, Any]:
    """What the theme's partials read as `config.extra.nk`: chapters with their pages and minutes, the paths
    of all pages, and the edition."""
    end = library.edition.checked_to.last_day
    whole = max(1, (end - TIMELINE_START).days)
    chapters = []
    for chapter in library.chapters:
        paths = chapter_pages(chapter, site)
        pages = [
            {"path": path, "title": site.pages[path].meta.title, "minutes": site.minutes(path)} for path in paths
        ]
        first = max(0, (chapter.period.first_day - TIMELINE_START).days)
        last = (end - TIMELINE_START).days if chapter.period.open else (chapter.period.last_day - TIMELINE_START).days
        chapters.append({
            "id": chapter.id, "number": chapter.number, "title": chapter.title, "question": chapter.question,
            "summary": chapter.summary, "period": chapter.period.words(short=True), "pages": pages,
            "minutes": sum(map(site.minutes, paths)),
            "bar": {"start": round(100 * first / whole, 2), "width": round(max(0.5, 100 * (last - first) / whole), 2)},
        })
    edition = library.edition
    return {"chapters": chapters, "paths": frozenset(site.pages),
            "edition": {"id": edition.id, "on": edition.on.words(), "checked_to": edition.checked_to.words()}}


def structure(library: Library, site: Site) -> list[Fault]:
    """Chapters and pages name each other: every listed section exists, every section is listed; words notes, what the
    briefs refer to, and the pages that pages link to, exist."""
    found = []
    for chapter in library.chapters:
        origin = library.origins[("chapter", chapter.id)]
        for index, stem in enumerate(chapter.sections):
            path = f"{chapter.id}/{stem}.md"
            if stem in chapter.sections[:index]:
                line, column = origin.at(("sections", index))
                found.append(Fault(origin.path, line, column, f"chapter {chapter.id}", f"sections[{index + 1}]",
                                   f'"{stem}" stands twice; keep one'))
            if path not in site.pages and path not in site.unread:
                known = [name.removeprefix(f"{chapter.id}/") for name in site.pages if name.startswith(chapter.id)]
                line, column = origin.at(("sections", index))
                found.append(Fault(origin.path, line, column, f"chapter {chapter.id}", f"sections[{index + 1}]",
                                   f'no page "docs/{path}"{did_you_mean(stem + ".md", known)}'))
    for page in site.pages.values():
        found += _page_structure(page, library, site)
    return [*found, *key_events(library, site)]


def _page_structure(page: PageSource, library: Library, site: Site) -> Iterator[Fault]:
    wordings = library.records["wording"]
    words = page.meta.words
    if words and words not in wordings and not library.may_exist("wording", words):
        line, column = page.marks[("words",)]
        yield Fault(f"docs/{page.path}", line, column, "front matter", "words",
                    f'no wording "{words}"{did_you_mean(words, wordings)}')
    for name in ("brief", "plain"):
        for index, text in enumerate(getattr(page.meta, name)):
            for message in checks.markup(library, text):
                line, column = page.marks[(name, index)]
                yield Fault(f"docs/{page.path}", line, column, "front matter", f"{name}[{index + 1}]", message)
    yield from _links(page, site)
    if page.meta.layout == "section":
        chapter = library.records["chapter"].get(page.chapter)
        if chapter is None and library.may_exist("chapter", page.chapter):
            return
        if not isinstance(chapter, Chapter):
            yield Fault(f"docs/{page.path}", 1, 1, "", "",
                        f'is a section, but "{page.chapter}" is no chapter'
                        f'{did_you_mean(page.chapter, library.records["chapter"])}')
        elif page.stem not in chapter.sections:
            yield Fault(f"docs/{page.path}", 1, 1, "", "",
                        f'is no section of chapter {chapter.id}; add "{page.stem}" to its sections in '
                        "data/chapters.yml")


_LINK = re.compile(r"\]\(([^)\s#:]+\.md)(?:#[^)\s]*)?\)")


def _links(page: PageSource, site: Site) -> Iterator[Fault]:
    for match in _LINK.finditer(page.body):
        path = posixpath.normpath(posixpath.join(page.chapter, match[1]))
        if path not in site.pages and path not in site.unread:
            before = page.body[: match.start(1)]
            yield page.fault(before.count("\n") + 1, match.start(1) - before.rfind("\n"), "",
                             f'link to "{match[1]}", but no page "docs/{path}"{did_you_mean(path, site.pages)}')


def name_forms(library: Library) -> dict[str, list[str]]:
    """`family:id` → every form of the name of each place and person, in every script, for search."""
    forms = {}
    named: list[Place | Person] = [*library.all(Place), *library.all(Person)]
    for record in named:
        forms[f"{record.family}:{record.id}"] = [*(name.text for name in record.names), *record.aliases]
    return forms


def untold(library: Library, site: Site) -> dict[str, list[Event]]:
    """Chapter → its events that none of its pages names in a call of its own; the list of all events does not count."""
    named = {chapter.id: {one for path in chapter_pages(chapter, site) for one in site.cited_in(path)}
             for chapter in library.chapters}
    return {chapter: [event for event in library.all(Event) if event.chapter == chapter and event.id not in told]
            for chapter, told in named.items()}


def key_events(library: Library, site: Site) -> Iterator[Fault]:
    """A chapter tells its key events."""
    for chapter, events in untold(library, site).items():
        if any(path.startswith(f"{chapter}/") for path in site.unread):  # it may be told there
            continue
        for event in events:
            if event.importance == "key":
                yield _orphan(library, event, f"is a key event of chapter {chapter}, but none of its pages tells it; "
                                              f'call {{{{ when("{event.id}") }}}} there', "importance")


ON_PAGES = ("figure", "series", "chart", "map", "clock", "document", "position", "wording")
"""Families whose records exist to be shown: one that belongs to a written chapter stands on some page."""


def orphans(library: Library, used: set[str]) -> Iterator[Fault]:
    """Records typed for nothing: sources that neither a record nor a page cites, and what no page shows."""
    cited = checks.cited_sources(library.records) | {one.partition(":")[2] for one in used if one.startswith("source:")}
    for source in library.all(Source):
        if source.id not in cited:
            yield _orphan(library, source, "is cited by no record and no page; cite it or leave it out")
    written = {chapter.id for chapter in library.chapters if chapter.sections}
    for family in ON_PAGES:
        for record in library.records[family].values():
            chapter = getattr(record, "chapter", None)
            if chapter in written and f"{family}:{record.id}" not in used:
                yield _orphan(library, record,
                              f"belongs to chapter {chapter} but no page shows it; call it in a page or leave it out")
    for family in ("question", "discussion"):
        for record in library.records[family].values():
            if f"{family}:{record.id}" not in used:
                yield _orphan(library, record, "stands on no page; call it in a page or leave it out")


def _orphan(library: Library, record: Record, message: str, field: str = "id") -> Fault:
    origin = library.origins[(record.family, record.id)]
    line, column = origin.at((field,))
    return Fault(origin.path, line, column, f"{record.family} {record.id}", field, message)
