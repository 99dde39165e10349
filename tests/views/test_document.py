"""Documents, whole and by article."""

from __future__ import annotations

import pytest

from macros.faults import ViewFault
from macros.views.document import document, documents
from tests.views.plain import plain
from tests.views.tiny import Typed, tiny_page

STATEMENT: Typed = {
    "id": "statement", "date": "2020-11-10", "title": "A long title", "short": "Statement of 2020", "kind": "statement",
    "by": ["armenia", "azerbaijan", "russia"], "chapter": "blockade", "binding": "Those who signed.",
    "summary": "It ends a war.", "sources": ["a"], "articles": [
        {"number": "6", "heading": "The < corridor", "summary": "A road.", "wordings": {
            "columns": ["Town"], "versions": [{"version": "Armenia", "cells": ["Shushi"], "sources": ["b"]},
                                              {"version": "Russia", "cells": ["Shusha"]}]},
         "status": [{"what": "Handover", "state": "carried out", "sources": ["c"]},
                    {"what": "Safety", "state": "disputed"}]}]}
ORDER: Typed = {
    "id": "order", "date": "2020-01-02", "title": "Order", "short": "Order", "kind": "court order", "by": ["icrc"],
    "chapter": "blockade", "binding": "One state.", "summary": "It orders.", "sources": ["d"], "votes": "13 to 2",
    "leaves_open": "Who did it.", "number": "List No. 180", "articles": [
        {"number": "67(1)", "heading": "Measure", "summary": "Move."},
        {"number": "Requests", "heading": "Refused", "summary": "No."},
        {"number": "12 July 2023", "heading": "Reminder", "summary": "Again."}],
    "accounts": [{"by": ["armenia"], "says": "It was ignored."}, {"by": ["azerbaijan"], "says": "It was kept."}]}


def test_one_article_with_its_wordings_and_status() -> None:
    page = tiny_page(others=("explore/documents.md",), document=[STATEMENT])
    made = document(page, "statement", article="6")
    text = plain(made)
    assert text.startswith("Article 6 Statement of 2020. Issued by: Armenia; Azerbaijan; Russia The < corridor A road.")
    assert "Official text Town Armenia1 Shushi Russia Shusha" in text
    assert "Handover: carried out2 Safety: disputed The whole document" in text
    assert 'href="../explore/documents.html#statement"' in made
    assert "The &lt; corridor" in made
    assert page.used == {"document:statement"}


def test_the_whole_with_votes_limits_and_accounts() -> None:
    page = tiny_page(document=[ORDER])
    made = document(page, "order")
    text = plain(made)
    for part in ("Court order, 2 January 2020, List No. 180", "Ordered by ICRC", "Binding One state.", "Votes 13 to 2",
                 "Leaves open Who did it.", "Paragraph 67(1) Measure", "Requests Refused",
                 "How the parties read it Armenia: It was ignored. Azerbaijan: It was kept."):
        assert part in text
    assert text.count("Paragraph") == 1, "words and dates are no paragraphs"
    assert "<h3>Order</h3>" in made
    assert "<h4>Measure</h4>" in made


def test_the_list_runs_by_date_and_carries_ids() -> None:
    made = documents(tiny_page("explore/documents.md", document=[STATEMENT, ORDER]))
    assert made.index('<h2 id="order">') < made.index('<h2 id="statement">')
    assert "<h3>The &lt; corridor</h3>" in made


@pytest.mark.parametrize(("wanted", "article", "message"), [
    ("statment", None, 'did you mean "statement"'), ("statement", "7", "it has 6"),
    ("order", "67", r'no article "67", did you mean "67\(1\)"')])
def test_unknown(wanted: str, article: str | None, message: str) -> None:
    with pytest.raises(ViewFault, match=message):
        document(tiny_page(others=("explore/documents.md",), document=[STATEMENT, ORDER]), wanted, article)
