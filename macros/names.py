"""Spellings of names: folding to one comparable form, and the variants that people type.

The search box folds in the browser with the same rules, see
``overrides/assets/javascripts/lunr/min/lunr.fold.min.js``; a test compares both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import islice, product

LETTERS: Mapping[str, str] = {
    "ı": "i", "ə": "e", "ә": "e", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss",
    "ς": "σ",
}  # fmt: skip
"""Letters that Unicode does not take apart, and what they fold to."""

ARMENIAN_STRESS = "՛՜՞"
"""Marks written inside an Armenian word."""

_APOSTROPHES = re.compile(r"['’ʼʻ‘՚`ʹʾʿ]+(?:s(?![^\W_]))?")
_TABLE = str.maketrans(dict(LETTERS))

MOST_VARIANTS = 24
"""Upper bound of `variants` for one form."""

_Spellings = Mapping[str, tuple[str, ...]]
"""Written letters and how they are also written in Latin; ``^`` marks the start of a word. Longest match wins."""

_AZERBAIJANI: _Spellings = {
    "ə": ("e", "a"), "ş": ("s", "sh"), "ç": ("c", "ch"), "ğ": ("g", "gh"), "ı": ("i", "y"),
    "x": ("x", "kh", "h"), "q": ("q", "k", "g"), "c": ("c", "j"), "iye": ("iye", "ie"),
}  # fmt: skip
_ENGLISH: _Spellings = {
    "kh": ("kh", "h", "x"), "gh": ("gh", "g"), "sh": ("sh", "s"), "ch": ("ch", "c"), "zh": ("zh", "j"),
    "j": ("j", "c"), "iye": ("iye", "ie"), "yan": ("yan", "ian"),
}  # fmt: skip
_ARMENIAN: _Spellings = {
    "ու": ("u",), "և": ("ev",), "եւ": ("ev",), "^ե": ("ye", "e"), "^և": ("yev", "ev"), "^եւ": ("yev", "ev"),
    "^ո": ("vo", "o"), "յա": ("ya", "ia"), "ա": ("a",), "բ": ("b",), "գ": ("g",), "դ": ("d",), "ե": ("e",),
    "զ": ("z",), "է": ("e",), "ը": ("y",), "թ": ("t",), "ժ": ("zh",), "ի": ("i",), "լ": ("l",),
    "խ": ("kh", "h", "x"), "ծ": ("ts",), "կ": ("k",), "հ": ("h",), "ձ": ("dz",), "ղ": ("gh", "g"), "ճ": ("ch",),
    "մ": ("m",), "յ": ("y",), "ն": ("n",), "շ": ("sh",), "ո": ("o",), "չ": ("ch",), "պ": ("p",), "ջ": ("j",),
    "ռ": ("r",), "ս": ("s",), "վ": ("v",), "տ": ("t",), "ր": ("r",), "ց": ("ts",), "ւ": ("v",), "փ": ("p",),
    "ք": ("k",), "օ": ("o",), "ֆ": ("f",),
}  # fmt: skip
_RUSSIAN: _Spellings = {
    "^е": ("ye", "e"), "а": ("a",), "б": ("b",), "в": ("v",), "г": ("g",), "д": ("d",), "е": ("e",), "ё": ("e", "yo"),
    "ж": ("zh", "j"), "з": ("z",), "и": ("i",), "й": ("y",), "к": ("k",), "л": ("l",), "м": ("m",), "н": ("n",),
    "о": ("o",), "п": ("p",), "р": ("r",), "с": ("s",), "т": ("t",), "у": ("u",), "ф": ("f",), "х": ("kh", "h", "x"),
    "ц": ("ts",), "ч": ("ch",), "ш": ("sh",), "щ": ("shch",), "ъ": ("",), "ы": ("y",), "ь": ("",), "э": ("e",),
    "ю": ("yu",), "я": ("ya", "ia"),
}  # fmt: skip


def fold(text: str) -> str:
    """Lower case without accents, stress marks, apostrophes or an English "'s"; եւ and և become եվ.

    Two spellings of one word that differ only so fold alike: Şuşa, ŞUŞA and Susa. Folding twice changes nothing.
    """
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text).lower()
        if not unicodedata.category(letter).startswith("M") and letter not in ARMENIAN_STRESS
    )
    return _APOSTROPHES.sub("", bare).replace("եւ", "եվ").translate(_TABLE)


def variants(form: str) -> set[str]:
    """The folded form and up to 23 more Latin spellings of it that are in use; the same for the same form.

    Azerbaijani q may be k or g, x kh or h, ş sh, ç ch, c j, ğ gh, ə a; Armenian and Russian are romanised. One letter
    is respelled alike throughout the form: Qarabağ gives qarabag, karabag, garabagh, never a mixture within a letter.
    """
    return {fold(form), *islice(_respelled(form), MOST_VARIANTS - 1)}


def _respelled(form: str) -> Iterator[str]:
    """Folded respellings, the plain and the usual English ones first."""
    lowered = unicodedata.normalize("NFC", form.replace("İ", "i").replace("I", _capital_i(form))).lower()
    table = _table_for(lowered)
    longest_first = "|".join(re.escape(letters) for letters in sorted(table, key=lambda key: (-len(key), key)))
    pattern = re.compile(longest_first.replace(r"\^", r"(?<![^\W_])"))
    found = sorted({_key(match, table) for match in pattern.finditer(lowered)})
    for choice in sorted(product(*(range(len(table[key])) for key in found)), key=_distance):
        chosen = {key: table[key][pick] for key, pick in zip(found, choice, strict=True)}
        yield fold(pattern.sub(partial(_replacement, table, chosen), lowered))


def _replacement(table: _Spellings, chosen: Mapping[str, str], match: re.Match[str]) -> str:
    return chosen[_key(match, table)]


def _capital_i(form: str) -> str:
    """What a capital I stands for: dotless in an Azerbaijani or Turkish form."""
    return "ı" if re.search("[əğşçıƏĞŞÇİ]", form) else "i"


def _table_for(lowered: str) -> _Spellings:
    if re.search("[ա-և]", lowered):
        return _ARMENIAN
    if re.search("[а-яё]", lowered):
        return _RUSSIAN
    return _AZERBAIJANI if re.search(r"[əğşçıöü]|\bx|q", lowered) else _ENGLISH


def _key(match: re.Match[str], table: _Spellings) -> str:
    """The row of the table that matched; a row for the start of a word goes first."""
    initial = match.start() == 0 or not match.string[match.start() - 1].isalnum()
    return "^" + match[0] if initial and "^" + match[0] in table else match[0]


def _distance(choice: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
    """How far a choice is from all-plain or from all-English spelling."""
    return min(sum(pick != 0 for pick in choice), sum(pick != 1 for pick in choice)), choice
