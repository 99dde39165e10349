"""People: names in the text, and the list of everybody named."""

from __future__ import annotations

from markupsafe import Markup

from ..records import Person, PersonId
from . import Page
from .name import Row, rows


def english_name(record: Person) -> str:
    """The English form of a person's name."""
    return next(name.text for name in record.names if name.lang == "en")


def name_rows(record: Person) -> list[Row]:
    """A person's name by language."""
    return rows(record.names, [english_name(record)])


def person(page: Page, who: PersonId, shown: str | None = None) -> Markup:
    """A person's name, linked to the entry that says who they are; `shown` sets other words of the link.

        {{ person("ilham-aliyev") }} said … later {{ person("ilham-aliyev", "Aliyev") }} added …
    """
    record = page.library.get(Person, who)
    page.named.add(who)
    page.used.add(f"person:{who}")
    return page.render("person", href=page.href("explore/people.md", who), shown=shown or english_name(record))


def people(page: Page) -> Markup:
    """Everybody named in the chapters, by family name: offices, forms of the name, sources.

        {{ people() }}
    """
    found = sorted(page.library.all(Person), key=lambda record: record.sort.casefold())
    return page.render("people", entries=[(one, english_name(one), name_rows(one)) for one in found])
