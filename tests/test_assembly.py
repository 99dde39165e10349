"""From macro results to the finished page: what Markdown makes of the tokens, and where the HTML goes."""

from __future__ import annotations

import markdown
from markupsafe import Markup

from macros.assembly import Assembly, joined
from macros.faults import Fault, ViewFault
from tests.views.tiny import tiny_page


def finished(made: Assembly, text: str) -> str:
    return made.finish(markdown.markdown(text, extensions=["tables"]))


def test_markdown_does_not_touch_what_views_made() -> None:
    made = Assembly(tiny_page())
    token = made.token(Markup('<a href="a_b_c">*x* _y_</a>'))
    assert finished(made, f"See {token}, *so*.") == '<p>See <a href="a_b_c">*x* _y_</a>, <em>so</em>.</p>'


def test_a_block_alone_loses_its_paragraph_and_nothing_leaves_no_paragraph() -> None:
    made = Assembly(tiny_page())
    block, words, nothing = (made.token(Markup(one)) for one in ("<div>Box</div>", "<b>Word</b>", ""))
    text = joined(["One", block, words, nothing])
    assert finished(made, text).split("\n") == ["<p>One</p>", "<div>Box</div>", "<p><b>Word</b></p>", ""]


def test_a_card_follows_the_paragraph_of_its_first_chip() -> None:
    page = tiny_page()
    made = Assembly(page)
    page.cards["figure-x"] = Markup("<div>Card</div>")
    chip = made.token(Markup('<button popovertarget="figure-x">5</button>'))
    html = finished(made, made.with_cards(f"First {chip}\nline.\n\nThen {chip}."))
    assert html.index("line.</p>") < html.index("<div>Card</div>") < html.index("<p>Then")
    assert html.count("Card") == 1


def test_markers_stand_tight_and_side_by_side_become_one_group() -> None:
    made = Assembly(tiny_page())
    one, two = (made.token(Markup(f'<sup class="nk-cite"><a>{number}</a></sup>')) for number in (1, 2))
    assert finished(made, f"Said.\n{one} {two} More.") == (
        '<p>Said.<sup class="nk-cite"><a>1</a>, <a>2</a></sup> More.</p>')


def test_tables_typed_in_markdown_stay_out_of_the_index() -> None:
    assert "<table data-search-exclude>" in finished(Assembly(tiny_page()), "| A |\n| - |\n| b |")


def test_what_waits_for_the_page_is_made_once_and_its_faults_are_gathered() -> None:
    made = Assembly(tiny_page())
    calls: list[int] = []

    def late() -> Markup:
        calls.append(1)
        return Markup("late")

    def wrong() -> Markup:
        raise ViewFault("nothing to show")

    text = f"{made.token(late)} and {made.token(wrong)}"
    faults: list[Fault] = []
    made.resolve(faults)
    assert [fault.message for fault in faults] == ["nothing to show"]
    assert finished(made, text) == "<p>late and </p>"
    assert calls == [1]
