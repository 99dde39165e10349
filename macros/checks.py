"""Rules across records: what one record cannot know by itself. Nothing here changes a record.

Each rule is a function from what was loaded to faults, and stands in `RULES`. Each has a bad sample in
`tests/fixtures/bad.yml`.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable, Iterator
from typing import Annotated, Any, Protocol, get_args, get_origin

from pydantic import BaseModel

from . import inline
from .faults import Fault, did_you_mean
from .loading import Loaded, Loc, field_path
from .records import (
    LANGUAGES,
    Chart,
    Claim,
    Clock,
    Document,
    Edition,
    Event,
    Feature,
    Figure,
    InlineText,
    Map,
    Pair,
    Person,
    Place,
    Position,
    Reading,
    Record,
    RefTo,
    Series,
    Source,
    State,
    Topic,
    WordDispute,
)

STANCE_WORDS = 40
"""The length limit of a stance: the same for every party."""
GOVERNMENTS = ("armenia", "azerbaijan")
"""Bodies that every position must hear or list as silent."""

Rule = Callable[[Loaded], Iterator[Fault]]


def _fault(loaded: Loaded, record: Record, loc: Loc, message: str) -> Fault:
    origin = loaded.origins[(record.family, record.id)]
    line, column = origin.at(loc)
    return Fault(origin.file(loc), line, column, f"{record.family} {record.id}", field_path(loc), message)


def _all(loaded: Loaded, model: type[Any]) -> Iterator[Any]:
    return iter(loaded.records[model.family].values())


# --- references -------------------------------------------------------------------------------------------------


def _marks_of(annotation: Any, metadata: tuple[Any, ...]) -> Iterator[RefTo | InlineText]:
    """The reference and markup marks of a field's type, however deep in lists and unions."""
    yield from (mark for mark in metadata if isinstance(mark, RefTo | InlineText))
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        yield from _marks_of(inner, tuple(marks))
    else:
        for argument in get_args(annotation):
            yield from _marks_of(argument, ())


@functools.cache
def _plan(model: type[BaseModel]) -> tuple[tuple[str, tuple[RefTo | InlineText, ...]], ...]:
    return tuple(
        (name, tuple(_marks_of(info.annotation, tuple(info.metadata)))) for name, info in model.model_fields.items()
    )


def _marked(model: BaseModel, loc: Loc) -> Iterator[tuple[Loc, RefTo | InlineText, str]]:
    """Every text in a record that is a reference or carries markup, with its place."""
    for name, marks in _plan(type(model)):
        yield from _marked_value(getattr(model, name), (*loc, name), marks)


def _marked_value(value: Any, loc: Loc, marks: tuple[RefTo | InlineText, ...]) -> Iterator[Any]:
    if isinstance(value, BaseModel):
        yield from _marked(value, loc)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _marked_value(item, (*loc, index), marks)
    elif isinstance(value, str):
        for mark in marks:
            yield loc, mark, value


class Known(Protocol):
    """Records, and whether one that is not among them may have been typed."""

    @property
    def records(self) -> dict[str, dict[str, Record]]: ...
    def may_exist(self, family: str, wanted: str, /) -> bool: ...


def _missing(loaded: Known, families: tuple[str, ...], wanted: str) -> str | None:
    """What to say when no record of the families has the id; None when one has, or had before it broke."""
    for family in families:
        if loaded.may_exist(family, wanted):
            return None
    known = [name for family in families for name in loaded.records[family]]
    return f'no {" or ".join(families)} "{wanted}"{did_you_mean(wanted, known)}'


def references(loaded: Loaded) -> Iterator[Fault]:
    """Every id that a record names exists; every `[[family:id]]` in a text is well formed and exists."""
    for family in loaded.records.values():
        for record in family.values():
            for loc, mark, value in _marked(record, ()):
                yield from _reference(loaded, record, loc, mark, value)


def _reference(loaded: Loaded, record: Record, loc: Loc, mark: RefTo | InlineText, value: str) -> Iterator[Fault]:
    if isinstance(mark, RefTo):
        message = _missing(loaded, mark.families, value)
        if message:
            yield _fault(loaded, record, loc[:-1] if loc[-1] == "source" else loc, message)
        return
    for message in markup(loaded, value):
        yield _fault(loaded, record, loc, message)


def markup(known: Known, text: str) -> Iterator[str]:
    """What is wrong with the `[[family:id]]` references of a text."""
    try:
        found = list(inline.pieces(text))
    except ValueError as problem:
        yield str(problem)
        return
    for piece in found:
        if not isinstance(piece, inline.Reference):
            continue
        if piece.family not in inline.LINKABLE:
            hint = did_you_mean(piece.family, inline.LINKABLE) or f"; expected one of {', '.join(inline.LINKABLE)}"
            yield f'nothing can be shown for [[{piece.family}:{piece.id}]]{hint}'
        else:
            wanted, _, count = piece.id.partition(".") if piece.family == "figure" else (piece.id, "", "")
            message = _missing(known, (piece.family,), wanted) or _no_count(known, wanted, count)
            if message:
                yield message


def _no_count(loaded: Known, wanted: str, count: str) -> str | None:
    figure = loaded.records["figure"].get(wanted)
    if not isinstance(figure, Figure) or not count:
        return None
    known = [one.id for one in figure.counts]
    return None if count in known else f'figure "{wanted}" has no count "{count}"{did_you_mean(count, known)}'


def citations(record: Record) -> Iterator[str]:
    """Ids of the sources that a record cites, once for each time."""
    for _, mark, value in _marked(record, ()):
        if isinstance(mark, RefTo) and mark.families == ("source",):
            yield value
        elif isinstance(mark, InlineText):
            yield from re.findall(r"\[\[source:([a-z0-9.-]+)", value)


def cited_sources(loaded_records: dict[str, dict[str, Record]]) -> set[str]:
    """Ids of the sources that records cite."""
    return {one for family in loaded_records.values() for record in family.values() for one in citations(record)}


# --- fairness and honesty ---------------------------------------------------------------------------------------


def disputes_heard(loaded: Loaded) -> Iterator[Fault]:
    """An event or a topic marked disputed carries the accounts of at least two parties."""
    for event in itertools.chain(_all(loaded, Event), _all(loaded, Topic)):
        if event.status == "disputed" and len(event.accounts) < 2:
            yield _fault(loaded, event, ("status",),
                         f'is disputed but has {len(event.accounts)} accounts; give what at least two parties say')


def accounts_sourced(loaded: Loaded) -> Iterator[Fault]:
    """What a party says has a source, or says openly that no text of it was read."""
    for model, name in ((Event, "accounts"), (Document, "accounts"), (Topic, "accounts"), (Claim, "accounts"),
                        (Pair, "statements")):
        for record in _all(loaded, model):
            for index, account in enumerate(getattr(record, name)):
                if not account.sources and not account.not_read:
                    yield _fault(loaded, record, (name, index),
                                 'has no source; add one, or "not_read: true" when no text of it was read')


def stances_fair(loaded: Loaded) -> Iterator[Fault]:
    """Every position hears both governments, keeps every party to the same length, and lists parties A to Z."""
    for position in _all(loaded, Position):
        heard = {one for stance in position.stances for one in stance.by} | {one.by for one in position.silent}
        for government in GOVERNMENTS:
            if government not in heard:
                yield _fault(loaded, position, ("stances",),
                             f'"{government}" is not heard; add its stance, or name it under "silent" with a date')
        names = []
        for index, stance in enumerate(position.stances):
            words = _words(stance.holds)
            if words > STANCE_WORDS:
                yield _fault(loaded, position, ("stances", index, "holds"),
                             f"is {words} words long; every party has {STANCE_WORDS}")
            names.append(_short(loaded, stance.by[0]))
        for index, (before, after) in enumerate(itertools.pairwise(names), start=1):
            if before.casefold() > after.casefold():
                yield _fault(loaded, position, ("stances", index),
                             f'"{after}" stands after "{before}"; parties run in English alphabetical order')


def _words(text: str) -> int:
    """Words that a reader reads; 0 for a text whose markup is broken, which `references` reports."""
    try:
        return len(inline.bare(text).split())
    except ValueError:
        return 0


def _short(loaded: Loaded, speaker: str) -> str:
    record = loaded.records["body"].get(speaker) or loaded.records["person"].get(speaker)
    return getattr(record, "short", None) or getattr(record, "sort", None) or speaker


def words_heard(loaded: Loaded) -> Iterator[Fault]:
    """A dispute over words gives the words of both governments."""
    for dispute in _all(loaded, WordDispute):
        heard = {one for usage in dispute.usages for one in usage.by}
        for government in GOVERNMENTS:
            if government not in heard:
                yield _fault(loaded, dispute, ("usages",),
                             f'gives no words of "{government}"; both governments are heard')


def counts_possible(loaded: Loaded) -> Iterator[Fault]:
    """A range runs upwards; no point parts thousands; no two counts of a figure say the same."""
    for figure in _all(loaded, Figure):
        seen: dict[tuple[object, ...], int] = {}
        for index, count in enumerate(figure.counts):
            if count.to is not None and count.to <= count.value:
                yield _fault(loaded, figure, ("counts", index, "to"),
                             f"is {count.to}, not more than value {count.value}; a range runs upwards")
            for name in ("value", "to"):
                if re.fullmatch(r"\d{1,3}\.\d{3}", str(getattr(count, name))):
                    yield _fault(loaded, figure, ("counts", index, name),
                                 f"is {getattr(count, name)}, a fraction; a point parts fractions, not thousands")
            key = (count.value, count.to, tuple(count.by), count.as_of.edtf(), count.what)
            if key in seen:
                yield _fault(loaded, figure, ("counts", index),
                             f"says the same as counts[{seen[key] + 1}]; keep one")
            seen[key] = index


def seen_somewhere(loaded: Loaded) -> Iterator[Fault]:
    """A source that was read has an address at which it was read."""
    for source in _all(loaded, Source):
        if source.checked.how != "not opened" and not (source.url or source.checked.address):
            yield _fault(loaded, source, ("checked",),
                         f'says "{source.checked.how}" but gives no address; add "url" or "checked.address"')
        if source.checked.how == "stored copy" and not source.checked.address:
            yield _fault(loaded, source, ("checked",), 'says "stored copy"; "address" must say where the copy is')


def names_on_both_sides(loaded: Loaded) -> Iterator[Fault]:
    """A place with one side's own form has the other side's too, in the same language."""
    for place in _all(loaded, Place):
        for lang in sorted({name.lang for name in place.names if name.side}):
            sides = {name.side for name in place.names if name.lang == lang}
            if None not in sides and sides != {"hy", "az"}:
                lacking = ({"hy", "az"} - sides).pop()
                yield _fault(loaded, place, ("names",),
                             f'has the {"Azerbaijani" if lacking == "hy" else "Armenian"} side\'s form in "{lang}" but '
                             f'not the other; add a name with "side: {lacking}"')
        if place.daily_use and not {name.side for name in place.names if name.lang == "en"} >= {"hy", "az"}:
            yield _fault(loaded, place, ("daily_use",), "orders two English forms, but the place has not both")


def names_in_english(loaded: Loaded) -> Iterator[Fault]:
    """Every place and person has an English form."""
    for model in (Place, Person):
        for record in _all(loaded, model):
            if not any(name.lang == "en" for name in record.names):
                yield _fault(loaded, record, ("names",), 'has no English form; add a name with "lang: en"')


def an_edition(loaded: Loaded) -> Iterator[Fault]:
    """There is an edition: its date is the date of the site."""
    typed = loaded.records["edition"] or "edition" in loaded.unread or any(
        family == "edition" for family, _ in loaded.broken)
    if not typed:
        yield Fault(f"data/{Edition.files}", 0, 0, "", "", "holds no edition; the newest one dates the site")


def dates_in_order(loaded: Loaded) -> Iterator[Fault]:
    """Counts, checks and statements are not dated after the edition's day of checking."""
    editions = list(_all(loaded, Edition))
    if not editions:
        return
    last = max(edition.checked_to.last_day for edition in editions)
    for figure in _all(loaded, Figure):
        for index, count in enumerate(figure.counts):
            if count.as_of.first_day > last:
                yield _fault(loaded, figure, ("counts", index, "as_of"),
                             f"is later than {last}, the day to which the facts are checked")
    for source in _all(loaded, Source):
        day = source.checked.on
        if day and day.first_day > last:
            yield _fault(loaded, source, ("checked", "on"), f"is later than {last}, the day to which facts are checked")
        if day and source.date and source.date.first_day > day.last_day:
            yield _fault(loaded, source, ("date",), f"is later than {day.edtf()}, the day on which it was read")


def outcomes_after_events(loaded: Loaded) -> Iterator[Fault]:
    """What came of an event is not counted before it began."""
    events = loaded.records["event"]
    for figure in _all(loaded, Figure):
        event = events.get(figure.event or "")
        if not isinstance(event, Event):
            continue
        for index, count in enumerate(figure.counts):
            if count.as_of.last_day < event.date.first_day:
                yield _fault(loaded, figure, ("counts", index, "as_of"),
                             f"is {count.as_of.edtf()}, before the event that it measures, {event.date.edtf()}")


REGION = (38.0, 42.5, 42.5, 51.0)
"""South, north, west and east, in degrees: the South Caucasus. A place beyond it stands in `data/places.yml` only
without coordinates, since no map of the site shows it."""


def places_in_region(loaded: Loaded) -> Iterator[Fault]:
    """Coordinates lie in the South Caucasus: latitude and longitude are easily swapped, and digits dropped."""
    south, north, west, east = REGION
    for place in _all(loaded, Place):
        at = place.coordinates
        if at and not (south <= at.lat <= north and west <= at.lon <= east):
            yield _fault(loaded, place, ("coordinates",),
                         f"lies at {at.lat} N, {at.lon} E, outside the region ({south} to {north} N, {west} to {east} "
                         "E); is a digit wrong, or are the two swapped?")


SCRIPTS: dict[str, str] = {
    "en": r"[A-Za-z\u00c0-\u024fəƏ]", "az": r"[A-Za-zÇçƏəĞğIıİiÖöŞşÜü]", "tr": r"[A-Za-zÇçĞğIıİiÖöŞşÜüÂâ]",
    "hy": r"[\u0531-\u0587]", "ru": r"[\u0400-\u04ff]", "ka": r"[\u10a0-\u10ff]", "fa": r"[\u0600-\u06ff]",
}
"""The letters of a language's script; languages that are not here are not checked."""


def scripts_fit(loaded: Loaded) -> Iterator[Fault]:
    """A form of a name is written in the script of its language."""
    for model in (Place, Person):
        for record in _all(loaded, model):
            for index, name in enumerate(record.names):
                letters = SCRIPTS.get(name.lang)
                wrong = [one for one in name.text if one.isalpha() and letters and not re.match(letters, one)]
                if wrong:
                    yield _fault(loaded, record, ("names", index, "text"),
                                 f'"{name.text}" is marked {LANGUAGES[name.lang]} but holds "{wrong[0]}", a letter of '
                                 "another script")


def rivals_from_two_origins(loaded: Loaded) -> Iterator[Fault]:
    """What is disputed rests on works of at least two origins, or says in `caution` why it does not."""
    disputed: list[Event | Topic] = [
        one for model in (Event, Topic) for one in _all(loaded, model) if one.status == "disputed"]
    for record in disputed:
        works = [loaded.records["source"].get(one) for one in citations(record)]
        origins = {work.origin for work in works if isinstance(work, Source)}
        if len(origins) == 1 and None not in works and not record.caution:
            yield _fault(loaded, record, ("sources",),
                         f'are all of one origin ({origins.pop()}) though the matter is disputed; add one of another '
                         'origin, or say in "caution" why there is none')


def claims_complete(loaded: Loaded) -> Iterator[Fault]:
    """The claims of a reading are numbered from 1 without a gap, each number once."""
    for reading in _all(loaded, Reading):
        claims = [one for one in _all(loaded, Claim) if one.reading == reading.id]
        seen: dict[int, str] = {}
        for claim in claims:
            if claim.order in seen:
                yield _fault(loaded, claim, ("order",), f'is {claim.order}, as in claim "{seen[claim.order]}"')
            elif claim.order > len(claims):
                yield _fault(loaded, claim, ("order",), f"is {claim.order}, but the reading has {len(claims)} claims")
            seen[claim.order] = claim.id


CLOCK_WORDS = 45
"""The length limit of what an entry of an evidence clock says, and of what became of it."""


def clocks_by_date(loaded: Loaded) -> Iterator[Fault]:
    """Stops and entries of an evidence clock run by date, and nothing became public before a source could say it."""
    for clock in _all(loaded, Clock):
        for name, days in (("stops", [one.date for one in clock.stops]),
                           ("entries", [one.public for one in clock.entries])):
            for index, (before, day) in enumerate(itertools.pairwise(days), start=1):
                if day.first_day < before.first_day:
                    yield _fault(loaded, clock, (name, index), f"is dated {day.edtf()}, before the one above it, "
                                                               f"{before.edtf()}; sort by date")
            for index, day in enumerate(days):
                if day.first_day != day.last_day:
                    yield _fault(loaded, clock, (name, index), f"is dated {day.edtf()}; the clock needs a single day")
        last = clock.stops[-1].date
        for index, entry in enumerate(clock.entries):
            if entry.public.first_day > last.last_day:
                yield _fault(loaded, clock, ("entries", index, "public"),
                             f"is after {last.edtf()}, the last stop, so it would never be seen; add a stop")
            if entry.later_on and entry.later_on.first_day <= entry.public.last_day:
                yield _fault(loaded, clock, ("entries", index, "later_on"),
                             f"is {entry.later_on.edtf()}, not after {entry.public.edtf()}, when the entry became "
                             "public")
            known = [loaded.records["source"].get(one.source) for one in entry.sources]
            dates = [work.date for work in known if isinstance(work, Source) and work.date]
            if dates and not entry.dating and all(day.first_day > entry.public.last_day for day in dates):
                yield _fault(loaded, clock, ("entries", index, "public"),
                             f"is {entry.public.edtf()}, but the earliest source is of "
                             f"{min(dates, key=lambda day: day.first_day).edtf()}; move it, or say in \"dating\" why")


def clocks_fair(loaded: Loaded) -> Iterator[Fault]:
    """An evidence clock hears both governments, and its entries are equally short."""
    for clock in _all(loaded, Clock):
        heard = {one for entry in clock.entries for one in entry.by}
        for government in GOVERNMENTS:
            if government not in heard and ("body", government) not in loaded.broken:
                yield _fault(loaded, clock, ("entries",), f'never hears "{government}"; add an entry by it')
        for index, entry in enumerate(clock.entries):
            for name in ("text", "later"):
                words = len(inline.bare(getattr(entry, name) or "").split())
                if words > CLOCK_WORDS:
                    yield _fault(loaded, clock, ("entries", index, name), f"has {words} words; at most {CLOCK_WORDS}")


def maps_complete(loaded: Loaded) -> Iterator[Fault]:
    """A map's places have coordinates, each once; its marks are at places that it lists."""
    places = loaded.records["place"]
    for record in _all(loaded, Map):
        for index, wanted in enumerate(record.places):
            place = places.get(wanted)
            if isinstance(place, Place) and place.coordinates is None:
                yield _fault(loaded, record, ("places", index),
                             f'"{wanted}" has no coordinates; add them to its record or leave it out')
            if wanted in record.places[:index]:
                yield _fault(loaded, record, ("places", index), f'"{wanted}" is listed twice')
        for index, mark in enumerate(record.marks):
            if mark.place in places and mark.place not in record.places:
                yield _fault(loaded, record, ("marks", index, "place"),
                             f'"{mark.place}" is not among the places of the map; list it there')


MAPPED = (37.5, 43.0, 42.0, 52.0)
"""Southern, northern, western and eastern limit of what a map may draw, degrees."""


def features_in_region(loaded: Loaded) -> Iterator[Fault]:
    """Lines and areas lie on the maps: GeoJSON wants longitude before latitude, which is easily swapped."""
    south, north, west, east = MAPPED
    for feature in _all(loaded, Feature):
        for lon, lat in itertools.chain.from_iterable(feature.geometry.lines()):
            if not (west <= lon <= east and south <= lat <= north):
                hint = "longitude and latitude are swapped" if west <= lat <= east and south <= lon <= north else (
                    "is a digit wrong?")
                yield _fault(loaded, feature, ("geometry", "coordinates"), f"goes through [{lon}, {lat}], outside the "
                             f"maps ({west} to {east} E, {south} to {north} N); {hint}")
                break


def states_whole(loaded: Loaded) -> Iterator[Fault]:
    """In each state of the map every area has one holder, and only areas have one."""
    features = loaded.records["feature"]
    areas = {name for name, feature in features.items() if isinstance(feature, Feature) and feature.kind == "area"}
    for state in _all(loaded, State):
        held: dict[str, str] = {}
        for index, control in enumerate(state.control):
            for place, area in enumerate(control.areas):
                loc: Loc = ("control", index, "areas", place)
                if area in features and area not in areas:
                    yield _fault(loaded, state, loc, f'"{area}" is no area, and nobody holds it'
                                                     f"{did_you_mean(area, sorted(areas))}")
                elif area in held:
                    yield _fault(loaded, state, loc, f'"{area}" is held by {held[area]} already; one holder each')
                held.setdefault(area, control.holder)
        missing = sorted(areas - held.keys())
        if missing and state.control and not any(family == "feature" for family, _ in loaded.broken):
            yield _fault(loaded, state, ("control",), f"gives nobody {', '.join(missing)}; every area has one holder")


def states_by_date(loaded: Loaded) -> Iterator[Fault]:
    """The states follow each other without overlap, and an advance falls into its state."""
    for before, state in itertools.pairwise(_all(loaded, State)):
        if state.date.first_day <= before.date.last_day:
            yield _fault(loaded, state, ("date",), f"begins on {state.date.first_day}, before {before.id} ends, on "
                                                   f"{before.date.last_day}; states stand in order and do not overlap")
    for state in _all(loaded, State):
        for index, advance in enumerate(state.advances):
            if not (state.date.first_day <= advance.date.first_day <= state.date.last_day):
                yield _fault(loaded, state, ("advances", index, "date"),
                             f"is {advance.date.edtf()}, outside the state, {state.date.edtf()}")


def charts_whole(loaded: Loaded) -> Iterator[Fault]:
    """The id of a chart is no series' too, its counts are those of its figures, its numbers share a unit, and nothing
    lies outside its calendar."""
    for chart in _all(loaded, Chart):
        if chart.id in loaded.records["series"]:
            yield _fault(loaded, chart, ("id",), "is the id of a series too; give the chart another")
        drawn = [(("lines", index), one) for index, one in enumerate(chart.lines)]
        drawn += [(("rows", index), one) for index, one in enumerate(chart.rows)]
        units: dict[str, str] = {}
        for loc, one in drawn:
            figure = loaded.records["figure"].get(one.figure or "")
            for number, count in enumerate(one.counts):
                message = _no_count(loaded, one.figure, count) if figure else None
                if message:
                    yield _fault(loaded, chart, (*loc, "counts", number), message)
            record = figure or loaded.records["series"].get(getattr(one, "series", None) or "")
            if isinstance(record, Figure | Series):
                units.setdefault(record.unit, record.id)
                if len(units) > 1 and next(iter(units)) != record.unit:
                    first = next(iter(units))
                    yield _fault(loaded, chart, loc, f'counts "{record.unit}", but "{units[first]}" in the same chart '
                                                     f'counts "{first}"; draw them apart')
                rows = ([by for count in record.counts for by in count.by] if isinstance(record, Figure)
                        else [point.by for point in record.points])
                by = getattr(one, "by", None)
                if by and by not in rows:
                    yield _fault(loaded, chart, (*loc, "by"), f'{record.family} "{record.id}" has nothing by "{by}"'
                                                              f'{did_you_mean(by, rows)}')
        for row, strip in enumerate(chart.strips):
            for number, span in enumerate(strip.spans):
                period = chart.period
                if period and not (period.covers(span.period.first_day) and period.covers(span.period.last_day)):
                    yield _fault(loaded, chart, ("strips", row, "spans", number, "period"),
                                 f"is {span.period.edtf()}, not all within {period.edtf()}, the chart's period")


RULES: tuple[Rule, ...] = (
    references, disputes_heard, accounts_sourced, stances_fair, words_heard, counts_possible, seen_somewhere,
    names_on_both_sides, names_in_english, an_edition, dates_in_order, outcomes_after_events, places_in_region,
    scripts_fit, rivals_from_two_origins, claims_complete, clocks_by_date, clocks_fair, charts_whole, maps_complete,
    features_in_region, states_whole, states_by_date,
)


def run(loaded: Loaded) -> list[Fault]:
    """Every fault that every rule finds."""
    return [fault for rule in RULES for fault in rule(loaded)]
