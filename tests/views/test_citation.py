"""Source markers and the list of sources."""

from __future__ import annotations

import re

import pytest

from macros.faults import ViewFault
from macros.records import Source
from macros.views import Page, citation

from .tiny import source, tiny_page


def test_numbers_run_in_order_of_first_citation() -> None:
    page = tiny_page()
    assert 'href="#source-1"' in citation.cite(page, "c")
    group = citation.cite(page, "a", "c")
    assert re.findall(r'href="#source-(\d)"', group) == ["2", "1"]
    assert group.count("<sup") == 1
    assert "</a>, <a" in group


def test_a_marker_says_where_in_the_source() -> None:
    assert 'aria-label="Source 1, para. &lt;67&gt;"' in citation.cite(tiny_page(), "a", at="para. <67>")


@pytest.mark.parametrize(
    ("ids", "at", "words"),
    [((), None, "at least one source id"), (("a", "b"), "p. 3", "single source"), (("aa",), None, 'no source "aa"')],
)
def test_wrong_use_says_what_was_expected(ids: tuple[str, ...], at: str | None, words: str) -> None:
    with pytest.raises(ViewFault, match=words):
        citation.cite(tiny_page(), *ids, at=at)


def listed(page: Page) -> str:
    return citation.sources(page)()


def test_the_list_leads_back_to_every_marker() -> None:
    page = tiny_page()
    markers = citation.cite(page, "a") + citation.cite(page, "b", "a")
    made = listed(page)
    anchors = re.findall(r'id="(cite-[\d-]+)"', markers)
    assert anchors == ["cite-1-1", "cite-2-1", "cite-1-2"]
    assert sorted(re.findall(r'href="#(cite-[\d-]+)"', made)) == sorted(anchors)
    assert [made.index(f'<li id="source-{number}">') > 0 for number in (1, 2)] == [True, True]


def test_markers_in_a_fold_are_led_back_to_what_is_in_view() -> None:
    page = tiny_page()
    with page.folded("count-x"):
        markers = citation.cite(page, "a") + citation.cite(page, "a")
    after = citation.cite(page, "a")
    assert "id=" not in markers
    assert page.backs == {"a": ["count-x", "cite-1-2"]}
    assert 'id="cite-1-2"' in after


def test_a_title_is_set_in_its_language_and_a_description_in_brackets() -> None:
    page = tiny_page(source=[
        source("a", title="Ճանապարհ", language="hy"), source("b", description="Report on R&D <5"),
    ])
    citation.cite(page, "a", "b", "c")
    made = listed(page)
    assert '<cite lang="hy">Ճանապարհ</cite>' in made
    assert "[Report on R&amp;D &lt;5]</span>" in made
    assert "<cite>Title of c</cite>" in made


def test_a_source_says_who_when_and_how_it_was_seen() -> None:
    stored = {"on": "2026-11-03", "how": "stored copy", "address": "https://copies.example.org/a"}
    page = tiny_page(source=[
        source("a", author="N. Writer", via="an archive", number="General List No. 180", kind="court order",
               origin="court", checked=stored, caution="Read *twice*."),
        source("b", url=None, checked={"how": "not opened"}),
    ])
    citation.cite(page, "a", "b")
    made = " ".join(listed(page).split())
    assert "N. Writer, A paper, 5 Jan 2023, reproduced by an archive" in made
    assert "International courts; court order; General List No. 180." in made
    assert ">Original</a>, <a" in made
    assert 'href="https://copies.example.org/a" rel="noreferrer" aria-label="Stored copy, source 1">stored' in made
    assert "Read in a stored copy 3 Nov 2026." in made
    assert "Read <em>twice</em>." in made
    unseen = made[made.index('id="source-2"'):]
    assert "Not opened by us." in unseen
    assert "noreferrer" not in unseen


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, [("original", "https://example.org/s")]),
        ({"url": None, "checked": {"on": "2026", "how": "opened", "address": "https://mirror.org/s"}},
         [("copy we read", "https://mirror.org/s")]),
        ({"archive": "https://kept.org/s", "checked": {"on": "2026", "how": "stored copy", "address": "https://kept.org/s"}},
         [("original", "https://example.org/s"), ("stored copy", "https://kept.org/s")]),
        ({"url": None, "checked": {"how": "not opened"}}, []),
    ],
)
def test_links_name_what_they_lead_to_and_come_once(fields: dict[str, object], expected: list[tuple[str, str]]) -> None:
    assert citation.links(Source.model_validate(source("s", **fields))) == expected


def test_the_tally_counts_by_origin_in_a_fixed_order() -> None:
    page = tiny_page(source=[
        source("a", origin="media-azerbaijan"), source("b", origin="armenia-official"),
        source("c", origin="media-azerbaijan"),
    ])
    citation.cite(page, "a", "b", "c")
    assert citation.tally(page.library.source(one) for one in page.cited) == [
        ("Armenia, official", 1), ("Media, Azerbaijan", 2)]
    made = listed(page)
    assert "Where the 3 come from" in made
    assert re.findall(r'<rect width="(\d+)"', made) == ["32", "64"]
    assert re.findall(r"</svg> (\d+)</td>", made) == ["1", "2"]


def test_a_caution_may_cite_one_more_source() -> None:
    page = tiny_page(source=[source("a", caution="Answers [[source:b]].")])
    citation.cite(page, "a")
    made = listed(page)
    assert 'id="source-2"' in made
    assert "Where the 2 come from" in made


def test_a_page_without_sources_has_no_list() -> None:
    assert listed(tiny_page()) == ""


def test_lists_and_tallies_stay_out_of_search() -> None:
    page = tiny_page()
    citation.cite(page, "a")
    made = listed(page)
    assert re.search(r"<ol[^>]*data-search-exclude", made)
    assert re.search(r"<aside[^>]*data-search-exclude", made)


def test_a_long_list_folds_and_keeps_its_numbers() -> None:
    ids = [f"s{number}" for number in range(1, 12)]
    page = tiny_page(source=[source(one) for one in ids])
    citation.cite(page, *ids)
    made = listed(page)
    assert made.index("Show all 11") > made.index(f'id="source-{citation.SHOWN}"')
    assert made.index("Show all 11") < made.index(f'id="source-{citation.SHOWN + 1}"')
    assert f'<ol class="nk-sources" start="{citation.SHOWN + 1}">' in made
    assert len(re.findall(r'<li id="source-\d+">', made)) == 11


def test_a_list_that_barely_overruns_stays_open() -> None:
    ids = [f"s{number}" for number in range(1, citation.SHOWN + 3)]
    page = tiny_page(source=[source(one) for one in ids])
    citation.cite(page, *ids)
    assert "<details" not in listed(page)


def test_a_page_that_lays_people_bare_is_named_and_not_linked() -> None:
    checked = {"on": "2026-11", "how": "stored copy", "address": "https://copy.example/1"}
    page = tiny_page(source=[source("bare", url="https://paper.example/1", link=False, checked=checked)])
    citation.cite(page, "bare")
    assert "paper.example" not in listed(page)
    assert "copy.example" not in listed(page)


def test_the_tally_says_on_which_side_works_were_published() -> None:
    origins = {"a1": "media-armenia", "a2": "nk-authorities", "b1": "media-azerbaijan-independent", "c1": "court"}
    page = tiny_page(source=[source(one, origin=origin) for one, origin in origins.items()])
    citation.cite(page, *origins)
    assert "Published on the Armenian side: 2; on the Azerbaijani side: 1; elsewhere: 1." in listed(page)
