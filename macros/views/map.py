"""Maps of a chapter, a small map for each place, and a map as a file of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from .. import cartography
from ..cartography import PATTERNS, Picture, Stop
from ..dates import When
from ..faults import BrokenRecord, ViewFault
from ..library import Library, R
from ..records import Chapter, CitationFields, Coordinates, Feature, FeatureId, Map, MapId, Place, PlaceId, State
from . import Page, templates
from .name import english_forms

FRAMES = {"focus": cartography.FOCUS, "region": cartography.REGION}
EXPLORER = "explore/map.md"
"""The page of the map through time."""
CREDIT = ("Approximate; not an official boundary. Made with Natural Earth; places: GeoNames (CC BY 4.0) and "
          "© OpenStreetMap contributors (ODbL).")
MINI = cartography.REGION.resized(200)


def map_of(page: Page, map_id: MapId) -> Markup:
    """A map of the chapter with its key, the same as a list, the source of each line, and what it cannot show.

        {{ map("road-closure") }}
    """
    record = page.library.get(Map, map_id)
    state = state_of(page.library, record)
    when = date_of(page.library, record)
    drawn = picture_of(page.library, record)
    features = features_in(page.library, drawn)
    page.used.update([f"map:{map_id}", *(f"place:{one}" for one in record.places),
                      *(f"feature:{one.id}" for one in features), *([f"state:{state.id}"] if state else [])])
    anchor = f"map-{map_id}"
    explorer = page.href(EXPLORER) if state and EXPLORER in page.site.pages else ""
    rows = [(stop.name, page.library.get(Place, stop.id), page.href("explore/places.md", stop.id),
             notes(record, state, stop.id)) for stop in stops(page.library, record, when)]
    with page.folded(anchor):
        return page.render(
            "map", map=record, state=state, picture=drawn, prefix=anchor, patterns=PATTERNS, dated=dated(state, when),
            relief=page.asset(f"assets/images/{drawn.relief.file}"), files=page.asset(f"data/map/{map_id}"),
            lines=lines(features), held=held(state, features) if state else [], rows=rows, origins=origins(features),
            explorer=f"{explorer}#state-{state.id}" if explorer and state else "")


def named(library: Library, model: type[R], wanted: str) -> R:
    """A record that a map names; one that is missing was reported at the map by `checks`."""
    try:
        return library.get(model, wanted)
    except ViewFault as problem:
        raise BrokenRecord(wanted) from problem


def state_of(library: Library, record: Map) -> State | None:
    return named(library, State, record.state) if record.state else None


def date_of(library: Library, record: Map) -> When:
    """What the map is of: the time named in its record, else its state's."""
    state = state_of(library, record)
    return record.period or (state.date if state else library.get(Chapter, record.chapter).period)


def dated(state: State | None, when: When) -> str:
    """What stands below a map's title: `August 2022. Control: 1 December 2020 – 25 August 2022`."""
    control = f"Control: {state.date.words()}" if state else "No control is drawn"
    return control if state and when == state.date else f"{when.words()[0].upper()}{when.words()[1:]}. {control}"


def stops(library: Library, record: Map, when: When) -> list[Stop]:
    """The map's places from west to east, each with both forms of its name."""
    found = [(place, located(place)) for place in (named(library, Place, one) for one in record.places)]
    return [Stop(place.id, at.lon, at.lat, " / ".join(english_forms(place, when)), place.kind)
            for place, at in sorted(found, key=lambda pair: (pair[1].lon, pair[0].id))]


def notes(record: Map, state: State | None, wanted: PlaceId) -> list[tuple[str, list[CitationFields]]]:
    """What the list says of a place: the map's own marks, then what a side said on a day of the state."""
    own = [(mark.text, list(mark.sources)) for mark in record.marks if mark.place == wanted]
    advances = state.advances if state else []
    return own + [(f"{one.date.words()}: {one.says}", list(one.sources)) for one in advances if one.place == wanted]


def located(place: Place) -> Coordinates:
    """Where a place lies; a map with a place whose record does not say was reported by `checks`."""
    if place.coordinates is None:
        raise BrokenRecord(place.id)
    return place.coordinates


def features_of(library: Library) -> dict[FeatureId, Feature]:
    return {one.id: one for one in library.all(Feature)}


def picture_of(library: Library, record: Map) -> Picture:
    """A map as shapes and labels."""
    shown = stops(library, record, date_of(library, record))
    frame = FRAMES.get(record.frame) or cartography.fitted([(stop.lon, stop.lat) for stop in shown])
    return cartography.draw(features_of(library), frame, state_of(library, record), record.shows, shown)


def features_in(library: Library, picture: Picture) -> list[Feature]:
    """The features that can be seen on a picture, from the ground up."""
    known = features_of(library)
    return [known[shape.id] for layer in picture.layers for shape in layer.shapes]


def lines(features: Iterable[Feature]) -> list[tuple[str, list[Feature]]]:
    """The lines of a key, by layer; the land, its water and its areas speak for themselves."""
    found: dict[str, list[Feature]] = {}
    for one in features:
        layer = cartography.layer_of(one.kind)
        if layer not in (*cartography.ALWAYS, "areas"):
            found.setdefault(layer, []).append(one)
    return list(found.items())


def held(state: State, features: Iterable[Feature]) -> list[tuple[str, list[str], list[CitationFields]]]:
    """Who held which areas in view, in the order of the key, with what says so; one phrase where one held all."""
    titles = {one.id: one.title for one in features if one.kind == "area"}
    found = []
    for holder, (_, words) in PATTERNS.items():
        control = [one for one in state.control if one.holder == holder]
        areas = [titles[area] for one in control for area in one.areas if area in titles]
        if len(areas) == len(titles) > 1:
            areas = ["all the land in view that changed hands between 1991 and 2023"]
        if areas:
            sources = {cited.source: cited for one in control for cited in one.sources}
            found.append((words, areas, list(sources.values())))
    return found


@dataclass(frozen=True)
class Origin:
    """Where a line comes from; several of one kind and make stand together."""

    title: str
    period: When | None
    accuracy: str
    drawn: str
    sources: list[CitationFields]


def origins(features: Iterable[Feature]) -> list[Origin]:
    """The source, date and accuracy of each line, and once for all countries, all waters and all areas."""
    found: dict[tuple[str, ...], list[Feature]] = {}
    for one in features:
        layer = cartography.layer_of(one.kind)
        key = (layer, one.drawn) if layer in (*cartography.ALWAYS, "areas", "districts") else (one.id,)
        found.setdefault(key, []).append(one)
    return [_origin(group) for group in found.values()]


def _origin(group: list[Feature]) -> Origin:
    together = {"country": "State borders and coasts", "area": "Edges of the areas", "district": "Districts"}
    title = together.get(group[0].kind) or ", ".join(one.title for one in group)
    sources = {cited.source: cited for one in group for cited in one.sources}
    accuracy = max(one.accuracy_km for one in group)
    period = group[0].period if len(group) == 1 else None
    return Origin(title, period, f"{accuracy:g}", group[0].drawn, list(sources.values()))


# --- a small map for each place -----------------------------------------------------------------------------------


def mini_base(page: Page) -> Markup:
    """The land that all small maps of a page share; it stands before the first of them."""
    known = [one for one in page.library.all(Feature) if one.kind in ("country", "former oblast")]
    return page.render("map-mini-base", picture=cartography.draw(
        {one.id: one for one in known}, MINI.resized(100), shows=[one.id for one in known])) if known else Markup("")


def mini_map(page: Page, place: Place, name: str) -> Markup:
    """Where a place lies in the region, or nothing: for a place without coordinates, or outside the region."""
    if place.coordinates is None or not page.library.records["feature"]:
        return Markup("")
    x, y = MINI.px(place.coordinates.lon, place.coordinates.lat)
    if not (0 < x < MINI.width and 0 < y < MINI.height):
        return Markup("")
    return page.render("map-mini", viewbox=MINI.viewbox, x=x, y=y, name=name)


# --- a map as a file ----------------------------------------------------------------------------------------------


def standalone(picture: Picture, title: str, credit: str, styles: str) -> str:
    """A drawing that needs no page: an SVG file with its own colours (`styles`, see `drawing_styles`)."""
    made = templates().get_template("map-file.html").render(
        picture=picture, title=title, credit=credit, styles=Markup(styles), patterns=PATTERNS)
    return made.strip() + "\n"


def drawing_styles(tokens: str, sheet: str) -> str:
    """The rules of a drawing with the light colours put in, from the texts of tokens.css and map.css."""
    light = tokens[:tokens.index("@media")]
    colours: Mapping[str, str] = dict(re.findall(r"(--nk-[\w-]+): ([^;]+);", light))
    rules = sheet[sheet.index("/* drawing */"):sheet.index("/* end of the drawing */")]
    plain = re.sub(r"/\*.*?\*/", "", rules, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"var\((--nk-[\w-]+)\)", lambda found: colours[found[1]], plain)).strip()
