"""The map through time: radios switch it without a script; with one, the keyboard steps, plays, zooms and moves it."""

from __future__ import annotations

import json
import re
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
    changed = page.locator("[data-now]").evaluate_all(
        "all => all.filter(one => getComputedStyle(one).visibility == 'visible').map(one => one.dataset.now)")
    assert changed == ["2"]
    expect(page.locator(".nk-map__legend")).not_to_contain_text("authorities govern", use_inner_text=True)
    assert page.get_by_role("button", name="Play").count() == 0
    lachin = page.locator(".nk-atlas__places li:visible", has_text="Lachin")
    page.get_by_role("radio", name="the Armenian form").check()
    assert lachin.all_inner_texts() == ["Berdzor / Lachin"]
    page.get_by_role("radio", name="the Azerbaijani form").check()
    assert lachin.all_inner_texts() == ["Lachin / Berdzor"]


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
    sheet = page.locator(".nk-atlas__view")
    drawing = page.locator(".nk-atlas__map")
    whole = drawing.get_attribute("viewBox")
    sheet.press("+")
    near = drawing.get_attribute("viewBox")
    assert near != whole
    sheet.press("ArrowLeft")
    assert drawing.get_attribute("viewBox") != near
    sheet.press("0")
    assert drawing.get_attribute("viewBox") == whole


def test_playing_stops_at_the_last_date(reader: Reader, built_site: Path) -> None:
    page = reader.page()
    page.clock.install()
    page.goto((built_site / "explore/map.html").as_uri())
    page.get_by_role("button", name="Play").press("Enter")
    dates = page.locator(".nk-atlas [name=state]").count()
    for at in range(2, dates + 1):
        page.clock.run_for(2500)
        expect(page.locator(".nk-atlas__ways output")).to_contain_text(f"{at} of {dates}")
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    expect(page.get_by_role("button", name="Later")).to_have_attribute("aria-disabled", "true")


def test_drag_and_wheel_move_the_map_and_the_scale_bar_stays_right(reader: Reader, built_site: Path) -> None:
    page = reader.page()
    page.goto((built_site / "explore/map.html").as_uri())
    drawing = page.locator(".nk-atlas__map")
    drawing.scroll_into_view_if_needed()

    def per_kilometre() -> float:
        """Pixels on the screen in a kilometre of the bar, as a share of those in a unit of the drawing."""
        line, words = page.locator(".nk-map__scale.nk-map__wide path").first, page.locator(".nk-map__scale text").first
        length = float(re.findall(r"h([\d.]+)", line.get_attribute("d") or "")[0])
        shrunk = re.findall(r"scale\(([\d.]+)\)", page.locator(".nk-atlas__fixed").get_attribute("transform") or "")
        return length * float(shrunk[0] if shrunk else 1) / int((words.text_content() or "").split()[0])

    whole = per_kilometre()
    box = drawing.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 200)
    page.mouse.wheel(0, -100)
    assert (drawing.get_attribute("viewBox") or "").startswith("0 0 ")
    page.keyboard.down("Control")
    for _ in range(3):
        page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    page.wait_for_function("!document.querySelector('.nk-atlas__map').getAttribute('viewBox').startsWith('0 0 ')")
    assert per_kilometre() == pytest.approx(whole, rel=0.01)
    near = drawing.get_attribute("viewBox")
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2 + 40, box["y"] + 230, steps=4)
    page.mouse.up()
    assert drawing.get_attribute("viewBox") != near


def test_small_maps_lead_to_their_dates_and_files_can_be_read(reader: Reader, built_site: Path) -> None:
    page = reader.page()
    page.goto((built_site / "explore/map.html").as_uri())
    dates = page.locator(".nk-atlas [name=state]").count()
    small = page.locator(".nk-atlas__all a")
    assert small.count() == dates
    small.nth(dates - 1).press("Enter")
    expect(page.locator(".nk-atlas [name=state]").nth(dates - 1)).to_be_checked()
    hrefs = page.locator(".nk-atlas__text a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    files = [built_site / "explore" / href for href in hrefs if href.endswith(".geojson")]
    assert len(files) == dates
    for path in files:
        whole = json.loads(path.read_text(encoding="utf-8"))
        assert whole["licences"]
        assert "not an official boundary" in whole["note"]
        assert any(one["properties"]["holder"] for one in whole["features"])
        assert path.with_suffix(".svg").read_text(encoding="utf-8").startswith("<svg")
