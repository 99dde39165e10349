"""The schemas in data/schema are those of the models."""

from __future__ import annotations

import json
from pathlib import Path

from macros import schema
from macros.records import FAMILIES

ROOT = Path(__file__).parent.parent


def test_schemas_are_fresh() -> None:
    folder = ROOT / "data" / "schema"
    found = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.json")}
    assert found == schema.texts(), "stale; run: python3 dev.py schema"


def test_schemas_name_every_field_and_what_it_means() -> None:
    event = json.loads(schema.texts()["event.json"])["$defs"]["Event"]
    assert {"date", "label", "accounts", "status", "sources"} <= set(event["properties"])
    assert "timeline" in event["properties"]["label"]["description"]
    assert event["additionalProperties"] is False


def test_editor_settings_map_every_family() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    mapped = {**settings["yaml.schemas"],
              **{one["url"].removeprefix("./"): one["fileMatch"][0] for one in settings["json.schemas"]}}
    assert mapped == {f"data/schema/{model.family}.json": f"data/{model.files}" for model in FAMILIES}


def test_a_line_on_the_map_is_a_geojson_feature() -> None:
    made = json.loads(schema.texts()["feature.json"])
    assert {"id", "geometry", "properties"} <= set(made["properties"]["features"]["items"]["required"])
    assert "accuracy_km" in made["$defs"]["Feature"]["properties"]
    assert "geometry" not in made["$defs"]["Feature"]["properties"]
