"""The map through time: one drawing of the land, and for each dated state who held what."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from .. import cartography
from ..cartography import PATTERNS, Labels, Picture, Stop
from ..library import Library
from ..records import Event, Place, State
from . import Page
from .map import features_in, features_of, held, lines, located, named, origins
from .name import english_forms

PLACES = ("agdam", "fuzuli", "goris", "hadrut", "kelbajar", "lachin", "martakert", "martuni-nk", "shusha",
          "stepanakert")
"""Places that the map names; those that the data lack, or that lie nowhere, are left out."""


@dataclass(frozen=True)
class Words:
    """The words on the map, and the numbers of the states at which the names run in this order."""

    wide: Labels
    narrow: Labels
    states: list[int]
    listed: list[tuple[str, str]]
    """Each place's name and address."""


def map_through_time(page: Page) -> Markup:
    """The map through time, with its states as texts, as one table and as small maps.

        {{ map_through_time() }}
    """
    library, states = page.library, page.library.all(State)
    drawn = whole(library, states)
    features = features_in(library, drawn)
    page.used.update([*(f"state:{one.id}" for one in states), *(f"feature:{one.id}" for one in features)])
    areas = [one for one in features if one.kind == "area"]
    return page.render(
        "atlas", picture=drawn, patterns=PATTERNS, areas=areas, lines=lines(features), origins=origins(features),
        relief=page.asset(f"assets/images/{drawn.relief.file}"), words=words(page, drawn, states),
        states=[(at, one, cartography.control(one), held(one, features), events(page, one), advances(page, one, drawn),
                 page.asset(f"data/map/{one.id}")) for at, one in enumerate(states, 1)])


def whole(library: Library, states: list[State]) -> Picture:
    """Everything that any state shows, and every road and district, on one sheet."""
    features = features_of(library)
    shows = [one.id for one in features.values() if one.kind in ("road", "district", "former oblast")]
    return cartography.draw(features, cartography.FOCUS, None,
                            [*shows, *(area for one in states for area in (*one.shows, *cartography.control(one)))])


def events(page: Page, state: State) -> list[tuple[Event, str]]:
    """The state's events, each with the address of its entry in the timeline."""
    return [(named(page.library, Event, one), page.href("explore/timeline.md", one)) for one in state.events]


def advances(page: Page, state: State, drawn: Picture) -> list[tuple[float, float, str, Markup]]:
    """Where on the sheet each advance lies, its place's name, and what is said of it with its day and its sources."""
    found = []
    for one in state.advances:
        place = named(page.library, Place, one.place)
        at = located(place)
        x, y = drawn.frame.px(at.lon, at.lat)
        said = page.text(one.says) + page.cite(one.sources)
        found.append((x, y, f"{one.date.words()}: {' / '.join(english_forms(place, state.date))}", said))
    return found


def words(page: Page, drawn: Picture, states: list[State]) -> list[Words]:
    """The names on the map, once for each order in which they run."""
    places = sorted((one for one in page.library.all(Place) if one.id in PLACES and one.coordinates),
                    key=lambda one: (located(one).lon, one.id))
    found: dict[tuple[str, ...], list[int]] = {}
    for at, state in enumerate(states, 1):
        found.setdefault(tuple(" / ".join(english_forms(one, state.date)) for one in places), []).append(at)
    made = []
    for names, numbers in found.items():
        stops = [Stop(one.id, located(one).lon, located(one).lat, name, one.kind)
                 for one, name in zip(places, names, strict=True)]
        made.append(Words(
            cartography.labels(drawn.frame, stops, 14), cartography.labels(drawn.frame, stops, 23, numbers=True),
            numbers, [(stop.name, page.href("explore/places.md", stop.id)) for stop in stops]))
    return made
