"""Charts in a browser: words on no words, the table within reach without a script, nothing shut to readers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Reader
from tests.tools import require_tool

pytestmark = pytest.mark.browser

CHARTS = "explore/series.html"
"""The page that shows every chart of the site."""

CLASHES = """() => [...document.querySelectorAll(".nk-chart")].flatMap((chart) => {
  const boxes = [...chart.querySelectorAll("svg text")].map((text) => [text.textContent, text.getBoundingClientRect()]);
  const clash = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 2 && b.top < a.bottom - 2;
  const found = boxes.flatMap(([words, box], index) => boxes.slice(index + 1)
    .filter(([, other]) => clash(box, other)).map(([others]) => `${chart.id}: "${words}" on "${others}"`));
  const out = boxes.filter(([, box]) => box.width && (box.left < 0 || box.right > document.documentElement.clientWidth))
    .map(([words]) => `${chart.id}: "${words}" outside the window`);
  const small = [...chart.querySelectorAll("svg text")]
    .filter((text) => parseFloat(getComputedStyle(text).fontSize) < 12.5)
    .map((text) => `${chart.id}: "${text.textContent}" is small`);
  return [...found, ...out, ...small];
})"""

AXE = """async () => (await axe.run(".nk-chart", { resultTypes: ["violations"] })).violations.flatMap((rule) =>
  rule.nodes.map((node) => `${rule.id} at ${node.target.join(" ")}`))"""


@pytest.mark.parametrize("width", [390, 1280])
def test_words_in_a_chart_lie_on_no_others(reader: Reader, built_site: Path, width: int) -> None:
    page = reader.page(width=width)
    page.goto((built_site / CHARTS).as_uri())
    assert page.locator(".nk-chart").count() > 20
    assert page.evaluate(CLASHES) == []


def test_a_radio_shows_the_table_without_any_script(reader: Reader, built_site: Path) -> None:
    page = reader.page(script=False)
    page.goto((built_site / CHARTS).as_uri())
    chart = page.locator(".nk-chart").first
    assert chart.locator("[role=img]").is_visible()
    assert not chart.locator("table").is_visible()
    chart.get_by_label("Table", exact=True).check()
    assert chart.locator("table").is_visible()
    assert not chart.locator("[role=img]").is_visible()


def test_paper_has_picture_and_table(reader: Reader, built_site: Path) -> None:
    page = reader.page(paper=True)
    page.goto((built_site / CHARTS).as_uri())
    chart = page.locator(".nk-chart").first
    assert chart.locator("[role=img]").is_visible()
    assert chart.locator("table").is_visible()
    assert not chart.locator(".nk-chart__switch").is_visible()


def test_charts_shut_no_reader_out(reader: Reader, served_site: str) -> None:
    page = reader.page(width=390)
    page.goto(f"{served_site}/{CHARTS}")
    page.evaluate(require_tool("axe-core").read_text(encoding="utf-8"))
    assert page.evaluate(AXE) == []
    page.evaluate("document.querySelectorAll('.nk-chart input[value=table]').forEach((one) => one.click())")
    assert page.evaluate(AXE) == []
