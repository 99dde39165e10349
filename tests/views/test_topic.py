"""Matters without one date."""

from __future__ import annotations

from macros.views.topic import topics
from tests.views.tiny import LISTS, tiny_page


def test_topics_stand_with_their_accounts() -> None:
    page = tiny_page("explore/topics.md", {"layout": "explore"}, others=LISTS, topic=[
        {"id": "zeal", "title": "Zeal < it", "chapter": "blockade", "summary": "A *pattern*.", "status": "disputed",
         "period": "2022/2023", "caution": "Take care.", "sources": ["a", "b"], "accounts": [
             {"by": ["armenia"], "says": "One way.", "sources": ["a"]},
             {"by": ["azerbaijan"], "says": "Another way.", "sources": ["b"]}]},
        {"id": "arms", "title": "Arms", "chapter": "blockade", "summary": "Guns.", "status": "established",
         "sources": ["c"]}])
    made = topics(page)
    assert made.index('<h2 id="arms">Arms') < made.index('<h2 id="zeal">Zeal &lt; it')
    assert "A <em>pattern</em>." in made
    assert "2022–2023" in made
    assert made.count("nk-notice--disputed") == 1
    assert made.index("One way.") < made.index("Another way.") < made.index("Take care.")
    assert page.used >= {"topic:arms", "topic:zeal", "source:c"}
