"""People."""

from __future__ import annotations

import pytest

from macros.faults import ViewFault
from macros.views.person import people, person
from tests.views.tiny import LISTS, Typed, tiny_page


def someone(wanted: str, english: str, sort: str, **fields: object) -> Typed:
    return {"id": wanted, "names": [{"lang": "en", "text": english}, {"lang": "hy", "text": "Անուն"}], "sort": sort,
            "summary": f"Who {english} is.", "sources": ["a"], **fields}


TWO = [someone("ruben-vardanyan", "Ruben Vardanyan", "Vardanyan, Ruben", offices=[
           {"title": "State minister", "body": "nk-authorities", "period": "2022-11-04/2023-02-23"}]),
       someone("ilham-aliyev", "Ilham < Aliyev", "Aliyev, Ilham", caution="A *note*.")]


def test_a_person_links_to_the_list() -> None:
    page = tiny_page(others=("explore/people.md",), person=TWO)
    assert person(page, "ilham-aliyev") == (
        '<a class="nk-person" href="../explore/people.html#ilham-aliyev">Ilham &lt; Aliyev</a>')
    assert person(page, "ilham-aliyev", "Aliyev").striptags() == "Aliyev"
    assert page.used == {"person:ilham-aliyev"}


def test_unknown_person() -> None:
    with pytest.raises(ViewFault, match='did you mean "ilham-aliyev"'):
        person(tiny_page(person=TWO), "ilham-aliev")


def test_everybody_by_family_name_with_offices() -> None:
    made = people(tiny_page("explore/people.md", {"layout": "explore"}, others=LISTS, person=TWO))
    assert made.index('<h2 id="ilham-aliyev">') < made.index('<h2 id="ruben-vardanyan">')
    assert "State minister, NK de facto authorities (4 Nov 2022 – 23 Feb 2023)." in made.striptags()
    assert '<td lang="hy">Անուն</td>' in made
    assert "<em>note</em>" in made


def test_bodies_follow_the_persons() -> None:
    made = people(tiny_page("explore/people.md", {"layout": "explore"}, others=LISTS, person=TWO))
    assert made.index('<h2 id="ruben-vardanyan">') < made.index('<h2 id="armenia">') < made.index('<h2 id="russia">')
    assert 'data-nk-entry="icrc" data-kind="humanitarian"' in made
    assert "7 people and bodies" in made
