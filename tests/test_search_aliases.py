"""Aliases in the search index, on a tiny index."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from exports.search_aliases import FIELDS, add_aliases, with_aliases

FORMS = {
    "shusha": ["Shusha", "Shushi", "Şuşa", "Շուշի", "Шуша"],
    "karabakh": ["Nagorno-Karabakh", "Qarabağ", "Ղարաբաղ"],
    "chan": ["Chan", "Çan"],
    "corridor": ["Lachin corridor"],
}


def index_of(text: str, title: str = "Any title") -> dict[str, Any]:
    return {
        "config": {"lang": ["fold"], "fields": {"title": {"boost": 1000.0}, "text": {"boost": 1.0}}},
        "docs": [{"location": "a.html#b", "title": title, "text": text}],
    }


def aliases_of(text: str, title: str = "Any title", field: str = "aliases") -> set[str]:
    entry = with_aliases(index_of(text, title), FORMS)["docs"][0]
    return set(entry.get(field, "").split())


def test_a_section_that_names_a_place_is_found_by_its_other_forms() -> None:
    assert {"shushi", "susa", "շուշի", "шуша"} <= aliases_of("<p>They drove to Shusha.</p>")


@pytest.mark.parametrize("text", ["ŞUŞA", "<em>Shushi</em>'s walls", "«Շուշի»։", "Shusha/Şuşa", "near&nbsp;Шуша,"])
def test_any_form_in_any_setting_is_a_mention(text: str) -> None:
    found = aliases_of(text)
    assert len(found & {"susa", "shusha", "shushi", "շուշի", "шуша"}) >= 3


@pytest.mark.parametrize(
    "text", ["", "Shushan", "Nagorno and Karabakhi", "They can and may", "the mountain Karabakh Nagorno"]
)
def test_other_words_are_no_mention(text: str) -> None:
    assert aliases_of(text) == set()


def test_a_form_of_two_words_needs_both_and_passes_a_hyphen() -> None:
    assert {"qarabagh", "ղարաբաղ"} <= aliases_of("Nagorno-Karabakh")
    assert {"qarabagh", "ղարաբաղ"} <= aliases_of("Nagorno Karabakh")


def test_a_word_with_a_small_letter_does_not_name_a_place() -> None:
    assert aliases_of("what they can do") == set()
    assert "chan" in aliases_of("the village Çan")


def test_lower_case_words_of_a_form_are_not_aliases() -> None:
    assert "corridor" not in aliases_of("x", title="Lachin corridor", field="title_aliases") | aliases_of(
        "Lachin corridor"
    )


def test_a_mention_in_the_heading_ranks_like_a_heading() -> None:
    assert "шуша" in aliases_of("Shusha again", title="Shusha", field="title_aliases")
    assert aliases_of("Shusha again", title="Shusha") == set()


def test_what_the_section_says_itself_is_not_repeated() -> None:
    assert "shusha" not in aliases_of("Shusha")


def test_the_beginning_of_another_alias_is_left_out() -> None:
    aliases = aliases_of("Nagorno-Karabakh")
    assert "karabagh" in aliases
    assert "karabag" not in aliases


def test_fields_are_declared_and_the_given_index_is_not_changed() -> None:
    index = index_of("Shusha")
    before = json.dumps(index)
    made = with_aliases(index, FORMS)
    assert made["config"]["fields"] == {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, **FIELDS}
    assert json.dumps(index) == before


def test_an_entry_without_names_stays_as_it_was() -> None:
    index = index_of("no names here")
    assert with_aliases(index, FORMS)["docs"] == index["docs"]


def test_the_file_is_rewritten_the_same_every_time(tmp_path: Path) -> None:
    path = tmp_path / "search" / "search_index.json"
    path.parent.mkdir()
    path.write_text(json.dumps(index_of("Shusha and Nagorno-Karabakh")), encoding="utf-8")
    add_aliases(tmp_path, FORMS)
    once = path.read_bytes()
    add_aliases(tmp_path, dict(reversed(FORMS.items())))
    assert path.read_bytes() == once
    assert "շուշի".encode() in once


def test_a_site_without_an_index_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        add_aliases(tmp_path, FORMS)
