"""Folding and spelling variants, and that the browser folds as Python does."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Browser

from macros.names import LETTERS, MOST_VARIANTS, fold, variants
from tests.tools import ROOT

SCRIPT = ROOT / "overrides/assets/javascripts/lunr/min/lunr.fold.min.js"

SAME = [
    ["Şuşa", "ŞUŞA", "Susa", "şuşa", "Şuşa"],
    ["Gəncə", "GƏNCƏ", "Gence"],
    ["Xankəndi", "XANKƏNDİ", "xankendi"],
    ["İstanbul", "ISTANBUL", "istanbul", "ıstanbul"],
    ["Ağalı", "Agali"],
    ["Երևան", "ԵՐԵՎԱՆ", "Երեւան"],
    ["Ինչո՞ւ", "ինչու"],
    ["Горбачёв", "ГОРБАЧЕВ"],
    ["Ch’artar", "Ch'artar", "Chartar"],
    ["Vardanyan's", "Vardanyan’s", "Vardanyan"],
    ["naïve", "naive"],
    ["ﬁn", "fin"],
    ["Großmann", "Grossmann"],
]


@pytest.mark.parametrize("spellings", SAME, ids=lambda spellings: spellings[0])
def test_spellings_of_one_word_fold_alike(spellings: list[str]) -> None:
    assert len({fold(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Shusha", "Shushi"), ("Шуша", "Шуши"), ("Martuni", "Martakert"), ("Vardanyan's", "Vardanyansk")]
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_folding_twice_changes_nothing() -> None:
    words = [word for spellings in SAME for word in spellings]
    assert [fold(fold(word)) for word in words] == [fold(word) for word in words]


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        ("Qarabağ", {"qarabag", "karabag", "garabagh", "karabagh"}),
        ("Xankəndi", {"xankendi", "khankendi", "hankendi", "khankandi"}),
        ("Şuşa", {"susa", "shusha"}),
        ("Kəlbəcər", {"kelbecer", "kalbajar"}),
        ("Laçın", {"lacin", "lachin"}),
        ("Qubadlı", {"qubadli", "kubadli", "gubadly"}),
        ("Ilham Aliyev", {"ilham aliyev", "ilham aliev"}),
        ("Ruben Vardanyan", {"ruben vardanian"}),
        ("Ստեփանակերտ", {"ստեփանակերտ", "stepanakert"}),
        ("Շուշի", {"շուշի", "shushi"}),
        ("Երևան", {"yerevan", "erevan"}),
        ("Ոսկե", {"voske", "oske"}),
        ("Գեղարքունիք", {"gegharkunik", "gegarkunik"}),
        ("Степанакерт", {"степанакерт", "stepanakert"}),
        ("Ханкенди", {"khankendi", "hankendi"}),
    ],
)
def test_variants_hold_the_spellings_people_type(form: str, wanted: set[str]) -> None:
    assert wanted <= variants(form)


def test_variants_are_bounded_and_begin_with_the_usual_ones() -> None:
    many = variants("Əliağa Şıxlinski Qaracalı")
    assert MOST_VARIANTS // 2 < len(many) <= MOST_VARIANTS
    assert {"eliaga sixlinski qaracali", "aliagha shykhlinski karajaly"} <= many


def test_variants_do_not_bring_two_places_together() -> None:
    assert variants("Martuni").isdisjoint(variants("Martakert"))
    assert variants("Шуша").isdisjoint(variants("Сюник"))


def test_the_browser_has_the_same_letters() -> None:
    table = re.search(r"const LETTERS = (\{.*?\});", SCRIPT.read_text(encoding="utf-8"), re.DOTALL)
    assert table is not None
    assert json.loads(table[1]) == dict(LETTERS)


@pytest.mark.browser
def test_the_browser_folds_alike(browser: Browser) -> None:
    words = [word for spellings in SAME for word in spellings] + [
        "Ս՛տեփ՜",
        "«Աղդամ»։",
        "o'clock's",
        "ΟΔΟΣ",
        "Đà",
        "ǰ Ṙ č̣",
    ]
    page = browser.new_page()
    page.evaluate("self.lunr = {Pipeline: {registerFunction() {}}, QueryParser: class {parse() {}}}")
    page.add_script_tag(path=SCRIPT)
    folded = page.evaluate("words => words.map(lunr.fold.fold)", words)
    page.close()
    assert folded == [fold(word) for word in words]
