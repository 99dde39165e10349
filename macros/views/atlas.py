"""The map through time: one drawing of the land, and for each dated state who held what."""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup

from .. import cartography
from ..cartography import PATTERNS, Box, Labels, Picture, Stop
from ..dates import When
from ..faults import ViewFault
from ..library import Library
from ..records import Coordinates, Event, Place, PlaceId, Side, State
from . import Page
from .map import features_in, features_of, held, lines, located, named, origins
from .name import SIDES, english_forms


@dataclass(frozen=True)
class Words:
    """The words on the map with the names in one order, and when they show."""

    wide: Labels
    narrow: Labels
    order: str
    """`use`, or the side whose form comes first."""
    states: str
    """Numbers of the states for which the form in daily use runs so; empty for the order of a side."""
    listed: list[tuple[str, str]]
    """Each place's name and address."""


@dataclass(frozen=True)
class Taken:
    """A place that one side said it took: where it lies on the sheet, and what is said of it with its sources."""

    x: float
    y: float
    date: When
    name: str
    said: Markup
    above: bool
    """Whether the date stands above the point, since the place's name stands right of it."""


def map_through_time(page: Page, *places: PlaceId) -> Markup:
    """The map through time, with its states as texts, as one table and as small maps; it names the places given.

        {{ map_through_time("goris", "lachin", "shusha", "stepanakert") }}
    """
    library, states = page.library, page.library.all(State)
    named_places = sorted((library.get(Place, one) for one in places), key=lambda one: (_on_map(one).lon, one.id))
    drawn = whole(library, states, named_places)
    features = features_in(library, drawn)
    page.used.update([*(f"state:{one.id}" for one in states), *(f"feature:{one.id}" for one in features)])
    areas = [one for one in features if one.kind == "area"]
    return page.render(
        "atlas", picture=drawn, patterns=PATTERNS, areas=areas, lines=lines(features), origins=origins(features),
        relief=page.asset(f"assets/images/{drawn.relief.file}"), words=words(page, drawn, states, named_places),
        countries=[replace(one, spots=[]) for one in (drawn.wide, drawn.narrow)],
        states=[(at, one, cartography.control(one), held(one, features), events(page, one), advances(page, one, drawn),
                 page.asset(f"data/map/{one.id}")) for at, one in enumerate(states, 1)])


def whole(library: Library, states: list[State], places: list[Place]) -> Picture:
    """Everything that any state shows, and every road and district, on one sheet."""
    features = features_of(library)
    shows = [one.id for one in features.values() if one.kind in ("road", "district", "former oblast")]
    return cartography.draw(features, cartography.FOCUS, None,
                            [*shows, *(area for one in states for area in (*one.shows, *cartography.control(one)))],
                            [stop_of(place, english_forms(place)) for place in places])


def _on_map(place: Place) -> Coordinates:
    if place.coordinates is None:
        raise ViewFault(f'place "{place.id}" has no coordinates; add them to its record or leave it out')
    return place.coordinates


def stop_of(place: Place, forms: list[str]) -> Stop:
    at = located(place)
    return Stop(place.id, at.lon, at.lat, " / ".join(forms), place.kind)


def events(page: Page, state: State) -> list[tuple[Event, str]]:
    """The state's events, each with the address of its entry in the timeline."""
    return [(named(page.library, Event, one), page.href("explore/timeline.md", one)) for one in state.events]


def advances(page: Page, state: State, drawn: Picture) -> list[Taken]:
    """What one side said it took, by the day."""
    named_right = {spot.id for spot in drawn.wide.spots if spot.anchor == "start"}
    found = []
    for one in state.advances:
        place = named(page.library, Place, one.place)
        at = located(place)
        x, y = drawn.frame.px(at.lon, at.lat)
        said = page.text(one.says) + page.cite(one.sources)
        name = f"{one.date.words()}: {' / '.join(english_forms(place, state.date))}"
        found.append(Taken(x, y, one.date, name, said, place.id in named_right))
    return found


def words(page: Page, drawn: Picture, states: list[State], places: list[Place]) -> list[Words]:
    """The names on the map, once for each order in which they run."""
    found: dict[tuple[Stop, ...], list[str]] = {}
    for at, state in enumerate(states, 1):
        found.setdefault(tuple(stop_of(one, english_forms(one, state.date)) for one in places), []).append(str(at))
    sets = [(stops, "use", " ".join(numbers)) for stops, numbers in found.items()]
    sets += [(tuple(stop_of(one, ordered(one, side)) for one in places), side, "") for side in SIDES]
    made = []
    for stops, order, numbers in sets:
        made.append(Words(
            cartography.labels(drawn.frame, stops, drawn.wide.font, clear=taken(drawn.wide)),
            cartography.labels(drawn.frame, stops, drawn.narrow.font, numbers=True, clear=taken(drawn.narrow)),
            order, numbers, [(stop.name, page.href("explore/places.md", stop.id)) for stop in stops]))
    return made


def ordered(place: Place, first: Side) -> list[str]:
    """One or both English forms, that of one side first at any date."""
    forms = english_forms(place)
    return sorted(forms, key=lambda one: one != place.form("en", first))


def taken(labels: Labels) -> list[Box]:
    """The room that the names of the countries take."""
    font = labels.font * 1.15
    return [Box(one.x - wide, one.y - font, one.x + wide, one.y + font * 0.4) for one in labels.names
            for wide in [cartography.text_width(one.text, font) * 0.575 + 6]]
