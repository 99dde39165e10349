"""The start page's lists on tiny data."""

from __future__ import annotations

from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.faults import ViewFault
from macros.views import Page, home
from tests.views.tiny import place, tiny_page

WAR = {"id": "war", "number": 2, "title": "War & talks", "question": "What ended it & why?", "summary": "A war.",
       "period": "2020-09-27/2020-11-10"}


def start_page(*others: str, **records: list[dict[str, Any]]) -> Page:
    return tiny_page("index.md", {"layout": "home", "period": None}, others, **records)


def texts(html: str, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in LexborHTMLParser(html).css(selector)]


def test_chapters_stand_in_their_order_and_only_those_with_pages_are_links() -> None:
    shown = home.chapters(start_page("blockade/index.md", "blockade/road.md", chapter=[WAR]))
    assert texts(shown, "h3") == ["War & talks", "The road closure"]
    links = LexborHTMLParser(shown).css("a")
    assert [link.attributes["href"] for link in links] == ["blockade/index.html"]
    assert texts(shown, ".nk-chapters__length") == [
        "27 Sep – 10 Nov 2020 In preparation", "12 Dec 2022 – 18 Sep 2023 1 section, 4 min"]


def test_chapter_texts_are_escaped() -> None:
    assert "What ended it &amp; why?" in home.chapters(start_page(chapter=[WAR]))


def test_bars_lie_on_one_scale_in_the_order_of_time() -> None:
    bars = LexborHTMLParser(home.chapters(start_page(chapter=[WAR]))).css("rect.nk-bar")
    starts = [float(str(bar.attributes["x"]).rstrip("%")) for bar in bars]
    ends = [start + float(str(bar.attributes["width"]).rstrip("%")) for start, bar in zip(starts, bars, strict=True)]
    assert 0 < starts[0] < ends[0] < starts[1] < ends[1] < 100


def test_start_leads_to_the_first_chapter_that_can_be_read() -> None:
    shown = home.start_here(
        start_page("blockade/road.md", "whole-story.md", "about/method.md", chapter=[WAR]))
    assert texts(shown, "a") == ["Start with chapter 3", "The whole story in ten minutes", "How this was checked"]
    assert 'href="blockade/road.html"' in shown


def test_start_without_chapters_and_method_has_no_dead_link() -> None:
    assert texts(home.start_here(start_page()), "a") == []


def test_look_up_offers_only_pages_that_exist_in_the_order_of_the_grid() -> None:
    shown = home.look_up(start_page("explore/sources.md", "explore/places.md"))
    assert texts(shown, "h3") == ["Places", "Sources"]


def test_forms_of_a_name_carry_their_language_and_the_rule_of_order() -> None:
    town = place("town", "Arm", "Azer", daily_use=[{"period": "1923/2023-09-30", "first": "hy"},
                                                   {"period": "2023-10-01/..", "first": "az"}])
    town["names"] += [{"lang": "hy", "text": "Արմ"}, {"lang": "az", "text": "Əzer"}]
    page = start_page(place=[town])
    shown = LexborHTMLParser(home.all_forms(page, "town"))
    assert [(one.attributes["lang"], one.text()) for one in shown.css("dd")] == [
        ("hy", "Արմ"), ("az", "Əzer"), ("en", "Azer / Arm")]
    assert "daily official use" in shown.css("dt")[2].text()
    assert "daily official use" not in shown.css("dt")[0].text()
    assert page.used == {"place:town"}


def test_a_name_in_one_language_only_is_refused() -> None:
    with pytest.raises(ViewFault, match="one language only"):
        home.all_forms(start_page(place=[place("town", "Arm", "Azer")]), "town")


def test_ways_on_link_to_what_exists() -> None:
    assert texts(home.ways_on(start_page()), "a") == []
    shown = home.ways_on(start_page("teach/index.md", "about/corrections.md"))
    assert [link.attributes["href"] for link in LexborHTMLParser(shown).css("a")] == [
        "teach/index.html", "about/corrections.html#report-an-error"]
