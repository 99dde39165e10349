"""The list of places."""

from __future__ import annotations

from macros.views.gazetteer import gazetteer
from tests.views.test_name import shusha
from tests.views.tiny import LISTS, place, tiny_page


def test_the_gazetteer_lists_every_place_with_its_id() -> None:
    page = tiny_page("explore/places.md", {"layout": "explore", "period": None},
                     others=LISTS,
                     place=[shusha(caution="Two < spellings."), place("aghdara", "Martakert", "Aghdara", coordinates={
                         "lat": 40.21, "lon": 46.82, "precision": "approximate"})])
    made = gazetteer(page)
    assert made.index('<h2 id="aghdara">') < made.index('<h2 id="shusha">')
    assert '<td lang="az">Şuşa</td>' in made
    assert "40.2100° N, 46.8200° E (approximate)" in made
    assert "The Azerbaijani form was in daily official use: since 9 November 2020." in made
    assert "Two &lt; spellings." in made
    assert not page.cited
    assert page.used >= {"source:a"}
