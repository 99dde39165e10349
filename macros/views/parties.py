"""The order of those who act or speak."""

from __future__ import annotations

from ..library import Library
from ..records import Person


def sorting_name(library: Library, speaker: str) -> str:
    """The name that puts a speaker in English alphabetical order; a person's family name comes first."""
    person = library.records["person"].get(speaker)
    return (person.sort if isinstance(person, Person) else library.speaker(speaker)).casefold()
