"""The tally that the balance page prints: for each chapter what both sides get, counted by one test.

Symmetry of method is not symmetry of result: the numbers say how the record was made, not who suffered more or who is
right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from . import checks, prose
from .library import Library
from .records import HARMS, ORIGINS, SIDES, Chapter, Event, Figure, Position, Record, Source
from .views import Site

GOVERNMENTS = (("Armenia", "armenia-official"), ("Azerbaijan", "azerbaijan-official"))
PEOPLES = ("armenians", "azerbaijanis")
MOST, LEAST, RATIO, THIRD = 0.3, 0.1, 2.0, 0.4
"""No government over 30 per cent of the works; both at least 10 per cent and within a ratio of two; 40 per cent by
third parties. Reported, not enforced: some chapters' record cannot give that, and the page says so."""


@dataclass(frozen=True)
class Aim:
    """One aim, what the chapter has, and whether that meets it."""

    words: str
    found: str
    met: bool


@dataclass(frozen=True)
class Harm:
    """What the record holds on one kind of harm to one people; no figure means that the record has no count."""

    label: str
    people: str
    figures: list[Figure]


@dataclass(frozen=True)
class Tally:
    """Everything counted of one chapter."""

    chapter: Chapter
    works: int
    origins: list[tuple[str, int]]
    sides: tuple[int, int, int]
    """Works published on the Armenian side, on the Azerbaijani side, elsewhere."""
    aims: list[Aim]
    harms: list[Harm]
    events: int
    two_origins: int
    """Events whose sources come from at least two origins."""
    disputed: int
    words: list[tuple[str, int]]
    """Why loaded words stand in the chapter's pages, and how often."""


def tallies(library: Library, site: Site, lexicon: prose.Lexicon) -> Iterator[Tally]:
    """The tally of each chapter, in reading order."""
    for chapter in library.chapters:
        yield tally(library, site, lexicon, chapter)


def tally(library: Library, site: Site, lexicon: prose.Lexicon, chapter: Chapter) -> Tally:
    sources = works(library, site, chapter)
    counted: Counter[str] = Counter(source.origin for source in sources)
    armenian, azerbaijani = (sum(counted[one] for one in SIDES[side]) for side in ("hy", "az"))
    events = [one for one in library.all(Event) if one.chapter == chapter.id]
    return Tally(
        chapter, len(sources), [(label, counted[origin]) for origin, label in ORIGINS.items() if counted[origin]],
        (armenian, azerbaijani, len(sources) - armenian - azerbaijani), aims(counted), list(harms(library, chapter)),
        len(events), sum(len(origins_of(library, event)) > 1 for event in events),
        sum(event.status == "disputed" for event in events), loaded(library, site, lexicon, chapter))


def works(library: Library, site: Site, chapter: Chapter) -> list[Source]:
    """The works that the chapter's records and pages cite, each once."""
    found: dict[str, None] = {}
    for family in library.records.values():
        for record in family.values():
            if getattr(record, "chapter", None) == chapter.id:
                found.update(dict.fromkeys(checks.citations(record)))
    known = library.records["source"]
    for page in site.pages.values():
        if page.chapter == chapter.id:
            found.update(dict.fromkeys(one for one in site.cited_in(page.path) if one in known))
    return [library.source(one) for one in found if one in known]


def origins_of(library: Library, record: Record) -> set[str]:
    known = library.records["source"]
    return {library.source(one).origin for one in checks.citations(record) if one in known}


def aims(counted: Counter[str]) -> list[Aim]:
    """The aims of fairness for the works of a chapter."""
    whole = sum(counted.values())
    if not whole:
        return []
    shares = {name: counted[origin] / whole for name, origin in GOVERNMENTS}
    low, high = sorted(shares.values())
    sided = sum(counted[origin] for side in SIDES.values() for origin in side)
    said = ", ".join(f"{name} {100 * share:.0f} per cent" for name, share in shares.items())
    return [
        Aim("No government publishes more than 30 per cent of the works", said, high <= MOST),
        Aim("Each of the two governments publishes at least 10 per cent", said, low >= LEAST),
        Aim("The two governments' shares are within a ratio of two",
            f"{high / low:.1f} to 1" if low else "one has none", bool(low) and high / low <= RATIO),
        Aim("At least 40 per cent come from third parties", f"{100 * (whole - sided) / whole:.0f} per cent",
            (whole - sided) / whole >= THIRD),
    ]


def harms(library: Library, chapter: Chapter) -> Iterator[Harm]:
    """For each kind of harm and each people the chapter's figures; kinds that neither people has are left out."""
    for harm, label in HARMS.items():
        found = {people: [one for one in library.all(Figure) if one.chapter == chapter.id and one.harm == harm
                          and people in one.suffered_by] for people in PEOPLES}
        if any(found.values()):
            yield from (Harm(label, people.capitalize(), figures) for people, figures in found.items())


def loaded(library: Library, site: Site, lexicon: prose.Lexicon, chapter: Chapter) -> list[tuple[str, int]]:
    """How often loaded words stand in the chapter's pages, by the reason why they may."""
    counted: Counter[str] = Counter()
    for page in site.pages.values():
        if page.chapter == chapter.id:
            found = list(prose.paragraphs(prose.mask(page.body)))
            counted.update(met.reason or "without a speaker"
                           for met in prose.words_met(page, found, library, lexicon))
    return counted.most_common()


def matrix(library: Library) -> tuple[list[str], list[tuple[Position, dict[str, str]]]]:
    """Who is heard on which disputed question: speakers A to Z, and for each question what is known of each:
    `stated`, `silent` (looked for and not found), or nothing."""
    rows = []
    for position in library.all(Position):
        cells = {who: "stated" for stance in position.stances for who in stance.by}
        rows.append((position, cells | {one.by: "silent" for one in position.silent}))
    speakers = sorted({who for _, cells in rows for who in cells}, key=lambda who: library.speaker(who).casefold())
    return speakers, rows
