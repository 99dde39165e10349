"""YAML and CSV → records. Every fault carries file, line, column, record, field, what was expected and the nearest
right value; all of them are gathered.
"""

from __future__ import annotations

import contextlib
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

import yaml
from pydantic import BaseModel, ValidationError

from .faults import Fault, did_you_mean
from .records import FAMILIES, Point, Record, Series

Loc = tuple[str | int, ...]
Marks = dict[Loc, tuple[int, int]]

_NOT_RECORDS = {"schema", "templates"}
"""Folders below data/ whose files are not records (templates are read by their own test)."""


@dataclass(frozen=True)
class Origin:
    """Where a record was typed: its file and the line and column of each of its values."""

    path: str
    marks: Marks

    def file(self, loc: Loc) -> str:
        """The file that holds the value at `loc`: the points of a series stand in its table."""
        return str(Path(self.path).with_suffix(".csv").as_posix()) if loc[:1] == ("points",) else self.path

    def at(self, loc: Loc) -> tuple[int, int]:
        """Line and column of the value at `loc`, or of the nearest value that holds it."""
        while loc and loc not in self.marks:
            loc = loc[:-1]
        return self.marks[loc]


@dataclass
class Loaded:
    """What was read: the records that are whole, where each was typed, and every fault."""

    records: dict[str, dict[str, Record]] = field(default_factory=dict)
    origins: dict[tuple[str, str], Origin] = field(default_factory=dict)
    broken: set[tuple[str, str]] = field(default_factory=set)
    """Family and id of records that are typed but faulty: a reference to one of them is not a second fault."""
    unread: set[str] = field(default_factory=set)
    """Families of which a whole file could not be read: what they hold is not known."""
    faults: list[Fault] = field(default_factory=list)

    def may_exist(self, family: str, wanted: str) -> bool:
        """Whether a record is there, or was typed and is faulty, or may stand in a file that could not be read."""
        return wanted in self.records[family] or (family, wanted) in self.broken or family in self.unread


def field_path(loc: Loc) -> str:
    """`("sources", 0, "at")` → `sources[1].at`: counted from 1, as a reader of the file counts."""
    text = ""
    for part in loc:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text


# --- YAML -------------------------------------------------------------------------------------------------------


def _scalar(node: yaml.ScalarNode) -> Any:
    """Dates stay text (EDTF is richer than YAML's dates), and so do `yes`, `no`, `on`, `off`."""
    kind = node.tag.rpartition(":")[2]
    if kind == "null":
        return None
    if kind == "bool" and node.value.lower() in ("true", "false"):
        return node.value.lower() == "true"
    return _number(node.value) if kind in ("int", "float") else node.value


def _number(text: str) -> int | float | str:
    """The number that a text writes in decimal digits; the text itself where it writes none."""
    for read in (int, float):
        with contextlib.suppress(ValueError):
            return read(text)
    return text


def build(node: yaml.Node, shown: str, subject: str, marks: Marks) -> tuple[Any, list[Fault]]:
    """The plain value of a node, and a fault for each key that stands twice; fills `marks` with the line and column of
    everything in it."""
    doubles: list[tuple[Loc, yaml.Node]] = []
    made = _build(node, (), marks, doubles)
    return made, [Fault(shown, at.start_mark.line + 1, at.start_mark.column + 1, subject, field_path(loc),
                        "stands twice in one record; keep one") for loc, at in doubles]


def _build(node: yaml.Node, loc: Loc, marks: Marks, doubles: list[tuple[Loc, yaml.Node]]) -> Any:
    marks[loc] = (node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.MappingNode):
        made: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in made:
                doubles.append(((*loc, key), key_node))
            made[key] = _build(value_node, (*loc, key), marks, doubles)
            if not isinstance(value_node, yaml.ScalarNode):
                marks[(*loc, key)] = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
        return made
    if isinstance(node, yaml.SequenceNode):
        return [_build(child, (*loc, index), marks, doubles) for index, child in enumerate(node.value)]
    assert isinstance(node, yaml.ScalarNode)
    return _scalar(node)


def _key_mark(node: yaml.Node, loc: Loc) -> tuple[int, int] | None:
    """Line and column of the key at the end of `loc`, below a record's node."""
    for part in loc[:-1]:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == part), node)
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            node = node.value[part]
    if isinstance(node, yaml.MappingNode):
        for key, _ in node.value:
            if key.value == loc[-1]:
                return key.start_mark.line + 1, key.start_mark.column + 1
    return None


# --- pydantic's errors in our words -----------------------------------------------------------------------------


def _model_at(model: type[Any], loc: Loc) -> type[Any] | None:
    """The model whose field the last part of `loc` names."""
    current: Any = model
    for part in loc[:-1]:
        if isinstance(part, int):
            continue
        info = getattr(current, "model_fields", {}).get(part)
        if info is None:
            return None
        current = _inner_model(info.annotation)
        if current is None:
            return None
    return current if isinstance(current, type) else None


def _inner_model(annotation: Any) -> Any:
    if hasattr(annotation, "model_fields"):
        return annotation
    for argument in get_args(annotation):
        found = _inner_model(argument)
        if found is not None:
            return found
    return None


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    text = str(value)
    return "nothing" if value is None else f'"{text[:60]}…"' if len(text) > 61 else f'"{text}"'


_UNION_PARTS = {"int", "float", "bool", "constrained-int", "constrained-float"}
"""What pydantic adds to a place for each arm of "whole number or number"."""

_EXPECTED = {
    "string_type": "text", "int_type": "a whole number", "float_type": "a number", "bool_type": "true or false",
    "int_parsing": "a whole number", "float_parsing": "a number", "bool_parsing": "true or false",
    "int_from_float": "a whole number", "list_type": "a list", "model_type": "a mapping",
    "model_attributes_type": "a mapping", "dict_type": "a mapping", "finite_number": "a number",
}


def _message(error: Any, model: type[BaseModel]) -> str:
    kind, loc, given, context = error["type"], error["loc"], error["input"], error.get("ctx", {})
    owner = _model_at(model, loc)
    fields = getattr(owner, "model_fields", {})
    if kind == "missing":
        meaning = fields[loc[-1]].description if loc[-1] in fields else None
        return f'needs "{loc[-1]}"' + (f": {meaning.strip()}" if meaning else "")
    if kind == "extra_forbidden":
        hint = did_you_mean(str(loc[-1]), fields)
        return f'unknown field "{loc[-1]}"{hint or "; known are " + ", ".join(fields)}'
    if kind == "literal_error":
        known = [part.strip().strip("'") for part in context["expected"].replace(" or ", ", ").split(", ")]
        return f"is {_shown(given)}; expected one of {', '.join(known)}{did_you_mean(str(given), known)}"
    if kind == "value_error":
        return str(context["error"])
    if kind in _EXPECTED:
        hint = ""
        if "number" in _EXPECTED[kind] and isinstance(given, str):
            bare = given.replace(",", "").replace(" ", "")
            hint = f", did you mean {bare}?" if bare.lstrip("-").replace(".", "", 1).isdigit() else ""
        return f"is {_shown(given)}; expected {_EXPECTED[kind]}{hint}"
    if kind == "too_short":
        return f"needs at least {context['min_length']} entry" if context["min_length"] == 1 else (
            f"needs at least {context['min_length']} entries")
    if kind == "too_long":
        return f"is {context['actual_length']} characters long; at most {context['max_length']} fit"
    return str(error["msg"])


def first_error(problem: ValidationError, model: type[BaseModel]) -> tuple[str, str]:
    """The field that pydantic complains of first, and its complaint in our words."""
    error = problem.errors(include_url=False)[0]
    return field_path(error["loc"]), _message(error, model)


def explain(
    problem: ValidationError, model: type[BaseModel], origin: Origin, subject: str, node: yaml.Node
) -> list[Fault]:
    """pydantic's errors as faults at the places where the values were typed."""
    found: dict[Loc, Fault] = {}
    for error in problem.errors(include_url=False):
        loc = tuple(part for part in error["loc"] if isinstance(part, int) or part not in _UNION_PARTS)
        line, column = origin.at(loc)
        if error["type"] == "extra_forbidden":
            key_line, key_column = _key_mark(node, loc) or (line, column)
            shift = origin.marks[()][0] - (node.start_mark.line + 1)
            line, column = key_line + shift, key_column
        if loc != error["loc"]:  # one arm of "whole number or number"
            error = {**error, "type": "float_type", "loc": loc}
        found.setdefault(loc, Fault(origin.path, line, column, subject, field_path(loc), _message(error, model)))
    return list(found.values())


# --- files ------------------------------------------------------------------------------------------------------


ENDLESS = "holds values in values, or digits, without end; write them out one below the other, without YAML aliases"


def read_text(path: Path, shown: str) -> str | Fault:
    """The text of a file, without the mark that some editors set at its start; a fault when it cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as problem:
        return Fault(shown, 0, 0, "", "", f"cannot be read: {problem.strerror}")
    except UnicodeDecodeError as problem:
        line = problem.object.count(b"\n", 0, problem.start) + 1
        return Fault(shown, line, 1, "", "", "holds bytes that are not UTF-8; save the file in that encoding")


def compose(text: str, shown: str, subject: str = "", above: int = 0) -> yaml.Node | Fault | None:
    """The node of a YAML text that starts below `above` lines of its file; None when there is nothing in it."""
    try:
        return yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        line, column = (mark.line + 1 + above, mark.column + 1) if mark else (0, 0)
        said = " ".join(part for part in (problem.context, problem.problem) if part)
        hint = _yaml_hint(problem, said, above)
        return Fault(shown, line, column, subject, "", f"is not readable YAML: {said}{hint}")
    except yaml.YAMLError as problem:
        return Fault(shown, 0, 0, subject, "", f"is not readable YAML: {str(problem).splitlines()[0]}")


def _yaml_hint(problem: yaml.MarkedYAMLError, said: str, above: int) -> str:
    if "mapping values" in said:
        return '; indent the line as the lines around it, and put a text that holds ": " in quotes'
    start = problem.context_mark
    if start is not None and problem.problem_mark is not None and start.line < problem.problem_mark.line:
        return (f"; it began on line {start.line + 1 + above}: look from there on for a quotation mark or bracket that "
                "is missing, and for a wrong indent")
    return ""


def load_file(path: Path, shown: str, model: type[Record], into: Loaded) -> None:
    """Read the records of one file; `shown` is how faults name it."""
    text = read_text(path, shown)
    node = text if isinstance(text, Fault) else compose(text, shown)
    if isinstance(node, Fault):
        into.faults.append(node)
        into.unread.add(model.family)
        return
    if node is None:
        return
    nodes = _nodes(node)
    for child in nodes:
        line, column = child.start_mark.line + 1, child.start_mark.column + 1
        if not isinstance(child, yaml.MappingNode):
            into.faults.append(Fault(shown, line, column, model.family, "",
                                     f"is {_shown(child.value)}; expected a record: a mapping that starts with id"))
            continue
        try:
            _load_record(child, shown, model, into, path)
        except (RecursionError, OverflowError):
            into.faults.append(Fault(shown, line, column, model.family, "", ENDLESS))


def _nodes(node: yaml.Node) -> list[yaml.Node]:
    """The records of a file: the entries of a list, the features of a GeoJSON collection, or the one that it holds."""
    if isinstance(node, yaml.MappingNode):
        found = {key.value: value for key, value in node.value}
        if isinstance(found.get("features"), yaml.SequenceNode):
            return list(map(_feature, found["features"].value))
    return node.value if isinstance(node, yaml.SequenceNode) else [node]


def _feature(node: yaml.Node) -> yaml.Node:
    """A GeoJSON feature as a record: its id, what is in its `properties`, and its geometry."""
    if not isinstance(node, yaml.MappingNode):
        return node
    pairs = []
    for key, value in node.value:
        if key.value == "properties" and isinstance(value, yaml.MappingNode):
            pairs += value.value
        elif key.value != "type":
            pairs.append((key, value))
    return yaml.MappingNode(node.tag, pairs, node.start_mark, node.end_mark)


def _load_record(node: yaml.MappingNode, shown: str, model: type[Record], into: Loaded, path: Path) -> None:
    marks: Marks = {}
    typed = next((value.value for key, value in node.value if key.value == "id"), None)
    subject = f"{model.family} {typed if isinstance(typed, str) else '(without id)'}"
    raw, doubles = build(node, shown, subject, marks)
    into.faults += doubles
    origin = Origin(shown, marks)
    key = (model.family, str(raw.get("id", "")))
    known = len(into.faults)
    if model is Series:
        _check_series(raw, path, origin, subject, into)
        table = Path(shown).with_suffix(".csv").as_posix()
        raw["points"] = _read_points(path.with_suffix(".csv"), table, subject, into, marks)
    try:
        made = model.model_validate(raw)
    except ValidationError as problem:
        into.faults.extend(explain(problem, model, origin, subject, node))
        into.broken.add(key)
        return
    if len(into.faults) > known:  # its table is faulty
        into.broken.add(key)
        return
    first = into.origins.get(key)
    if first:
        line, column = origin.at(("id",))
        into.faults.append(Fault(shown, line, column, subject, "id",
                                 f"the id is taken by {first.path}:{first.at(('id',))[0]}; ids are used once"))
        return
    into.records[model.family][made.id] = made
    into.origins[key] = origin


def _check_series(raw: dict[str, Any], path: Path, origin: Origin, subject: str, into: Loaded) -> None:
    """A series has its file, and so its table, for itself; its rows are typed in the table."""
    if "points" in raw:
        into.faults.append(Fault(origin.path, *origin.at(("points",)), subject, "points",
                                 f"is typed in the table, {path.stem}.csv, only"))
    if raw.get("id") not in (None, path.stem):
        into.faults.append(Fault(origin.path, *origin.at(("id",)), subject, "id",
                                 f'is not the name of its file, "{path.stem}"; a series and its table bear its id'))


def _read_points(path: Path, shown: str, subject: str, into: Loaded, marks: Marks) -> list[Point]:
    """The rows of a series' CSV; faults name the row's own line. Empty cells take the field's default."""
    if not path.is_file():
        into.faults.append(Fault(shown, 0, 0, subject, "", "is missing; a series is a .yml and a .csv of one name"))
        return []
    text = read_text(path, shown)
    if isinstance(text, Fault):
        into.faults.append(text)
        return []
    reader = csv.DictReader(io.StringIO(text), restkey=_BEYOND, strict=True)
    try:
        header = list(reader.fieldnames or [])
        problem = _header_fault(header, shown, subject)
        if problem:
            into.faults.append(problem)
            return []
        return list(_points(reader, shown, subject, into, marks))
    except (csv.Error, OverflowError) as error:
        into.faults.append(Fault(shown, reader.line_num, 1, subject, "", f"is not readable CSV: {error}"))
        return []


_BEYOND = "beyond the last column"
"""Under this name the reader gathers the cells of a row that has more of them than there are columns."""


def _header_fault(header: list[str], shown: str, subject: str) -> Fault | None:
    known = list(Point.model_fields)
    for column, name in enumerate(header, start=1):
        if name not in known:
            hint = "; a comma parts columns" if ";" in name or "\t" in name else did_you_mean(name, known)
            return Fault(shown, 1, column, subject, name, f'unknown column "{name}"{hint}')
        if name in header[: column - 1]:
            return Fault(shown, 1, column, subject, name, "heads two columns; keep one")
    return None


def _points(
    reader: csv.DictReader[str], shown: str, subject: str, into: Loaded, marks: Marks
) -> Iterator[Point]:
    """The sound rows; the faults of the others go to `into`, and the line of each sound one to `marks`."""
    count = 0
    for row in reader:
        raw: dict[str, Any] = {key: value for key, value in row.items() if value}
        if _BEYOND in raw:
            into.faults.append(Fault(shown, reader.line_num, 1, subject, "",
                                     "has more cells than columns; a cell that holds a comma stands in quotes"))
            continue
        if "value" in raw:
            raw["value"] = _number(raw["value"])
        try:
            point = Point.model_validate(raw)
        except ValidationError as problem:
            for error in problem.errors(include_url=False)[:1]:
                error = {**error, "loc": error["loc"][:1],
                         "type": "float_type" if len(error["loc"]) > 1 else error["type"]}
                into.faults.append(Fault(shown, reader.line_num, 1, subject, str(error["loc"][0]),
                                         _message(error, Point)))
            continue
        marks[("points", count)] = (reader.line_num, 1)
        count += 1
        yield point


def _stray(data: Path, claimed: set[Path]) -> Iterator[Fault]:
    for path in sorted(data.rglob("*")):
        parts = path.relative_to(data).parts
        if path.is_dir() or parts[0] in _NOT_RECORDS or path in claimed or path.name.startswith("."):
            continue
        if path.suffix == ".csv" and path.with_suffix(".yml") in claimed:
            continue
        known = ", ".join(sorted({model.files for model in FAMILIES}))
        yield Fault(f"data/{path.relative_to(data).as_posix()}", 0, 0, "", "",
                    f"belongs to no family of records; expected one of {known}")


def load(data: Path) -> Loaded:
    """Read every record below `data`. Never raises for bad input: the faults are in the result."""
    into = Loaded(records={model.family: {} for model in FAMILIES})
    claimed: set[Path] = set()
    for model in FAMILIES:
        paths = sorted(data.glob(model.files))
        if not paths:
            into.faults.append(Fault(f"data/{model.files}", 0, 0, "", "",
                                     f"no file found; the records of family {model.family} belong there"))
            into.unread.add(model.family)
        for path in paths:
            claimed.add(path)
            load_file(path, f"data/{path.relative_to(data).as_posix()}", model, into)
    into.faults.extend(_stray(data, claimed))
    return into
