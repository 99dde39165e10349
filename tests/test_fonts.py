"""The text face: complete for every language of the site, small, and its ranges agree with the tool that cut it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.tools import ROOT

FONTS = ROOT / "overrides/assets/fonts"
CSS = (ROOT / "overrides/assets/stylesheets/fonts.css").read_text(encoding="utf-8")

LETTERS = {
    "English": "abcdefghijklmnopqrstuvwxyz0123456789–—‘’“”…«»°×−",
    "Azerbaijani": "abcçdeəfgğhxıijkqlmnoöprsştuüvyzABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZ",
    "Armenian": "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆևԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖ՛՜՝՞։֊՚",
    "Russian": "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ№",
    "Georgian and Armenian in Latin letters": "čžšġčʼʻǰēōṙāūī".replace("ġ", ""),
}


def faces() -> Iterator[tuple[str, str, frozenset[int]]]:
    """Style, file and characters of each `@font-face` of the family."""
    for body in re.findall(r"@font-face \{(.*?)\}", CSS, re.DOTALL):
        if '"NK Serif";' in body:
            style, file, ranges = re.findall(r"font-style: (\w+)|fonts/([\w-]+\.woff2)|unicode-range:([^;]+)", body)
            yield style[0], file[1], frozenset(code for part in ranges[2].split(",") for code in codes(part))


def codes(part: str) -> range:
    first, _, last = part.strip().removeprefix("U+").partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)


@pytest.mark.parametrize("language", LETTERS)
@pytest.mark.parametrize("style", ["normal", "italic"])
def test_every_letter_is_in_the_face(language: str, style: str) -> None:
    covered = frozenset().union(*(characters for its_style, _, characters in faces() if its_style == style))
    assert not [letter for letter in LETTERS[language] if ord(letter) not in covered]


def test_ranges_are_those_that_were_cut() -> None:
    tool = ast.parse((ROOT / "tools/subset_fonts.py").read_text(encoding="utf-8"))
    constants = {
        node.targets[0].id: ast.literal_eval(node.value)
        for node in tool.body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    }
    files = {
        "nk-serif-latin.woff2": "LATIN",
        "nk-serif-latin-extra.woff2": "EXTRA",
        "nk-serif-cyrillic.woff2": "CYRILLIC",
        "nk-serif-armenian.woff2": "ARMENIAN_RANGE",
    }
    for _, file, characters in faces():
        if file in files:
            cut = constants[files[file]].split(",")
            assert characters == frozenset(code for part in cut for code in codes(part)), file


def test_files_are_there_small_and_licensed() -> None:
    used = {file for _, file, _ in faces()}
    assert used == {path.name for path in FONTS.glob("*.woff2")}
    assert sum(path.stat().st_size for path in FONTS.glob("*.woff2")) <= 75_000
    for licence in ("OFL-noto-serif.txt", "OFL-noto-serif-armenian.txt"):
        assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / licence).read_text(encoding="utf-8")
