"""The map through time: every state as a map, a text, a small map and a column of the table."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros import library, pages, site
from macros.faults import ViewFault
from macros.records import Place, State
from macros.views import Page, atlas

ROOT = Path(__file__).parents[2]
PLACES = ("goris", "lachin", "shusha", "stepanakert")


@pytest.fixture(scope="module")
def page() -> Page:
    """The page of the map over the real records: what it promises is that all of them are shown."""
    found, _ = library.read(ROOT / "data")
    sources, _ = pages.read_all(ROOT / "docs")
    described = site.describe(sources, "", "")
    return Page(described.pages["explore/map.md"], found, described)


def test_every_state_is_a_radio_a_text_a_small_map_and_a_column(page: Page) -> None:
    made = str(atlas.map_through_time(page, *PLACES))
    states = [one.id for one in page.library.all(State)]
    assert re.findall(r'name="state" value="([^"]+)"', made) == states
    assert re.findall(r'class="nk-atlas__text" data-of="\d+" id="state-([^"]+)"', made) == states
    assert re.findall(r'data-nk-state="([^"]+)"', made) == states
    assert made.count('<th scope="col">') == len(states) + 1
    assert {f"state:{one}" for one in states} <= page.used
    ids = re.findall(r'\bid="([^"]+)"', made)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'<use href="#([^"]+)"', made)) <= set(ids)
    assert ">not drawn<" not in made


def test_a_state_in_which_one_held_all_says_so_once(page: Page) -> None:
    made = str(atlas.map_through_time(page, *PLACES))
    assert made.count("</strong> all the land in view that changed hands between 1991 and 2023") == 2


def test_the_style_sheet_knows_every_state_and_layer(page: Page) -> None:
    made = str(atlas.map_through_time(page, *PLACES))
    sheet = (ROOT / "overrides/assets/stylesheets/atlas.css").read_text(encoding="utf-8")
    for number in re.findall(r'data-n="(\d+)"', made):
        assert f'[data-n="{number}"]:checked' in sheet
    for layer in re.findall(r'data-shows="(\w+)"', made):
        assert f'[data-shows="{layer}"]:not(:checked)' in sheet


def test_a_place_that_is_unknown_or_lies_nowhere_is_a_fault(page: Page) -> None:
    with pytest.raises(ViewFault, match='did you mean "lachin"'):
        atlas.map_through_time(page, "lachn")
    nowhere = next(one.id for one in page.library.all(Place) if one.coordinates is None)
    with pytest.raises(ViewFault, match=f'"{nowhere}" has no coordinates'):
        atlas.map_through_time(page, "lachin", nowhere)
