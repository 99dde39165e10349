"""Positions on a disputed question."""

from __future__ import annotations

import re

import pytest

from macros.faults import ViewFault
from macros.views.positions import all_positions, columns, positions
from tests.views.test_person import TWO
from tests.views.tiny import LISTS, Typed, tiny_page


def stance(*by: str, **fields: object) -> Typed:
    return {"by": list(by), "holds": f"Held < by {by[0]}.", "stated": "Ministry, May 2023", "sources": ["a"],
            **fields}


LAWFUL: Typed = {"id": "lawful", "question": "Was it lawful?", "chapter": "blockade", "intro": "On the post.",
                 "stances": [stance("armenia", "nk-authorities"), stance("russia", not_read=True)],
                 "silent": [{"by": "azerbaijan", "as_of": "2026-11"}]}


def test_equal_boxes_a_to_z_with_the_silent_among_them() -> None:
    page = tiny_page(position=[LAWFUL])
    made = positions(page, "lawful")
    assert re.findall(r"<h4>(.*?)</h4>", made) == ["Armenia; NK de facto authorities", "Azerbaijan", "Russia"]
    text = made.striptags()
    assert "Three parties in English alphabetical order, persons by family name, each in at most 40 words." in text
    assert "Azerbaijan No statement found as of November 2026." in text
    assert text.count("was not read for this edition") == 1
    assert "Held &lt; by armenia." in made
    assert page.used == {"position:lawful"}


def test_a_person_stands_under_the_family_name() -> None:
    question = {**LAWFUL, "stances": [stance("ilham-aliyev"), stance("armenia")]}
    made = positions(tiny_page(position=[question], person=TWO), "lawful")
    assert re.findall(r"<h4>(.*?)</h4>", made) == ["Ilham &lt; Aliyev", "Armenia", "Azerbaijan"]


def test_what_a_court_decided_stands_apart() -> None:
    assert "What a court decided" not in positions(tiny_page(position=[LAWFUL]), "lawful")
    question = {**LAWFUL, "decided": {"text": "It declined.", "sources": ["b"]}, "caution": "Read in part."}
    page = tiny_page(position=[question])
    text = positions(page, "lawful").striptags()
    assert "What a court decided. It declined." in text
    assert text.endswith("Read in part.")
    assert list(page.cited) == ["a", "b"]


def test_unknown_question() -> None:
    with pytest.raises(ViewFault, match='did you mean "lawful"'):
        positions(tiny_page(position=[LAWFUL]), "lawfull")


@pytest.mark.parametrize(
    ("boxes", "wanted"), [(2, 2), (3, 3), (4, 4), (5, 3), (6, 3), (7, 4), (8, 4), (9, 3), (11, 4), (12, 4)])
def test_rows_are_as_full_as_may_be(boxes: int, wanted: int) -> None:
    assert columns(boxes) == wanted


def test_the_list_of_questions_can_be_narrowed_to_who_is_heard() -> None:
    page = tiny_page("explore/positions.md", {"layout": "explore"}, others=LISTS,
                     position=[LAWFUL, {**LAWFUL, "id": "fair", "stances": [stance("icrc"), stance("russia")]}])
    made = all_positions(page)
    assert 'data-nk-entry="lawful" data-chapter="blockade" data-by="armenia nk-authorities russia"' in made
    assert 'data-nk-entry="fair" data-chapter="blockade" data-by="icrc russia"' in made
    assert re.search(r'value="russia"> <span>Russia</span> <small>2</small>', made)
    assert page.used >= {"position:lawful", "position:fair"}
