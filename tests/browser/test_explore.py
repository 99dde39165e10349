"""Narrowing a list: boxes, words, dates and bars; the address holds the view; what is shown is what is saved."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Reader

pytestmark = pytest.mark.browser

TIMELINE = "explore/timeline.html"


def numbers(page: Page) -> tuple[int, int]:
    """How many entries are shown, by what the page says and by what is in view."""
    said = page.locator(".nk-explore__count").inner_text()
    return int(said.split()[0]), page.locator("[data-nk-entry]:visible").count()


@pytest.fixture
def timeline(reader: Reader, built_site: Path) -> Page:
    page = reader.page()
    page.goto((built_site / TIMELINE).as_uri())
    return page


def test_boxes_narrow_and_the_address_keeps_the_view(timeline: Page) -> None:
    whole, seen = numbers(timeline)
    assert whole == seen > 200
    timeline.get_by_label("The road closure").check()
    some, seen = numbers(timeline)
    assert 0 < some == seen < whole
    timeline.get_by_label("Court or council").check()
    fewer, seen = numbers(timeline)
    assert 0 < fewer == seen < some
    assert "chapter=blockade" in timeline.url
    assert "kind=court" in timeline.url
    assert timeline.locator("[data-nk-group]:visible").count() < timeline.locator("[data-nk-group]").count()
    timeline.reload()
    assert numbers(timeline) == (fewer, fewer)
    timeline.locator(".nk-explore__chips button", has_text="Court or council").click()
    assert numbers(timeline) == (some, some)
    expect(timeline.locator(".nk-explore__count")).to_be_focused()
    timeline.get_by_role("button", name="Clear all").click()
    expect(timeline.locator(".nk-explore__count")).to_have_text(f"{whole} events")
    assert "?" not in timeline.url


def test_both_governments_can_be_asked_for_at_once(timeline: Page) -> None:
    timeline.get_by_role("checkbox", name="Azerbaijan").check()
    one, _ = numbers(timeline)
    timeline.get_by_role("checkbox", name="Armenia", exact=False).first.check()
    both, _ = numbers(timeline)
    assert 0 < both < one
    shown = timeline.locator("[data-nk-entry]:visible").evaluate_all("all => all.map((one) => one.dataset.published)")
    assert all({"armenia", "azerbaijan"} <= set(sides.split()) for sides in shown)


def test_dates_and_bars_move_together_by_keyboard(timeline: Page) -> None:
    timeline.get_by_label("From", exact=True).fill("2022-12-12")
    timeline.get_by_label("To", exact=True).fill("2022-12-13")
    days = timeline.locator("[data-nk-entry]:visible").evaluate_all(
        "all => all.map((one) => [one.dataset.from, one.dataset.to])")
    assert days
    assert all(first <= "2022-12-13" and last >= "2022-12-12" for first, last in days)
    edge = timeline.get_by_role("slider", name="Show events from")
    expect(edge).to_have_attribute("aria-valuetext", "2022-07-01")
    edge.focus()
    timeline.keyboard.press("ArrowLeft")
    expect(timeline.get_by_label("From", exact=True)).to_have_value("2022-01-01")
    timeline.keyboard.press("Home")
    expect(timeline.get_by_label("From", exact=True)).to_have_value("")
    timeline.get_by_role("button", name="The 2020 war").click()
    expect(timeline.get_by_label("From", exact=True)).to_have_value("2020-09-27")


@pytest.mark.parametrize("typed", ["Şuşa", "susa", "SHUSHA"])
def test_words_are_found_without_marks_and_case(reader: Reader, built_site: Path, typed: str) -> None:
    page = reader.page()
    page.goto((built_site / "explore/places.html").as_uri())
    page.get_by_label("With the words").fill(typed)
    expect(page.locator('[data-nk-entry="shusha"]')).to_be_visible()
    assert numbers(page)[1] < page.locator("[data-nk-entry]").count()
    page.get_by_label("With the words").fill("nothing like it")
    assert numbers(page) == (0, 0)


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_what_is_shown_is_what_is_saved(timeline: Page, kind: str) -> None:
    timeline.get_by_label("The road closure").check()
    timeline.get_by_label("Court or council").check()
    shown = timeline.locator("[data-nk-entry]:visible").evaluate_all("all => all.map((one) => one.dataset.nkEntry)")
    with timeline.expect_download() as caught:
        timeline.get_by_role("link", name=kind.upper(), exact=True).click()
    text = Path(caught.value.path()).read_text(encoding="utf-8")
    assert caught.value.suggested_filename == f"events-part.{kind}"
    if kind == "json":
        made = json.loads(text)
        assert "CC0" in made["about"]["licence"]
        assert sorted(one["id"] for one in made["records"]) == sorted(shown)
        return
    top = [line for line in text.splitlines() if line.startswith("# ")]
    assert any(line.startswith("# cite: ") for line in top)
    rows = list(csv.DictReader(text.splitlines()[len(top):]))
    assert sorted(row["id"] for row in rows) == sorted(shown)
    assert all(row["chapter"] == "blockade" and row["kind"] == "court" for row in rows)


def test_a_record_opens_by_its_address_even_where_the_view_leaves_it_out(reader: Reader, built_site: Path) -> None:
    page = reader.page(width=1280)
    page.goto((built_site / TIMELINE).as_uri() + "?chapter=history#2022-12-12-road-closed")
    expect(page.locator('[data-nk-entry="2022-12-12-road-closed"]')).to_be_visible()
    expect(page.get_by_role("region", name="The event in full")).to_contain_text("Armenia")
    narrow = reader.page(width=390)
    narrow.goto((built_site / TIMELINE).as_uri() + "#2022-12-12-road-closed")
    expect(narrow.locator('[data-nk-entry="2022-12-12-road-closed"] details')).to_have_attribute("open", "")


def test_an_event_stands_in_full_beside_the_list_where_there_is_room(timeline: Page) -> None:
    summary = timeline.locator('[data-nk-entry="2022-12-12-road-closed"] summary')
    summary.focus()
    timeline.keyboard.press("Enter")
    panel = timeline.get_by_role("region", name="The event in full")
    expect(panel).to_be_focused()
    expect(panel).to_contain_text("Azerbaijan")
    expect(timeline.locator("[aria-current=true]")).to_have_count(1)


def test_without_scripts_the_list_is_whole_and_offers_nothing_dead(reader: Reader, built_site: Path) -> None:
    page = reader.page(script=False)
    page.goto((built_site / TIMELINE).as_uri())
    assert page.locator("[data-nk-entry]:visible").count() > 200
    expect(page.locator(".nk-filters")).to_be_hidden()
    expect(page.locator(".nk-axis__dates")).to_be_hidden()
    expect(page.get_by_role("button", name="Copy link to this view")).to_be_hidden()
    expect(page.get_by_role("link", name="CSV", exact=True)).to_be_visible()
    page.locator("summary", has_text="accounts").first.click()
    expect(page.locator(".nk-event__more[open] .nk-account").first).to_be_visible()


def test_dragging_over_the_bars_chooses_a_range_and_moves_it(timeline: Page) -> None:
    bars = timeline.locator(".nk-axis__brush")
    bars.scroll_into_view_if_needed()
    box = bars.bounding_box()
    assert box

    def drag(first: float, last: float) -> tuple[str, str]:
        timeline.mouse.move(box["x"] + first * box["width"], box["y"] + 4)
        timeline.mouse.down()
        timeline.mouse.move(box["x"] + last * box["width"], box["y"] + 4, steps=5)
        timeline.mouse.up()
        return (timeline.get_by_label("From", exact=True).input_value(),
                timeline.get_by_label("To", exact=True).input_value())

    first, last = drag(0.6, 0.7)
    assert "1988" < first < last
    shown, seen = numbers(timeline)
    assert 0 < shown == seen
    later, end = drag(0.65, 0.85)
    assert first < later < end > last
    assert int(later[:4]) - int(first[:4]) == int(end[:4]) - int(last[:4])
    assert drag(0.8, 1.2)[1] == ""


def test_an_event_beside_the_list_shuts_by_key_and_gives_the_focus_back(timeline: Page) -> None:
    summary = timeline.locator('[data-nk-entry="2022-12-12-road-closed"] summary')
    summary.focus()
    timeline.keyboard.press("Enter")
    panel = timeline.get_by_role("region", name="The event in full")
    expect(panel.locator("time")).to_contain_text("12 Dec 2022")
    timeline.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(summary).to_be_focused()
    expect(timeline.locator("[aria-current=true]")).to_have_count(0)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_list_has_the_room_that_the_filters_do_not_take(reader: Reader, built_site: Path, width: int) -> None:
    for script in (True, False):
        page = reader.page(width=width, script=script)
        page.goto((built_site / TIMELINE).as_uri() + "?chapter=blockade")
        shown = page.locator(".nk-explore__list").bounding_box()
        assert shown
        assert shown["width"] > (0.85 if width < 500 or not script else 0.6) * width
        if script and width < 500:
            expect(page.get_by_label("Court or council")).to_be_hidden()
            page.get_by_text("Narrow the list").click()
            expect(page.get_by_label("Court or council")).to_be_visible()


def test_an_address_is_copied_or_shown_to_copy(timeline: Page) -> None:
    timeline.get_by_label("The road closure").check()
    timeline.get_by_role("button", name="Copy link to this view").click()
    said = timeline.locator(".nk-explore__said, .nk-explore__address").first
    expect(said).to_be_visible()
