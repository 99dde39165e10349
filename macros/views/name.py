"""Names of places: pairs of equal forms, and which form comes first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from .. import dates
from ..dates import When
from ..faults import ViewFault
from ..records import LANGUAGES, DailyUse, Name, Place, PlaceId, Side
from . import Page

SIDES: dict[Side, str] = {"hy": "Armenian", "az": "Azerbaijani"}


def english_forms(place: Place, when: When | None = None) -> list[str]:
    """One or both English forms; the form in daily official use at the start of `when` comes first."""
    armenian, azerbaijani = place.form("en", "hy"), place.form("en", "az")
    if armenian is None or azerbaijani is None or armenian == azerbaijani:
        return [armenian or azerbaijani or place.names[0].text]
    use = daily_use(place, when)
    if use is None:
        return sorted([armenian, azerbaijani], key=str.casefold)
    return [armenian, azerbaijani] if use.first == "hy" else [azerbaijani, armenian]


def daily_use(place: Place, when: When | None) -> DailyUse | None:
    """Whose form was in daily official use at the start of `when`; None when the data do not say."""
    return next((use for use in place.daily_use if when and use.period.covers(when.first_day)), None)


def pair(place: Place, when: When | None = None) -> str:
    """Both English forms, `Shusha/Shushi`."""
    return "/".join(english_forms(place, when))


@dataclass(frozen=True)
class Row:
    """All forms of a name in one language."""

    lang: str
    language: str
    forms: list[str]


def rows(names: Iterable[Name], english: list[str]) -> list[Row]:
    """The forms by language, languages in English alphabetical order.

    `english` gives the English forms; where there are two, the sides follow in the same order in every language.
    """
    found: dict[str, list[str]] = {"en": english}
    names = list(names)
    second = next((name.side for name in names if name.lang == "en" and name.text == english[-1]), None)
    for name in sorted(names, key=lambda name: name.side is not None and name.side == second):
        forms = found.setdefault(name.lang, [])
        if name.text not in forms:
            forms.append(name.text)
    return sorted((Row(lang, LANGUAGES[lang], forms) for lang, forms in found.items()), key=lambda row: row.language)


def order_rule(place: Place, when: When | None) -> str:
    """Why the English forms stand in the order they do; empty when there is only one."""
    if len(english_forms(place, when)) == 1:
        return ""
    use = daily_use(place, when)
    if use is None:
        return "Order: English alphabet."
    return f"Order: the name in daily official use at the date described, here the {SIDES[use.first]} form " \
           f"({use.period.words(short=True)})."


def moment(page: Page, on: str | None) -> When | None:
    """The date that orders a pair: `on`, else the page's period."""
    if on is None:
        return page.source.meta.period
    try:
        return dates.parse(on)
    except ValueError as problem:
        raise ViewFault(f'"on": {problem}') from None


def name(page: Page, place: PlaceId, on: str | None = None) -> Markup:
    """A place's name, both English forms, linked to its entry in the gazetteer.

    The form in daily official use at the date described comes first: the page's period, or `on`. On paper the first
    mention on a page is followed by the forms in other scripts.

        The convoy left {{ name("stepanakert") }} and, a year earlier, {{ name("shusha", on="2019-06-01") }} …
    """
    record = page.library.get(Place, place)
    first = place not in page.named
    page.named.add(place)
    page.used.add(f"place:{place}")
    english = english_forms(record, moment(page, on))
    others = [row for row in rows(record.names, english) if row.lang != "en"]
    return page.render("name", href=page.href("explore/places.md", place), forms=english,
                       others=others if first else [])
