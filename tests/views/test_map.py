"""The schematic locator."""

from __future__ import annotations

import math
import re

import pytest

from macros.faults import ViewFault
from macros.records import Coordinates
from macros.views.map import NARROW, WIDE, Sheet, map_slot, picture
from tests.views.tiny import Typed, place, tiny_page


def at(wanted: str, armenian: str, azerbaijani: str, lat: float, lon: float) -> Typed:
    return place(wanted, armenian, azerbaijani, coordinates={"lat": lat, "lon": lon, "precision": "town"})


PLACES = [at("shusha", "Shushi", "Shusha", 39.76, 46.75), at("goris", "Goris", "Goris", 39.51, 46.34),
          at("lachin", "Berdzor", "Lachin", 39.64, 46.55)]


def test_places_are_listed_from_west_to_east_with_pairs() -> None:
    page = tiny_page(others=("explore/places.md",), place=PLACES)
    made = map_slot(page, "shusha", "goris", "lachin", title="Along the <road>")
    listed = re.findall(r'<li><a href="([^"]+)">(.*?)</a>', made)
    assert listed == [("../explore/places.html#goris", "Goris"), ("../explore/places.html#lachin", "Berdzor / Lachin"),
                      ("../explore/places.html#shusha", "Shusha / Shushi")]
    assert "Along the &lt;road&gt;" in made
    assert "No road, border or line of control is drawn" in made
    assert page.used == {"place:shusha", "place:goris", "place:lachin"}


def points() -> list[Coordinates]:
    return [Coordinates(lat=39.0, lon=46.0, precision="town"), Coordinates(lat=40.0, lon=46.0, precision="town"),
            Coordinates(lat=39.5, lon=47.0, precision="town")]


@pytest.mark.parametrize("sheet", [WIDE, NARROW])
def test_a_picture_is_true_to_scale_with_north_up(sheet: Sheet) -> None:
    made = picture(sheet, points(), ["South", "North", "East"])
    south, north, east = made.spots
    assert south.y > north.y
    assert south.x == north.x < east.x
    degree = south.y - north.y
    assert (east.x - south.x) / degree == pytest.approx(math.cos(math.radians(39.5)), abs=0.01)
    assert made.bar / made.kilometres == pytest.approx(degree / 111.32, abs=0.05)
    for spot in made.spots:
        assert 0 < spot.x < made.sheet.width
        assert 0 < spot.y < made.sheet.height


def test_there_is_a_number_where_there_is_no_room_for_a_name() -> None:
    assert [spot.text for spot in picture(NARROW, points(), ["A", "B", "C"]).spots] == ["1", "2", "3"]
    assert [spot.text for spot in picture(WIDE, points(), ["A", "B", "C"]).spots] == ["A", "B", "C"]


def test_labels_of_near_places_stand_on_different_sides() -> None:
    near = [Coordinates(lat=39.60, lon=46.50, precision="town"), Coordinates(lat=39.60, lon=46.52, precision="town"),
            Coordinates(lat=40.60, lon=47.50, precision="town")]
    first, second, _ = picture(WIDE, near, ["Stepanakert", "Askeran", "Far"]).spots
    assert first.anchor != second.anchor


def test_asked_wrongly() -> None:
    page = tiny_page(others=("explore/places.md",), place=[*PLACES, place("nowhere", "Nowhere", "Nowhere")])
    with pytest.raises(ViewFault, match="at least two"):
        map_slot(page, "shusha", title="T")
    with pytest.raises(ViewFault, match='"nowhere" has no coordinates'):
        map_slot(page, "shusha", "nowhere", title="T")
    with pytest.raises(ViewFault, match='did you mean "lachin"'):
        map_slot(page, "shusha", "lachn", title="T")
