"""Faults: what is wrong, where, and what was probably meant.

Everything that can go wrong with a record or a page becomes a `Fault`. Faults are gathered, never raised one by one.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One fault, printed as `path:line:column subject, field: message`.

    `line` and `column` count from 1; 0 means that the fault belongs to the whole file.
    """

    path: str
    line: int
    column: int
    subject: str
    field: str
    message: str

    def __str__(self) -> str:
        place = self.path if not self.line else f"{self.path}:{self.line}:{self.column}"
        about = ", ".join(part for part in (self.subject, self.field) if part)
        return f"{place} {about}: {self.message}" if about else f"{place}: {self.message}"


class ViewFault(Exception):
    """Raised by a view that was asked for something that is not there; the page turns it into a `Fault`."""


class BrokenRecord(ViewFault):
    """Raised for a record that is typed but faulty: its own fault is reported, so this one is passed over."""


def did_you_mean(wanted: str, known: Iterable[str]) -> str:
    """The hint after an unknown word: `, did you mean "x"?`, or an empty string when nothing is near.

    Long ids share dates and common words by chance, so only a slip of some letters counts as near.
    """
    near = difflib.get_close_matches(wanted, list(known), n=1, cutoff=0.55 if len(wanted) < 20 else 0.8)
    return f', did you mean "{near[0]}"?' if near else ""
