"""The whole story, drawn from the plain versions of the overviews."""

from __future__ import annotations

from macros.views.story import whole_story
from tests.views.plain import plain
from tests.views.tiny import tiny_page

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
