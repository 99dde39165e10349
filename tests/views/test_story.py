"""The whole story, drawn from the plain versions of the overviews."""

from __future__ import annotations

from macros.pages import Meta, PageSource
from macros.views.story import whole_story
from tests.views.plain import plain
from tests.views.tiny import place, tiny_page

OTHERS = ("blockade/index.md", "blockade/road.md", "blockade/courts.md")


def test_each_chapter_is_told_in_its_plain_words_with_the_way_to_its_sections() -> None:
    page = tiny_page("whole-story.md", others=OTHERS)
    page.site.pages["blockade/index.md"].meta.plain.append("The road closed.[[source:c]]")
    made = whole_story(page)
    assert "The road closed.1 More in Page" in plain(made)
    assert 'href="blockade/road.html"' in made
    assert page.cited == {"c": 1}


def test_a_chapter_without_a_plain_version_waits_for_it() -> None:
    assert whole_story(tiny_page("whole-story.md", others=OTHERS)) == ""


def test_names_stand_in_the_order_of_the_time_that_each_chapter_tells() -> None:
    town = place("stepanakert", "Stepanakert", "Khankendi", daily_use=[
        {"period": "1923/2023-09-30", "first": "hy"}, {"period": "2023-10-01/..", "first": "az"}])
    page = tiny_page("whole-story.md", {"period": None}, others=(*OTHERS, "explore/places.md"), place=[town])
    told = {"title": "Overview", "period": "2022-12-12", "plain": ["In [[place:stepanakert]].[[source:c]]"]}
    page.site.pages["blockade/index.md"] = PageSource("blockade/index.md", Meta.model_validate(told), "", 1)
    assert "In Stepanakert/Khankendi" in plain(whole_story(page))
