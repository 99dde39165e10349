"""Maps as a browser draws them: no words cover each other, a dot or the edge, at any width, in any colours."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import pytest

from macros.library import Library, read
from macros.records import Map
from tests.conftest import Reader
from tests.tools import ROOT

pytestmark = pytest.mark.browser

MAPS = ".nk-map__body > svg"
SLACK = 1.0
"""Units by which boxes may touch: the box of a word has room above and below its letters."""

WORDS = """(drawings) => drawings.map((drawing) => {
  const box = (one) => { const at = one.getBBox(); return [at.x, at.y, at.x + at.width, at.y + at.height]; };
  const seen = (what) => [...drawing.querySelectorAll(what)].filter((one) => one.getClientRects().length);
  const sheet = drawing.viewBox.baseVal;
  return {
    name: drawing.closest("figure").id,
    sheet: [0, 0, sheet.width, sheet.height],
    scale: drawing.getBoundingClientRect().width / sheet.width,
    words: seen("text").map((one) => (
      {text: one.textContent, box: box(one), size: parseFloat(getComputedStyle(one).fontSize)})),
    dots: seen(".nk-map__spots > *").map((one) => ({text: "a dot", box: box(one)})),
  };
})"""
"""All words and dots in view of every map, with their boxes in units of the drawing."""


def overlap(one: list[float], other: list[float]) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > SLACK and down > SLACK


def outside(box: list[float], sheet: list[float]) -> bool:
    return box[0] < 0 or box[1] < 0 or box[2] > sheet[2] or box[3] > sheet[3]


def troubles(drawing: dict[str, Any]) -> list[str]:
    """What is wrong with the words of a drawing."""
    name, words = drawing["name"], drawing["words"]
    found = [f"{name}: {one['text']} is cut off" for one in words if outside(one["box"], drawing["sheet"])]
    found += [f"{name}: {one['text']} is {one['size'] * drawing['scale']:.1f} px tall"
              for one in words if one["size"] * drawing["scale"] < 12.5]
    for at, one in enumerate(words):
        found += [f"{name}: {one['text']} covers {other['text']}"
                  for other in (*words[at + 1:], *drawing["dots"]) if overlap(one["box"], other["box"])]
    return found


@pytest.fixture(scope="module")
def library() -> Library:
    return read(ROOT / "data")[0]


@pytest.mark.parametrize("width", [390, 680, 1280])
def test_words_of_every_map_stand_free(
    reader: Reader, built_site: Path, page_names: list[str], library: Library, width: int
) -> None:
    page = reader.page(width=width)
    found, seen = [], set()
    for name in page_names:
        if "nk-map__body" not in (built_site / name).read_text(encoding="utf-8"):
            continue
        page.goto((built_site / name).as_uri())
        for drawing in page.locator("figure").locator(MAPS).evaluate_all(WORDS):
            seen.add(drawing["name"])
            assert len(drawing["dots"]) >= 2, drawing["name"]
            found += troubles(drawing)
    assert seen >= {f"map-{one.id}" for one in library.all(Map)}
    assert found == []


@pytest.mark.parametrize("colours", ["light", "dark", "forced"])
def test_patterns_of_holders_differ(
    reader: Reader, built_site: Path, colours: Literal["light", "dark", "forced"]
) -> None:
    """Each swatch of the key is drawn, in two colours at least, and no two look alike."""
    page = reader.page(colours=colours)
    page.goto((built_site / "history/first-war.html").as_uri())
    swatches = page.locator(".nk-map__legend .nk-map__swatch:has(rect)")
    drawn = [swatch.screenshot() for swatch in swatches.all()]
    assert len(drawn) == 2
    assert drawn[0] != drawn[1]


def test_paper_shows_the_list_the_sources_and_the_limits(reader: Reader, built_site: Path) -> None:
    page = reader.page(paper=True, width=680)
    page.goto((built_site / "blockade/how-the-road-closed.html").as_uri())
    figure = page.locator("figure.nk-map")
    for words in ("Who held what", "within about", "is disputed"):
        assert figure.get_by_text(words).first.is_visible(), words
    drawing = figure.locator(MAPS).bounding_box()
    whole = figure.bounding_box()
    assert drawing
    assert whole
    assert drawing["width"] > 0.9 * min(whole["width"], 604)
