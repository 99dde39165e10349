"""The inline markup of record texts."""

from __future__ import annotations

import pytest

from macros import inline
from macros.inline import Emphasis, Plain, Reference


def test_pieces_in_order() -> None:
    text = "See *the order* at [[place:shusha]] and [[glossary:icj|the Court]]."
    assert list(inline.pieces(text)) == [
        Plain("See "), Emphasis("the order"), Plain(" at "), Reference("place", "shusha", ""), Plain(" and "),
        Reference("glossary", "icj", "the Court"), Plain("."),
    ]


def test_bare_words_leave_source_markers_out() -> None:
    assert inline.bare("Closed. [[source:x]] See [[glossary:icj|the Court]] and *this*.") == (
        "Closed.  See the Court and this.")


@pytest.mark.parametrize("text", ["[[shusha]]", "[[place:]]", "[[Place:x]]", "open [[place:x", "shut ]]"])
def test_broken_references_are_errors(text: str) -> None:
    with pytest.raises(ValueError, match="broken reference"):
        list(inline.pieces(text))
