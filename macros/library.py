"""The loaded and checked whole, looked up by id."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, cast

from . import checks, loading
from .dates import parse
from .faults import BrokenRecord, Fault, ViewFault, did_you_mean
from .loading import Origin
from .records import Body, Chapter, Edition, Person, Record, Source

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Library:
    """All records by family and id, and where each was typed. Never changes after loading."""

    records: dict[str, dict[str, Record]]
    origins: dict[tuple[str, str], Origin]
    may_exist: Callable[[str, str], bool] = lambda family, wanted: False
    """Whether a record that is not here was typed and is faulty (family, id)."""

    def get(self, model: type[R], wanted: str) -> R:
        """The record of that class and id; raises `ViewFault` that names the nearest id."""
        known = self.records[model.family]
        if wanted not in known and self.may_exist(model.family, wanted):
            raise BrokenRecord(wanted)
        if wanted not in known:
            raise ViewFault(f'no {model.family} "{wanted}"{did_you_mean(wanted, known)}')
        return cast(R, known[wanted])

    def all(self, model: type[R]) -> list[R]:
        """Every record of the class, in the order typed (files in alphabetical order)."""
        return cast(list[R], list(self.records[model.family].values()))

    def source(self, wanted: str) -> Source:
        return self.get(Source, wanted)

    def speaker(self, wanted: str) -> str:
        """The short name of a body, or the English name of a person (the first one, if `checks` finds none)."""
        body = self.records["body"].get(wanted)
        if isinstance(body, Body):
            return body.short
        person = self.get(Person, wanted)
        return next((name.text for name in person.names if name.lang == "en"), person.names[0].text)

    def speakers(self, wanted: Iterable[str]) -> str:
        """Short names joined by semicolons, in the order typed."""
        return "; ".join(self.speaker(one) for one in wanted)

    @property
    def edition(self) -> Edition:
        """The newest edition; a stand-in while data/editions.yml cannot be read, when no site is shown anyway."""
        unread = Edition(id="0", on=parse("1970"), checked_to=parse("1970"), summary="Unread.")
        return max(self.all(Edition), key=lambda edition: edition.on.first_day, default=unread)

    @property
    def chapters(self) -> list[Chapter]:
        return sorted(self.all(Chapter), key=lambda chapter: chapter.number)


def read(data: Path) -> tuple[Library, list[Fault]]:
    """Load and check everything below `data`; what is whole is in the library, what is not is in the faults."""
    with _uncollected():
        loaded = loading.load(data)
    library = Library(loaded.records, loaded.origins, loaded.may_exist)
    return library, loaded.faults + checks.run(loaded)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Loading makes much and drops nothing: the search for garbage would take longer than all of it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
