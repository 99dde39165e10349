"""Charts: a series or a chart of several, with its table, its sources, its method and a file to download."""

from __future__ import annotations

from markupsafe import Markup

from ..faults import BrokenRecord, ViewFault, did_you_mean
from ..records import Chart, ChartId, Series
from . import Page, chart_data, chart_lines, chart_rows, explore
from .chart_data import Drawable, Entry

KINDS = {"lines": "Lines over time", "bar": "Bars", "rows": "Counts on one scale", "shares": "Parts of a whole",
         "strip": "Calendar"}
"""What a chart is drawn as, for readers."""


def chart(page: Page, chart: ChartId) -> Markup:
    """A chart, or a series as one, with its table, its sources, its method and its CSV file. Takes either id.

        {{ chart("icrc-patients") }}
    """
    record = _find(page, chart)
    entries = chart_data.entries(page.library, record)
    if not entries and isinstance(record, Chart):  # reported at the chart by checks.charts_whole
        raise BrokenRecord(chart)
    if not entries:
        raise ViewFault(f'{record.family} "{chart}" has no rows to show')
    page.used.update(_shown(record))
    drawn, bars, rows, looks = None, [], None, {}
    kind = _kind(record)
    if kind in ("lines", "bar"):
        series = isinstance(record, Series)
        looks = chart_lines.by_reporter(page, entries) if series else chart_lines.by_line(page, entries)
        if kind == "lines":
            drawn = chart_lines.lines(page, entries, looks, record.bands)
        else:
            bars = chart_lines.bars(entries)
    elif kind == "rows":
        rows = chart_rows.rows(page, entries)
    elif kind == "shares":
        rows = chart_rows.shares(page, entries, record.unit)
    else:
        assert isinstance(record, Chart)
        assert record.period
        rows = chart_rows.strip(page, entries, record.period)
    with page.folded(f"chart-{record.id}"):
        return page.render(
            "chart", record=record, kind=kind, entries=entries, looks=looks, drawn=drawn, bars=bars, rows=rows,
            reporters={part: _reporters(page, [one for one in entries if one.part == part]) for part in looks},
            makers=_reporters(page, entries), methods=_methods(page, record), height=chart_lines.HEIGHT,
            file=page.asset(chart_data.csv_path(record)))


def charts(page: Page) -> Markup:
    """Every chart and every series of the data with its table, by chapter, with ways to narrow the list.

        {{ charts() }}
    """
    chapters = {one.id: one.title for one in page.library.chapters}
    order = list(chapters)
    every: list[Drawable] = [*page.library.all(Chart), *page.library.all(Series)]
    records = sorted(every, key=lambda one: (order.index(one.chapter), one.title.casefold()))
    frame = explore.Listing("series", "charts", len(records), [
        explore.facet("chapter", "Chapter", chapters, ([one.chapter] for one in records)),
        explore.facet("kind", "Drawn as", KINDS, ([_kind(one)] for one in records))])
    return explore.listing(page, frame, Markup("\n").join(
        explore.entry(page, one.id, f"chart-{one.id}", chart(page, one.id), chapter=[one.chapter], kind=[_kind(one)])
        for one in records))


def _find(page: Page, wanted: str) -> Drawable:
    if wanted in page.library.records["chart"]:
        return page.library.get(Chart, wanted)
    if wanted in page.library.records["series"] or page.library.may_exist("series", wanted):
        return page.library.get(Series, wanted)
    if page.library.may_exist("chart", wanted):
        return page.library.get(Chart, wanted)
    known = [*page.library.records["chart"], *page.library.records["series"]]
    raise ViewFault(f'no chart or series "{wanted}"{did_you_mean(wanted, known)}')


def _kind(record: Drawable) -> str:
    if isinstance(record, Chart):
        return record.kind
    return "lines" if record.chart == "line" else "bar"


def _shown(record: Drawable) -> set[str]:
    """The records that a chart shows, itself among them."""
    used = {f"{record.family}:{record.id}"}
    if isinstance(record, Chart):
        used |= {f"series:{one.series}" for one in record.lines if one.series}
        used |= {f"figure:{one.figure}" for one in record.lines if one.figure}
        used |= {f"figure:{one.figure}" for one in record.rows}
    return used


def _reporters(page: Page, entries: list[Entry]) -> list[str]:
    """Who reported, A to Z."""
    return sorted({page.library.speaker(by) for one in entries for by in one.by}, key=str.casefold)


def _methods(page: Page, record: Drawable) -> list[str]:
    """How the numbers were made: of the chart, then of each series in it."""
    texts = [record.method]
    if isinstance(record, Chart):
        texts += [page.library.get(Series, one.series).method for one in record.lines if one.series]
        texts += [record.caution] if record.caution else []
    return list(dict.fromkeys(texts))
