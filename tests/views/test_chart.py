"""Charts with their tables, notes and files."""

from __future__ import annotations

import re
from typing import Any

import pytest

from macros.dates import parse
from macros.faults import ViewFault
from macros.records import Series
from macros.views import Page, chart, chart_data, chart_lines

from .tiny import LISTS, tiny_library, tiny_page


def row(day: str, value: float, by: str = "icrc", source: str = "a", **fields: Any) -> dict[str, Any]:
    return {"date": day, "value": value, "by": by, "source": source, **fields}


def series(*rows: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"id": "patients", "title": "More than 800 were moved", "subtitle": "People moved, <9 & more",
            "unit": "people", "chart": "line", "chapter": "blockade", "summary": "The total *rises*.",
            "method": "Read off reports.", "points": list(rows), **fields}


ROWS = (
    row("2023-09-18", 800, qualifier="more than", note="may be <9"),
    row("2023-01-18", 34, "nk-authorities", "b"),
    row("2023-06-09", 441, "nk-authorities", "c"),
    row("2023-07-11", 600, qualifier="more than"),
)


def page_with(*rows: dict[str, Any], **fields: Any) -> Page:
    return tiny_page(series=[series(*rows, **fields)])


def drawn_of(page: Page) -> chart_lines.LineChart:
    entries = chart_data.entries(page.library, page.library.get(Series, "patients"))
    return chart_lines.lines(page, entries, chart_lines.by_reporter(page, entries), [])


def test_the_table_has_every_row_in_order_of_date_with_its_source() -> None:
    page = page_with(*ROWS)
    made = chart.chart(page, "patients")
    days = re.findall(r'<th scope="row">([^<]+)</th>', made)
    assert days == ["18 Jan 2023", "9 Jun 2023", "11 Jul 2023", "18 Sep 2023"]
    assert re.findall(r"<td>([^<]+)</td></tr>", made) == ["34", "441", "more than 600", "more than 800"]
    assert re.findall(r'href="#source-(\d)"', made) == ["1", "2", "3", "3"]
    assert "may be &lt;9" in made
    assert page.backs["a"] == ["chart-patients"]
    assert page.used == {"series:patients"}


def test_title_sentence_method_and_file_stand_with_the_picture() -> None:
    made = chart.chart(page_with(*ROWS), "patients")
    assert "More than 800 were moved</strong>" in made
    assert "People moved, &lt;9 &amp; more" in made
    assert 'role="img" aria-label="The total rises."' in made
    assert "Read off reports." in made
    assert '<a href="../data/series/patients.csv" download>CSV<' in made
    assert "edition 2026.1, 24 November 2026" in made


def test_each_reporter_has_a_line_of_its_own() -> None:
    page = page_with(*ROWS)
    drawn = drawn_of(page)
    assert [(line.name, len(line.marks), len(line.segments)) for line in drawn.lines] == [
        ("ICRC", 2, 1), ("NK de facto authorities", 2, 1)]
    ends = [drawn.lines[1].marks[0], drawn.lines[0].marks[-1]]
    assert ends == [(2.0, chart_lines.HEIGHT * (1 - 34 / 800)), (98.0, 0.0)]
    assert [number for _, number in drawn.grid] == [0, 200, 400, 600, 800]
    assert [label.words for label in drawn.labels] == [["more than 800", "ICRC"], ["441", "NK de facto", "authorities"]]


def test_marks_tell_officials_from_others_and_never_side_from_side() -> None:
    page = page_with(row("2023-01-01", 1, "armenia"), row("2023-01-02", 2, "azerbaijan"), row("2023-01-03", 3, "icrc"))
    looks = chart_lines.by_reporter(page, chart_data.entries(page.library, page.library.get(Series, "patients")))
    assert {by: style.full for by, style in looks.items()} == {"ICRC": True, "Armenia": False, "Azerbaijan": False}
    assert looks["Armenia"].shape != looks["Azerbaijan"].shape
    assert len({style.dash for style in looks.values()}) == 3


def test_labels_lie_on_no_point_and_on_no_label_at_any_width() -> None:
    page = page_with(*ROWS, row("2023-08-16", 700, "russia"), row("2023-02-18", 100, "azerbaijan"))
    drawn = drawn_of(page)
    for width in chart_lines.WIDTHS:
        boxes = [label.box(width) for label in drawn.labels]
        for left, top, right, bottom in boxes:
            for line in drawn.lines:
                for x, y in line.marks:
                    assert not (left < x * width / 100 < right and top < y < bottom)
        for number, (left, top, right, bottom) in enumerate(boxes):
            for low, high, far, deep in boxes[number + 1:]:
                assert far <= left or right <= low or deep <= top or bottom <= high


def test_bands_are_lettered_and_explained_with_their_sources() -> None:
    bands = [{"period": "2023-06-15/2023-06-25", "label": "All traffic stopped", "sources": ["d"]},
             {"period": "2023-07-29", "label": "A patient is arrested", "sources": ["d"]}]
    made = chart.chart(page_with(*ROWS, bands=bands), "patients")
    assert re.findall(r'text-anchor="middle">([ab])</text>', made) == ["a", "b"]
    assert "15–25 Jun 2023: All traffic stopped.<sup" in made
    assert "29 Jul 2023: A patient is arrested.<sup" in made


def test_bars_stand_on_one_scale_from_zero() -> None:
    made = chart.chart(page_with(row("2023-01-09", 2), row("2023-01-21", 8, note="by day"), chart="bar"), "patients")
    assert re.findall(r'nk-dot--full" x="1" y="1" width="([\d.]+)%"', made) == ["25.0", "100.0"]
    assert "<strong>8</strong> by day; ICRC, 21 Jan 2023" in made
    assert "nk-chart__line" not in made


def test_a_chart_needs_rows_and_a_known_id() -> None:
    with pytest.raises(ViewFault, match="has no rows"):
        chart.chart(page_with(), "patients")
    with pytest.raises(ViewFault, match='no chart or series "patient", did you mean "patients"'):
        chart.chart(page_with(*ROWS), "patient")


def test_the_file_holds_the_rows_as_typed() -> None:
    rows = row("2023-06-09~", 441, note='says "a, b"'), row("2023", 1.5, qualifier="about")
    library = tiny_library(series=[series(*rows)])
    record = library.get(Series, "patients")
    assert chart_data.csv_text(library, record) == (
        "date,value,qualifier,by,source,note\n"
        '2023-06-09~,441,exactly,icrc,a,"says ""a, b"""\n'
        "2023,1.5,about,icrc,a,\n")
    assert chart_data.csv_path(record) == "data/series/patients.csv"


@pytest.mark.parametrize(("day", "hours", "days"), [
    ("2023-06", False, 14.0), ("2023-06-03", False, 2.0), ("2023-06-03", True, 2.5), ("2023-06-03T18:30", True, 2.7708),
])
def test_a_date_is_drawn_in_the_middle_of_what_it_can_mean(day: str, hours: bool, days: float) -> None:
    assert chart_lines.after(parse("2023-06-01").first_day, parse(day), hours) == pytest.approx(days, abs=0.001)


@pytest.mark.parametrize("day", ["2023-01-12", "2023"])
def test_one_single_row_makes_a_chart(day: str) -> None:
    assert chart.chart(page_with(row(day, 0)), "patients").count("nk-dot--full") == 2


def test_the_list_of_charts_names_its_sources() -> None:
    page = tiny_page("explore/series.md", {"layout": "explore"}, others=LISTS,
                     series=[series(*ROWS), series(ROWS[0], id="also", title="Also")])
    made = chart.charts(page)
    assert made.index('id="chart-also"') < made.index('id="chart-patients"')
    assert 'data-nk-entry="also" data-chapter="blockade"' in made
    assert 'href="sources-world-media.html#b"' in made
    assert page.used >= {"series:also", "series:patients", "source:b"}
    assert not page.cited
