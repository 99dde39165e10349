"""Terms in plain words, and the notes that stand beside the text."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from ..faults import ViewFault, did_you_mean
from ..records import GlossaryEntry, GlossaryId, Person, Place
from . import Page
from .name import english_forms, moment, order_rule, rows
from .person import english_name, name_rows


def term(page: Page, entry: GlossaryId, shown: str | None = None) -> Markup:
    """A term linked to its plain-words entry in the glossary; `shown` sets other words of the link.

        … ordered {{ term("provisional-measures") }} while the {{ term("de-facto-authorities", "authorities") }} …
    """
    record = page.library.get(GlossaryEntry, entry)
    page.used.add(f"glossary:{entry}")
    return page.render("term", href=page.href("explore/glossary.md", entry), shown=shown or record.term)


def note(page: Page, record: str, on: str | None = None) -> Markup:
    """A note in the margin on a place, a person or a term; on a narrow screen it folds to one line.

    Put it right after the heading of the part that it helps to read. `on` dates the order of a place's names.

        {{ note("place:shusha") }} {{ note("person:ruben-vardanyan") }} {{ note("glossary:de-facto-authorities") }}
    """
    family, _, wanted = record.partition(":")
    if family not in NOTES or not wanted:
        expected = did_you_mean(family, NOTES) or '; expected "place:…", "person:…" or "glossary:…"'
        raise ViewFault(f'no note for "{record}"{expected}')
    if on and family != "place":
        raise ViewFault('"on" orders the names of a place; other notes have no use for it')
    made = NOTES[family](page, wanted, on)
    page.used.add(record)
    return made


def _place(page: Page, wanted: str, on: str | None) -> Markup:
    record, when = page.library.get(Place, wanted), moment(page, on)
    forms = english_forms(record, when)
    return page.render("note-place", forms=forms, rows=rows(record.names, forms), order=order_rule(record, when),
                       href=page.href("explore/places.md", wanted))


def _person(page: Page, wanted: str, on: str | None) -> Markup:
    record = page.library.get(Person, wanted)
    return page.render("note-person", record=record, title=english_name(record), rows=name_rows(record),
                       href=page.href("explore/people.md", wanted))


def _glossary(page: Page, wanted: str, on: str | None) -> Markup:
    record = page.library.get(GlossaryEntry, wanted)
    return page.render("note-glossary", record=record, href=page.href("explore/glossary.md", wanted))


NOTES: dict[str, Callable[[Page, str, str | None], Markup]] = {
    "place": _place, "person": _person, "glossary": _glossary,
}


def glossary(page: Page) -> Markup:
    """Every term of the glossary, A to Z.

        {{ glossary() }}
    """
    entries = sorted(page.library.all(GlossaryEntry), key=lambda entry: entry.term.casefold())
    return page.render("glossary", entries=entries)
