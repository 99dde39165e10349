"""Notices."""

from __future__ import annotations

import pytest

from macros.faults import ViewFault
from macros.views.notice import KINDS, notice
from tests.views.tiny import tiny_page


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_word_comes_first(kind: str) -> None:
    made = notice(tiny_page(), kind, "One <source> *only*.")
    assert made.striptags() == f"{KINDS[kind][0]}. One <source> only."
    assert f"nk-notice--{kind}" in made


def test_unknown_kind() -> None:
    with pytest.raises(ViewFault, match='did you mean "disputed"'):
        notice(tiny_page(), "dispute", "Text.")


def test_broken_markup() -> None:
    with pytest.raises(ViewFault, match="broken reference"):
        notice(tiny_page(), "content", "See [[place:shusha.")
