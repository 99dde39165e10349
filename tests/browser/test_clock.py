"""The evidence clock in a real browser: by keyboard alone, without script, on paper, and what the address keeps."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.conftest import Reader
from tests.tools import require_tool

pytestmark = pytest.mark.browser

CLOCK = "explore/evidence-clock.html"
AXE = """async () => (await axe.run({ resultTypes: ["violations"] })).violations.map((rule) => rule.id)"""


@pytest.fixture
def page(reader: Reader, built_site: Path) -> Page:
    page = reader.page()
    page.goto((built_site / CLOCK).as_uri())
    return page


def clock(page: Page, wanted: str = "blockade") -> Locator:
    return page.locator(f'[data-nk-clock="{wanted}"]')


def numbers(page: Page) -> tuple[int, int, int, int]:
    """What the clock says: things public, new ones, claims, corrected ones."""
    said = clock(page).locator("output").inner_text().partition(": ")[2]
    public, new, claims, corrected = (int(number) for number in re.findall(r"\d+", said))
    return public, new, claims, corrected


def rows(page: Page) -> int:
    return clock(page).locator("tbody tr:visible").count()


def test_by_keyboard_alone(page: Page) -> None:
    slider = clock(page).get_by_role("slider")
    slider.focus()
    public, new, _, _ = numbers(page)
    assert public == new == rows(page) > 0
    page.keyboard.press("ArrowRight")
    more, fresh, claims, _ = numbers(page)
    assert more == public + fresh == rows(page)
    assert 0 < claims < more
    assert clock(page).get_by_text("New", exact=True).and_(page.locator(":visible")).count() == fresh
    expect(slider).to_have_attribute("aria-valuetext", re.compile(r"^22 December 2022: \w"))
    page.keyboard.press("End")
    assert rows(page) == clock(page).locator("tbody tr").count() == numbers(page)[0]
    page.keyboard.press("Tab")
    expect(clock(page).get_by_role("button", name="Later")).to_be_focused()
    page.keyboard.press("Enter")  # there is no later stop
    assert rows(page) == clock(page).locator("tbody tr").count()
    clock(page).get_by_role("button", name="Earlier").focus()
    page.keyboard.press("Enter")
    assert "at=2023-09-12" in page.url
    clock(page).get_by_role("button", name="Go to what is new").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#blockade-2023-09-12")).to_be_focused()


def test_what_became_of_it_shows_only_once_its_day_has_passed(page: Page) -> None:
    gas = clock(page).locator("tbody tr").first.locator(".nk-clock__later")
    expect(gas).to_be_hidden()
    clock(page).get_by_label("Show what became of it").check()
    expect(gas).to_be_visible()
    clock(page).get_by_label("Show what became of it").uncheck()
    expect(gas).to_be_hidden()
    clock(page).get_by_role("slider").fill("2")
    expect(gas).to_be_visible()
    early = clock(page).locator("tbody tr[data-later]:visible").evaluate_all(
        """all => all.filter((row) => row.dataset.later > "2023-02-22"
             && row.querySelector(".nk-clock__later").getClientRects().length).length""")
    assert early == 0


def test_the_address_keeps_the_stop_and_leads_to_it(page: Page, built_site: Path) -> None:
    page.goto("about:blank")
    page.goto((built_site / CLOCK).as_uri() + "#clock=september-2023&at=2023-09-20")
    expect(clock(page, "september-2023").locator("output")).to_contain_text("20 September 2023")
    expect(clock(page, "september-2023").get_by_role("heading", level=2)).to_be_in_viewport()
    expect(clock(page).locator("output")).to_contain_text("13 December 2022")
    clock(page, "september-2023").get_by_role("button", name="Later").click()
    assert page.url.endswith("#clock=september-2023&at=2023-09-24")
    page.reload()
    expect(clock(page, "september-2023").locator("output")).to_contain_text("24 September 2023")
    page.goto((built_site / CLOCK).as_uri() + "#blockade-2023-08-16")
    expect(clock(page).locator("output")).to_contain_text("16 August 2023")


def test_speaker_and_standing_narrow_the_list(page: Page) -> None:
    clock(page).get_by_role("slider").fill("8")
    whole = numbers(page)[0]
    clock(page).get_by_label("Speaker").select_option("azerbaijan")
    some = numbers(page)[0]
    assert 0 < some == rows(page) < whole
    assert "of what you chose" in clock(page).locator("output").inner_text()
    clock(page).get_by_label("Speaker").select_option("")
    clock(page).get_by_label("Standing").select_option("order")
    assert 0 < numbers(page)[0] == rows(page) < whole


def test_the_note_stays_in_the_page(page: Page) -> None:
    note = clock(page).get_by_role("textbox")
    note.fill("By this day only the two sides had spoken.")
    clock(page).get_by_role("button", name="Later").click()
    expect(note).to_have_value("By this day only the two sides had spoken.")
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    expect(clock(page).get_by_text("Nothing is sent or stored.")).to_be_visible()
    page.emulate_media(media="print")
    expect(note).to_be_visible()
    expect(clock(page, "september-2023").get_by_role("textbox")).to_be_hidden()
    expect(clock(page).get_by_role("slider")).to_be_hidden()
    assert clock(page).locator("tbody tr:visible").count() == clock(page).locator("tbody tr").count()
    assert clock(page).locator(".nk-clock__later:visible").count() == clock(page).locator(".nk-clock__later").count()


def test_without_script_it_is_a_table_by_date(reader: Reader, built_site: Path) -> None:
    page = reader.page(script=False, width=390)
    page.goto((built_site / CLOCK).as_uri())
    expect(page.get_by_role("slider")).to_have_count(0)
    assert rows(page) == clock(page).locator("tbody tr").count() > 20
    dates = clock(page).locator("tbody th time").evaluate_all("all => all.map((one) => one.dateTime)")
    assert dates == sorted(dates)
    assert clock(page).locator(".nk-clock__who:visible").count() == 9
    assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize(("width", "colours"), [(1280, "light"), (390, "dark"), (320, "forced")])
def test_nobody_is_shut_out(reader: Reader, served_site: str, width: int, colours: str) -> None:
    page = reader.page(width=width, colours=colours)  # type: ignore[arg-type]
    page.goto(f"{served_site}/{CLOCK}")
    page.evaluate(require_tool("axe-core").read_text(encoding="utf-8"))
    for stop in ("0", "4", "8"):
        clock(page).get_by_role("slider").fill(stop)
        assert page.evaluate(AXE) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
