"""The facts as files that others can use."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from exports.open_data import TABLES, plain, write_lists
from macros.library import read
from tests.views.tiny import count, figure, place, source, tiny_library

GOOD = Path(__file__).parent / "fixtures" / "good" / "data"


def test_every_list_is_written_three_ways_and_says_what_it_is(tmp_path: Path) -> None:
    library, faults = read(GOOD)
    assert not faults
    written = {path.name for path in write_lists(library, tmp_path, "https://example.org/")}
    names = [*(table.name for table in TABLES), "open-points"]
    assert written == {f"{name}.{suffix}" for name in names for suffix in ("csv", "json", "js")}
    for name in names:
        whole = json.loads((tmp_path / "data" / f"{name}.json").read_text(encoding="utf-8"))
        assert {"licence", "cite", "caveats", "edition", "facts_checked_to"} <= set(whole["about"])
        assert "https://example.org/" in whole["about"]["cite"]
        script = (tmp_path / "data" / f"{name}.js").read_text(encoding="utf-8")
        part = json.loads(script.removeprefix("nkTable(").rstrip().removesuffix(")"))
        lines = (tmp_path / "data" / f"{name}.csv").read_text(encoding="utf-8").splitlines()
        top = [line for line in lines if line.startswith("#")]
        assert any(line.startswith("# licence: CC0") for line in top)
        columns, *rows = csv.reader(lines[len(top):])
        assert columns == part["columns"]
        assert columns[0] == "id"
        assert [row[0] for row in rows] == [row[0] for row in part["rows"]]
        assert {row[0] for row in rows} <= {record["id"] for record in whole["records"]}
        assert rows, f"{name} is empty in the good data set"


def test_rival_counts_are_rows_of_their_own() -> None:
    library = tiny_library(figure=[figure("dead", count("x", 5), count("y", 9, to=12, sources=["a", "b"]))])
    (table,) = [one for one in TABLES if one.name == "figures"]
    rows = [row for record in library.all(table.models[0]) for row in table.rows(library, record)]
    assert [(row["count"], row["value"], row["to"], row["by"], row["sources"]) for row in rows] == [
        ("x", 5, None, "Armenia", "a"), ("y", 9, 12, "Armenia", "a b")]


def test_markup_becomes_words() -> None:
    library = tiny_library(place=[place("shusha", "Shushi", "Shusha")], figure=[
        figure("dead", count("x", 120000, qualifier="about"), count("y", 7))])
    text = "In *[[place:shusha]]* [[figure:dead.x]], later [[figure:dead.y]] [[source:a]] [[place:shusha|there]]."
    assert plain(library, text.replace("*", "")) == "In Shusha/Shushi about 120,000, later 7  there."
    assert plain(library, "An *order*.") == "An order."
    assert plain(library, None) == ""


def test_addresses_that_lay_a_person_bare_stay_out(tmp_path: Path) -> None:
    library = tiny_library(source=[source("bare", link=False, checked={
        "on": "2026-11", "how": "stored copy", "address": "https://secret.example/x"}, url="https://secret.example/y")])
    write_lists(library, tmp_path, "")
    assert [path.name for path in (tmp_path / "data").glob("sources.*")
            if "secret.example" in path.read_text(encoding="utf-8")] == []
