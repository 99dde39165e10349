"""Charts of several series and figures: lines, rows, shares, strips; their files."""

from __future__ import annotations

import re
from typing import Any

import pytest

from exports.open_data import csvw
from macros.dates import parse
from macros.records import Chart
from macros.views import Page, chart, chart_data, chart_lines, chart_rows

from .test_chart import row, series
from .tiny import count, figure, tiny_page

TOLL = figure("toll", count("late", 170, "icrc", as_of="2023-09-26T18:00", method="counted", caution="It *rose*."),
              count("early", 20, "armenia", as_of="2023-09-25T20:00", qualifier="at least"))
SIZE = figure("size", count("low", 25, "azerbaijan", method="claim"), count("high", 100, to=120))


def record(kind: str, **fields: Any) -> dict[str, Any]:
    return {"id": "drawn", "title": "What was <9 & found", "subtitle": "People", "chapter": "blockade", "kind": kind,
            "unit": "people", "summary": "It rose.", "method": "Method.", **fields}


def page_of(kind: str, **fields: Any) -> Page:
    return tiny_page(chart=[record(kind, **fields)], figure=[TOLL, SIZE],
                     series=[series(row("2023-09-24", 5), row("2023-09-27", 9, "russia", "b"))])


def entries_of(page: Page) -> list[chart_data.Entry]:
    return chart_data.entries(page.library, page.library.get(Chart, "drawn"))


LINES = [{"label": "Toll", "figure": "toll"}, {"label": "Patients", "series": "patients", "by": "icrc"}]
ROWS = [{"label": "People", "group": "Then", "figure": "size"},
        {"label": "Dead", "group": "Now", "figure": "toll", "counts": ["late"], "caution": "Mind this."}]
PARTS = [{"label": one, "group": group, "figure": "size", "counts": [which]}
         for group in ("1994", "2020") for one, which in (("Armenian forces", "high"), ("Azerbaijan", "low"))]
SPANS = [{"period": "2022-12-12/2023-01-10", "what": "shut", "by": ["armenia"], "sources": ["a"]},
         {"period": "2023-01-01/..", "what": "slow", "by": ["azerbaijan"], "partial": True, "sources": ["b"]}]
STRIP = {"strips": [{"label": "Gas", "spans": SPANS}], "period": "2022-12/2023-09"}


def test_lines_run_by_hour_and_marks_go_by_who_reported() -> None:
    page = page_of("lines", lines=LINES)
    found = entries_of(page)
    assert [(one.part, one.value) for one in found] == [("Toll", 20), ("Toll", 170), ("Patients", 5)]
    drawn = chart_lines.lines(page, found, chart_lines.by_line(page, found), [])
    toll = drawn.lines[0]
    assert toll.full == [False, True]
    assert toll.marks[1][0] - toll.marks[0][0] == pytest.approx(96 * (22 / 24) / 3, abs=0.02)
    made = chart.chart(page, "drawn")
    assert made.count("nk-chart__line") == 1
    assert page.used >= {"chart:drawn", "series:patients", "figure:toll"}
    assert "Toll, reported by Armenia; ICRC" in made


def test_the_table_tells_counter_method_and_caution() -> None:
    made = chart.chart(page_of("lines", lines=LINES), "drawn")
    assert "What was &lt;9 &amp; found" in made
    heads = re.findall(r'<th scope="row">([^<]+)<?', made)
    assert heads == ["Toll, 25 Sep 2023, 20:00", "Toll, 26 Sep 2023, 18:00", "Patients, 24 Sep 2023"]
    assert "It <em>rose</em>." in made
    assert '<span class="nk-counts__caution">counted</span>' in made
    assert "Read off reports." in made, "the method of a series stands with the chart"


def test_picture_and_table_are_chosen_by_radios() -> None:
    made = chart.chart(page_of("rows", rows=ROWS), "drawn")
    assert re.findall(r'type="radio" name="chart-drawn-view" value="(\w+)"( checked)?', made) == [
        ("chart", " checked"), ("table", "")]


def test_rows_share_a_scale_and_say_each_count() -> None:
    page = page_of("rows", rows=ROWS)
    drawn = chart_rows.rows(page, entries_of(page))
    assert [(group.heading, [one.label for one in group.rows]) for group in drawn.groups] == [
        ("Then", ["People"]), ("Now", ["Dead"])]
    high, low = drawn.groups[0].rows[0].marks
    assert (high.look, low.look) == ("estimate", "claim")
    assert low.to is None
    assert high.to is not None
    assert low.x < high.x < high.to < drawn.groups[1].rows[0].marks[0].x
    assert high.words == "100–120: Armenia, 2023"
    made = chart.chart(page, "drawn")
    assert "Mind this." in made
    assert made.index("Then</p>") < made.index("Now</p>")


def test_parts_make_the_whole_and_keep_their_pattern() -> None:
    page = page_of("shares", rows=PARTS, whole="everybody")
    rows = [group.rows[0] for group in chart_rows.shares(page, entries_of(page), "people").groups]
    assert [row.label for row in rows] == ["1994", "2020"]
    for one in rows:
        assert [(piece.x, piece.to, piece.look) for piece in one.marks] == [(0, 80, "dots"), (80, 100, "diagonals")]
    made = chart.chart(page, "drawn")
    assert 'fill="url(#chart-drawn-dots)"' in made
    assert "A whole bar is everybody." in made


def test_per_cents_leave_empty_what_nobody_states() -> None:
    page = page_of("shares", rows=PARTS[1:2], whole="everybody")
    (piece,) = chart_rows.shares(page, entries_of(page), "per cent").groups[0].rows[0].marks
    assert (piece.x, piece.to) == (0, 25)


def test_a_calendar_has_months_open_ends_and_lanes() -> None:
    page = page_of("strip", **STRIP)
    found = chart_rows.strip(page, entries_of(page), parse("2022-12/2023-09"))
    (gas,) = found.groups[0].rows
    assert gas.lanes == 2
    assert [(one.lane, one.look, one.open, one.to == 100) for one in gas.marks] == [
        (0, "full", False, False), (1, "diagonals", True, True)]
    assert [words for _, words in found.ticks][:2] == ["Dec", "Jan"]
    assert [year for _, year in found.years] == ["2023"]
    made = chart.chart(page, "drawn")
    assert "since 1 Jan 2023: slow (Azerbaijan)" in made
    assert "Reports: Armenia; Azerbaijan." in made


def test_the_file_of_a_chart_and_what_its_columns_mean() -> None:
    page = page_of("rows", rows=ROWS)
    drawn = page.library.get(Chart, "drawn")
    lines = chart_data.csv_text(page.library, drawn).splitlines()
    assert lines[0] == "group,part,date,value,to,qualifier,what,by,voice,method,caution,source"
    assert lines[2] == "Then,People,2023,100,120,exactly,what high counts,armenia,,estimate or register,,a"
    assert len(lines) == 4
    meta = csvw(page.library, drawn)
    assert meta["url"] == "drawn.csv"
    assert [one["name"] for one in meta["tableSchema"]["columns"]] == lines[0].split(",")
    assert chart_data.csv_path(drawn) == "data/charts/drawn.csv"


@pytest.mark.parametrize(("kind", "fields", "says"), [
    ("lines", {}, 'needs "lines"'), ("rows", {"rows": ROWS, "period": "2023"}, 'takes no "period"'),
    ("shares", {"rows": PARTS}, 'needs "whole"'), ("strip", {"strips": STRIP["strips"]}, 'needs "period"'),
    ("shares", {"rows": ROWS, "whole": "all"}, "exactly one"), ("lines", {"lines": [{"label": "A"}]}, "one of the two"),
])
def test_a_kind_takes_its_own_parts(kind: str, fields: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        Chart.model_validate(record(kind, **fields))
