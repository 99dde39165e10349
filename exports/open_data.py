"""The facts as files that others can use."""

from __future__ import annotations

from pathlib import Path

from macros.library import Library
from macros.records import Series
from macros.views.chart import csv_text


def write_series(library: Library, site_dir: Path) -> list[Path]:
    """Write the table of every series to `data/series/<id>.csv` of a built site; gives back what was written."""
    folder = site_dir / "data" / "series"
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for series in library.all(Series):
        path = folder / f"{series.id}.csv"
        path.write_text(csv_text(series), encoding="utf-8")
        written.append(path)
    return written
