"""Questions to check oneself."""

from __future__ import annotations

import re

import pytest

from macros.faults import ViewFault
from macros.views.quiz import check_yourself
from tests.views.tiny import Typed, tiny_page


def question(wanted: str) -> Typed:
    return {"id": wanted, "stem": f"What < of {wanted}?", "sources": ["a"], "options": [
        {"text": "First", "supported": False, "feedback": "The order is *silent*."},
        {"text": "Second", "supported": True, "feedback": "It says so."},
        {"text": "Third", "supported": False, "feedback": "It declined."}]}


def test_every_question_is_a_group_of_radios_with_the_answer_in_a_fold() -> None:
    page = tiny_page(question=[question("one"), question("two")])
    made = check_yourself(page, "two", "one")
    assert re.findall(r"<legend>(.*?)</legend>", made) == ["What &lt; of two?", "What &lt; of one?"]
    assert "Check yourself, 1 of 2." in made
    assert made.count('type="radio" name="one"') == 3
    fold = made[made.index("<details>"):made.index("</details>")]
    assert re.findall(r'data-nk-supported="(\w+)"', fold) == ["no", "yes", "no"]
    assert re.findall(r"<strong>(.*?)</strong>", fold) == ["Not supported.", "Supported.", "Not supported."]
    assert "<em>silent</em>" in fold
    assert page.used == {"question:one", "question:two"}


def test_questions_stay_out_of_search() -> None:
    assert check_yourself(tiny_page(question=[question("one")]), "one").startswith(
        '<div class="nk-quizzes" data-search-exclude>')


def test_asked_wrongly() -> None:
    with pytest.raises(ViewFault, match="at least one"):
        check_yourself(tiny_page())
    with pytest.raises(ViewFault, match='no question "on"'):
        check_yourself(tiny_page(question=[question("one")]), "on")
