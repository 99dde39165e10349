"""How a page is cited: styles set by a library, files that reference managers read."""

from __future__ import annotations

import pytest
import rispy
from pybtex.database import parse_string

from macros.views.cite_as import AUTHOR, STYLES, Cited, bibtex, cite_as, cited, ris, styled
from tests.views.tiny import tiny_page

WHERE = "https://example.org/nk/blockade/road.html"
FULL = Cited("The road out", "2026.1", (2026, 11, 24), WHERE)
BARE = Cited("The road out", "2026.1", (2026,), "")


def test_styles_with_a_published_address() -> None:
    assert styled(FULL, STYLES["APA"]) == (
        f"{AUTHOR}. (2026, November 24). <i>The road out</i>. Nagorno-Karabakh: An Open, Sourced Explainer. {WHERE}")
    assert styled(FULL, STYLES["MLA"]).startswith(f"{AUTHOR}. “The Road Out”. <i>Nagorno-Karabakh")
    assert styled(FULL, STYLES["MLA"]).endswith(f"24 Nov. 2026, {WHERE}.")
    assert styled(FULL, STYLES["Chicago"]).endswith(f"Explainer, November 24, 2026. {WHERE}.")


@pytest.mark.parametrize("style", STYLES.values())
def test_styles_without_address_and_day(style: str) -> None:
    made = styled(BARE, style)
    assert "2026" in made
    assert "http" not in made


def test_bibtex_is_read_back() -> None:
    entry = parse_string(bibtex(FULL), "bibtex").entries["nagorno-karabakh-the-road-out-2026-1"]
    assert entry.fields["title"] == "{The road out}"
    assert entry.fields["url"] == WHERE
    assert "url" not in bibtex(BARE)


def test_ris_is_read_back() -> None:
    [read] = rispy.loads(ris(FULL))
    assert read["title"] == "The road out"
    assert read["authors"] == [AUTHOR]
    assert read["date"] == "2026/11/24"
    assert read["urls"] == [WHERE]
    assert "urls" not in rispy.loads(ris(BARE))[0]


@pytest.mark.parametrize(("path", "address"), [
    ("blockade/road.md", WHERE), ("blockade/index.md", "https://example.org/nk/blockade/"),
    ("index.md", "https://example.org/nk/")])
def test_a_page_is_cited_at_its_published_address(path: str, address: str) -> None:
    page = tiny_page(path)
    assert cited(page).address == ""
    page.site.address = "https://example.org/nk/"
    assert cited(page) == Cited("The road", "2026.1", (2026, 11, 24), address)


def test_every_format_is_shown_and_two_can_be_saved() -> None:
    made = cite_as(tiny_page())
    assert [made.count(f"<dt>{name}</dt>") for name in (*STYLES, "BibTeX", "RIS")] == [1] * 5
    assert 'download="nagorno-karabakh-the-road-2026-1.ris"' in made
    assert made.count("data:text/plain;charset=utf-8,") == 2
