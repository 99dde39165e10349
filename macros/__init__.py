"""Registration, and nothing else: the list of all that an author can call in a page.

This is the only module that knows the macros plugin and its events. Everything here hands on to plain functions.
"""

from __future__ import annotations

import functools
import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from . import assembly, library, pages, plain, prose, site
from .faults import Fault
from .views import (
    Page,
    atlas,
    chart,
    citation,
    claim,
    clock,
    corrections,
    discuss,
    document,
    event,
    fairness,
    figure,
    gazetteer,
    glossary,
    home,
    map,
    map_areas,
    name,
    notice,
    open_points,
    ours,
    person,
    positions,
    provenance,
    quiz,
    section,
    story,
    timeline,
    topic,
    wording,
)

MACROS: dict[str, Callable[..., Any]] = {
    "all_forms": home.all_forms,
    "all_positions": positions.all_positions,
    "all_words": wording.all_words,
    "balance": fairness.balance,
    "chapter_timeline": timeline.chapter_timeline,
    "chapters": home.chapters,
    "chart": chart.chart,
    "charts": chart.charts,
    "check_yourself": quiz.check_yourself,
    "cite": citation.cite,
    "close_reading": claim.close_reading,
    "corrections_log": corrections.corrections_log,
    "discuss": discuss.discuss,
    "document": document.document,
    "documents": document.documents,
    "evidence_clock": clock.evidence_clock,
    "evidence_test": clock.evidence_test,
    "figure": figure.figure,
    "figure_box": figure.figure_box,
    "figures": figure.figures,
    "gazetteer": gazetteer.gazetteer,
    "glossary": glossary.glossary,
    "look_up": home.look_up,
    "map": map.map_of,
    "map_areas": map_areas.map_areas,
    "map_lines": map_areas.map_lines,
    "map_through_time": atlas.map_through_time,
    "name": name.name,
    "note": glossary.note,
    "notice": notice.notice,
    "open_points": open_points.open_points,
    "ours": ours.ours,
    "people": person.people,
    "person": person.person,
    "positions": positions.positions,
    "report_ways": corrections.report_ways,
    "source_index": provenance.source_index,
    "sources": citation.sources,
    "start_here": home.start_here,
    "term": glossary.term,
    "timeline": timeline.timeline,
    "timeline_strip": timeline.timeline_strip,
    "topics": topic.topics,
    "two_accounts": claim.two_accounts,
    "ways_on": home.ways_on,
    "when": event.when,
    "whole_story": story.whole_story,
    "words_in_dispute": wording.words_in_dispute,
}
"""What a page may call, by name. Each takes the page first; an author gives the rest."""


class Environment(Protocol):
    """The part of the plugin that is used here, so that tests need no plugin."""

    conf: Any
    page: Any
    markdown: str

    def macro(self, function: Callable[..., Any], name: str = "") -> Callable[..., Any]: ...


def bound(page: Page) -> dict[str, Callable[..., Any]]:
    """The macros as a page calls them: with the page already given."""
    return {name: functools.partial(function, page) for name, function in MACROS.items()}


class State:
    """What lives from the first event of a build to the last: the library, the pages, the faults found so far."""

    def __init__(self, config: Any) -> None:
        root = Path(config["config_file_path"]).parent
        self.library, self.faults = library.read(root / "data")
        self.sources, page_faults = pages.read_all(Path(config["docs_dir"]))
        self.faults += page_faults
        self.site = site.describe(self.sources, config["repo_url"] or "", config["site_url"] or "")
        self.site.unread = {fault.path.removeprefix("docs/") for fault in page_faults}
        self.faults += site.structure(self.library, self.site)
        self.lexicon = prose.Lexicon.of(self.library)
        self.faults += prose.record_faults(self.library, self.lexicon)
        self.parser = pages.parser()
        self.results: deque[str] = deque()
        self.used: set[str] = set()

    def all_faults(self) -> list[Fault]:
        """Every fault found so far, sorted; when there is none, the records that nothing on the pages needs."""
        return sorted(set(self.faults)) or sorted(site.orphans(self.library, self.used))


def define_env(env: Environment) -> None:
    """Load the library and register the macros. Faults do not stop the build here: they are gathered to its end."""
    state = State(env.conf)
    env.conf["extra"]["nk"] = site.for_theme(state.library, state.site)
    env.conf["extra"]["nk_state"] = state
    env.conf["extra"]["nk_forms"] = site.name_forms(state.library)
    for called in MACROS:
        env.macro(lambda *args, **kwargs: state.results.popleft(), called)


@dataclass(frozen=True)
class Composed:
    """A page whose calls have run: the assembly, and the tokens of its calls, its head, its foot, and the place where
    the text ends that the plain version replaces."""

    made: assembly.Assembly
    calls: list[str]
    head: str
    foot: str
    level_end: str


def compose(source: pages.PageSource, state: State) -> Composed:
    """Run everything that a page shows, once.

    What is wrong with the page goes to the faults of the state.
    """
    page = Page(source, state.library, state.site)
    made = assembly.Assembly(page)
    at = functools.partial(source.fault, 1, 1, "")
    head = made.token(pages.attempt(functools.partial(section.head, page), at, state.faults), alone=True)
    results, faults = pages.evaluate(source, bound(page), state.parser)
    state.faults += [*faults, *prose.faults(source, state.library, state.lexicon),
                     *plain.faults(source, state.library, state.site)]
    calls = [made.token(result) for result in results]
    foot = made.token(functools.partial(section.foot, page), alone=True)
    made.resolve(state.faults)
    if page.cited and not re.search(r"\{\{\s*sources\(", source.body):
        state.faults.append(at("cites sources but does not list them; add {{ sources() }} at its end"))
    state.used |= page.used | {f"source:{one}" for one in page.cited}
    return Composed(made, calls, head, foot, made.token(section.level_end(page), alone=True))


def on_pre_page_macros(env: Environment) -> None:
    """Run the page's calls, gather what is wrong with them, and leave tokens for the plugin to paste."""
    state: State = env.conf["extra"]["nk_state"]
    source = state.site.pages.get(env.page.file.src_uri)
    if source is None:  # its front matter could not be read: the fault is gathered already
        env.markdown = ""
        return
    before = len(state.faults)
    composed = compose(source, state)
    state.results = deque(composed.calls)
    body = env.markdown if len(state.faults) == before else ""
    told, after = plain.divided(body)
    env.markdown = assembly.joined([composed.head, told, composed.level_end, after, composed.foot])
    env.page.meta["nk_assembly"] = composed.made


def on_post_page_macros(env: Environment) -> None:
    """Set the cards after their paragraphs."""
    made = env.page.meta.get("nk_assembly")
    if made is not None:
        env.markdown = made.with_cards(env.markdown)


def all_faults(root: Path, docs: Path) -> list[Fault]:
    """Every fault of the data and of the pages, without building: what `python3 dev.py check` prints."""
    state = State({"config_file_path": str(root / "mkdocs.yml"), "docs_dir": str(docs), "repo_url": "", "site_url": ""})
    for source in state.sources:
        compose(source, state)
    return state.all_faults()
