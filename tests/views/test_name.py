"""Names of places."""

from __future__ import annotations

import pytest

from macros import dates
from macros.faults import ViewFault
from macros.records import Place
from macros.views.name import english_forms, name, order_rule, pair, rows
from tests.views.tiny import Typed, place, tiny_page

USES = [{"period": "1992-05-08/2020-11-08", "first": "hy"}, {"period": "2020-11-09/..", "first": "az"}]
SCRIPTS = [{"lang": "ru", "text": "Шуши", "side": "hy"}, {"lang": "ru", "text": "Шуша", "side": "az"},
           {"lang": "hy", "text": "Շուշի"}, {"lang": "az", "text": "Şuşa"}]


def shusha(**fields: object) -> Typed:
    made = place("shusha", "Shushi", "Shusha", daily_use=USES, **fields)
    return {**made, "names": made["names"] + SCRIPTS}


def record(**fields: object) -> Place:
    return Place.model_validate(shusha(**fields))


@pytest.mark.parametrize(("when", "expected"), [
    ("2019", "Shushi/Shusha"), ("2022-12-12", "Shusha/Shushi"), ("1980", "Shusha/Shushi"), (None, "Shusha/Shushi")])
def test_the_form_in_daily_use_comes_first_else_the_alphabet(when: str | None, expected: str) -> None:
    assert pair(record(), dates.parse(when) if when else None) == expected


def test_one_form_stands_alone() -> None:
    goris = Place.model_validate(place("goris", "Goris", "Goris"))
    assert english_forms(goris) == ["Goris"]
    assert order_rule(goris, None) == ""


def test_the_rule_of_order_is_said() -> None:
    assert order_rule(record(), dates.parse("2022")) == (
        "Order: the name in daily official use at the date described, here the Azerbaijani form (since 9 Nov 2020).")
    assert order_rule(record(), None) == "Order: English alphabet."


def test_both_sides_keep_their_order_in_every_language() -> None:
    names = record().names
    first = {row.language: row.forms for row in rows(names, ["Shusha", "Shushi"])}
    assert list(first) == ["Armenian", "Azerbaijani", "English", "Russian"]
    assert first["Russian"] == ["Шуша", "Шуши"]
    second = {row.language: row.forms for row in rows(names, ["Shushi", "Shusha"])}
    assert second["Russian"] == ["Шуши", "Шуша"]


def test_a_name_links_to_the_gazetteer_and_gives_scripts_once() -> None:
    page = tiny_page(others=("explore/places.md",), place=[shusha()])
    first, again = name(page, "shusha"), name(page, "shusha")
    assert 'href="../explore/places.html#shusha"><span>Shusha</span>/<span>Shushi</span></a>' in first
    assert '<span lang="hy">Շուշի</span>' in first
    assert "Շուշի" not in again
    assert again.striptags() == "Shusha/Shushi"
    assert page.used == {"place:shusha"}


def test_on_orders_one_mention() -> None:
    page = tiny_page(others=("explore/places.md",), place=[shusha()])
    assert name(page, "shusha", on="2019-06-01").striptags().startswith("Shushi/Shusha")
    with pytest.raises(ViewFault, match="expected a date"):
        name(page, "shusha", on="June 2019")


def test_unknown_place() -> None:
    with pytest.raises(ViewFault, match='did you mean "shusha"'):
        name(tiny_page(others=("explore/places.md",), place=[shusha()]), "shushaa")
