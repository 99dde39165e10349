"""Pages: Markdown with front matter, and the macro calls in it.

A page holds words and macro calls with literal arguments, nothing else: no loops, no conditions, no variables.
`evaluate` runs each call once, in reading order, and gathers what is wrong with any of them; the plugin's own Jinja
pass then only pastes the results in.
"""

from __future__ import annotations

import dataclasses
import functools
import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import jinja2
from jinja2 import nodes
from pydantic import Field, ValidationError

from . import loading
from .faults import BrokenRecord, Fault, ViewFault, did_you_mean
from .records import Date, Line, Model, Text

COMMENT_START, COMMENT_END = "{##", "##}"
"""Jinja's own `{#` would clash with Markdown's `{#anchor}`; mkdocs.yml sets the same two strings."""


class Meta(Model):
    """The front matter of a page. `layout: section` pages are parts of a chapter and carry the evidence apparatus; on
    `layout: explore` pages, which list records, a citation names its source instead of numbering it."""

    title: Line
    description: Line | None = None
    layout: Literal["home", "section", "overview", "plain", "explore"] = "plain"
    period: Date | None = None
    words: str | None = None
    """Id of the wording dispute that opens the page."""
    search: dict[Literal["boost", "exclude"], float | bool] | None = None
    """What the theme's search reads: how much the page weighs among the results."""
    brief: list[Text] = Field(default_factory=list)
    """Three to five points that sum the page up."""
    plain: list[Text] = Field(default_factory=list)
    """The plain version: the whole section again in 250 to 400 plain words, a paragraph an entry."""
    content_note: Text | None = None
    about_words: bool = False
    """True on a page whose subject is the wording itself: loaded words may stand there as such."""


@dataclass(frozen=True)
class PageSource:
    """One Markdown file as read: nothing in it has been run."""

    path: str
    """Below docs/, with forward slashes: `blockade/road-closed.md`."""
    meta: Meta
    body: str
    body_line: int
    """The line of the file on which the body starts, counted from 1."""
    marks: loading.Marks = field(default_factory=dict, compare=False)

    @property
    def chapter(self) -> str:
        """The folder: the id of a chapter for pages of one, else some other folder or an empty text."""
        return self.path.rpartition("/")[0]

    @property
    def stem(self) -> str:
        return self.path.rpartition("/")[2].removesuffix(".md")

    def fault(self, line: int, column: int, field_name: str, message: str) -> Fault:
        """A fault at a line of the body (counted from 1)."""
        return Fault(f"docs/{self.path}", self.body_line + line - 1, column, "", field_name, message)


_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*\n", re.DOTALL)


def read_page(path: Path, docs: Path) -> PageSource | list[Fault]:
    """Read one file; faults when it is no text or its front matter is missing or wrong."""
    name = path.relative_to(docs).as_posix()
    shown = f"docs/{name}"
    text = loading.read_text(path, shown)
    if isinstance(text, Fault):
        return [text]
    match = _FRONT.match(text)
    if not match:
        return [Fault(shown, 1, 1, "", "", 'has no front matter; expected "---", "title: …", "---" at the top')]
    node = loading.compose(match[1], shown, "front matter", above=1)
    if isinstance(node, Fault):
        return [node]
    if node is None:
        return [Fault(shown, 2, 1, "front matter", "", 'is empty; expected at least "title"')]
    marks: loading.Marks = {}
    try:
        raw, doubles = loading.build(node, shown, "front matter", marks)
    except RecursionError:
        return [Fault(shown, 2, 1, "front matter", "", loading.ENDLESS)]
    if doubles:
        return [dataclasses.replace(double, line=double.line + 1) for double in doubles]
    lowered = {loc: (line + 1, column) for loc, (line, column) in marks.items()}
    try:
        meta = Meta.model_validate(raw)
    except ValidationError as problem:
        return loading.explain(problem, Meta, loading.Origin(shown, lowered), "front matter", node)
    return PageSource(name, meta, text[match.end() :], match[0].count("\n") + 1, lowered)


def read_all(docs: Path) -> tuple[list[PageSource], list[Fault]]:
    """Every page below `docs`, in path order, and what is wrong with their front matter."""
    pages: list[PageSource] = []
    faults: list[Fault] = []
    for path in sorted(docs.rglob("*.md")):
        read = read_page(path, docs)
        if isinstance(read, PageSource):
            pages.append(read)
        else:
            faults.extend(read)
    return pages, faults


# --- macro calls ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Call:
    """One `{{ name("id", key="value") }}` of a page; `line` counts in the body from 1."""

    name: str
    args: tuple[str, ...]
    kwargs: dict[str, str]
    line: int


def parser() -> jinja2.Environment:
    """Jinja set as the plugin sets it; it parses and never runs anything."""
    return jinja2.Environment(comment_start_string=COMMENT_START, comment_end_string=COMMENT_END, autoescape=False)


def _literal(node: nodes.Node) -> str:
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        return node.value
    raise ValueError


def calls(source: PageSource, environment: jinja2.Environment, known: Mapping[str, Any]) -> Iterator[Call | Fault]:
    """The macro calls of a page in reading order; whatever else stands in braces is a fault."""
    if "{{" not in source.body and "{%" not in source.body:
        return
    try:
        tree = environment.parse(source.body)
    except jinja2.TemplateSyntaxError as problem:
        yield source.fault(problem.lineno, 1, "", f"braces are not readable: {problem.message}; a call is "
                           'written as {{ cite("some-source") }}, with straight quotation marks')
        return
    for statement in tree.body:
        if not isinstance(statement, nodes.Output):
            kind = type(statement).__name__.lower()
            yield source.fault(statement.lineno, 1, "", f"holds a {{% {kind} %}} statement; pages hold words and "
                                                        'macro calls such as {{ cite("some-source") }} only')
            continue
        for node in statement.nodes:
            if not isinstance(node, nodes.TemplateData):
                yield _call(source, node, known)


def _call(source: PageSource, node: nodes.Node, known: Mapping[str, Any]) -> Call | Fault:
    line = node.lineno
    if isinstance(node, nodes.Name):
        hint = did_you_mean(node.name, known) or "; pages have macros, no variables"
        return source.fault(line, 1, "", f'unknown variable "{node.name}"{hint}')
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        return source.fault(line, 1, "", 'expected one macro call, as in {{ cite("some-source") }}')
    name = node.node.name
    if name not in known:
        return source.fault(line, 1, "", f'unknown macro "{name}"{did_you_mean(name, known)}')
    try:
        args = tuple(_literal(arg) for arg in node.args)
        kwargs = {pair.key: _literal(pair.value) for pair in node.kwargs}
    except ValueError:
        return source.fault(line, 1, f"{name}()", "takes literal ids only, in quotes")
    return Call(name, args, kwargs, line)


def evaluate(
    source: PageSource, macros: Mapping[str, Callable[..., Any]], environment: jinja2.Environment
) -> tuple[list[Any], list[Fault]]:
    """Run the calls of a page: their results in reading order (an empty text where one failed), and the faults."""
    results: list[Any] = []
    faults: list[Fault] = []
    signature = functools.cache(inspect.signature)  # a page calls the same few macros again and again
    for call in calls(source, environment, macros):
        if isinstance(call, Fault):
            faults.append(call)
            results.append("")
            continue
        message = _arguments(signature(macros[call.name]), call)
        if message:
            faults.append(source.fault(call.line, 1, f"{call.name}()", message))
            results.append("")
            continue
        made = functools.partial(macros[call.name], *call.args, **call.kwargs)
        results.append(attempt(made, functools.partial(source.fault, call.line, 1, f"{call.name}()"), faults))
    return results, faults


def attempt(make: Callable[[], Any], at: Callable[[str], Fault], faults: list[Fault]) -> Any:
    """What `make` makes; an empty text, and a fault where `at` says, when a view cannot show what it was asked for."""
    try:
        return make()
    except BrokenRecord:
        return ""
    except ViewFault as problem:
        faults.append(at(str(problem)))
        return ""
    except ValidationError as problem:  # an argument that no record could hold, such as an empty one
        field_name, message = loading.first_error(problem, Model)
        faults.append(at(f'"{field_name}" {message}'))
        return ""


def _arguments(signature: inspect.Signature, call: Call) -> str | None:
    """What is wrong with the arguments of a call; None when they fit."""
    try:
        signature.bind(*call.args, **call.kwargs)
    except TypeError as problem:
        return f"takes {call.name}{_plainly(signature)} ({problem})"
    return None


def _plainly(signature: inspect.Signature) -> str:
    parts = []
    for parameter in signature.parameters.values():
        star = "*" if parameter.kind is inspect.Parameter.VAR_POSITIONAL else ""
        default = "" if parameter.default is inspect.Parameter.empty else f"={parameter.default!r}"
        parts.append(f"{star}{parameter.name}{default}")
    return f"({', '.join(parts)})"
