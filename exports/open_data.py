"""The facts as files that others can use: a CSV, a JSON and a script of each list, and the table behind each chart.

Every file says on top what it is, from which edition, under which licence, what to keep in mind, and whom to cite.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros import inline, unknowns
from macros.library import Library
from macros.records import (
    Account,
    Body,
    Chart,
    CitationFields,
    Claim,
    Document,
    Event,
    Figure,
    GlossaryEntry,
    Pair,
    Person,
    Place,
    Position,
    Reading,
    Record,
    Series,
    Source,
    Topic,
    WordDispute,
)
from macros.views import WORK, chart_data, count_words
from macros.views.name import pair

LICENCE = "CC0 1.0 for the data; coordinates of places are from GeoNames (CC BY 4.0) and OpenStreetMap (ODbL 1.0)"
CAVEATS = (
    "Rival counts and accounts stand side by side; none is preferred, and no average is meant.",
    "Read 'caution', 'as_of' and 'method' with every number; 'not opened' marks works that nobody here read.",
    "Summaries are ours; the words of a party stand with that party.",
)

Row = dict[str, Any]
Rows = Callable[[Library, Any], Iterator[Row]]


@dataclass(frozen=True)
class Table:
    """A list of records as a table: one or more rows a record, each with the record's id in the column `id`."""

    name: str
    models: Sequence[type[Record]]
    rows: Rows
    holds: Callable[[Record], bool] = lambda record: True
    """Which records of the models belong to it."""

    def records(self, library: Library) -> list[Record]:
        """In the order typed."""
        return [record for model in self.models for record in library.all(model) if self.holds(record)]


def plain(library: Library, text: str | None) -> str:
    """A record's text without markup: names for references."""
    if not text:
        return ""
    shown = []
    for piece in inline.pieces(text):
        if not isinstance(piece, inline.Reference):
            shown.append(piece.text)
        elif piece.family != "source":
            shown.append(piece.shown or _named(library, piece))
    return "".join(shown)


def _named(library: Library, piece: inline.Reference) -> str:
    wanted, _, count = piece.id.partition(".") if piece.family == "figure" else (piece.id, "", "")
    record = library.records[piece.family][wanted]
    if isinstance(record, Place):
        return pair(record)
    if isinstance(record, Person):
        return library.speaker(record.id)
    if isinstance(record, Figure):
        return count_words(next((one for one in record.counts if one.id == count), record.counts[0]))
    if isinstance(record, GlossaryEntry):
        return record.term
    assert isinstance(record, Document)
    return record.short


def cited(citations: Iterable[CitationFields]) -> str:
    return " ".join(dict.fromkeys(one.source for one in citations))


def told(library: Library, accounts: Iterable[Account]) -> str:
    return " | ".join(f"{library.speakers(one.by)}: {plain(library, one.says)}" for one in accounts)


def _facts(library: Library, record: Any) -> Row:
    return {"caution": plain(library, record.caution),
            "open_points": " | ".join(plain(library, one) for one in record.open_points)}


def _events(library: Library, event: Event) -> Iterator[Row]:
    yield {"id": event.id, "date": event.date.edtf(), "title": event.title, "chapter": event.chapter,
           "kind": event.kind, "importance": event.importance, "status": event.status,
           "summary": plain(library, event.summary), "accounts": told(library, event.accounts),
           "places": " ".join(event.places), "people": " ".join(event.people), **_facts(library, event),
           "sources": cited(event.sources)}


def _figures(library: Library, figure: Figure) -> Iterator[Row]:
    for count in figure.counts:
        yield {"id": figure.id, "title": figure.title, "unit": figure.unit, "chapter": figure.chapter,
               "count": count.id, "value": count.value, "to": count.to, "qualifier": count.qualifier,
               "what": count.what, "by": library.speakers(count.by), "voice": count.voice,
               "as_of": count.as_of.edtf(), "method": count.method,
               "count_caution": plain(library, count.caution), "note": plain(library, figure.note),
               **_facts(library, figure), "sources": cited(count.sources)}


def _series(library: Library, record: Series | Chart) -> Iterator[Row]:
    whole = {"id": record.id, "title": record.title, "unit": record.unit, "chapter": record.chapter}
    for one in chart_data.entries(library, record):
        yield {**whole, "group": one.group, "part": one.part, "date": one.when.edtf(), "value": one.value,
               "to": one.to, "qualifier": one.qualifier, "by": library.speakers(one.by), "voice": one.voice,
               "note": one.what, "partial": one.partial or None, "counted": one.method,
               "row_caution": " | ".join(plain(library, text) for text in one.cautions),
               "method": plain(library, record.method), "sources": cited(one.citations)}


def _documents(library: Library, document: Document) -> Iterator[Row]:
    whole = {"id": document.id, "date": document.date.edtf(), "title": document.title, "kind": document.kind,
             "by": library.speakers(document.by), "number": document.number, "chapter": document.chapter}
    yield {**whole, "article": "", "heading": "", "summary": plain(library, document.summary),
           "binding": plain(library, document.binding), "votes": document.votes,
           "leaves_open": plain(library, document.leaves_open), "status": "",
           "accounts": told(library, document.accounts), **_facts(library, document),
           "sources": cited(document.sources)}
    for article in document.articles:
        yield {**whole, "article": article.number, "heading": article.heading,
               "summary": plain(library, article.summary),
               "status": " | ".join(f"{one.what}: {one.state}" for one in article.status),
               "sources": cited(article.sources)}


def _positions(library: Library, position: Position) -> Iterator[Row]:
    whole = {"id": position.id, "question": position.question, "chapter": position.chapter}
    for stance in position.stances:
        yield {**whole, "by": library.speakers(stance.by), "holds": plain(library, stance.holds),
               "stated": stance.stated, "not_read": stance.not_read, **_facts(library, position),
               "sources": cited(stance.sources)}
    for silent in position.silent:
        yield {**whole, "by": library.speaker(silent.by), "holds": "no statement found",
               "stated": f"as of {silent.as_of.edtf()}", **_facts(library, position)}


def _topics(library: Library, topic: Topic) -> Iterator[Row]:
    yield {"id": topic.id, "title": topic.title, "period": topic.period and topic.period.edtf(),
           "chapter": topic.chapter, "status": topic.status, "summary": plain(library, topic.summary),
           "accounts": told(library, topic.accounts), **_facts(library, topic), "sources": cited(topic.sources)}


def _claims(library: Library, claim: Claim) -> Iterator[Row]:
    for part in claim.parts:
        yield {"id": claim.id, "reading": claim.reading, "order": claim.order, "paragraph": claim.paragraph,
               "title": claim.title, "paraphrase": plain(library, claim.paraphrase),
               "says": plain(library, part.says), "type": part.type, "verdict": part.verdict,
               "why": plain(library, part.why), "assessment": plain(library, claim.assessment),
               **_facts(library, claim), "sources": cited([*part.sources, *claim.sources])}


def _pairs(library: Library, opposed: Pair) -> Iterator[Row]:
    for one in opposed.statements:
        yield {"id": opposed.id, "title": opposed.title, "date": opposed.date.edtf(), "chapter": opposed.chapter,
               "by": library.speakers(one.by), "voice": one.voice, "says": plain(library, one.says),
               "not_read": one.not_read, "independent": plain(library, opposed.independent), "ask": opposed.ask,
               **_facts(library, opposed), "sources": cited([*one.sources, *opposed.independent_sources])}


def _wordings(library: Library, dispute: WordDispute) -> Iterator[Row]:
    for usage in dispute.usages:
        yield {"id": dispute.id, "title": dispute.title, "chapter": dispute.chapter,
               "by": library.speakers(usage.by), "says": usage.says, "quoted": usage.quoted,
               "since": usage.since and usage.since.edtf(), "we_write": plain(library, dispute.we_write),
               "sources": cited(usage.sources)}


def _places(library: Library, place: Place) -> Iterator[Row]:
    at = place.coordinates
    for name in place.names:
        yield {"id": place.id, "kind": place.kind, "name": name.text, "language": name.lang, "side": name.side,
               "say": name.say, "lat": at and at.lat, "lon": at and at.lon, "precision": at and at.precision,
               "daily_use": " | ".join(f"{one.period.edtf()}: {one.first}" for one in place.daily_use),
               "aliases": " | ".join(place.aliases), "summary": plain(library, place.summary),
               **_facts(library, place), "sources": cited(place.sources)}


def _people(library: Library, record: Person | Body) -> Iterator[Row]:
    if isinstance(record, Body):
        yield {"id": record.id, "kind": record.kind, "name": record.name, "language": "en",
               "summary": plain(library, record.summary), "sources": cited(record.sources)}
        return
    for name in record.names:
        yield {"id": record.id, "kind": "person", "name": name.text, "language": name.lang,
               "summary": plain(library, record.summary),
               "offices": " | ".join(f"{one.period.edtf()}: {one.title}" for one in record.offices),
               **_facts(library, record), "sources": cited(record.sources)}


def _glossary(library: Library, entry: GlossaryEntry) -> Iterator[Row]:
    yield {"id": entry.id, "term": entry.term, "definition": plain(library, entry.definition),
           "sources": cited(entry.sources)}


def _sources(library: Library, source: Source) -> Iterator[Row]:
    yield {"id": source.id, "title": source.title, "description": source.description, "author": source.author,
           "publisher": source.publisher, "via": source.via, "date": source.date and source.date.edtf(),
           "language": source.language, "kind": source.kind, "origin": source.origin, "number": source.number,
           "url": source.url if source.link else None, "archive": source.archive if source.link else None,
           "checked": source.checked.how, "checked_on": source.checked.on and source.checked.on.edtf(),
           "read_at": source.checked.address if source.link else None, "caution": plain(library, source.caution)}


def _readings(library: Library, reading: Reading) -> Iterator[Row]:
    whole = {"id": reading.id, "source": reading.source}
    for theme in reading.themes:
        for voice in theme.voices:
            yield {**whole, "theme": theme.title, "argument": plain(library, theme.argument), "who": voice.who,
                   "work": voice.work, "stance": voice.stance, "holds": plain(library, voice.holds),
                   **_facts(library, reading), "sources": cited(voice.sources)}
    for omission in reading.omissions:
        yield {**whole, "omission": plain(library, omission.text), "sources": cited(omission.sources)}


TABLES: tuple[Table, ...] = (
    Table("events", (Event,), _events),
    Table("figures", (Figure,), _figures),
    Table("series", (Series, Chart), _series),
    Table("documents", (Document,), _documents),
    Table("positions", (Position,), _positions),
    Table("topics", (Topic,), _topics),
    Table("claims", (Claim,), _claims),
    Table("pairs", (Pair,), _pairs),
    Table("words", (WordDispute,), _wordings),
    Table("places", (Place,), _places),
    Table("people", (Person, Body), _people),
    Table("glossary", (GlossaryEntry,), _glossary),
    Table("sources", (Source,), _sources, lambda record: not isinstance(record, Source) or record.shelf == "others"),
    Table("sources-media", (Source,), _sources, lambda record: isinstance(record, Source) and record.shelf == "media"),
    Table("sources-world-media", (Source,), _sources,
          lambda record: isinstance(record, Source) and record.shelf == "world-media"),
    Table("readings", (Reading,), _readings),
)


def about(library: Library, what: str, address: str) -> dict[str, Any]:
    """What stands on top of every file."""
    edition = library.edition
    cite = f"{WORK}, edition {edition.id}, {edition.on.words()}"
    return {"what": what, "edition": edition.id, "published": edition.on.edtf(),
            "facts_checked_to": edition.checked_to.edtf(), "licence": LICENCE,
            "cite": f"{cite}, {address}" if address else cite, "caveats": list(CAVEATS)}


def rows_of(library: Library, table: Table) -> tuple[list[str], list[list[Any]]]:
    """Column names in order, and the rows, in the order typed."""
    return tabulated([row for record in table.records(library) for row in table.rows(library, record)])


def tabulated(rows: Sequence[Row]) -> tuple[list[str], list[list[Any]]]:
    """Rows that may lack some columns as column names and full rows."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    return columns, [[_cell(row.get(name)) for name in columns] for row in rows]


def _cell(value: Any) -> Any:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else value


def heading(top: Mapping[str, Any]) -> list[str]:
    """The lines on top of a CSV file, each behind a `#`."""
    lines = [f"# {name}: {value}" for name, value in top.items() if name != "caveats"]
    return [*lines, *(f"# note: {one}" for one in top["caveats"])]


def write_lists(library: Library, site_dir: Path, address: str) -> list[Path]:
    """Write every table to `data/<name>.csv`, `.json` and `.js` of a built site; gives back what was written.

    The JSON holds the records whole. The script holds the rows of the CSV, for pages that save a part of them: a page
    that was opened from disk may load a script, but no other file.
    """
    folder = site_dir / "data"
    folder.mkdir(parents=True, exist_ok=True)
    lists = [(table.name, rows_of(library, table), list(map(_whole, table.records(library)))) for table in TABLES]
    points = [{"id": one.id, "kind": unknowns.KINDS[one.kind], "family": one.record.family, "record": one.record.id,
               "chapter": one.chapter, "text": plain(library, one.text)} for one in unknowns.points(library)]
    lists.append(("open-points", tabulated(points), points))
    written = []
    for name, (columns, rows), records in lists:
        top = about(library, f"{name}, all of them", address)
        out = io.StringIO()
        out.write("\n".join(heading(top)) + "\n")
        csv.writer(out, lineterminator="\n").writerows([columns, *rows])
        texts = {
            "csv": out.getvalue(),
            "json": json.dumps({"about": top, "records": records}, ensure_ascii=False, indent=1) + "\n",
            "js": "nkTable(" + json.dumps({"about": top, "columns": columns, "rows": rows}, ensure_ascii=False,
                                          separators=(",", ":")) + ")\n",
        }
        for suffix, text in texts.items():
            path = folder / f"{name}.{suffix}"
            path.write_text(text, encoding="utf-8")
            written.append(path)
    return written


def _whole(record: Record) -> dict[str, Any]:
    made = record.model_dump(mode="json", exclude_none=True)
    if isinstance(record, Source) and not record.link:  # the page lays a private person bare
        for name in ("url", "archive"):
            made.pop(name, None)
        made["checked"].pop("address", None)
    return made


def write_series(library: Library, site_dir: Path) -> list[Path]:
    """Write the table of every series and chart to `data/<kind>/<id>.csv` of a built site, beside each what its columns
    mean, as CSV on the Web wants it (`<id>.csv-metadata.json`); gives back what was written."""
    written = []
    drawn: list[chart_data.Drawable] = [*library.all(Series), *library.all(Chart)]
    for record in drawn:
        path = site_dir / chart_data.csv_path(record)
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f"{path.name}-metadata.json")
        path.write_text(chart_data.csv_text(library, record), encoding="utf-8")
        beside.write_text(json.dumps(csvw(library, record), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        written += [path, beside]
    return written


def csvw(library: Library, record: Series | Chart) -> dict[str, Any]:
    """What the file of a chart is and what its columns mean, as CSV on the Web (W3C, 2015) writes it."""
    found = chart_data.entries(library, record)
    used = dict.fromkeys(one.source for entry in found for one in entry.citations)
    columns = []
    for name in chart_data.csv_columns(record):
        kind = {"value": "number", "to": "number", "partial": "boolean"}.get(name, "string")
        lists = {"separator": " "} if name == "source" or (name == "by" and isinstance(record, Chart)) else {}
        columns.append({"name": name, "titles": name, "datatype": kind, "dc:description": chart_data.COLUMNS[name],
                        **lists})
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": f"{record.id}.csv",
        "dc:title": record.title,
        "dc:description": f"{record.subtitle}. {plain(library, record.summary)} {plain(library, record.method)}",
        "dc:creator": sorted({library.speaker(by) for entry in found for by in entry.by}),
        "dc:source": list(used),
        "dc:license": "https://creativecommons.org/publicdomain/zero/1.0/",
        "dc:publisher": f"{WORK}, edition {library.edition.id}",
        "tableSchema": {"columns": columns},
    }
