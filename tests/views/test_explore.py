"""What the pages that list records share."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from macros.records import CitationFields, Event, Source
from macros.views import explore
from tests.views.tiny import LISTS, event, source, tiny_page


def test_a_facet_counts_entries_and_leaves_out_what_does_not_occur() -> None:
    made = explore.facet("kind", "Kind", {"x": "Ex", "y": "Why", "z": "Zed"}, [["z", "x"], ["z", "z"], []])
    assert [(one.value, one.label, one.number) for one in made.options] == [("x", "Ex", 1), ("z", "Zed", 2)]


@pytest.mark.parametrize(("origin", "side"), [
    ("armenia-official", "armenia"), ("media-armenian-diaspora", "armenia"), ("nk-authorities", "nk"),
    ("media-azerbaijan-independent", "azerbaijan"), ("court", "third")])
def test_where_a_work_was_published(origin: str, side: str) -> None:
    assert explore.published(Source.model_validate(source("s", origin=origin))) == side


def test_the_frame_offers_files_and_filters() -> None:
    page = tiny_page("explore/timeline.md", {"layout": "explore"})
    facet = explore.facet("kind", "Kind < of it", {"x": "Ex & why"}, [["x"]], every=True, fold=True)
    made = explore.listing(page, explore.Listing("events", "events", 1, [facet]), Markup("<p>entry</p>"))
    assert 'href="../data/events.csv" download data-nk-save="csv"' in made
    assert 'data-nk-table="../data/events.js"' in made
    assert '<fieldset data-nk-facet="kind" data-nk-every>' in made
    assert "Kind &lt; of it" in made
    assert "Ex &amp; why</span> <small>1</small>" in made
    assert '<form class="nk-filters" data-search-exclude hidden>' in made, "filters need the script"
    assert "<p>entry</p>" in made


def test_a_list_without_filters_has_no_form() -> None:
    page = tiny_page("explore/timeline.md", {"layout": "explore"})
    assert "<form" not in explore.listing(page, explore.Listing("x", "xs", 0, words=False), Markup(""))


def test_citations_in_lists_name_their_sources() -> None:
    page = tiny_page("explore/timeline.md", {"layout": "explore"}, others=LISTS,
                     source=[source("unread", publisher="Paper < one", checked={"how": "not opened"})])
    made = page.cite([CitationFields(source="unread", at="p. 3"), CitationFields(source="a")])
    assert made.striptags() == "[Paper < one, 5 Jan 2023, p. 3 (not opened); A paper, 5 Jan 2023]"
    assert 'href="sources-world-media.html#unread"' in made
    assert page.used == {"source:unread", "source:a"}
    assert not page.cited


def test_an_entry_carries_its_values_and_its_own_address() -> None:
    page = tiny_page("explore/figures.md", {"layout": "explore"})
    made = explore.entry(page, "dead", "box-dead", Markup("<b>x</b>"), kind=["x", "y"])
    assert '<div class="nk-listed" data-nk-entry="dead" data-kind="x y">' in made
    assert '<a class="nk-self" href="#box-dead">Link to this record</a>' in made


def test_uses_name_the_records_whose_lists_exist() -> None:
    page = tiny_page("explore/sources.md", others=("explore/timeline.md",), event=[event("2022-first", "2022")])
    assert explore.uses(page) == {"a": [("Label 2022-first", "timeline.html#2022-first")]}
    assert explore.words_for(page, page.library.get(Event, "2022-first")) == "Label 2022-first"
