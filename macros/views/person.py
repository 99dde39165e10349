"""People: names in the text, and the list of everybody named."""

from __future__ import annotations

from markupsafe import Markup

from ..records import Body, Person, PersonId
from . import Page, explore
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
    """Everybody named in the chapters, by family name, and every body that acts or speaks, A to Z.

        {{ people() }}
    """
    persons = sorted(page.library.all(Person), key=lambda record: record.sort.casefold())
    bodies = sorted(page.library.all(Body), key=lambda record: record.short.casefold())
    kinds = ["person", *sorted({one.kind.replace(" ", "-") for one in bodies})]
    listed = [
        *((one.id, "person", page.render("person-entry", person=one, name=english_name(one), rows=name_rows(one)))
          for one in persons),
        *((one.id, one.kind.replace(" ", "-"), page.render("body-entry", body=one)) for one in bodies),
    ]
    frame = explore.Listing("people", "people and bodies", len(listed), [
        explore.facet("kind", "Kind", {kind: kind.replace("-", " ").capitalize() for kind in kinds},
                      ([kind] for _, kind, _ in listed))])
    return explore.listing(page, frame, Markup("\n").join(
        explore.entry(page, wanted, wanted, shown, kind=[kind]) for wanted, kind, shown in listed))
