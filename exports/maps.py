"""Maps to download: each chapter's map and each state of the map through time, as a drawing and as GeoJSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from macros import cartography
from macros.cartography import Picture
from macros.library import Library
from macros.records import Feature, Map, State
from macros.views import map as maps

NOTE = "Approximate; not an official boundary. Control says whose forces were there, not whose the land is by law."


def write_maps(library: Library, site_dir: Path, stylesheets: Path) -> list[Path]:
    """Write `data/map/<id>.svg` and `.geojson` of every map and state of a built site; gives back the files."""
    styles = maps.drawing_styles((stylesheets / "tokens.css").read_text(encoding="utf-8"),
                                 (stylesheets / "map.css").read_text(encoding="utf-8"))
    folder = site_dir / "data" / "map"
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    drawn: list[tuple[str, str, Picture]] = [
        (one.id, one.title, maps.picture_of(library, one)) for one in library.all(Map)]
    for state in library.all(State):
        picture = cartography.draw(maps.features_of(library), cartography.FOCUS, state)
        drawn.append((state.id, f"{state.date.words()}: {state.title}", picture))
    for wanted, title, picture in drawn:
        whole = geojson(title, maps.features_in(library, picture), picture.held)
        for suffix, text in (("svg", maps.standalone(picture, title, maps.CREDIT, styles)),
                             ("geojson", json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n")):
            path = folder / f"{wanted}.{suffix}"
            path.write_text(text, encoding="utf-8")
            written.append(path)
    return written


def geojson(title: str, features: Iterable[Feature], held: Mapping[str, str]) -> dict[str, Any]:
    """Features whole, as RFC 7946 has them, each with its licence, and each area with its holder."""
    features = list(features)
    return {
        "type": "FeatureCollection", "title": title, "note": NOTE, "credit": maps.CREDIT,
        "licences": sorted({one.licence for one in features}),
        "features": [{"type": "Feature", "id": one.id, "geometry": one.geometry.model_dump(mode="json"), "properties": {
            "title": one.title, "kind": one.kind, "accuracy_km": one.accuracy_km, "licence": one.licence,
            "period": one.period.edtf() if one.period else None, "holder": held.get(one.id),
            "sources": [cited.source for cited in one.sources]}} for one in features]}
