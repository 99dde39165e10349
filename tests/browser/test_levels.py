"""Two levels of a section: as written, and in plain words, switched without a script."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Reader

SECTION = "blockade/what-ran-short.html"
HEADING, PLAIN, QUESTIONS = "#gas-power-and-water", ".nk-plain", "#check-yourself"


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def section(request: pytest.FixtureRequest, reader: Reader, built_site: Path) -> Page:
    page = reader.page(script=request.param)
    page.goto((built_site / SECTION).as_uri())
    return page


def test_one_level_shows_at_a_time_and_the_questions_with_both(section: Page) -> None:
    for level, shown, hidden in (("plain", PLAIN, HEADING), ("standard", HEADING, PLAIN)):
        section.check(f"#level-{level}")
        expect(section.locator(shown)).to_be_visible()
        expect(section.locator(hidden)).to_be_hidden()
        expect(section.locator(QUESTIONS)).to_be_visible()


def test_what_the_records_draw_stands_in_both_levels(section: Page) -> None:
    charts = section.locator("#content > figure")
    before = charts.count()
    section.check("#level-plain")
    assert before > 0
    assert [one for one in charts.all() if not one.is_visible()] == []


def test_an_address_leads_into_the_plain_version(section: Page) -> None:
    section.locator(".nk-facts a[href='#plain']").click()
    expect(section.locator(PLAIN)).to_be_visible()


def test_the_choice_stays_and_gives_way_to_an_address(reader: Reader, built_site: Path) -> None:
    address = (built_site / SECTION).as_uri()
    page = reader.page()
    page.goto(address)
    page.check("#level-plain")
    page.reload()
    expect(page.locator(PLAIN)).to_be_visible()
    page.locator(f".nk-side a[href$='{HEADING}']").click()
    expect(page.locator(HEADING)).to_be_visible()
    expect(page.locator(PLAIN)).to_be_hidden()


def test_without_its_looks_the_page_has_both_in_order(section: Page) -> None:
    section.evaluate("document.querySelectorAll('link[rel=stylesheet]').forEach((one) => one.remove())")
    order = [section.locator(one).bounding_box() for one in (PLAIN, HEADING, QUESTIONS)]
    tops = [box["y"] for box in order if box]
    assert len(tops) == len(order)
    assert tops == sorted(tops)
