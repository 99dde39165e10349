"""Rules for the words of a page: no number typed, no loaded word without its speaker, no paragraph without a source,
no contested name before its pair.

The rules see Markdown in which each macro call is masked by as many private characters as it is long, so that every
place in the masked text is the place in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from .faults import Fault
from .library import Library
from .pages import Meta, PageSource
from .records import Body, Place, Term, WordDispute
from .views.name import pair

# --- masking ----------------------------------------------------------------------------------------------------

SOURCED, NAMED, OTHER, OURS = "\ue010", "\ue011", "\ue012", "\ue013"
_READ = ("name", "person", "figure", "term", "when")
"""Macros whose result is read as part of the sentence."""
_MASKS = {"cite": SOURCED, "figure": SOURCED, "name": NAMED, "person": NAMED, "ours": OURS}
_CALL = re.compile(r"\{\{\s*(\w+)\s*\(((?:[^}\"']|\"[^\"]*\"|'[^']*')*)\)\s*\}\}")
_BRACES = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
"""Braces that are no macro call: a fault of their own, and no words."""
_UNSEEN = re.compile(r"\{##.*?##\}|<!--.*?-->|```.*?```|`[^`\n]+`|\]\([^)\s]*\)|\{[#.:][^}\n]*\}", re.DOTALL)
_LISTED = re.compile(r"^\d+\. \[[^\]\n]+\]\([^)\s]+\.md\)", re.MULTILINE)
"""A page's title where a numbered list leads to it: words that stand as they are."""
_MARKUP = re.compile(r"\[\[source:[^\]]+\]\]|\[\[figure:[^\]]+\]\]")


def _fill(text: str, mark: str) -> str:
    return "".join("\n" if letter == "\n" else mark for letter in text)


def mask(body: str) -> str:
    """The body with calls, comments, code and link targets masked; lines and columns stay where they are."""
    seen = _LISTED.sub(lambda match: _fill(match[0], " "), body)
    seen = _UNSEEN.sub(lambda match: _fill(match[0], " "), seen)
    seen = _MARKUP.sub(lambda match: _fill(match[0], SOURCED), seen)
    seen = _CALL.sub(lambda match: _fill(match[0], _MASKS.get(match[1], OTHER)), seen)
    return _BRACES.sub(lambda match: _fill(match[0], OTHER), seen)


def word_count(body: str) -> int:
    """Words that a reader reads: macro calls other than names and figures, and all markup, are left out."""
    text = _CALL.sub(lambda match: " word " if match[1] in _READ else " ", _UNSEEN.sub(" ", body))
    return len([word for word in re.sub(r"[#*_>|]", " ", text).split() if any(map(str.isalnum, word))])


# --- paragraphs and sentences -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Paragraph:
    """A run of lines without a blank one; `line` counts in the body from 1."""

    text: str
    line: int

    def place(self, offset: int) -> tuple[int, int]:
        """Line in the body and column of an offset in the text, both from 1."""
        before = self.text[:offset]
        return self.line + before.count("\n"), offset - (before.rfind("\n") + 1) + 1

    @property
    def is_heading(self) -> bool:
        return self.text.lstrip().startswith("#")

    @property
    def sourced(self) -> bool:
        return SOURCED in self.text

    @property
    def speaks(self) -> bool:
        """Whether there are words in it beside macro calls."""
        return bool(re.search(r"[A-Za-z]{2}", self.text))


def paragraphs(masked: str) -> Iterator[Paragraph]:
    line = 1
    for block in re.split(r"(\n[ \t]*\n+)", masked):
        if block.strip():
            yield Paragraph(block, line)
        line += block.count("\n")


_SENTENCE = re.compile(rf"(?<=[.!?])[\"”’)*]*[{SOURCED}\s]*\s(?=[\"“(*]?[A-Z{NAMED}{OTHER}])")


def sentence_at(text: str, offset: int) -> str:
    """The sentence around an offset."""
    start, end = 0, len(text)
    for match in _SENTENCE.finditer(text):
        if match.end() <= offset:
            start = match.end()
        elif match.start() >= offset:
            end = match.start()
            break
    return text[start:end]


def sentences(body: str) -> list[str]:
    """Every sentence of a page's prose, macro calls masked."""
    return [sentence for paragraph in paragraphs(mask(body)) if paragraph.speaks and not paragraph.is_heading
            for sentence in _SENTENCE.split(paragraph.text)]


# --- numbers ----------------------------------------------------------------------------------------------------

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:(?:–|/| and | to | or )\d{{1,2}})?\s{_MONTH}(?:,?\s\d{{4}})?\b"
    rf"|\b{_MONTH}(?:\s\d{{1,2}})?,?\s\d{{4}}\b|\b{_MONTH}\s\d{{1,2}}\b"
    r"|\b(?:1[5-9]|20)\d\d(?:(?:–|-| to | and )(?:\d\d\d\d|\d\d))?s?\b|\b\d{1,2}:\d\d\b"
)
_LABEL = re.compile(
    r"\b(?:[Pp]oints?|[Aa]rticles?|[Pp]aragraphs?|[Rr]ules?|[Rr]esolutions?|[Nn]os?\.|[Cc]hapters?|[Ss]ections?|[Dd]ays?"
    r"|[Cc]ase)\s(?:\d+|[IVX]+\b)(?:\(\w\))*(?:(?:,| and|–)\s?\d+)*"
)
_NUMBER = re.compile(r"(?<![\w])\d[\d,.]*\d|(?<![\w])\d")
_WORDS = re.compile(
    r"\b(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|hundreds?|thousands?|millions?|dozens?|per cent|percent)\b", re.IGNORECASE)
_UNIT = re.compile(rf"(?<={SOURCED})\s(?:per cent|percent|thousand|million)\b")
"""A unit right after a number that `figure()` shows: `12 per cent`."""


def numbers(source: PageSource, paragraph: Paragraph) -> Iterator[Fault]:
    """A number in prose comes from `figure()`; dates may be written out where a source stands in the paragraph."""
    text = _LABEL.sub(lambda match: _fill(match[0], " "), paragraph.text)
    text = re.sub(r"(?m)^\s*(?:\d+\.|#+) ", lambda match: _fill(match[0], " "), text)
    text = re.sub(r"“[^”]*”", lambda match: _fill(match[0], " ") if paragraph.sourced else match[0], text)
    for match in _DATE.finditer(text):
        if not (paragraph.sourced or paragraph.is_heading or OURS in paragraph.text):
            yield source.fault(*paragraph.place(match.start()), "",
                               f'date "{match[0]}" in a paragraph without a source; add {{{{ cite("…") }}}}')
    text = _DATE.sub(lambda match: _fill(match[0], " "), text)
    text = _UNIT.sub(lambda match: _fill(match[0], " "), text)
    for pattern in (_NUMBER, _WORDS):
        for match in pattern.finditer(text):
            yield source.fault(*paragraph.place(match.start()), "",
                               f'number "{match[0]}" typed in prose; numbers come from {{{{ figure("id", "count") }}}}')


# --- sources ----------------------------------------------------------------------------------------------------


def unsourced(source: PageSource, paragraph: Paragraph) -> Iterator[Fault]:
    """Every paragraph bears a source, or says by `ours()` that it is the site's own reasoning."""
    if paragraph.is_heading or not paragraph.speaks or paragraph.sourced or OURS in paragraph.text:
        return
    yield source.fault(paragraph.line, 1, "", f'paragraph without a source: "{_start(paragraph.text)}"; add '
                       '{{ cite("…") }}, or {{ ours("reading") }} where the site itself reasons')


def _start(text: str) -> str:
    words = re.sub(r"[^\x20-\x7e\u00a0-\u024f“”’–]+", " ", text).split()
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")


# --- loaded words -----------------------------------------------------------------------------------------------

SAYING = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|call(?:s|ed|ing)?|describ\w+|den(?:y|ies|ied|ying)|accus\w+|sp(?:eak|eaks|oke|oken|eaking)"
    r"|nam(?:e|es|ed|ing)|term(?:s|ed)?|argu\w+|h(?:olds?|eld)|wr(?:ite|ites|ote|itten)|warn\w*|demand\w*|insist\w*|reject\w*"
    r"|assert\w*|stat(?:e|es|ed)|told|tell(?:s|ing)?|claim\w*|report\w*|us(?:e|es|ed|ing)|prefer\w*|label\w*|announc\w+"
    r"|complain\w*|charg\w+|condemn\w*|alleg\w+|list(?:s|ed)|conclud\w+|found|asked?|according|words?|objected|presented"
    r"|maintain\w*|refer\w*|view\w*|saw|see(?:s|n)?|treat\w*|declar\w+|justif\w+|dismiss\w*|cit(?:e|es|ed|ing)|avoid\w*"
    r"|chose|opinion|alert|debate|answer\w*)\b", re.IGNORECASE)
_SPEAKERS = (
    "Armenia", "Armenian", "Azerbaijan", "Azerbaijani", "Russia", "Russian", "Türkiye", "Turkish", "Iran", "France",
    "French", "United States", "European", "authorities", "ministry", "Ministry", "Parliament", "parliament", "Council",
    "Court", "court", "experts", "president", "minister", "officials", "outlets", "government", "governments",
    "scholars", "ombudsman", "lawyers", "participants", "Baku", "Yerevan", "Moscow", "Brussels", "Washington", "UN ",
    "EU ", "organisation", "press", "media",
)
_LEGAL = re.compile(r"\b(?:order|orders|resolution|judgment|treaty|convention|Convention|statement|measure|opinion)\b")


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(words, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest)) + r")(?![\w-])", re.IGNORECASE)


@dataclass(frozen=True)
class Lexicon:
    """The loaded words and contested names of a library, ready to look for."""

    terms: dict[str, Term]
    words: re.Pattern[str]
    places: dict[str, Place]
    names: re.Pattern[str]
    speakers: re.Pattern[str]

    @staticmethod
    def of(library: Library) -> Lexicon:
        terms = {word.casefold(): term for term in library.all(Term) for word in term.words}
        places: dict[str, Place] = {}
        for place in library.all(Place):
            sides = {name.text for name in place.names if name.lang == "en" and name.side}
            if len(sides) > 1:
                places.update({text.casefold(): place for text in sides})
        speakers = [body.short for body in library.all(Body)] + [body.name for body in library.all(Body)]
        return Lexicon(terms, _pattern(tuple(terms) or ("\0",)), places, _pattern(tuple(places) or ("\0",)),
                       re.compile("|".join(map(re.escape, sorted({*speakers, *_SPEAKERS}, key=len, reverse=True)))))


@dataclass(frozen=True)
class LoadedWord:
    """A loaded word met in a text, and why it may stand there; `reason` is empty where it may not."""

    term: Term
    word: str
    place: tuple[int, int]
    reason: str


def words_met(
    source: PageSource, found: list[Paragraph], library: Library, lexicon: Lexicon
) -> Iterator[LoadedWord]:
    """Every loaded word of the paragraphs with the reason why it may stand there."""
    once: dict[str, int] = {}
    for paragraph in found:
        for match in lexicon.words.finditer(paragraph.text):
            term = lexicon.terms[match[0].casefold()]
            reason = _accepted(term, match, paragraph, source, library, lexicon)
            if not reason:
                once[term.id] = once.get(term.id, 0) + 1
                reason = "once a page" if term.plain == "once a page" and once[term.id] == 1 else ""
            yield LoadedWord(term, match[0], paragraph.place(match.start()), reason)


def loaded_words(source: PageSource, found: list[Paragraph], library: Library, lexicon: Lexicon) -> Iterator[Fault]:
    """A loaded word stands only with its speaker, in quotation marks, or where its entry allows it."""
    for met in words_met(source, found, library, lexicon):
        if not met.reason:
            yield source.fault(*met.place, "", _not_ours(met))


def _not_ours(met: LoadedWord) -> str:
    ways = ", ".join([*met.term.allowed, *([met.term.plain] if met.term.plain else [])])
    return f'loaded word "{met.word}" without its speaker; write "{met.term.write}" (allowed: {ways})'


def _accepted(
    term: Term, match: re.Match[str], paragraph: Paragraph, source: PageSource, library: Library, lexicon: Lexicon
) -> str:
    """Why a loaded word may stand where it stands; empty when it may not."""
    text, start, end = paragraph.text, match.start(), match.end()
    allowed = set(term.allowed)
    sentence = sentence_at(text, start)
    if "quote" in allowed and paragraph.sourced and _between(text, start, end, "“", "”"):
        return "quoted"
    if "title" in allowed and _between(text, start, end, "*", "*"):
        return "in a title"
    if "attributed" in allowed and SAYING.search(sentence) and (
            NAMED in sentence or lexicon.speakers.search(sentence)):
        return "attributed"
    if "legal" in allowed and paragraph.sourced and _LEGAL.search(sentence):
        return "in a legal text"
    if "historical" in allowed and re.search(r"\b1[89]\d\d\b|\b20[012]\d\b", sentence):
        return "of its time"
    if term.plain == "anywhere":
        return "plain"
    if "glossary" in allowed and source.meta.about_words:
        return "about the word"
    return "plain" if term.plain == "after the words note" and _noted(term, source, library) else ""


def _noted(term: Term, source: PageSource, library: Library) -> bool:
    """Whether the page opens with a words note that gives this word with its speaker."""
    dispute = library.records["wording"].get(source.meta.words or "")
    if not isinstance(dispute, WordDispute):
        return False
    said = " ".join(usage.says for usage in dispute.usages).casefold()
    return any(word.casefold() in said for word in term.words)


def _between(text: str, start: int, end: int, left: str, right: str) -> bool:
    opened = text.rfind(left, 0, start)
    if opened < 0:
        return False
    if left == right:
        return text.count(left, 0, start) % 2 == 1 and right in text[end:]
    return right not in text[opened + 1 : start] and right in text[end:]


# --- names ------------------------------------------------------------------------------------------------------

_KEPT = re.compile(r"Lachin (?:road|corridor|district)|Aghdam (?:road|district)")


def bare_names(source: PageSource, found: list[Paragraph], body: str, lexicon: Lexicon) -> Iterator[Fault]:
    """A contested name stands by `name()`, which sets the pair; afterwards the single form may follow."""
    paired = {match[2]: body.count("\n", 0, match.start()) + 1
              for match in reversed(list(re.finditer(r"\{\{\s*(name|note)\(\s*[\"'](?:place:)?([a-z0-9-]+)", body)))}
    for paragraph in found:
        kept = _KEPT.sub(lambda match: _fill(match[0], " "), paragraph.text)
        for match in lexicon.names.finditer(kept):
            place = lexicon.places[match[0].casefold()]
            line, column = paragraph.place(match.start())
            if paired.get(place.id, line + 1) <= line or _between(kept, match.start(), match.end(), "“", "”"):
                continue
            if paragraph.is_heading and pair(place).casefold() in kept.casefold().replace(" / ", "/"):
                continue
            yield source.fault(line, column, "", f'contested name "{match[0]}" before its pair; write '
                                                 f'{{{{ name("{place.id}") }}}}')


# --- all together -----------------------------------------------------------------------------------------------


def faults(source: PageSource, library: Library, lexicon: Lexicon) -> list[Fault]:
    """What is wrong with the words of a page. Sections and overviews of chapters take every rule; other pages take
    the rule of loaded words."""
    masked = mask(source.body)
    found = list(paragraphs(masked))
    made = list(loaded_words(source, found, library, lexicon))
    if source.meta.layout in ("section", "overview"):
        for paragraph in found:
            made += numbers(source, paragraph)
            made += unsourced(source, paragraph)
        made += bare_names(source, found, source.body, lexicon)
    return made + [fault for name in ("brief", "plain") for index, text in enumerate(getattr(source.meta, name))
                   for fault in _entry(source, name, index, text, library, lexicon)]


OWN_WORDS: dict[str, tuple[str, ...]] = {
    "event": ("title", "label", "summary"), "figure": ("title", "unit"), "series": ("title", "subtitle", "summary"),
    "document": ("short", "summary"), "topic": ("summary",), "place": ("summary",), "person": ("summary",),
    "body": ("summary",), "pair": ("independent",), "position": ("intro",), "chart": ("title", "subtitle", "summary"),
    "clock": ("title", "question", "intro"), "state": ("title", "changed"), "map": ("title",), "feature": ("title",),
}
"""What the site says of a record in its own voice, by family."""


def record_faults(library: Library, lexicon: Lexicon) -> Iterator[Fault]:
    """Loaded words in what the site itself says in records. Records carry their sources and name speakers by id."""
    page = PageSource("", Meta(title="Records"), "", 1)
    for family, names in OWN_WORDS.items():
        for record in library.records[family].values():
            origin = library.origins[(family, record.id)]
            for name in names:
                text = _PERSON.sub(NAMED, getattr(record, name) or "")
                for met in words_met(page, [Paragraph(text + SOURCED, 1)], library, lexicon):
                    if not met.reason:
                        line, column = origin.at((name,))
                        yield Fault(origin.path, line, column, f"{family} {record.id}", name, _not_ours(met))


_PERSON = re.compile(r"\[\[person:[^\]]+\]\]")


def _entry(
    source: PageSource, name: str, index: int, text: str, library: Library, lexicon: Lexicon
) -> Iterator[Fault]:
    """The brief and the plain version take the same rules; their faults stand at their line of the front matter."""
    line, column = source.marks.get((name, index), (1, 1))
    paragraph = Paragraph(_PERSON.sub(NAMED, mask(text)), 1)
    found = [*numbers(source, paragraph), *unsourced(source, paragraph),
             *loaded_words(source, [paragraph], library, lexicon)]
    for fault in found:
        yield Fault(fault.path, line, column, "front matter", f"{name}[{index + 1}]", fault.message)
