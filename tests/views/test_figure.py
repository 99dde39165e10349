"""Chips, cards and open boxes of rival counts."""

from __future__ import annotations

import re

import pytest

from macros.faults import ViewFault
from macros.records import Figure
from macros.views import Page, figure

from .tiny import count, tiny_page
from .tiny import figure as typed


def many(**fields: object) -> Page:
    """A page that knows a figure of three counts and one of a single count."""
    return tiny_page(others=("blockade/courts.md",), figure=[
        typed("people", count("register", 120000, "nk-authorities", qualifier="about", sources=["a", "b"]),
              count("claim", 25000, "azerbaijan", qualifier="at most", method="claim", what="residents <5 & up"),
              count("arrivals", 100632, "armenia", method="counted", caution="See *this* [[source:c]]."), **fields),
        typed("lorries", count("all", 23, "azerbaijan", method="counted")),
    ])


def test_a_chip_names_its_count_and_how_many_rivals_it_has() -> None:
    chip = figure.figure(many(), "people", "register")
    assert 'popovertarget="figure-people"' in chip
    assert 'aria-label="about 120,000, three counts"' in chip
    assert ">about 120,000<svg" in chip
    assert figure.figure(many(), "lorries", "all").count("23, one count") == 1


def test_a_card_lists_every_count_by_speaker_with_its_sources() -> None:
    page = many()
    figure.figure(page, "people", "register")
    card = page.cards["figure-people"]
    assert re.findall(r"</span>(\w[\w ]+): ", card) == ["Armenia", "Azerbaijan", "NK de facto authorities"]
    assert re.findall(r"<td>([^<]+)</td>\n</tr>", card) == ["100,632", "at most 25,000", "about 120,000"]
    assert "Three counts on record." in card
    assert "Listed A to Z by who says so." in card
    assert "residents &lt;5 &amp; up" in card
    assert "See <em>this</em>" in card
    assert card.count('href="#source-') == 5
    assert "(claim, no method given)" in card
    assert page.used == {"figure:people"}


def test_every_kind_of_count_has_its_mark_whoever_speaks() -> None:
    page = many()
    figure.figure(page, "people", "claim")
    plot = page.cards["figure-people"].split("</svg>\n\n", 1)[0]
    assert plot.count("nk-dot--full") == 1
    assert plot.count("<circle") == 2
    assert plot.count("<path") == 1


def test_the_card_is_made_once_and_the_chip_has_its_anchor_once() -> None:
    page = many()
    first, second = figure.figure(page, "people", "register"), figure.figure(page, "people", "claim")
    assert 'id="count-people"' in first
    assert "id=" not in second
    assert page.backs["a"] == ["count-people"]
    assert list(page.cards) == ["figure-people"]


def test_boxes_are_lettered_in_the_order_of_the_page() -> None:
    page = many()
    page.cards["map-road"] = page.render("inline", pieces=[])
    assert "(box A)" in figure.figure(page, "lorries", "all")
    assert "(box B)" in figure.figure(page, "people", "register")
    assert "(box A)" in figure.figure(page, "lorries", "all")
    assert '<span class="nk-card__letter">B. </span>Title of people' in page.cards["figure-people"]


def test_the_alphabet_does_not_end_the_letters() -> None:
    page = many()
    for number in range(28):
        page.cards[f"figure-{number}"] = page.render("inline", pieces=[])
    assert [figure.letter(page, f"figure-{number}") for number in (0, 25, 26, 27)] == ["A", "Z", "AA", "AB"]


def test_a_single_count_and_counts_without_a_common_scale_have_no_plot() -> None:
    page = many(plot=False)
    figure.figure(page, "lorries", "all")
    figure.figure(page, "people", "register")
    for card in page.cards.values():
        assert "nk-plot" not in card
        assert "nk-counts" in card
    assert "Listed A to Z" not in page.cards["figure-lorries"]


def test_the_scale_starts_at_zero_and_holds_the_upper_end_of_a_range() -> None:
    record = Figure.model_validate(typed("x", count("a", 10, to=39), count("b", 20)))
    plot = figure.plot(record, 240)
    assert plot
    assert plot.ticks == [(2.5, "0"), (26.25, "10"), (50.0, "20"), (73.75, "30"), (97.5, "40")]
    assert [mark[:2] for mark in plot.marks] == [(26.25, 95.12), (50.0, None)]
    assert [label.words for label in plot.labels] == ["10–39", "20"]


def test_equal_counts_share_a_label() -> None:
    record = Figure.model_validate(typed("x", count("a", 10), count("b", 10, "icrc"), count("c", 20)))
    plot = figure.plot(record, 240)
    assert plot
    assert len(plot.marks) == 3
    assert [label.words for label in plot.labels] == ["10", "20"]


def test_an_open_box_with_a_link_reads_as_a_list() -> None:
    page = many()
    box = figure.figure_box(page, "people", title="How many <were> there?", see="blockade/courts.md")
    assert "How many &lt;were&gt; there?</h2>" in box
    assert '<a href="courts.html#count-people">All three counts, with kinds and sources</a>' in box
    assert '<ol class="nk-tracks">' in box
    assert re.findall(r"<strong>([^<]+)</strong>", box) == ["at most 25,000", "100,632", "about 120,000"]
    assert "<table" not in box
    assert page.cited == {}


def test_an_open_box_without_a_link_has_the_table_and_hides_the_list() -> None:
    page = many()
    box = figure.figure_box(page, "people")
    assert '<h3 class="nk-card__title" id="box-people">' in box
    assert '<ol class="nk-tracks" aria-hidden="true">' in box
    assert box.count("<tr>") == 4
    assert page.backs["a"] == ["box-people"]


@pytest.mark.parametrize(
    ("ids", "words"),
    [(("peopel", "register"), 'no figure "peopel", did you mean "people"'),
     (("people", "registr"), 'no count "registr", did you mean "register"'),
     (("people", "x"), "it has register, claim, arrivals")],
)
def test_unknown_ids_are_named_with_the_nearest(ids: tuple[str, str], words: str) -> None:
    with pytest.raises(ViewFault, match=words):
        figure.figure(many(), *ids)


def test_pictures_are_hidden_from_the_ear_and_cards_from_search() -> None:
    page = many()
    figure.figure(page, "people", "register")
    card = page.cards["figure-people"]
    assert card.startswith('<div class="nk-card-slot" data-search-exclude>')
    assert '<svg class="nk-plot" width="100%" height="96" aria-hidden="true">' in card
