"""The map through time: radios switch it without a script; with one, the keyboard steps, plays, zooms and moves it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.conftest import Reader

pytestmark = pytest.mark.browser


def test_radios_switch_the_map_without_a_script(reader: Reader, built_site: Path) -> None:
    page = reader.page(script=False)
    page.goto((built_site / "explore/map.html").as_uri())
    page.get_by_role("radio", name="May 1994").check()
    expect(page.locator("#state-s-1994")).to_be_visible()
    assert page.locator(".nk-atlas__text:visible").count() == 1
    assert page.locator("g.nk-map__areas[data-of]:visible").count() == 1


def test_the_keyboard_steps_plays_zooms_and_moves(reader: Reader, built_site: Path) -> None:
    page = reader.page()
    page.goto((built_site / "explore/map.html").as_uri() + "#state=s-1994")
    said = page.locator(".nk-atlas__ways output")
    expect(said).to_contain_text("2 of")
    page.get_by_role("button", name="Later").press("Enter")
    expect(said).to_contain_text("3 of")
    assert page.url.endswith("#state=s-2020-war")
    page.get_by_role("button", name="Play").press("Enter")
    expect(said).to_contain_text("4 of", timeout=4000)
    page.get_by_role("button", name="Pause").press("Enter")
    drawing = page.locator(".nk-atlas__map")
    whole = drawing.get_attribute("viewBox")
    drawing.press("+")
    near = drawing.get_attribute("viewBox")
    assert near != whole
    drawing.press("ArrowLeft")
    assert drawing.get_attribute("viewBox") != near
    drawing.press("0")
    assert drawing.get_attribute("viewBox") == whole
