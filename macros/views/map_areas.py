"""How good the lines of the maps are: measured areas beside published ones, and every line with what it rests on."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import pyproj
from markupsafe import Markup

from ..cartography import degrees
from ..faults import ViewFault
from ..records import CitationFields, Feature, Figure, FigureId
from . import Page

MEASURED: tuple[tuple[str, tuple[str, ...], FigureId, tuple[str, ...]], ...] = (
    ("Former oblast, whole", ("former-oblast",), "nkao-area", ("ecthr",)),
    ("Former oblast, held part", ("former-oblast", "-oblast-east-rim"), "territory-held-square-kilometres",
     ("oblast-armenia",)),
    ("Aghdam, held part", ("district-agdam-held",), "districts-held-areas", ("agdam",)),
    ("Fuzuli, held part", ("district-fuzuli-held",), "districts-held-areas", ("fuzuli",)),
    ("Gubadly", ("whole-gubadly",), "districts-held-areas", ("gubadly",)),
    ("Jabrayil", ("whole-jabrayil",), "districts-held-areas", ("jabrayil",)),
    ("Kalbajar", ("whole-kalbajar",), "districts-held-areas", ("kelbajar",)),
    ("Lachin", ("whole-lachin",), "districts-held-areas", ("lachin",)),
    ("Zangilan", ("whole-zangilan",), "districts-held-areas", ("zangilan",)),
    ("The held parts of the seven districts", (
        "district-agdam-held", "district-fuzuli-held", "whole-gubadly", "whole-jabrayil", "whole-kalbajar",
        "whole-lachin", "whole-zangilan"), "territory-held-square-kilometres", ("districts-ecthr",)),
    ("All that Armenian forces held from 1994 to 2020", (
        "former-oblast", "-oblast-east-rim", "district-agdam-held", "district-fuzuli-held", "whole-gubadly",
        "whole-jabrayil", "whole-kalbajar", "whole-lachin", "whole-zangilan"), "territory-held-square-kilometres",
     ("districts-ecthr", "oblast-armenia")),
)
"""What is measured; the features that make it up, those with a minus taken off; the published figure and its counts."""


@dataclass(frozen=True)
class Row:
    """One area, as drawn and as published."""

    what: str
    drawn: int
    published: float
    qualifier: str | None
    sources: list[CitationFields]
    figure: Figure

    @property
    def share(self) -> str:
        """How much the map has too much or too little, in per cent."""
        off = (self.drawn / self.published - 1) * 100
        return f"{'+' if off > 0 else '−' if off < 0 else ''}{abs(off):.1f}\u00a0%"


def area(feature: Feature) -> float:
    """Of the drawn shape, in square kilometres, on the ellipsoid: no projection distorts it."""
    return float(abs(_globe().geometry_area_perimeter(degrees(feature))[0])) / 1e6


@functools.cache
def _globe() -> pyproj.Geod:
    return pyproj.Geod(ellps="WGS84")


def rows(page: Page) -> list[Row]:
    measured = functools.cache(lambda name: area(page.library.get(Feature, name)))
    return [_row(page, what, sum(-measured(part[1:]) if part[0] == "-" else measured(part) for part in parts), figure,
                 counts) for what, parts, figure, counts in MEASURED]


def _row(page: Page, what: str, drawn: float, figure: FigureId, wanted: tuple[str, ...]) -> Row:
    record = page.library.get(Figure, figure)
    counts = [count for count in record.counts if count.id in wanted]
    values = [count.value for count in counts]
    if len(values) != len(wanted):
        raise ViewFault(f'figure "{figure}" has not got the counts {", ".join(wanted)}')
    qualifier = next((count.qualifier for count in counts if count.qualifier != "exactly"), None)
    sources = {(one.source, one.at): one for count in counts for one in count.sources}
    return Row(what, round(drawn), sum(values), qualifier, list(sources.values()), record)


def map_areas(page: Page) -> Markup:
    """What the maps' areas measure, beside what was published: how far the lines can be trusted.

        {{ map_areas() }}
    """
    found = rows(page)
    page.used.update(f"figure:{row.figure.id}" for row in found)
    return page.render("map-areas", rows=found)


def map_lines(page: Page) -> Markup:
    """Every line and area of the maps: how it came about, how far it may be off, its licence and sources.

        {{ map_lines() }}
    """
    features = page.library.all(Feature)
    page.used.update(f"feature:{feature.id}" for feature in features)
    kinds: dict[str, list[Feature]] = {}
    for feature in features:
        kinds.setdefault(feature.kind, []).append(feature)
    return page.render("map-lines", kinds=kinds)
