"""Every page as readers meet it: on any screen, by keyboard, without scripts, on paper, in forced colours."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Locator, Page

from tests.conftest import BELOW, Reader

pytestmark = pytest.mark.browser

WIDTHS = (320, 390, 768, 1280)
CHIPS = "article button[popovertarget]"
FOR_SCRIPTS = ("button, .nk-quiz__buttons, [data-nk-read], [data-nk-ticks], #__drawer, #__search, iframe, "
               ".nk-filters, .nk-axis__dates, .nk-atlas__hint, .nk-clock__panel, .nk-clock__new")
"""What is hidden because it does nothing without a script."""

FOR_PAPER = ".nk-name__scripts, .nk-count__box"
"""What only paper needs, since nothing can be opened there."""

CHOSEN = ".nk-plain, .nk-chart__table, .nk-atlas :is([data-now], [data-of], [data-order])"
NOT_AT_FIRST = f"{FOR_SCRIPTS}, {FOR_PAPER}, {CHOSEN}"
"""What shows when it is chosen by a radio button too: the plain version, the table of a chart, the states of the map.
test_levels.py, test_charts.py and test_atlas.py choose them without scripts."""

ON_PAPER = ("article [popover] :is(h2, h3, h4, h5, td, th)", "article details > :not(summary)",
            ".nk-positions article p", ".nk-account p", ".nk-sources li")
NOT_ON_PAPER = (".nk-hidden, .nk-quiz, .nk-action--cite, .nk-chart__more > details:last-of-type, .nk-filters, "
                ".nk-axis__dates, .nk-entry__uses")
"""Answers, since a class is to find them first; how to cite, since nobody copies from paper; what narrows a list; what
uses a source, which would double the list of sources."""

ANSWERS = ".nk-quiz details li"

OPEN_THE_REST = """() => document.querySelectorAll("article details").forEach((fold) => {
  if (fold.querySelector("summary").getClientRects().length) fold.open = true;
})"""

MOST_FOLDS = 40
"""So many folds of a page are opened by keyboard, evenly picked; a list of sources has a thousand of one kind."""

PICTURES = "article svg:not(svg svg)"
KINDS = """(pictures) => pictures.map((one) => {
  for (let around = one; around; around = around.parentElement) {
    if (getComputedStyle(around).clipPath !== "none") return ""; // for the ear
  }
  if (!one.checkVisibility() || !one.getBoundingClientRect().width) return ""; // no box: patterns that others use
  const kind = (each) => `${each.tagName}.${each.getAttribute("class") || ""}`;
  return [one.parentElement, one, ...one.querySelectorAll("*")].map(kind)
    .filter((each, at, all) => all.indexOf(each) === at).join(" ");
})"""
"""What a picture is made of, or nothing where the eye is not to see it. One picture of each kind is looked at."""

SCROLL_TO_AND_PAINT = """async (one) => {
  one.scrollIntoView({ block: "center" });
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
}"""
"""What is far down a long list is painted only when it comes into view."""

WITHOUT_BOX = """(elements, left) => elements
  .filter((one) => !one.closest(left) && ![...one.getClientRects()].some((box) => box.width && box.height))
  .map((one) => one.outerHTML.replace(/\\s+/g, " ").slice(0, 120))"""
"""Those of the elements that take no room on the page, but for what is `left` out."""

UNREADABLE = """(left) => {
  const runs = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  const lost = [];
  while (runs.nextNode()) {
    const run = runs.currentNode;
    const around = run.parentElement;
    if (!run.data.trim() || around.closest(`script, style, svg, details:not([open]), [popover], ${left}`)) continue;
    const range = document.createRange();
    range.selectNodeContents(run);
    if (!range.getClientRects().length) lost.push(`${around.outerHTML.slice(0, 60)} ${run.data.trim().slice(0, 60)}`);
  }
  return lost;
}"""
"""Runs of text that can neither be seen nor be unfolded."""

WIDEST = """(width) => [...document.querySelectorAll("body *")]
  .filter((one) => one.getBoundingClientRect().right > width + 1)
  .map((one) => `${one.tagName.toLowerCase()}.${one.className}`).slice(-3).join(", ")"""
"""What sticks out."""

COLOURS = """async (png) => {
  const picture = new Image();
  picture.src = "data:image/png;base64," + png;
  await picture.decode();
  const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
  canvas.drawImage(picture, 0, 0);
  return new Set(new Uint32Array(canvas.getImageData(0, 0, picture.width, picture.height).data.buffer)).size;
}"""
"""The number of colours in a screenshot."""


def none(problems: Sequence[str]) -> None:
    """Fails with every problem, one a line."""
    if problems:
        pytest.fail("\n".join(problems), pytrace=False)


def from_disk(site: Path, names: Sequence[str]) -> list[tuple[str, str]]:
    """Each page with its address on this disk."""
    return [(name, f"{site.as_uri()}/{name}") for name in names]


def test_every_page_opens_from_disk_and_fits_every_screen(
    reader: Reader, built_site: Path, page_names: Sequence[str]
) -> None:
    page = reader.page()
    wide = []
    for name, address in from_disk(built_site, page_names):
        page.goto(address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            needed = page.evaluate("document.documentElement.scrollWidth")
            if needed > width:
                wide.append(f"{name} needs {needed} of {width} pixels: {page.evaluate(WIDEST, width)}")
    none(wide)


def test_every_page_is_the_same_over_http_below_a_path(
    reader: Reader, served_site: str, page_names: Sequence[str]
) -> None:
    page = reader.page()
    for name in page_names:
        answer = page.goto(f"{served_site}{BELOW}/{name}")
        assert answer is not None
        assert answer.ok


def test_links_lead_from_page_to_page(reader: Reader, address: str) -> None:
    page = reader.page()
    page.goto(f"{address}/index.html")
    page.get_by_role("contentinfo").get_by_role("link", name="Method and naming").click()
    page.wait_for_url(f"{address}/about/method.html")
    page.get_by_role("banner").get_by_role("link").first.click()
    page.wait_for_url(f"{address}/index.html")


def test_a_missing_page_says_so_and_leads_home(reader: Reader, served_site: str) -> None:
    page = reader.page()
    answer = page.goto(f"{served_site}/no/such/page.html")
    assert answer is not None
    assert answer.status == 404
    assert [message for message in reader.heard if "404" not in message] == []
    reader.heard.clear()
    assert page.get_by_role("heading", level=1).is_visible()
    page.get_by_role("link").first.click()
    page.wait_for_url(f"{served_site}/index.html")


def test_the_page_for_what_is_missing_leads_home_from_disk(reader: Reader, built_site: Path) -> None:
    page = reader.page()
    page.goto(f"{built_site.as_uri()}/404.html")
    page.get_by_role("link", name="beside this file").click()
    page.wait_for_url(f"{built_site.as_uri()}/index.html")


def card_of(page: Page, chip: Locator) -> Locator:
    return page.locator(f"[id='{chip.get_attribute('popovertarget')}']")


@pytest.mark.parametrize(("width", "script"), [(390, True), (1280, False)], ids=["phone", "desk without scripts"])
def test_every_card_opens_and_closes_by_keyboard(
    reader: Reader, built_site: Path, page_names: Sequence[str], width: int, script: bool
) -> None:
    page = reader.page(script=script, width=width)
    tried = 0
    for name, address in from_disk(built_site, page_names):
        page.goto(address)
        for chip in page.locator(CHIPS).all():
            card = card_of(page, chip)
            heading = card.get_by_role("heading").first
            assert not card.is_visible(), name
            chip.evaluate("chip => { chip.scrollIntoView({ block: 'center' }); chip.focus(); }")
            page.keyboard.press("Enter")
            assert card.is_visible(), f"{name}: {chip.inner_text()}"
            box = card.bounding_box()
            assert box is not None
            assert 0 <= box["x"] <= width - box["width"], f"{name}: {chip.inner_text()}: {box}"
            assert 0 <= box["y"] < 900, f"{name}: {chip.inner_text()}: {box}"
            assert f'heading "{heading.inner_text().strip()}"' in card.aria_snapshot(), f"{name}: {chip.inner_text()}"
            page.keyboard.press("Escape")
            assert not card.is_visible(), f"{name}: {chip.inner_text()}"
            assert chip.evaluate("chip => chip === document.activeElement"), f"{name}: {chip.inner_text()}"
            tried += 1
    assert tried


def test_a_card_is_reached_and_left_with_the_tab_key(
    reader: Reader, built_site: Path, page_names: Sequence[str]
) -> None:
    page = reader.page()
    with_cards = 0
    for name, address in from_disk(built_site, page_names):
        page.goto(address)
        if not page.locator(CHIPS).count():
            continue
        with_cards += 1
        page.keyboard.press("Tab")
        assert page.locator(".nk-skip").evaluate("link => link === document.activeElement"), name
        page.keyboard.press("Enter")
        for _ in range(300):
            page.keyboard.press("Tab")
            if page.evaluate("chips => document.activeElement.matches(chips)", CHIPS):
                break
        page.keyboard.press("Enter")
        assert page.locator("[popover]:popover-open").count() == 1, name
        page.keyboard.press("Tab")
        assert page.evaluate("!!document.activeElement.closest('[popover]:popover-open')"), name
        for _ in range(100):
            page.keyboard.press("Tab")
            if not page.evaluate("!!document.activeElement.closest('[popover], [popovertarget]')"):
                break
        assert page.locator(".nk-card:popover-open").count() == 0, f"{name}: the card covers what has the focus"
    assert with_cards


def test_every_word_is_there_without_scripts(reader: Reader, built_site: Path, page_names: Sequence[str]) -> None:
    page = reader.page(script=False)
    lost = []
    for name, address in from_disk(built_site, page_names):
        page.goto(address)
        lost += [f"{name}: {one}" for one in page.evaluate(UNREADABLE, NOT_AT_FIRST)]
        folds = page.locator("article details").all()
        for fold in folds[:: -(-len(folds) // MOST_FOLDS) or 1]:
            summary = fold.locator("> summary")
            if fold.get_attribute("open") is None and summary.is_visible():
                summary.press("Enter")
                lost += [f"{name}: {summary.inner_text()}"] * (fold.get_attribute("open") is None)
        page.evaluate(OPEN_THE_REST)
        lost += [f"{name}, unfolded: {one}" for one in page.evaluate(UNREADABLE, NOT_AT_FIRST)]
    none(lost)


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without"])
def test_paper_shows_every_card_fold_and_position_and_no_answer(
    reader: Reader, built_site: Path, page_names: Sequence[str], script: bool
) -> None:
    page = reader.page(paper=True, script=script, width=680)
    found = dict.fromkeys((*ON_PAPER, ANSWERS), 0)
    lost = []
    for name, address in from_disk(built_site, page_names):
        page.goto(address)
        for what in found:
            found[what] += page.locator(what).count()
        for what in ON_PAPER:
            without = page.locator(what).evaluate_all(WITHOUT_BOX, NOT_ON_PAPER)
            lost += [f"{name}: {one}" for one in without]
        given = page.locator(ANSWERS).evaluate_all("answers => answers.filter((one) => one.getClientRects().length)")
        lost += [f"{name}: gives an answer away"] * len(given)
    assert all(found.values()), found
    none(lost)


@pytest.mark.parametrize("colours", ["light", "dark", "forced"])
def test_pictures_show_their_marks(
    reader: Reader, built_site: Path, page_names: Sequence[str], colours: Literal["light", "dark", "forced"]
) -> None:
    page = reader.page(colours=colours)
    seen: set[str] = set()
    empty = []
    for name, address in from_disk(built_site, page_names):
        page.goto(address)
        kinds = page.locator(PICTURES).evaluate_all(KINDS)
        for picture, kind in zip(page.locator(PICTURES).all(), kinds, strict=True):
            if kind and kind not in seen:
                seen.add(kind)
                picture.evaluate(SCROLL_TO_AND_PAINT)
                png = base64.b64encode(picture.screenshot()).decode()
                empty += [f"{name}: {kind}"] * (page.evaluate(COLOURS, png) < 2)
    assert seen
    none(empty)
