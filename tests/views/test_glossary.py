"""Terms, and the notes in the margin."""

from __future__ import annotations

import pytest

from macros.faults import ViewFault
from macros.views import Page
from macros.views.glossary import glossary, note, term
from tests.views.test_name import shusha
from tests.views.test_person import TWO
from tests.views.tiny import Typed, tiny_page

TERMS: list[Typed] = [{"id": "nkao", "term": "Oblast", "definition": "A < unit.", "sources": ["b"]},
         {"id": "icj", "term": "Court", "definition": "A *court*."}]


def page(path: str = "blockade/road.md") -> Page:
    others = tuple({"explore/places.md", "explore/people.md", "explore/glossary.md"} - {path})
    return tiny_page(path, others=others, place=[shusha()], person=TWO, glossary=TERMS)


def test_a_term_links_to_the_glossary() -> None:
    here = page()
    assert term(here, "nkao", "the & oblast") == (
        '<a class="nk-term" href="../explore/glossary.html#nkao">the &amp; oblast</a>')
    assert term(here, "nkao").striptags() == "Oblast"
    assert here.used == {"glossary:nkao"}


def test_a_place_note_gives_every_form_and_its_order() -> None:
    here = page()
    made = note(here, "place:shusha")
    assert made.count("Shusha / Shushi") == 2, "once in the line to fold, once above the forms"
    assert '<td lang="ru">Шуша, Шуши</td>' in made
    assert "here the Azerbaijani form" in made
    assert "here the Armenian form" in note(here, "place:shusha", on="2019")
    assert 'href="../explore/places.html#shusha"' in made
    assert here.used == {"place:shusha"}


def test_a_person_note_and_a_term_note_cite_their_sources() -> None:
    here = page()
    assert "Who Ruben Vardanyan is." in note(here, "person:ruben-vardanyan")
    assert "A &lt; unit." in note(here, "glossary:nkao")
    assert list(here.cited) == ["a", "b"]


@pytest.mark.parametrize(("record", "message"), [
    ("plce:shusha", 'did you mean "place"'), ("shusha", 'expected "place:…"'), ("place:", 'expected|no note'),
    ("place:shushaa", 'did you mean "shusha"')])
def test_a_note_on_nothing(record: str, message: str) -> None:
    with pytest.raises(ViewFault, match=message):
        note(page(), record)


def test_a_date_is_for_places_only() -> None:
    with pytest.raises(ViewFault, match="names of a place"):
        note(page(), "person:ruben-vardanyan", on="2020")


def test_the_glossary_runs_a_to_z() -> None:
    made = glossary(page("explore/glossary.md"))
    assert made.index('<h2 id="icj">Court') < made.index('<h2 id="nkao">Oblast')
    assert "<em>court</em>" in made
