"""The tally of each chapter, and the page that prints it."""

from __future__ import annotations

from collections import Counter

import pytest

from macros import balance
from macros.prose import Lexicon
from macros.views.fairness import balance as shown
from tests.views.tiny import count, event, figure, source, tiny_page


@pytest.mark.parametrize(("counted", "met"), [
    ({"armenia-official": 2, "azerbaijan-official": 2, "court": 6}, [True, True, True, True]),
    ({"armenia-official": 4, "azerbaijan-official": 2, "court": 4}, [False, True, True, True]),
    ({"armenia-official": 5, "azerbaijan-official": 1, "court": 94}, [True, False, False, True]),
    ({"armenia-official": 2, "media-armenia": 5, "azerbaijan-official": 2, "court": 1}, [True, True, True, False]),
    ({"armenia-official": 1, "court": 9}, [True, False, False, True]),
    ({}, []),
])
def test_aims(counted: dict[str, int], met: list[bool]) -> None:
    assert [one.met for one in balance.aims(Counter(counted))] == met


TERMS = [{"id": "blockade", "words": ["blockade"], "used_by": ["Armenia"], "write": "closure",
          "allowed": ["quote", "attributed"], "why": "Disputed."}]


def test_a_chapter_is_tallied_from_its_records_and_pages() -> None:
    page = tiny_page(
        "explore/balance.md", {"layout": "explore"}, others=("blockade/road.md", "explore/figures.md"), term=TERMS,
        source=[source("ours", origin="armenia-official"), source("theirs", origin="azerbaijan-official"),
                source("elsewhere")],
        event=[event("2022-one", "2022", sources=["ours", "theirs"], status="established"),
               event("2022-two", "2022", sources=["ours"], status="single source"),
               event("2020-else", "2020", chapter="other", sources=["elsewhere"])],
        figure=[figure("dead", count("x", 5, sources=["theirs"]), count("y", 9, sources=["theirs"]), harm="killed",
                       suffered_by=["armenians"])])
    told = page.site.pages["blockade/road.md"]
    page.site.pages["blockade/road.md"] = type(told)(
        told.path, told.meta, 'Armenia called it a blockade. {{ cite("long-court-order") }}', 5)
    (one,) = balance.tallies(page.library, page.site, Lexicon.of(page.library))
    assert (one.works, one.sides, one.events, one.two_origins, one.disputed) == (2, (1, 1, 0), 2, 1, 0)
    assert [(harm.label, harm.people, [figure.id for figure in harm.figures]) for harm in one.harms] == [
        ("Killed", "Armenians", ["dead"]), ("Killed", "Azerbaijanis", [])]
    assert one.words == [("attributed", 1)]
    text = " ".join(shown(page).striptags().split()).replace("> <", "><")
    assert "2 works. Published on the Armenian side: 1; on the Azerbaijani side: 1; elsewhere: 0." in text
    assert "KilledArmeniansTitle of dead, from 5 to 9" in text
    assert "KilledAzerbaijanisno count on record" in text


def test_who_is_heard() -> None:
    page = tiny_page("explore/balance.md", {"layout": "explore"}, others=("explore/positions.md",), position=[{
        "id": "whose", "question": "Whose is it?", "chapter": "blockade", "intro": "It is asked.", "stances": [
            {"by": [who], "holds": "Ours.", "stated": "2022", "sources": ["a"]} for who in ("armenia", "azerbaijan")],
        "silent": [{"by": "russia", "as_of": "2026-11"}]}])
    speakers, rows = balance.matrix(page.library)
    assert speakers == ["armenia", "azerbaijan", "russia"]
    assert [cells for _, cells in rows] == [{"armenia": "stated", "azerbaijan": "stated", "russia": "silent"}]
    assert "no statement found" in shown(page).striptags()
