"""Maps as files: they parse, say what they are, and name the licence, accuracy and sources of each line."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

from exports.maps import NOTE, write_maps
from tests.views.test_map import page_with

STYLES = Path(__file__).parents[1] / "overrides" / "assets" / "stylesheets"


def test_every_map_is_written_as_a_drawing_and_as_features(tmp_path: Path) -> None:
    write_maps(page_with().library, tmp_path, STYLES)
    drawing = ElementTree.parse(tmp_path / "data/map/road-map.svg").getroot()
    title = "Along the road & on"
    assert drawing.findtext("{http://www.w3.org/2000/svg}title") == title
    made = json.loads((tmp_path / "data/map/road-map.geojson").read_text(encoding="utf-8"))
    assert (made["type"], made["title"], made["note"]) == ("FeatureCollection", title, NOTE)
    features = {one["id"]: one for one in made["features"]}
    assert list(features) == ["armenia", "azerbaijan", "east", "oblast", "road"]
    assert {"holder": "peacekeepers", "accuracy_km": 2, "licence": "public domain", "sources": ["b"]}.items() <= (
        features["east"]["properties"].items())
    assert (tmp_path / "data/map/s-2020.svg").exists()
