"""Statements examined."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from macros.faults import ViewFault
from macros.records import Theme
from macros.views.claim import close_reading, two_accounts
from tests.views.tiny import LISTS, Typed, tiny_page

VOICES = [{"who": "A. Scholar", "work": "A < book", "stance": "agrees", "holds": "So it is.", "sources": ["b"]},
          {"who": "B. Scholar", "stance": "disagrees", "holds": "It is not.", "sources": ["c"]}]
READING: Typed = {"id": "jacobin", "source": "a", "about": "It argues.", "strengths": "It is clear.",
                  "themes": [{"id": "power", "title": "Power", "argument": "Power rules.", "voices": VOICES}],
                  "omissions": [{"text": "What others lost.", "sources": ["d"]}]}


def claim(order: int, *verdicts: str, **fields: object) -> Typed:
    return {"id": f"claim-{order}", "reading": "jacobin", "order": order, "paragraph": f"paragraph {order}",
            "title": f"Title < {order}", "paraphrase": f"Paraphrase {order}.", "assessment": f"Whole {order}.",
            "sources": ["b"], "parts": [{"says": f"says {one}", "type": "fact", "verdict": one, "why": f"why {one}"}
                                        for one in verdicts], **fields}


OTHERS = LISTS
ACCOUNTS = [{"by": ["armenia"], "says": "It agrees.", "not_read": True}]


def test_an_article_is_read_claim_by_claim() -> None:
    page = tiny_page("explore/close-reading.md", {"layout": "explore"}, others=OTHERS, reading=[READING],
                     claim=[claim(2, "contested", accounts=ACCOUNTS), claim(1, "accurate", "not supported")])
    made = close_reading(page, "jacobin")
    text = " ".join(made.striptags().split())
    order = [text.index(part) for part in ("Title of a", "It argues.", "Power rules.", "Agrees: A. Scholar, A < book",
                                           "Disagrees: B. Scholar", "3 statements", "1. Title < 1", "2. Title < 2",
                                           "It agrees.", "What others lost.")]
    assert order == sorted(order)
    assert "1 accurate (the sources bear it out), 1 contested" in text
    assert 'data-verdict="accurate not-supported" data-type="fact"' in made
    assert page.used >= {"reading:jacobin", "claim:claim-1", "claim:claim-2", "source:a", "source:d"}


def test_a_reading_without_claims_and_an_unknown_one() -> None:
    page = tiny_page("explore/close-reading.md", {"layout": "explore"}, reading=[READING])
    with pytest.raises(ViewFault, match="no claim belongs"):
        close_reading(page, "jacobin")
    with pytest.raises(ViewFault, match='did you mean "jacobin"'):
        close_reading(page, "jacobine")


def test_an_argument_needs_voices_for_and_against() -> None:
    theme = {"id": "power", "title": "Power", "argument": "Power rules."}
    Theme.model_validate({**theme, "voices": [VOICES[0], {**VOICES[1], "stance": "agrees in part"}]})
    for stance in ("agrees", "disagrees"):
        with pytest.raises(ValidationError, match="hears one side only"):
            Theme.model_validate({**theme, "voices": [{**one, "stance": stance} for one in VOICES]})


def test_pairs_run_by_date_and_speakers_a_to_z() -> None:
    def pair(wanted: str, date: str) -> Typed:
        return {"id": wanted, "title": f"Title {wanted}", "date": date, "chapter": "blockade", "ask": "Which?",
                "independent": "A third text.", "independent_sources": ["c"], "statements": [
                    {"by": ["azerbaijan"], "voice": "a minister, 2022", "says": "It is open.", "sources": ["a"]},
                    {"by": ["armenia"], "voice": "a spokesman", "says": "It is shut.", "not_read": True}]}
    page = tiny_page("explore/two-accounts.md", {"layout": "explore"}, others=OTHERS,
                     pair=[pair("late", "2023"), pair("early", "2020-09-27")])
    text = " ".join(two_accounts(page).striptags().split())
    order = [text.index(part) for part in ("Title early", "Armenia: a spokesman", "No text of this statement was read",
                                           "Azerbaijan: a minister, 2022", "What an independent text adds.",
                                           "Ask. Which?", "Title late")]
    assert order == sorted(order)
    assert page.used >= {"pair:early", "pair:late"}
