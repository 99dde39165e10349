"""JSON Schemas of the record files, for completion and hints in an editor. `python -m macros.schema` writes them."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from .records import FAMILIES, Feature, Record, Series


def file_schema(model: type[Record]) -> dict[str, Any]:
    """The schema of a file of the family: a list of records, or a single one."""
    schema = model.model_json_schema(ref_template="#/$defs/{model}")
    definitions = schema.pop("$defs", {})
    schema.pop("title", None)
    if model is Series:
        schema["properties"].pop("points")  # filled from the table
    definitions[model.__name__] = schema
    one = {"$ref": f"#/$defs/{model.__name__}"}
    whole = _collection(schema) if model.files.endswith(".geojson") else {
        "anyOf": [{"type": "array", "items": one}, one]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"data/{model.files}",
        **whole,
        "$defs": definitions,
    }


def _collection(schema: dict[str, Any]) -> dict[str, Any]:
    """A collection of GeoJSON features; `schema`, which held a feature's id and geometry, keeps its properties."""
    beside = {name: schema["properties"].pop(name) for name in ("id", "geometry")}
    schema["required"] = [name for name in schema["required"] if name not in beside]
    feature = {
        "type": "object", "required": ["type", "properties", *beside],
        "properties": {"type": {"const": "Feature"}, **beside, "properties": {"$ref": f"#/$defs/{Feature.__name__}"}},
    }
    return {"type": "object", "required": ["type", "features"],
            "properties": {"type": {"const": "FeatureCollection"}, "features": {"type": "array", "items": feature}}}


def texts() -> dict[str, str]:
    """File name → content of every schema; the same bytes for the same models."""
    return {
        f"{model.family}.json": json.dumps(file_schema(model), indent=1, sort_keys=True, ensure_ascii=False) + "\n"
        for model in FAMILIES
    }


def main(folder: Path) -> int:
    """Write the schemas and take away those of families that are no more."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = texts()
    for path in folder.glob("*.json"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, encoding="utf-8")
    print(f"{len(wanted)} schemas written to {folder.as_posix()}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path("data/schema")))
