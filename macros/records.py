"""What a record is: one class a family, checked field by field.

A record knows nothing of files and nothing of pages. Each class names its family, the files that hold it (`files`,
a glob below `data/`) and, in its docstrings and `Field` descriptions, the shape, the unit and the meaning of what it
holds; the JSON Schemas in `data/schema/` are generated from here.

A new family takes one class here and one entry in `FAMILIES`.

Kinds of value used throughout:

* `Date`: EDTF text (see `dates.py`), held as `When`.
* `Text`: plain text with a small inline markup (see `inline.py`): `*emphasis*`, `[[place:shusha]]`,
  `[[source:some-id]]`, `[[glossary:term|the words shown]]`. It is escaped on the way out; HTML has no effect in it.
* `…Id`: the id of a record of that family; `checks.py` makes sure that it exists.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    WithJsonSchema,
    model_validator,
)

from . import dates
from .dates import When

# --- kinds of value ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class RefTo:
    """Marks a text as the id of a record of one of `families`."""

    families: tuple[str, ...]


@dataclass(frozen=True)
class InlineText:
    """Marks a text that carries inline markup."""


def _slug(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(?:[-.][a-z0-9]+)*", value):
        raise ValueError(f'"{value}" is no id; ids are small letters, digits and single hyphens, as in "lachin-road"')
    return value


def _when(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return dates.parse(value) if isinstance(value, str) else value


def _prose(value: str) -> str:
    text = " ".join(value.split())
    if not text:
        raise ValueError("is empty")
    if re.search(r"<[a-z/!]|\{[{%]", text):
        raise ValueError("holds HTML or a macro; records hold plain text with *emphasis* and [[family:id]] only")
    return text


def _web(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+\.[^\s]+", value):
        raise ValueError(f'"{value}" is no web address; expected one that starts with https://')
    return value


Slug = Annotated[str, AfterValidator(_slug)]
Date = Annotated[
    When,
    BeforeValidator(_when),
    PlainSerializer(lambda when: when.edtf(), return_type=str),
    WithJsonSchema({"type": ["string", "integer"], "description": dates.EXPECTED}),
]
Line = Annotated[str, AfterValidator(_prose)]
Text = Annotated[str, AfterValidator(_prose), InlineText()]
Web = Annotated[str, AfterValidator(_web)]
Number = Annotated[int | float, Field(allow_inf_nan=False)]

SourceId = Annotated[str, RefTo(("source",))]
EventId = Annotated[str, RefTo(("event",))]
FigureId = Annotated[str, RefTo(("figure",))]
SeriesId = Annotated[str, RefTo(("series",))]
DocumentId = Annotated[str, RefTo(("document",))]
PositionId = Annotated[str, RefTo(("position",))]
WordingId = Annotated[str, RefTo(("wording",))]
PlaceId = Annotated[str, RefTo(("place",))]
FeatureId = Annotated[str, RefTo(("feature",))]
StateId = Annotated[str, RefTo(("state",))]
MapId = Annotated[str, RefTo(("map",))]
ChartId = Annotated[str, RefTo(("chart",))]
ClockId = Annotated[str, RefTo(("clock",))]
PersonId = Annotated[str, RefTo(("person",))]
BodyId = Annotated[str, RefTo(("body",))]
ReadingId = Annotated[str, RefTo(("reading",))]
GlossaryId = Annotated[str, RefTo(("glossary",))]
QuestionId = Annotated[str, RefTo(("question",))]
DiscussionId = Annotated[str, RefTo(("discussion",))]
ChapterId = Annotated[str, RefTo(("chapter",))]
EditionId = Annotated[str, RefTo(("edition",))]
SpeakerId = Annotated[str, RefTo(("body", "person"))]

Side = Literal["hy", "az"]
"""The Armenian and the Azerbaijani side, by the code of the language."""
Language = Literal[
    "en", "hy", "az", "ru", "tr", "fr", "de", "it", "es", "ka", "fa", "ar", "bg", "fi", "nl", "sv", "pt", "uk",
    "vi", "bs", "pl", "ko",
]
LANGUAGES: dict[str, str] = {
    "en": "English", "hy": "Armenian", "az": "Azerbaijani", "ru": "Russian", "tr": "Turkish", "fr": "French",
    "de": "German", "it": "Italian", "es": "Spanish", "ka": "Georgian", "fa": "Persian",
    "ar": "Arabic", "bg": "Bulgarian", "fi": "Finnish", "nl": "Dutch", "sv": "Swedish", "pt": "Portuguese",
    "uk": "Ukrainian", "vi": "Vietnamese", "bs": "Bosnian", "pl": "Polish", "ko": "Korean",
}


class Model(BaseModel):
    """What every model here shares: no unknown fields, no change after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Record(Model):
    """A thing with an id of its own. Ids are never reused and never renamed once published."""

    family: ClassVar[str]
    files: ClassVar[str]

    id: Slug


class Fact(Record):
    """A record of what happened, was counted, written or held: it says openly what is not known of it."""

    caution: Text | None = None
    """What a reader should know before leaning on this record."""
    open_points: list[Text] = []
    """What nobody of this project could establish yet: one sentence each that a contributor could settle ("The votes
    were not read in the judgment itself."). Shown on the page What we don't know."""


def _citation(value: Any) -> Any:
    return {"source": value} if isinstance(value, str) else value


class CitationFields(Model):
    source: SourceId
    at: Line | None = None
    """Where in the source: a page, paragraph, article or time code."""
    note: Text | None = None
    """What this source carries of the fact when it does not carry all of it."""


Citation = Annotated[CitationFields, BeforeValidator(_citation)]
"""A source id, or a mapping with `source` and, where useful, `at` and `note`."""
Citations = Annotated[list[Citation], Field(min_length=1)]

# --- sources ----------------------------------------------------------------------------------------------------

Origin = Literal[
    "armenia-official", "azerbaijan-official", "nk-authorities", "russia-official", "turkiye-official",
    "other-state", "intergovernmental", "court", "humanitarian", "human-rights", "academic", "research",
    "company", "reference", "media-armenia", "media-armenian-diaspora", "media-azerbaijan",
    "media-azerbaijan-independent", "media-russia", "media-turkiye", "media-international",
]
ORIGINS: dict[str, str] = {
    "armenia-official": "Armenia, official",
    "azerbaijan-official": "Azerbaijan, official",
    "nk-authorities": "NK de facto authorities",
    "russia-official": "Russia, official",
    "turkiye-official": "Türkiye, official",
    "other-state": "Other states",
    "intergovernmental": "UN, EU, OSCE, Council of Europe",
    "court": "International courts",
    "humanitarian": "Humanitarian bodies",
    "human-rights": "Human-rights bodies",
    "academic": "Academic",
    "research": "Research and advocacy",
    "company": "Companies",
    "reference": "Reference works",
    "media-armenia": "Media, Armenia",
    "media-armenian-diaspora": "Media, Armenian diaspora",
    "media-azerbaijan": "Media, Azerbaijan",
    "media-azerbaijan-independent": "Media, Azerbaijan, independent",
    "media-russia": "Media, Russia",
    "media-turkiye": "Media, Türkiye",
    "media-international": "Media, other countries",
}
SIDES: dict[Side, tuple[Origin, ...]] = {
    "hy": ("armenia-official", "nk-authorities", "media-armenia", "media-armenian-diaspora"),
    "az": ("azerbaijan-official", "media-azerbaijan", "media-azerbaijan-independent"),
}
"""Where a work was published, not what it says: independent outlets count with the place they write from."""


Shelf = Literal["media", "others", "world-media"]
"""Media of Armenia, its diaspora, Azerbaijan, Russia and Türkiye; all that is no medium; media of other countries."""


class Checked(Model):
    """How far anybody of this project got to see the work."""

    on: Date | None = None
    """The day it was looked at; left out when nobody opened it."""
    how: Literal["opened", "stored copy", "not opened"]
    """`opened`: the page itself; `stored copy`: a copy kept elsewhere, often only an excerpt; `not opened`: cited
    from knowledge or through another work, and the reader is told so."""
    address: Web | None = None
    """Where it was read; always given for a stored copy."""

    @model_validator(mode="after")
    def _seen_means_dated(self) -> Checked:
        if (self.how == "not opened") != (self.on is None):
            raise ValueError('needs "on", the day it was read, unless "how" is "not opened"')
        return self


class Source(Record):
    """One work, cited as often as needed. Exactly one of `title` and `description` is given."""

    family = "source"
    files = "sources/*.yml"

    title: Line | None = None
    """The work's own title, in its own language, letter for letter."""
    description: Line | None = None
    """What the work is, in our words, where the exact title was never seen. Shown in square brackets."""
    author: Line | None = None
    publisher: Line
    via: Line | None = None
    """Who reproduces the work at the address that was read, when that is not the publisher."""
    date: Date | None = None
    language: Language = "en"
    kind: Literal[
        "article", "opinion", "interview", "agency report", "statement", "press release", "report", "resolution",
        "court order", "court filing", "treaty", "meeting record", "transcript", "bulletin", "filing", "book",
        "data set", "reference", "video",
    ]
    origin: Origin
    url: Web | None = None
    """The canonical address at the publisher's own site. A mirror goes to `checked.address`."""
    archive: Web | None = None
    link: bool = True
    """False where the page lays a private person bare: the work is named, and no link leads there."""
    number: Line | None = None
    """Document number, docket, ISBN or DOI, with its name: `General List No. 180`."""
    checked: Checked
    caution: Text | None = None
    """What a reader should know before leaning on it."""

    @property
    def shelf(self) -> Shelf:
        """On which of the lists of sources the work stands: one of all would be too heavy for a bad line."""
        if self.origin == "media-international":
            return "world-media"
        return "media" if self.origin.startswith("media-") else "others"

    @model_validator(mode="after")
    def _named_once(self) -> Source:
        if (self.title is None) == (self.description is None):
            raise ValueError('needs exactly one of "title" (the exact one) and "description" (in our words)')
        return self


# --- who, where, when -------------------------------------------------------------------------------------------

class Name(Model):
    """One form of a name."""

    lang: Language
    text: Line
    side: Side | None = None
    """Whose form it is, where each side has its own (`en: Shushi` is hy, `en: Shusha` is az)."""
    say: Line | None = None
    """How an English reader says it, the stressed part in capitals: "shoo-SHAH"."""


class DailyUse(Model):
    """Whose form was in daily official use in the place, and when: this decides which form comes first."""

    period: Date
    first: Side


class Coordinates(Model):
    lat: Annotated[float, Field(ge=-90, le=90)]
    """Degrees north, WGS 84."""
    lon: Annotated[float, Field(ge=-180, le=180)]
    """Degrees east, WGS 84."""
    precision: Literal["surveyed", "town", "approximate"]


class Place(Fact):
    """A place with every form of its name. Forms of both sides stand beside each other."""

    family = "place"
    files = "places.yml"

    kind: Literal["town", "village", "bridge", "road", "region", "district", "reservoir", "river", "mountain", "mine",
                  "monastery", "site", "country"]
    names: Annotated[list[Name], Field(min_length=1)]
    aliases: list[Line] = []
    """Further spellings that people search for; never shown as the name."""
    daily_use: list[DailyUse] = []
    """Left out where both sides use one name, or where no form was in daily official use by one side alone; then
    the forms run in English alphabetical order."""
    coordinates: Coordinates | None = None
    summary: Text
    sources: Citations

    def form(self, lang: Language, side: Side | None = None) -> str | None:
        """The form in `lang` that `side` uses, or that both use; None when there is none."""
        for name in self.names:
            if name.lang == lang and name.side in (None, side):
                return name.text
        return None


class Office(Model):
    title: Line
    body: BodyId | None = None
    period: Date


class Person(Fact):
    """A person named in the chapters: offices held and when, in one neutral line."""

    family = "person"
    files = "people.yml"

    names: Annotated[list[Name], Field(min_length=1)]
    aliases: list[Line] = []
    sort: Line
    """Family name first, for lists."""
    summary: Text
    offices: list[Office] = []
    sources: Citations


class Body(Record):
    """A state, authority, court or organisation that acts or speaks."""

    family = "body"
    files = "bodies.yml"

    name: Line
    short: Line
    """The form used in tables and boxes."""
    kind: Literal["government", "de facto authority", "intergovernmental", "court", "humanitarian", "human-rights",
                  "media", "company", "military", "civil society", "parliament", "research"]
    summary: Text
    sources: list[Citation] = []


class Account(Model):
    """What one party says of an event."""

    by: Annotated[list[SpeakerId], Field(min_length=1)]
    voice: Line | None = None
    """The office or person that said it, and when, where that narrows `by`."""
    says: Text
    sources: list[Citation] = []
    """Left out only when the record's own sources carry it."""
    not_read: bool = False
    """True when no text of this statement was read: shown to the reader."""


EventKind = Literal["fighting", "civilians", "displacement", "captives", "court", "talks", "government", "daily-life"]
EVENT_KINDS: dict[str, str] = {
    "fighting": "Armed clash",
    "civilians": "Harm to civilians",
    "displacement": "Flight and return",
    "captives": "Captives and trials",
    "court": "Court or council",
    "talks": "Statement or talks",
    "government": "Rule and borders",
    "daily-life": "Daily life and heritage",
}
"""What an event is above all; one kind each, by what happened and not by who did it."""
Standing = Literal["established", "disputed", "single source", "not verified"]


class Event(Fact):
    """Something dated that happened, told in words that every party's reader would accept as a description."""

    family = "event"
    files = "events/*.yml"

    date: Date
    title: Annotated[Line, Field(max_length=90)]
    label: Annotated[Line, Field(max_length=60)]
    """A few words for a timeline."""
    summary: Text
    chapter: ChapterId
    kind: EventKind
    importance: Literal["key", "supporting"] = "supporting"
    """`key`: whoever knows the chapter knows this; its chapter must tell it."""
    places: list[PlaceId] = []
    people: list[PersonId] = []
    accounts: list[Account] = []
    status: Standing
    """`established`: sources of more than one origin agree; `disputed`: the parties differ on what happened;
    `single source`: one origin only; `not verified`: nobody independent could check."""
    sources: Citations


# --- numbers ----------------------------------------------------------------------------------------------------

Method = Literal["counted", "set", "estimate", "claim"]
METHODS: dict[str, str] = {
    "counted": "counted",
    "set": "set by a text, rule or vote",
    "estimate": "estimate or register",
    "claim": "claim, no method given",
}
Qualifier = Literal["exactly", "about", "at least", "at most", "more than", "fewer than", "almost"]


class Count(Model):
    """One number for the thing, by one maker at one time.

    The mark depends on a published test of method, never on the speaker: `counted` when the maker says that units
    were enumerated one by one, `set` when a text, rule or vote fixes the number itself, `estimate` when it is derived,
    rounded or read off a register, `claim` when no method is given.
    """

    id: Slug
    value: Number
    to: Number | None = None
    """The upper end where the count is a range."""
    qualifier: Qualifier = "exactly"
    what: Line
    """What exactly was counted, where that differs between makers: "arrivals counted in Armenia"."""
    by: Annotated[list[SpeakerId], Field(min_length=1)]
    voice: Line | None = None
    as_of: Date
    method: Method
    caution: Text | None = None
    sources: Citations


Harm = Literal["killed", "wounded", "missing", "displaced", "held"]
HARMS: dict[str, str] = {
    "killed": "Killed", "wounded": "Wounded", "missing": "Missing", "displaced": "Displaced", "held": "Held captive",
}


class Figure(Fact):
    """A number on which counts differ or may differ, with every rival count."""

    family = "figure"
    files = "figures/*.yml"

    title: Annotated[Line, Field(max_length=80)]
    unit: Line
    """What one unit is, in the plural: "people", "tonnes a day"."""
    chapter: ChapterId
    event: EventId | None = None
    """What the number measures the outcome of: no count is dated before it."""
    harm: Harm | None = None
    """Set where the number measures what people suffered; the balance page compares by it."""
    suffered_by: list[Literal["armenians", "azerbaijanis", "others"]] = []
    """Whom `harm` befell: citizens of, or people who are."""
    counts: Annotated[list[Count], Field(min_length=1)]
    note: Text
    """What the counts do and do not measure, and whether anybody published an agreed figure."""
    plot: bool = True
    """False where the counts do not share a scale."""

    @model_validator(mode="after")
    def _counts_apart(self) -> Figure:
        ids = [count.id for count in self.counts]
        for double in sorted({name for name in ids if ids.count(name) > 1}):
            raise ValueError(f'count "{double}" stands twice')
        return self


class Band(Model):
    """A stretch of time marked on a chart."""

    period: Date
    label: Line
    sources: Citations


class Point(Model):
    """One row of a series' CSV file."""

    date: Date
    value: Number
    qualifier: Qualifier = "exactly"
    by: SpeakerId
    source: SourceId
    note: Line | None = None


class Series(Record):
    """The table behind a chart: `data/series/<id>.yml` beside `data/series/<id>.csv` (columns of `Point`)."""

    family = "series"
    files = "series/*.yml"

    title: Annotated[Line, Field(max_length=80)]
    """The finding, as a sentence."""
    subtitle: Line
    """What is shown, in which unit, by whom."""
    unit: Line
    chart: Literal["line", "bar"]
    chapter: ChapterId
    summary: Text
    """One sentence for whoever does not see the picture."""
    method: Text
    bands: list[Band] = []
    points: list[Point] = []
    """Filled from the CSV file; never typed in the YAML."""


class ChartLine(Model):
    """What one line of a chart draws: a series, or the counts of a figure by their date."""

    label: Line
    """What stands at its end, at most three words."""
    series: SeriesId | None = None
    figure: FigureId | None = None
    counts: list[Slug] = []
    """Of the figure, in order of date; none named means all."""
    by: SpeakerId | None = None
    """Only the rows of this reporter."""
    caution: Line | None = None

    @model_validator(mode="after")
    def _of_one(self) -> ChartLine:
        if (self.series is None) == (self.figure is None):
            raise ValueError('needs "series" or "figure", one of the two')
        if self.series and self.counts:
            raise ValueError('names "counts", which only a figure has; leave them out, or name the "figure"')
        return self


class ChartRow(Model):
    """One row of a chart of rows: counts of a figure, side by side on one scale."""

    label: Line
    group: Line | None = None
    """The heading that the row stands under."""
    figure: FigureId
    counts: list[Slug] = []
    """Of the figure; none named means all."""
    caution: Line | None = None


class Span(Model):
    """A stretch of time in a calendar strip."""

    period: Date
    what: Line
    by: Annotated[list[SpeakerId], Field(min_length=1)]
    """Who reported it."""
    partial: bool = False
    """The service was cut or limited, not gone."""
    sources: Citations


class Strip(Model):
    """One row of a calendar strip."""

    label: Line
    spans: Annotated[list[Span], Field(min_length=1)]


class Chart(Fact):
    """A picture of several series or figures together. The numbers stand in those; nothing is typed twice."""

    family = "chart"
    files = "charts/*.yml"

    title: Annotated[Line, Field(max_length=90)]
    """The finding, as a sentence."""
    subtitle: Line
    """What is counted, in which unit."""
    chapter: ChapterId
    kind: Literal["lines", "rows", "shares", "strip"]
    """Lines over time; rows of marks on one scale; parts of a whole, a bar for each group; stretches of time."""
    unit: Line
    lines: list[ChartLine] = []
    rows: list[ChartRow] = []
    """Of shares: a bar for each `group`, a part of it for each row, one count each. In per cent what is missing to 100
    stays empty; else the parts make the whole."""
    strips: list[Strip] = []
    period: Date | None = None
    """Of a strip: from when to when it runs."""
    whole: Line | None = None
    """Of shares: what 100 per cent is."""
    bands: list[Band] = []
    """Of lines only."""
    summary: Text
    """One or two sentences for whoever does not see the picture."""
    method: Text

    @model_validator(mode="after")
    def _with_its_parts(self) -> Chart:
        needs = {"lines": ("lines",), "rows": ("rows",), "shares": ("rows", "whole"), "strip": ("strips", "period")}
        for name in ("lines", "rows", "strips", "period", "whole"):
            if bool(getattr(self, name)) != (name in needs[self.kind]):
                does = "needs" if name in needs[self.kind] else "takes no"
                raise ValueError(f'is of kind "{self.kind}", which {does} "{name}"')
        if self.bands and self.kind != "lines":
            raise ValueError(f'is of kind "{self.kind}", which takes no "bands"')
        if self.kind == "shares" and any(not row.group or len(row.counts) != 1 for row in self.rows):
            raise ValueError('is of kind "shares": each row needs a "group" and exactly one of "counts"')
        return self


# --- maps -------------------------------------------------------------------------------------------------------


class Geometry(Model):
    """A geometry as GeoJSON writes it (RFC 7946): longitude before latitude, in degrees of WGS 84."""

    type: Literal["LineString", "MultiLineString", "Polygon", "MultiPolygon"]
    coordinates: list[Any]

    def lines(self) -> list[Any]:
        """Every line or ring of it, each a list of positions."""
        nested = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}[self.type]
        found: list[Any] = [self.coordinates]
        for _ in range(nested):
            found = [part for whole in found for part in whole]
        return found

    @model_validator(mode="after")
    def _drawable(self) -> Geometry:
        lines = self.lines() if self.coordinates else []
        least = 4 if self.type.endswith("Polygon") else 2
        for line in lines or [[]]:
            if not isinstance(line, list) or len(line) < least:
                raise ValueError(f"a {self.type} needs lines of at least {least} positions, each [longitude, latitude]")
            for at in line:
                if not (isinstance(at, list) and len(at) == 2 and all(isinstance(part, float | int) for part in at)):
                    raise ValueError(f"{at} is no position; expected [longitude, latitude], nested as in a {self.type}")
            if least == 4 and line[0] != line[-1]:
                raise ValueError(f"a ring begins at {line[0]} and ends at {line[-1]}; close it with its first position")
        return self


class Feature(Fact):
    """A line or an area on the maps: a feature of `data/map/<layer>.geojson`, with these fields as its `properties`."""

    family = "feature"
    files = "map/*.geojson"

    title: Line
    """What it is, in words: "Line of contact, 1994–2020"."""
    kind: Literal["country", "former oblast", "area", "district", "river", "lake", "reservoir", "line of contact",
                  "boundary", "corridor", "road", "proposed route"]
    """An `area` is a piece of the tiling of which `state` says who held it when."""
    place: PlaceId | None = None
    """The place that it is the outline or course of."""
    period: Date | None = None
    """While it was as drawn; none for rivers and the like."""
    accuracy_km: Annotated[float, Field(gt=0)]
    """How far it may lie from where it should, in kilometres."""
    drawn: Literal["taken over", "derived", "digitised by us"]
    method: Text
    """How the line came about, and what it was tested against."""
    licence: Literal["public domain", "CC0 1.0", "CC BY 4.0"]
    sources: Citations
    geometry: Geometry


Holder = Literal["armenian-forces", "azerbaijan", "peacekeepers", "no-line"]
"""Who had control: Armenian forces; Azerbaijan; Russian peacekeepers, with the de facto authorities governing; or no
source that draws a line."""


class Control(Model):
    """Who had control of some areas at one state of the map."""

    holder: Holder
    areas: Annotated[list[FeatureId], Field(min_length=1)]
    sources: Citations


class Advance(Model):
    """A place that one side said it took, on a day."""

    place: PlaceId
    date: Date
    says: Line
    sources: Citations


class State(Fact):
    """A dated state of the map through time."""

    family = "state"
    files = "map/states.yml"

    date: Date
    """The period, or the day, for which it is drawn."""
    label: Annotated[Line, Field(max_length=28)]
    """What stands at its stop on the slider."""
    title: Annotated[Line, Field(max_length=90)]
    changed: Text
    """What is other than at the state before."""
    control: list[Control] = []
    shows: list[FeatureId] = []
    """Lines and areas drawn on top: the former oblast, a line of contact, a corridor, roads."""
    advances: list[Advance] = []
    events: list[EventId] = []
    """The date's events, in order."""
    cannot_show: Text
    sources: Citations


class Mark(Model):
    """Words at a place on a map."""

    place: PlaceId
    text: Text
    sources: Citations


class Map(Fact):
    """A map of a chapter: places and lines at one state of the map through time."""

    family = "map"
    files = "map/maps.yml"

    title: Annotated[Line, Field(max_length=90)]
    chapter: ChapterId
    state: StateId | None = None
    """Who held what is drawn as at this state; none: no control is drawn."""
    period: Date | None = None
    """What the map is of, when that is not the state's date; it also orders the two forms of a name."""
    shows: list[FeatureId] = []
    """Lines drawn beside those of the state."""
    frame: Literal["places", "focus", "region"] = "places"
    """What land is in view: that around the places; Nagorno-Karabakh and the districts around it; from Armenia to the
    Caspian Sea."""
    places: Annotated[list[PlaceId], Field(min_length=2)]
    marks: list[Mark] = []
    """What the list beside the map says of a place, and a number on the map leads to."""
    cannot_show: Text

    @model_validator(mode="after")
    def _dated(self) -> Map:
        if self.state is None and self.period is None:
            raise ValueError("a map has a date; name its `state`, or else its `period`")
        return self


# --- texts and disputes -----------------------------------------------------------------------------------------


class Wording(Model):
    """One official version of an article, cell by cell."""

    version: Line
    cells: list[Line]
    sources: list[Citation] = []


class Wordings(Model):
    """How official versions of the same article differ. `columns` heads `cells`."""

    columns: list[Line]
    versions: list[Wording]

    @model_validator(mode="after")
    def _full_rows(self) -> Wordings:
        for row in self.versions:
            if len(row.cells) != len(self.columns):
                raise ValueError(f'version "{row.version}" has {len(row.cells)} cells for {len(self.columns)} columns')
        return self


class Status(Model):
    """What became of one undertaking."""

    what: Line
    state: Literal["carried out", "disputed", "lapsed", "in force", "not carried out", "open"]
    sources: list[Citation] = []


class Article(Model):
    number: Line
    """"6", "67(1)", "para. 98"."""
    heading: Line
    summary: Text
    """What it says, in our words."""
    wordings: Wordings | None = None
    status: list[Status] = []
    sources: list[Citation] = []


class Document(Fact):
    """An agreement, order, resolution or statement, article by article."""

    family = "document"
    files = "documents/*.yml"

    date: Date
    title: Line
    short: Annotated[Line, Field(max_length=60)]
    kind: Literal[
        "agreement", "treaty", "declaration", "court order", "judgment", "interim measure", "resolution", "decision",
        "decree", "law", "statement", "proposal", "opinion", "report", "letter",
    ]
    by: Annotated[list[SpeakerId], Field(min_length=1)]
    """Who signed, ordered or issued it."""
    number: Line | None = None
    chapter: ChapterId
    binding: Text
    """Whom it binds and how far, in one sentence."""
    summary: Text
    articles: list[Article] = []
    votes: Line | None = None
    leaves_open: Text | None = None
    """What it does not decide."""
    accounts: list[Account] = []
    """How the parties read it."""
    sources: Citations


class Stance(Model):
    """What one party, or parties that say the same, hold on the question: at most 40 words."""

    by: Annotated[list[SpeakerId], Field(min_length=1)]
    holds: Text
    stated: Line
    """Where and when it was said: "Foreign Ministry, 23 April 2023"."""
    sources: Citations
    not_read: bool = False
    """True when no text of this statement was read: shown to the reader."""


class NoStance(Model):
    """A party whose position was looked for and not found."""

    by: BodyId
    as_of: Date


class Decided(Model):
    """What a court or the Security Council decided on the question, if anything."""

    text: Text
    sources: Citations


class Position(Fact):
    """One disputed question and who holds what on it."""

    family = "position"
    files = "positions/*.yml"

    question: Annotated[Line, Field(max_length=90)]
    chapter: ChapterId
    intro: Text
    stances: Annotated[list[Stance], Field(min_length=2)]
    silent: list[NoStance] = []
    decided: Decided | None = None


class Topic(Fact):
    """A matter that has no one date: a role, an argument, a pattern over years."""

    family = "topic"
    files = "topics/*.yml"

    title: Annotated[Line, Field(max_length=90)]
    chapter: ChapterId
    period: Date | None = None
    summary: Text
    accounts: list[Account] = []
    status: Standing
    sources: Citations


Verdict = Literal["accurate", "partly accurate", "contested", "not supported", "inaccurate"]
VERDICTS: dict[str, str] = {
    "accurate": "the sources bear it out",
    "partly accurate": "true in part, or true with a correction",
    "contested": "informed people disagree, and no source settles it",
    "not supported": "no source was found that bears it out",
    "inaccurate": "the sources say otherwise",
}


class ClaimPart(Model):
    """One thing that a claim says, taken by itself."""

    says: Text
    """In our words."""
    type: Literal["fact", "interpretation", "prediction", "argument"]
    verdict: Verdict
    why: Text
    sources: list[Citation] = []
    """Left out only when the claim's own sources carry it."""


class Claim(Fact):
    """A claim of an article that is read closely, paraphrased and taken apart."""

    family = "claim"
    files = "claims/claims.yml"

    reading: ReadingId
    order: Annotated[int, Field(ge=1)]
    """Its place in the article."""
    paragraph: Line
    """Where it stands: "paragraph 4", "title and paragraph 1"."""
    title: Annotated[Line, Field(max_length=90)]
    paraphrase: Text
    """What the article says there, in our words."""
    parts: Annotated[list[ClaimPart], Field(min_length=1)]
    assessment: Text
    """The whole in one or two sentences."""
    accounts: list[Account] = []
    """What others hold on it."""
    sources: Citations


class Voice(Model):
    """What a scholar or writer holds on an argument."""

    who: Line
    work: Line | None = None
    stance: Literal["agrees", "agrees in part", "disagrees"]
    holds: Text
    sources: Citations


class Theme(Model):
    """An argument that runs through an article, in its strongest form, and who shares it or not."""

    id: Slug
    title: Annotated[Line, Field(max_length=90)]
    argument: Text
    voices: Annotated[list[Voice], Field(min_length=2)]

    @model_validator(mode="after")
    def _both_heard(self) -> Theme:
        stances = {voice.stance for voice in self.voices}
        if not (stances - {"disagrees"} and stances - {"agrees"}):
            raise ValueError("hears one side only; give a voice that agrees and one that disagrees, at least in part")
        return self


class Omission(Model):
    """What an article leaves out."""

    text: Text
    sources: Citations


class Reading(Fact):
    """An article that is read closely: cited, never reprinted."""

    family = "reading"
    files = "claims/readings.yml"

    source: SourceId
    about: Text
    """What the article is and argues, in words that its author would accept."""
    strengths: Text
    """What it does well."""
    themes: list[Theme] = []
    omissions: list[Omission] = []


class Statement(Model):
    """One of two or more opposed official claims."""

    by: Annotated[list[SpeakerId], Field(min_length=1)]
    voice: Line
    """The office or person that said it, and when."""
    says: Text
    sources: list[Citation] = []
    not_read: bool = False


class Pair(Fact):
    """Opposed official claims on one matter, with what an independent text adds."""

    family = "pair"
    files = "claims/pairs.yml"

    title: Annotated[Line, Field(max_length=90)]
    date: Date
    chapter: ChapterId
    statements: Annotated[list[Statement], Field(min_length=2)]
    """In English alphabetical order of the speakers."""
    independent: Text
    """What a text that neither side issued adds, and what it does not settle."""
    independent_sources: Citations
    ask: Line
    """A question for a class."""


class Usage(Model):
    """Who uses which words."""

    by: Annotated[list[SpeakerId], Field(min_length=1)]
    says: Line
    """The words themselves, quoted, or their gist unquoted."""
    quoted: bool
    """True when `says` is the speaker's own word, shown in quotation marks."""
    since: Date | None = None
    sources: Citations


class WordDispute(Record):
    """The words that the parties fight over on one page, and what the site writes instead."""

    family = "wording"
    files = "wordings.yml"

    title: Line
    chapter: ChapterId
    usages: Annotated[list[Usage], Field(min_length=2)]
    we_write: Text


class GlossaryEntry(Record):
    """A term explained in plain words."""

    family = "glossary"
    files = "glossary.yml"

    term: Line
    definition: Text
    sources: list[Citation] = []


class Term(Record):
    """A loaded word that the site's own voice does not use. Read by the prose check."""

    family = "term"
    files = "terms.yml"

    words: Annotated[list[Line], Field(min_length=1)]
    used_by: list[Line]
    write: Line
    """What to write instead."""
    allowed: list[Literal["quote", "attributed", "title", "legal", "historical", "glossary"]]
    """When a hit is accepted: in quotation marks with a source in the paragraph; with a named speaker and a verb of
    speaking in the same sentence; in an official name set in *emphasis*; reporting an order, treaty or resolution
    with its source; with the year in the sentence; on a page about wording."""
    plain: Literal["after the words note", "once a page", "anywhere"] | None = None
    """Where the site's own voice may use the word."""
    why: Line


# --- the site ---------------------------------------------------------------------------------------------------


class Chapter(Record):
    """One of the five chapters. `sections` are the file names below `docs/<id>/`, in reading order."""

    family = "chapter"
    files = "chapters.yml"

    number: Annotated[int, Field(ge=1)]
    title: Line
    question: Line
    summary: Text
    period: Date
    sections: list[Slug] = []
    """Empty while the chapter is being written; the home page says so."""


class Option(Model):
    text: Line
    supported: bool
    feedback: Text


class Question(Record):
    """A question with one supported answer and a reason for each option."""

    family = "question"
    files = "teaching/questions/*.yml"

    stem: Line
    options: Annotated[list[Option], Field(min_length=3, max_length=5)]
    sources: Citations

    @model_validator(mode="after")
    def _one_answer(self) -> Question:
        right = sum(option.supported for option in self.options)
        if right != 1:
            raise ValueError(f"has {right} supported options; exactly one is needed")
        return self


class Discussion(Record):
    """A prompt to talk or write about, with no supported answer."""

    family = "discussion"
    files = "teaching/discussions/*.yml"

    mode: Line
    """"In pairs, 5 min", "Evidence", "Write, 80 words"."""
    prompt: Text


class ClockEntry(Model):
    """Something that became public on a day."""

    public: Date
    """The day on which a reader could first know it."""
    text: Text
    """What was said or shown, at most 45 words."""
    by: Annotated[list[SpeakerId], Field(min_length=1)]
    standing: Literal["claim", "count", "document", "observed", "order"]
    """Said, with nothing to check it by; a number with a method; a text that decides, agrees or sets out its evidence;
    seen by an outsider; a court's order. The test is printed by `evidence_test`."""
    access: Line | None = None
    """Who could check it on that day."""
    later: Text | None = None
    """What became of it, at most 45 words."""
    outcome: Literal["confirmed", "partly", "corrected", "disputed", "open"] | None = None
    """In a word: borne out by another origin, whole or in part; put right or disproved; contradicted; never settled."""
    later_on: Date | None = None
    """The day from which `later` was public; none where it is still so."""
    dating: Line | None = None
    """How the day is known, where no source named here is of that day or bears one."""
    sources: Citations

    @model_validator(mode="after")
    def _whole_outcome(self) -> ClockEntry:
        if (self.later is None) != (self.outcome is None):
            raise ValueError('needs "later" and "outcome" together, or neither')
        if self.later_on and self.later is None:
            raise ValueError('has "later_on" but no "later"')
        if self.outcome in ("confirmed", "partly", "corrected") and self.later_on is None:
            raise ValueError(f'is {self.outcome}, so it needs "later_on", the day from which that was public')
        return self


class ClockStop(Model):
    """A day at which the evidence clock may stop."""

    date: Date
    title: Annotated[Line, Field(max_length=70)]
    access: Text
    """Who had access to the place on that day."""
    sources: Citations


class Clock(Fact):
    """An evidence clock: what was public by each of several days, and what was still a claim."""

    family = "clock"
    files = "teaching/clocks/*.yml"

    title: Annotated[Line, Field(max_length=90)]
    chapter: ChapterId
    question: Line
    """What a reader is asked at each stop."""
    intro: Text
    stops: Annotated[list[ClockStop], Field(min_length=3)]
    entries: Annotated[list[ClockEntry], Field(min_length=6)]


class Correction(Record):
    """Something published that was wrong, and how it was mended."""

    family = "correction"
    files = "corrections.yml"

    on: Date
    page: Line
    """The page's path below `docs/`."""
    was: Text
    now: Text
    why: Text
    edition: EditionId


class Edition(Record):
    """A state of the whole site that can be cited."""

    family = "edition"
    files = "editions.yml"

    on: Date
    checked_to: Date
    """The day to which the facts were checked."""
    summary: Text


FAMILIES: tuple[type[Record], ...] = (
    Source, Event, Figure, Series, Chart, Document, Position, Topic, Claim, Pair, Reading, WordDispute, Place, Person,
    Body, Feature, State, Map, GlossaryEntry, Term, Chapter, Question, Discussion, Clock, Correction, Edition,
)
"""Every family, in the order in which faults and downloads list them. A new family is a class above and a name here."""
