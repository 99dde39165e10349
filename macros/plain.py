"""The plain version of a section against the section itself: shorter and simpler, with nothing lost that would tilt it.

What counts as lost can be counted, and so is checked: a number that the section has not, a number of the brief that is
left out, one count where the section shows rival ones, a party that spoke and no longer speaks, a caveat that is gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import inline, prose
from .faults import BrokenRecord, Fault, ViewFault
from .library import Library
from .pages import PageSource
from .records import Figure
from .views import Site, count_of

SHORTEST, LONGEST = 250, 400
"""How many words a plain version has."""

PARTIES: dict[str, re.Pattern[str]] = {
    "Armenia": re.compile(r"\bArmenia\b|\bYerevan\b|\bArmenian (?:government|officials|ministry|side|army|forces)\b"),
    "Azerbaijan": re.compile(
        r"\bAzerbaijan\b|\bBaku\b|\bAzerbaijani (?:government|officials|ministry|side|army|forces)\b"),
    "the de facto authorities": re.compile(
        r"\bde facto\b|\b(?:local|Karabakh) Armenian (?:leaders|authorities|officials)\b"),
    "Russia": re.compile(r"\bRussian?s?\b|\bMoscow\b"),
    "Türkiye": re.compile(r"\bTürkiye\b|\bTurkish\b|\bAnkara\b"),
}
"""How each party is named in a text."""
SPEAKS_OFTEN = 2
"""A party whose account a section gives in so many sentences has it in the plain version too."""

CAVEAT = re.compile(
    r"(?:could|can)(?:not| not)(?: be)? (?:\w+ )?(?:verif|check|confirm|establish)"
    r"|(?:not|never) (?:been )?(?:verified|established|checked|confirmed|known)"
    r"|nobody (?:independent|outside|else|could|can|knows)|no (?:independent|outside|one|source|proof|record|count)\b"
    r"|(?:is|are|was|were|remains?) (?:unknown|open|unclear|not clear|disputed|in dispute)", re.IGNORECASE)
"""Words that say what is not known, not checked or in dispute."""


_AFTER = re.compile(r"^## (?:Check yourself|The \w+ sections|Every event)\b|^\{\{ ?sources\(", re.MULTILINE)


def divided(body: str) -> tuple[str, str]:
    """The text that the plain version replaces, and what stands after it in both: questions, sources, lists."""
    found = _AFTER.search(body)
    return (body[: found.start()], body[found.start() :]) if found else (body, "")


def figures_in(text: str) -> list[str]:
    """`figure.count` of every number that a page's text calls, in either way of calling."""
    calls = re.findall(r"\{\{\s*figure\(\s*[\"']([^\"']+)[\"'](?:\s*,\s*[\"']([^\"']+)[\"'])?", text)
    marks = re.findall(r"\[\[figure:([a-z0-9-]+)(?:\.([a-z0-9-]+))?", text)
    return [f"{figure}.{count}" for figure, count in calls + marks]


def faults(source: PageSource, library: Library, site: Site) -> Iterator[Fault]:
    """What the plain version lacks or has too much of, in sections and overviews."""
    if source.meta.layout not in ("section", "overview"):
        return
    line, column = source.marks.get(("plain",), (1, 1))

    def fault(message: str) -> Fault:
        return Fault(f"docs/{source.path}", line, column, "front matter", "plain", message)

    if not source.meta.plain:
        yield fault(f"is missing; expected the whole section again in {SHORTEST} to {LONGEST} plain words")
        return
    try:
        words = site.plain_words(source.path)
    except ValueError:
        return  # a broken reference is a fault of its own
    if not SHORTEST <= words <= LONGEST:
        yield fault(f"has {words} words; expected {SHORTEST} to {LONGEST}")
    plain, brief = " ".join(source.meta.plain), " ".join(source.meta.brief)
    yield from map(fault, _figures(plain, brief, source.body, library))
    yield from map(fault, _voices(plain, source.body))


def _figures(plain: str, brief: str, body: str, library: Library) -> Iterator[str]:
    shown, whole = dict.fromkeys(figures_in(plain)), {*figures_in(brief), *figures_in(body)}
    for one in shown:
        if one not in whole:
            yield f'has the number "{one}", which the section has not'
    for one in dict.fromkeys(figures_in(brief)):
        if one not in shown:
            yield f'lacks the number "{one}" of the brief'
    for figure in dict.fromkeys(one.partition(".")[0] for one in shown):
        makers = [{maker for one in texts if one.partition(".")[0] == figure for maker in _makers(one, library)}
                  for texts in (whole, set(shown))]
        if len(makers[0]) > 1 and len(makers[1]) == 1:
            others = ", ".join(sorted(library.speaker(maker) for maker in makers[0] - makers[1]))
            yield f'gives one count of "{figure}", the section rival ones (by {others}); give a second'


def _makers(called: str, library: Library) -> list[str]:
    figure, _, count = called.partition(".")
    try:
        return count_of(library.get(Figure, figure), count).by
    except (ViewFault, BrokenRecord):  # a fault of its own
        return []


def _voices(plain: str, body: str) -> Iterator[str]:
    told = prose.sentences(body)
    spoken = inline.bare(plain)
    for party, named in PARTIES.items():
        said = [one for one in told if named.search(one) and prose.SAYING.search(one)]
        if len(said) >= SPEAKS_OFTEN and not named.search(spoken):
            yield f"leaves out {party}, whose account the section gives"
    if CAVEAT.search(" ".join(told)) and not CAVEAT.search(spoken):
        yield ("leaves out what the section says is not known, not checked or disputed; say it in plain words "
               '("nobody could check this", "it is not known", "this is disputed")')
