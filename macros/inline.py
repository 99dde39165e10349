"""The small inline markup of record texts: `*emphasis*`, `[[family:id]]`, `[[family:id|words shown]]`.

Parsed once into pieces; a view turns the pieces into escaped HTML. Nothing else has a meaning in a record's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LINKABLE = ("place", "person", "glossary", "document", "source", "figure")
"""Families that a text can refer to. `[[figure:population.nk-register-2022]]` is the words of that count."""
_PIECE = re.compile(r"\*(?P<em>[^*\n]+)\*|\[\[(?P<family>[a-z]+):(?P<id>[a-z0-9.-]+)(?:\|(?P<shown>[^\]|]+))?\]\]")


@dataclass(frozen=True)
class Plain:
    text: str


@dataclass(frozen=True)
class Emphasis:
    text: str


@dataclass(frozen=True)
class Reference:
    """`family` and `id` of a record; `shown` is empty when the record's own name is to be shown."""

    family: str
    id: str
    shown: str


Piece = Plain | Emphasis | Reference


def pieces(text: str) -> Iterator[Piece]:
    """Split a record's text; raises ValueError for a reference that is not well formed."""
    end = 0
    for match in _PIECE.finditer(text):
        if match.start() > end:
            yield from _plain(text[end : match.start()])
        if match["em"]:
            yield Emphasis(match["em"])
        else:
            yield Reference(match["family"], match["id"], match["shown"] or "")
        end = match.end()
    if end < len(text):
        yield from _plain(text[end:])


def _plain(text: str) -> Iterator[Plain]:
    if "[[" in text or "]]" in text:
        raise ValueError(f'"{text.strip()}" holds a broken reference; expected [[family:id]] or [[family:id|words]]')
    yield Plain(text)


def bare(text: str) -> str:
    """The words alone, as a reader hears them; references to sources vanish."""
    shown = []
    for piece in pieces(text):
        if isinstance(piece, Reference):
            shown.append("" if piece.family == "source" else piece.shown or piece.id)
        else:
            shown.append(piece.text)
    return "".join(shown)
