"""Every spelling of a name into the search index, so that Şuşa, Susa, Շուշի and Шуша find the same sections.

The theme's search knows no synonyms but indexes any field that its settings name. An entry of the index (a section of a
page) that names a record gets the other spellings of that record in a field that is searched and never shown:
``title_aliases`` where the heading names it, which ranks like a heading; else ``aliases``, which ranks like text.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from macros.names import fold, variants

Index = dict[str, Any]
"""The parsed search_index.json: ``config`` with ``fields``; ``docs``, each with ``location``, ``title``, ``text``."""

FIELDS: Mapping[str, Mapping[str, float]] = {"title_aliases": {"boost": 1000.0}, "aliases": {"boost": 1.0}}
"""The same weights as the theme gives to titles and to text."""

_TAG = re.compile(r"<[^>]+>")
_WORD = re.compile(r"[^\W_](?:[^\W_]|['’ʼ՚՛՜՞](?=[^\W_]))*")
"""Letters and digits; apostrophes and Armenian stress marks inside a word belong to it."""

_Word = tuple[str, bool]
"""A word folded, and whether it was written with a capital."""

_Form = tuple[tuple[str, ...], bool, str]
"""Folded words of a form, whether it is written with a capital, and the record it names."""


def add_aliases(site_dir: Path, forms_by_record: Mapping[str, Sequence[str]]) -> None:
    """Rewrite ``search/search_index.json`` of a built site with the aliases; raises OSError when there is none."""
    path = site_dir / "search" / "search_index.json"
    index = with_aliases(json.loads(path.read_text(encoding="utf-8")), forms_by_record)
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def with_aliases(index: Index, forms_by_record: Mapping[str, Sequence[str]]) -> Index:
    """A copy of the index with both alias fields declared and filled.

    `forms_by_record` maps an id to all forms of that name, in any script. Forms are compared folded and by whole words;
    a form written with a capital is met only by a word with a capital, so that "can" is not the village Çan.
    """
    forms = _by_first_word(forms_by_record)
    aliases = {record: _words_to_find(names) for record, names in forms_by_record.items()}
    folded = cache(fold)  # few words make most of a text
    docs = [_with_aliases(entry, forms, aliases, folded) for entry in index["docs"]]
    config = {**index["config"], "fields": {**index["config"]["fields"], **FIELDS}}
    return {**index, "config": config, "docs": docs}


def _with_aliases(
    entry: Mapping[str, Any],
    forms: Mapping[str, list[_Form]],
    aliases: Mapping[str, frozenset[str]],
    folded: Callable[[str], str],
) -> dict[str, Any]:
    title, text = _words(entry["title"], folded), _words(entry["text"], folded)
    in_title = set(_named(title, forms))
    in_text = set(_named(text, forms)) - in_title
    fields = {
        "title_aliases": _unsaid((aliases[record] for record in in_title), title),
        "aliases": _unsaid((aliases[record] for record in in_text), title + text),
    }
    return {**entry, **{name: value for name, value in fields.items() if value}}


def _by_first_word(forms_by_record: Mapping[str, Sequence[str]]) -> dict[str, list[_Form]]:
    found: dict[str, list[_Form]] = {}
    for record, forms in forms_by_record.items():
        for words in (_words(form, fold) for form in forms):
            if words:
                (first, capital), *_ = words
                found.setdefault(first, []).append((tuple(word for word, _ in words), capital, record))
    return found


def _words(markup: str, folded: Callable[[str], str]) -> list[_Word]:
    """The words of an entry's title or text, or of a form."""
    plain = html.unescape(_TAG.sub(" ", markup))
    return [(folded(word), word[0].isupper()) for word in _WORD.findall(plain)]


def _named(words: Sequence[_Word], forms: Mapping[str, list[_Form]]) -> Iterator[str]:
    """Ids of the records that the words name, one look-up a word."""
    for at, (first, capital) in enumerate(words):
        for form, needs_capital, record in forms.get(first, ()):
            if capital >= needs_capital and tuple(word for word, _ in words[at : at + len(form)]) == form:
                yield record


def _words_to_find(forms: Iterable[str]) -> frozenset[str]:
    """The folded words under which a record is found. Lower-case words of a form ("corridor", "of") name nothing."""
    words = {
        variant
        for form in forms
        for word in _WORD.findall(form)
        if word[0].isupper() or form.islower()
        for variant in variants(word)
    }
    return frozenset(words)


def _unsaid(aliases: Iterable[frozenset[str]], said: Sequence[_Word]) -> str:
    """The aliases that the words do not hold already, sorted. The beginning of another alias is left out, since search
    completes words."""
    wanted = sorted(frozenset().union(*aliases) - {word for word, _ in said})
    return " ".join(word for word, after in pairwise([*wanted, ""]) if not after.startswith(word))
