"""Addresses for reports, and the list of all sources."""

from __future__ import annotations

import pytest

from macros.faults import ViewFault
from macros.views.provenance import edit_address, report_address, source_index
from tests.views.tiny import event, place, source, tiny_page


def test_addresses_need_a_repository() -> None:
    page = tiny_page()
    assert report_address(page) == edit_address(page) == ""
    page.site.repository = "https://example.org/o/r/"
    assert edit_address(page) == "https://example.org/o/r/edit/main/docs/blockade/road.md"


def test_sources_stand_under_their_origin_in_alphabetical_order() -> None:
    page = tiny_page("explore/sources.md", source=[
        source("zeta", origin="court", title="An order", language="fr"),
        source("eta", description="A report < seen", origin="court",
               checked={"how": "not opened"}, caution="Read *second hand*."),
        source("theta", title="A book", origin="academic")])
    made = source_index(page, "others")
    text = made.striptags()
    assert text.index("Academic 1 works") < text.index("A book") < text.index("International courts 2 works")
    assert text.index("International courts 2 works") < text.index("[A report < seen]") < text.index("An order")
    assert "Title of a" not in text
    assert "Media, other countries 4 works" in source_index(page, "world-media").striptags()
    assert '<h3 data-search-exclude id="zeta" lang="fr">' in made
    assert "Not opened by us" in text
    assert "<em>second hand</em>" in made


def test_the_index_of_sources_cites_none() -> None:
    page = tiny_page("explore/sources.md")
    source_index(page, "world-media")
    assert not page.used
    assert not page.cited


def test_the_index_says_what_uses_a_source() -> None:
    page = tiny_page("explore/sources.md", {"layout": "explore"}, others=("explore/places.md", "explore/timeline.md"),
                     place=[place("shusha", "Shushi", "Shusha")], event=[event("2022-12-12-noon", "2022-12-12")])
    cites = page.site.pages["explore/timeline.md"]
    page.site.pages["explore/timeline.md"] = type(cites)(cites.path, cites.meta, '{{ cite("source-of-a-page") }}', 5)
    made = source_index(page, "world-media")
    assert '<a href="places.html#shusha">Shusha/Shushi</a>' in made
    assert '<a href="timeline.html#2022-12-12-noon">Label 2022-12-12-noon</a>' in made
    assert "Used 2 times" in made


def test_there_are_three_lists_of_sources() -> None:
    with pytest.raises(ViewFault, match='lists media, others, world-media; "press" is none'):
        source_index(tiny_page("explore/sources.md"), "press")  # type: ignore[arg-type]
