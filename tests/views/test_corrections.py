"""The log of corrections and the ways to report, on tiny data."""

from __future__ import annotations

from typing import Any

from selectolax.lexbor import LexborHTMLParser

from macros.views import Page, corrections
from tests.views.tiny import tiny_page


def correction(wanted: str, on: str, page: str = "blockade/road.md") -> dict[str, Any]:
    return {"id": wanted, "on": on, "page": page, "was": f"Old *{wanted}*.", "now": "New.", "why": "A & B.",
            "edition": "2026.1"}


def log_page(*entries: dict[str, Any]) -> Page:
    return tiny_page("about/corrections.md", {"layout": "plain", "period": None}, ("blockade/road.md",),
                     correction=list(entries))


def test_an_empty_log_says_so_with_the_edition() -> None:
    shown = corrections.corrections_log(log_page())
    assert "<li>" not in shown
    assert "nothing has been corrected up to edition 2026.1 of 24 November 2026" in shown


def test_the_newest_correction_comes_first_and_names_its_page() -> None:
    page = log_page(correction("first", "2026-12-01"), correction("second", "2026-12-09", "gone.md"))
    shown = corrections.corrections_log(page)
    items = [item.text() for item in LexborHTMLParser(shown).css("li")]
    assert items[0].startswith("9 December 2026, edition 2026.1.")
    assert items[0].endswith("gone.md")
    assert "It said: Old first. Now: New. Why: A & B." in items[1]
    assert 'href="../blockade/road.html"' in shown
    assert page.used == {"correction:first", "correction:second"}


def test_a_report_goes_to_the_public_form_only_when_there_is_one() -> None:
    page = log_page()
    assert "<a " not in corrections.report_ways(page)
    page.site.repository = "https://example.org/project"
    assert "https://example.org/project" in corrections.report_ways(page)
