"""Maps of a chapter, the small map of a place, and a map as a file."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from macros.faults import BrokenRecord, ViewFault
from macros.records import Map, Place
from macros.views import Page
from macros.views.map import (
    drawing_styles,
    features_in,
    map_of,
    mini_base,
    mini_map,
    picture_of,
    standalone,
)
from tests.views.plain import plain
from tests.views.tiny import Typed, place, tiny_page

STYLES = Path(__file__).parents[2] / "overrides" / "assets" / "stylesheets"


def at(wanted: str, armenian: str, azerbaijani: str, lat: float, lon: float, **fields: object) -> Typed:
    return place(wanted, armenian, azerbaijani, coordinates={"lat": lat, "lon": lon, "precision": "town"}, **fields)


PLACES = [at("shusha", "Shushi", "Shusha", 39.76, 46.75, daily_use=[{"period": "2020-11-09/..", "first": "az"}]),
          at("goris", "Goris", "Goris", 39.51, 46.34), at("lachin", "Berdzor", "Lachin", 39.64, 46.55),
          place("nowhere", "Nowhere", "Nowhere")]


def feature(wanted: str, kind: str, corners: list[list[float]], shape: str = "Polygon", **fields: object) -> Typed:
    return {"id": wanted, "title": f"The {wanted}", "kind": kind, "accuracy_km": 2, "drawn": "derived",
            "method": "By hand.", "licence": "public domain", "sources": ["b"],
            "geometry": {"type": shape, "coordinates": [corners] if shape == "Polygon" else corners}, **fields}


def box(west: float, south: float, east: float, north: float) -> list[list[float]]:
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


FEATURES = [
    feature("armenia", "country", box(44, 39, 46.45, 41), title="Armenia"),
    feature("azerbaijan", "country", box(46.45, 39, 49, 41), title="Azerbaijan"),
    feature("east", "area", box(46.5, 39.3, 47, 40.2)),
    feature("road", "road", [[46.34, 39.51], [46.75, 39.76]], "LineString", period="2022-08-30/.."),
    feature("oblast", "former oblast", box(46.5, 39.5, 46.9, 40.1)),
    feature("far", "road", [[43.34, 41.51], [43.75, 41.76]], "LineString"),
]
STATE: Typed = {"id": "s-2020", "date": "2020-12", "label": "2020", "title": "In 2020", "changed": "Nothing.",
                "cannot_show": "Much.", "sources": ["a"], "shows": ["oblast"],
                "control": [{"holder": "peacekeepers", "areas": ["east"], "sources": ["c"]}],
                "advances": [{"place": "goris", "date": "2020-12-03", "says": "Somebody said that it held it.",
                              "sources": ["c"]}]}


def typed(**fields: object) -> Typed:
    return {"id": "road-map", "title": "Along the road & on", "chapter": "blockade", "state": "s-2020",
            "shows": ["road", "far"], "places": ["shusha", "goris", "lachin"], "cannot_show": "The bends < all.",
            "marks": [{"place": "lachin", "text": "The town < it.", "sources": ["d"]}], **fields}


def page_with(**fields: object) -> Page:
    return tiny_page(
        others=("explore/places.md",), place=PLACES, feature=FEATURES, state=[STATE], map=[typed(**fields)])


def test_a_map_says_what_it_is_of_and_what_it_cannot_show() -> None:
    said = plain(map_of(page_with(), "road-map"))
    assert "Control: December 2020. Lines are approximate; none is an official boundary." in said
    assert "What this map cannot show The bends < all." in said
    later = plain(map_of(page_with(period="2022-08"), "road-map"))
    assert "August 2022. Control: December 2020." in later
    bare = plain(map_of(page_with(state=None, period="2022-08"), "road-map"))
    assert "August 2022. No control is drawn." in bare
    assert "Who held what" not in bare


def test_the_list_says_all_that_the_picture_shows() -> None:
    made = map_of(page_with(), "road-map")
    listed = re.findall(r'<li><a href="([^"]+)">(.*?)</a>', made)
    assert listed == [("../explore/places.html#goris", "Goris"), ("../explore/places.html#lachin", "Berdzor / Lachin"),
                      ("../explore/places.html#shusha", "Shusha / Shushi")]
    said = plain(made)
    assert "Lachin, town. The town < it." in said
    assert "Goris, town. 3 December 2020: Somebody said that it held it." in said
    assert "Russian peacekeepers; the de facto authorities govern: The east" in said


def test_each_line_has_its_source_date_and_accuracy() -> None:
    page = page_with()
    said = plain(map_of(page, "road-map"))
    assert re.search(r"The road, since 30 August 2022: within about 2 km; derived\. ?\d", said)
    assert "State borders and coasts: within about 2 km; derived." in said
    assert "The far" not in said, "a line that is out of view is listed"
    assert set(page.cited) == {"b", "c", "d"}
    assert page.used >= {"map:road-map", "state:s-2020", "feature:road", "place:goris"}
    assert "feature:far" not in page.used


def test_two_maps_of_a_page_share_no_id() -> None:
    page = tiny_page(others=("explore/places.md",), place=PLACES, feature=FEATURES, state=[STATE],
                     map=[typed(), typed(id="second")])
    made = map_of(page, "road-map") + map_of(page, "second")
    ids = re.findall(r' id="([^"]+)"', made)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r"url\(#([^)]+)\)", made)) | set(re.findall(r'href="#(map-[^"]+)"', made)) <= set(ids)


def test_a_picture_hides_nothing_that_can_be_focused() -> None:
    picture = re.search(r'<svg viewBox[^>]+role="img".*?</svg>', map_of(page_with(), "road-map"), re.DOTALL)
    assert picture
    assert "<a " not in picture[0]
    assert "tabindex" not in picture[0]


def test_asked_wrongly() -> None:
    with pytest.raises(ViewFault, match='did you mean "road-map"'):
        map_of(page_with(), "road-mpa")
    with pytest.raises(BrokenRecord):
        map_of(page_with(places=["shusha", "nowhere"], marks=[]), "road-map")
    with pytest.raises(BrokenRecord):
        map_of(page_with(places=["shusha", "lachn"], marks=[]), "road-map")


def test_small_maps_share_their_land() -> None:
    page = page_with()
    base = mini_base(page)
    assert base.count('<symbol id="nk-map-mini"') == 1
    small = mini_map(page, page.library.get(Place, "shusha"), "Shusha / Shushi")
    assert 'aria-label="Where Shusha / Shushi lies"' in small
    assert '<use href="#nk-map-mini"/>' in small
    assert len(small) < 1000
    assert mini_map(page, page.library.get(Place, "nowhere"), "Nowhere") == ""


def test_a_place_beyond_the_region_has_no_small_map() -> None:
    page = tiny_page(place=[at("far", "Far", "Far", 42.87, 74.57)], feature=FEATURES)
    assert mini_map(page, page.library.get(Place, "far"), "Far") == ""
    assert mini_base(tiny_page()) == ""


def test_a_map_as_a_file_needs_no_page() -> None:
    page = page_with()
    picture = picture_of(page.library, page.library.get(Map, "road-map"))
    styles = drawing_styles((STYLES / "tokens.css").read_text("utf-8"), (STYLES / "map.css").read_text("utf-8"))
    made = standalone(picture, "Along the <road>", "By us & others", styles)
    root = ElementTree.fromstring(made)
    assert root.findtext("{http://www.w3.org/2000/svg}title") == "Along the <road>"
    assert "var(" not in made
    assert "<image" not in made
    assert "#9179b3" in styles, "the light colours are put in"
    drawn = set(re.findall(r'class="([^"]+)"', made))
    known = set(re.findall(r"\.(nk-map__[\w-]+)", styles))
    assert {one for names in drawn for one in names.split()} <= known
    assert [one.id for one in features_in(page.library, picture)] == ["armenia", "azerbaijan", "east", "oblast", "road"]
