"""The table of areas and the list of lines, on the real data: both are nothing but a reading of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros import library
from macros.records import Feature
from macros.views import Page, map_areas
from tests.views.tiny import tiny_page

ROOT = Path(__file__).parents[2]


def square(wanted: str, **more: Any) -> dict[str, Any]:
    """A tenth of a degree each way, at the equator's height of the maps."""
    ring = [[46.0, 40.0], [46.1, 40.0], [46.1, 40.1], [46.0, 40.1], [46.0, 40.0]]
    return {"id": wanted, "title": "A square", "kind": "area", "accuracy_km": 2.5, "drawn": "derived",
            "method": "By rule.", "licence": "CC0 1.0", "sources": ["order"],
            "geometry": {"type": "Polygon", "coordinates": [ring]}, **more}


def test_an_area_is_measured_on_the_globe() -> None:
    """0.1 degree is 11.10 km north and 8.54 km east there."""
    assert map_areas.area(Feature.model_validate(square("a"))) == pytest.approx(11.10 * 8.535, rel=0.002)


def test_a_row_says_how_far_it_is_off() -> None:
    figure: Any = None
    assert map_areas.Row("A", 90, 100, None, [], figure).share == "−10.0\u00a0%"
    assert map_areas.Row("A", 110, 100, None, [], figure).share == "+10.0\u00a0%"
    assert map_areas.Row("A", 100, 100, None, [], figure).share == "0.0\u00a0%"


@pytest.fixture(scope="module")
def page() -> Page:
    made = tiny_page("about/maps.md", {"layout": "plain", "period": None})
    return Page(made.source, library.read(ROOT / "data")[0], made.site)


def test_the_table_sets_drawn_beside_published_areas(page: Page) -> None:
    table = LexborHTMLParser(map_areas.map_areas(page))
    cells = [[cell.text(strip=True) for cell in row.css("th, td")] for row in table.css("tbody tr")]
    assert len(cells) == len(map_areas.MEASURED)
    assert cells[0][0] == "Former oblast, whole"
    assert cells[0][1].startswith("4,388")
    assert "figure:nkao-area" in page.used


def test_every_line_is_listed_with_accuracy_method_and_sources(page: Page) -> None:
    listed = LexborHTMLParser(map_areas.map_lines(page))
    ids = [term.attributes["id"] for term in listed.css("dt")]
    assert sorted(filter(None, ids)) == sorted(f"line-{one.id}" for one in page.library.all(Feature))
    assert all("within about" in entry.text() and entry.css("a") for entry in listed.css("dd"))
