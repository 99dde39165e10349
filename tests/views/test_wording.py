"""Words in dispute."""

from __future__ import annotations

import pytest

from macros.faults import ViewFault
from macros.views.wording import all_words, words_in_dispute
from tests.views.test_section import WORDS
from tests.views.tiny import LISTS, tiny_page


def test_every_speaker_a_to_z_quoted_only_where_the_word_is_theirs() -> None:
    page = tiny_page(wording=[WORDS])
    text = words_in_dispute(page, "lachin-road").striptags()
    assert text.index("Armenia “blockade”") < text.index("Azerbaijan no closure")
    assert "“no closure”" not in text
    assert "We write: Closure." in text
    assert page.used == {"wording:lachin-road"}


def test_the_method_is_linked_where_the_page_exists() -> None:
    assert "Method and naming" not in words_in_dispute(tiny_page(wording=[WORDS]), "lachin-road")
    made = words_in_dispute(tiny_page(others=("about/method.md",), wording=[WORDS]), "lachin-road")
    assert 'href="../about/method.html"' in made


def test_a_date_stands_with_the_speaker_and_text_is_escaped() -> None:
    usages = [{**WORDS["usages"][0], "says": "a < b", "since": "2023-06-15"}, WORDS["usages"][1]]
    made = words_in_dispute(tiny_page(wording=[{**WORDS, "usages": usages}]), "lachin-road")
    assert "Azerbaijan, 15 Jun 2023" in made
    assert "a &lt; b" in made


def test_unknown_dispute() -> None:
    with pytest.raises(ViewFault, match='did you mean "lachin-road"'):
        words_in_dispute(tiny_page(wording=[WORDS]), "lachin-roads")


def test_the_list_of_disputes_over_words() -> None:
    page = tiny_page("explore/words.md", {"layout": "explore"}, others=LISTS, wording=[WORDS])
    made = all_words(page)
    assert 'data-nk-entry="lachin-road" data-chapter="blockade"' in made
    assert '<a class="nk-self" href="#words-lachin-road">' in made
    assert page.used >= {"wording:lachin-road"}
