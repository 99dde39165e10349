"""The frame of a page: head and foot."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from macros.views import Page
from macros.views.section import foot, head, minutes, neighbours, place_in_chapter
from tests.views.plain import plain
from tests.views.tiny import Typed, source, tiny_page

OTHERS = ("blockade/index.md", "blockade/courts.md", "explore/places.md")
WORDS: Typed = {"id": "lachin-road", "title": "What happened", "chapter": "blockade", "we_write": "Closure.",
                "usages": [{"by": ["azerbaijan"], "says": "no closure", "quoted": False, "sources": ["b"]},
                           {"by": ["armenia"], "says": "blockade", "quoted": True, "sources": ["a"]}]}


def shown(page: Page) -> Markup:
    made = head(page)
    return made if isinstance(made, Markup) else made()


def test_home_has_no_frame() -> None:
    page = tiny_page("index.md", {"layout": "home"})
    assert head(page) == foot(page) == ""


def test_a_plain_page_has_its_title_alone() -> None:
    page = tiny_page("about/method.md", {"layout": "plain", "title": "Method & < order"})
    assert plain(shown(page)) == "Method & < order"
    assert "<dl" not in shown(page)


def test_head_counts_what_was_cited_after_it_was_called() -> None:
    page = tiny_page(source=[source("e", origin="court")])
    made = head(page)
    for one in ("a", "b", "e"):
        page.number(one)
    assert callable(made)
    text = plain(made())
    assert "Sources 3, two origins" in text
    assert "Period 12 Dec 2022 – 15 Jun 2023" in text
    assert "Reading time 2 min, 400 words" in text
    assert "Facts checked to 24 Nov 2026" in text


def test_head_without_sources_or_period_leaves_them_out() -> None:
    text = plain(shown(tiny_page(meta={"period": None})))
    assert "Sources" not in text
    assert "Period" not in text


def test_head_runs_in_order_and_numbers_sources_as_read() -> None:
    page = tiny_page(meta={"words": "lachin-road", "brief": ["It closed.[[source:c]]"], "content_note": "Deaths."},
                     wording=[WORDS])
    text = plain(shown(page))
    order = [text.index(part) for part in
             ("Chapter 3", "The road Period", "Content note.", "The words in dispute", "In brief")]
    assert order == sorted(order)
    assert list(page.cited) == ["a", "b", "c"], "Armenia before Azerbaijan, then the brief"


@pytest.mark.parametrize(("words", "expected"), [(0, "1"), (90, "1"), (1000, "5"), (1040, "5–6")])
def test_reading_time(words: int, expected: str) -> None:
    assert minutes(words) == expected


@pytest.mark.parametrize(("path", "expected"), [
    ("blockade/courts.md", "section 2 of 2"), ("blockade/index.md", "overview"), ("about/method.md", "")])
def test_place_in_chapter(path: str, expected: str) -> None:
    others = tuple({"blockade/index.md", "blockade/road.md", "blockade/courts.md"} - {path})
    assert place_in_chapter(tiny_page(path, others=others)) == expected


def test_neighbours_follow_reading_order() -> None:
    assert neighbours(tiny_page(others=OTHERS)) == ("blockade/index.md", "blockade/courts.md")
    assert neighbours(tiny_page("blockade/courts.md", others=("blockade/road.md",))) == ("blockade/road.md", None)
    assert neighbours(tiny_page("explore/places.md", others=OTHERS[:2])) == (None, None)


def test_foot_names_the_neighbours_with_their_minutes() -> None:
    text = plain(foot(tiny_page(others=OTHERS)))
    assert "Previous, 2 min Page blockade/index.md" in text
    assert "Next, 2 min Page blockade/courts.md" in text


def test_foot_without_a_repository_offers_no_report_and_no_edit() -> None:
    page = tiny_page()
    assert "Report an error" not in foot(page)
    page.site.repository = "https://example.org/o/r"
    made = foot(page)
    assert 'r/issues/new?template=1-correction.yml&amp;page=blockade%2Froad.md%2C+edition+2026.1"' in made
    assert 'href="https://example.org/o/r/edit/main/docs/blockade/road.md"' in made


def test_foot_lists_the_corrections_of_this_page_only() -> None:
    wrong = {"id": "one", "on": "2026-12-01", "page": "blockade/road.md", "was": "26 < June.", "now": "25.",
             "why": "A source.", "edition": "2026.1"}
    made = foot(tiny_page(correction=[wrong, {**wrong, "id": "two", "page": "blockade/courts.md", "was": "Else."}]))
    assert "1 correction since the first edition" in made
    assert "26 &lt; June." in made
    assert "Else." not in made
    assert "No corrections" not in made
    assert "No corrections to this page" in foot(tiny_page())
