"""Maps as geometry: true to scale, cut and simplified without gaps, labelled without collisions."""

from __future__ import annotations

import re
from itertools import combinations
from typing import Any

import pytest

from macros.cartography import (
    FOCUS,
    REGION,
    Box,
    Frame,
    Labels,
    Spot,
    Stop,
    bar,
    control,
    corners,
    draw,
    fitted,
    labels,
    number,
    project,
    relief,
    shapes,
    text_width,
)
from macros.records import Feature, State

PLACES = {"goris": (46.342, 39.511), "lachin": (46.55, 39.637), "shusha": (46.75, 39.76),
          "stepanakert": (46.753, 39.818)}


def feature(wanted: str, kind: str, coordinates: Any, shape: str = "Polygon", **fields: Any) -> Feature:
    return Feature.model_validate({
        "id": wanted, "title": f"Title of {wanted}", "kind": kind, "accuracy_km": 2, "drawn": "derived",
        "method": "By hand.", "licence": "public domain", "sources": ["a"],
        "geometry": {"type": shape, "coordinates": coordinates}, **fields})


def square(west: float, south: float, east: float, north: float) -> list[list[list[float]]]:
    return [[[west, south], [east, south], [east, north], [west, north], [west, south]]]


LAND = [
    feature("armenia", "country", square(44, 39, 46.4, 41), title="Armenia"),
    feature("azerbaijan", "country", square(46.4, 39, 49, 41), title="Azerbaijan"),
    feature("west", "area", square(46.4, 39.3, 46.7, 40.2)),
    feature("east", "area", square(46.7, 39.3, 47, 40.2)),
    feature("road", "road", [[46.342, 39.511], [46.55, 39.637], [46.753, 39.818]], "LineString"),
    feature("oblast", "former oblast", square(46.5, 39.5, 46.9, 40.1)),
]
STATE = State.model_validate({
    "id": "s", "date": "2020", "label": "2020", "title": "In 2020", "changed": "Nothing.", "cannot_show": "Much.",
    "sources": ["a"], "shows": ["oblast"], "control": [
        {"holder": "azerbaijan", "areas": ["west"], "sources": ["a"]},
        {"holder": "peacekeepers", "areas": ["east"], "sources": ["a"]}]})
EVERYTHING = {one.id: one for one in LAND}
STOPS = [Stop(name, *at, name.capitalize()) for name, at in PLACES.items()]


def points(path: str) -> list[tuple[float, float]]:
    """The corners of a path with a single stroke."""
    numbers = [float(one) for one in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", path)]
    x, y, found = 0.0, 0.0, []
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        found.append((round(x, 1), round(y, 1)))
    return found


def test_the_middle_of_the_projection_is_its_origin_and_north_is_up() -> None:
    assert project(46.7, 40) == pytest.approx((0, 0), abs=1)
    x, y = project(46.7, 40.1)
    assert (x, y) == pytest.approx((0, 11_100), abs=50)
    assert project(46.8, 40) == pytest.approx((8_540, 0), abs=20)


def test_a_frame_is_true_to_scale() -> None:
    frame = Frame(0, 0, 100_000, 50_000, 500)
    assert (frame.scale, frame.height, frame.viewbox) == (0.005, 250, "0 0 500 250")
    assert frame.resized(250).height == 125
    south, north = FOCUS.px(46.7, 39.9), FOCUS.px(46.7, 40.1)
    assert (south[1] - north[1]) / FOCUS.scale == pytest.approx(22_200, rel=0.02)


@pytest.mark.parametrize("wanted", [["goris", "lachin"], list(PLACES), ["shusha", "stepanakert"]])
def test_a_fitted_frame_holds_its_places_with_room_to_write(wanted: list[str]) -> None:
    frame = fitted([PLACES[one] for one in wanted])
    assert 400 <= frame.height <= 560
    assert frame.x1 - frame.x0 >= 29_999
    for one in wanted:
        x, y = frame.px(*PLACES[one])
        assert 70 <= x <= frame.width - 70
        assert 45 <= y <= frame.height - 45


def test_a_frame_stays_within_the_relief_where_it_can() -> None:
    edge = fitted([(49.7, 40.4), (49.9, 40.5), (48, 39.6)])
    assert edge.x1 <= REGION.x1
    assert relief(edge).file == "relief-region.webp"
    assert relief(fitted(list(PLACES.values()))).file == "relief-focus.webp"


def test_a_relief_lies_where_its_land_is() -> None:
    laid = relief(FOCUS.resized(300))
    assert (laid.x, laid.y, laid.width, laid.height) == (0, 0, 300, FOCUS.resized(300).height)


@pytest.mark.parametrize(("value", "text"), [(0.5, ".5"), (-0.5, "-.5"), (12.0, "12"), (-3.25, "-3.2"), (-0.01, "0")])
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text


def test_shapes_are_cut_and_neighbours_share_their_edge() -> None:
    frame = fitted(list(PLACES.values()))
    found = shapes(LAND, frame)
    west, east = (points(found[one].path.rstrip("z")) for one in ("west", "east"))
    assert max(x for x, _ in west) == min(x for x, _ in east)
    for shape in found.values():
        for x, y in points(shape.path.rstrip("z")):
            assert -9 <= x <= frame.width + 9
            assert -9 <= y <= frame.height + 9
    assert found["road"].css == "nk-map__roads"


def test_a_simplified_line_leaves_its_course_by_less_than_a_pixel() -> None:
    wavy = [[46.3 + step / 1000, 39.5 + (step % 2) / 20000] for step in range(400)]
    frame = fitted(list(PLACES.values()))
    found = shapes([feature("wavy", "road", wavy, "LineString")], frame)
    assert 2 <= len(points(found["wavy"].path)) < 40


def test_what_is_out_of_view_is_left_out() -> None:
    assert shapes(LAND, Frame(200_000, -50_000, 250_000, 0)) == {}


def test_a_map_draws_the_ground_the_state_and_what_is_asked_for() -> None:
    frame = fitted(list(PLACES.values()))
    bare = draw(EVERYTHING, frame, stops=STOPS)
    assert [layer.name for layer in bare.layers] == ["countries"]
    assert bare.holders == []
    full = draw(EVERYTHING, frame, STATE, ["road"], STOPS)
    assert [layer.name for layer in full.layers] == ["countries", "areas", "oblast", "roads"]
    assert full.held == control(STATE) == {"west": "azerbaijan", "east": "peacekeepers"}
    assert full.holders == ["azerbaijan", "peacekeepers"]
    assert [shape.id for shape in full.layer("areas")] == ["west", "east"]


def box(spot: Spot, font: float) -> Box:
    """The room of a label as it is drawn."""
    wide = text_width(spot.text, font)
    left = {"start": spot.text_x, "middle": spot.text_x - wide / 2, "end": spot.text_x - wide}[spot.anchor]
    return Box(left, spot.text_y - 0.8 * font, left + wide, spot.text_y + 0.2 * font)


def collisions(frame: Frame, made: Labels) -> list[str]:
    """Labels that cover each other, a dot, the corners or the edge."""
    boxes = [(spot.text, box(spot, made.font)) for spot in made.spots]
    found = [f"{a} and {b}" for (a, one), (b, other) in combinations(boxes, 2) if one.overlap(other) > 0]
    sheet = Box(0, 0, frame.width, frame.height)
    for text, one in boxes:
        found += [f"{text} off the sheet"] * (sheet.overlap(one) < one.area - 0.1)
        found += [f"{text} in a corner" for corner in corners(frame, made.font, made.scale) if corner.overlap(one) > 0]
        found += [f"{text} on {spot.id}" for spot in made.spots if one.overlap(
            Box(spot.x - made.dot, spot.y - made.dot, spot.x + made.dot, spot.y + made.dot)) > 0]
    return found


def test_labels_cover_nothing_wide_or_narrow() -> None:
    frame = fitted(list(PLACES.values()))
    picture = draw(EVERYTHING, frame, STATE, ["road"], STOPS)
    assert collisions(frame, picture.wide) == []
    assert collisions(frame, picture.narrow) == []
    assert [spot.text for spot in picture.wide.spots] == ["Goris", "Lachin", "Shusha", "Stepanakert"]
    assert [spot.text for spot in picture.narrow.spots] == ["1", "2", "3", "4"]


def test_a_name_without_room_gives_way_to_its_number() -> None:
    crowd = [Stop(f"p{at}", 46.4 + at % 4 / 9, 39.6 + at // 4 / 12, f"A rather long name {at}") for at in range(12)]
    frame = fitted([(46, 39.3), (47.2, 40.2)])
    made = labels(frame, crowd)
    assert collisions(frame, made) == []
    numbered = [spot for spot in made.spots if spot.text.isdigit()]
    assert 0 < len(numbered) < len(crowd)
    assert all(spot.text == str(spot.number) for spot in numbered)


def test_countries_are_named_on_their_own_free_land() -> None:
    frame = fitted(list(PLACES.values()))
    names = {name.text: name for name in draw(EVERYTHING, frame, STATE, [], STOPS).wide.names}
    border = frame.px(46.4, 39.6)[0]
    assert names["Armenia"].x < border
    assert "Azerbaijan" not in names or names["Azerbaijan"].x > frame.px(47, 39.6)[0]


def test_a_scale_bar_is_as_long_as_it_says() -> None:
    made = bar(FOCUS)
    assert made.px == pytest.approx(made.kilometres * 1000 * FOCUS.scale, abs=0.1)
    assert FOCUS.width / 10 < made.px <= FOCUS.width / 4


def test_a_scale_bar_covers_no_place() -> None:
    frame = fitted(list(PLACES.values()))
    low = Stop("low", 46.36, 39.4, "Low")
    assert labels(frame, STOPS[1:]).scale == 14
    x, y = frame.px(low.lon, low.lat)
    assert y > frame.height - 45
    assert x < 100
    assert labels(frame, [low]).scale > frame.width / 2
