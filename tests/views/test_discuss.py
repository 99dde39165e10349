"""Prompts to discuss."""

from __future__ import annotations

import pytest

from macros.faults import ViewFault
from macros.views.discuss import discuss
from tests.views.tiny import tiny_page

PROMPTS = [{"id": "why", "mode": "In pairs, 5 min", "prompt": "Why *this* < word?"},
           {"id": "write", "mode": "Write, 80 words", "prompt": "Describe it."}]


def test_prompts_stand_in_the_order_asked() -> None:
    page = tiny_page(discussion=PROMPTS)
    made = discuss(page, "write", "why")
    assert made.striptags() == "Write, 80 words Describe it. In pairs, 5 min Why this < word?"
    assert page.used == {"discussion:why", "discussion:write"}


def test_asked_wrongly() -> None:
    with pytest.raises(ViewFault, match="at least one"):
        discuss(tiny_page())
    with pytest.raises(ViewFault, match='did you mean "write"'):
        discuss(tiny_page(discussion=PROMPTS), "wriet")
