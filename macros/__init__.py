"""Registration, and nothing else: the list of all that an author can call in a page.

This is the only module that knows the macros plugin and its events. Everything here hands on to plain functions.
"""

from __future__ import annotations

import functools
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from . import assembly, library, pages, prose, site
from .faults import Fault
from .views import (
    Page,
    citation,
    ours,
    section,
)

MACROS: dict[str, Callable[..., Any]] = {
    "cite": citation.cite,
    "ours": ours.ours,
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
        self.parser = pages.parser()
        self.results: deque[str] = deque()
        self.assembly: assembly.Assembly | None = None
        self.used: set[str] = set()


def define_env(env: Environment) -> None:
    """Load the library and register the macros. Faults do not stop the build here: they are gathered to its end."""
    state = State(env.conf)
    env.conf["extra"]["nk"] = site.for_theme(state.library, state.site)
    env.conf["extra"]["nk_state"] = state
    env.conf["extra"]["nk_faults"] = state.faults
    for name in MACROS:
        env.macro(lambda *args, **kwargs: state.results.popleft(), name)


def on_pre_page_macros(env: Environment) -> None:
    """Run the calls of the page once, gather what is wrong, and leave tokens for the plugin to paste."""
    state: State = env.conf["extra"]["nk_state"]
    source = next((one for one in state.sources if one.path == env.page.file.src_uri), None)
    if source is None:
        env.markdown = ""
        return
    page = Page(source, state.library, state.site)
    state.assembly = assembly.Assembly(page)
    head = state.assembly.token(section.head(page), alone=True)
    results, faults = pages.evaluate(source, bound(page), state.parser)
    faults += prose.faults(source, state.library, state.lexicon)
    state.faults.extend(faults)
    state.used |= page.used | {f"source:{one}" for one in page.cited}
    state.results = deque(state.assembly.token(result) for result in results)
    env.markdown = assembly.joined([head, "" if faults else env.markdown])


def on_post_page_macros(env: Environment) -> None:
    """Set the cards after their paragraphs and close the page."""
    state: State = env.conf["extra"]["nk_state"]
    if state.assembly is None:
        return
    foot = state.assembly.token(functools.partial(section.foot, state.assembly.page), alone=True)
    env.markdown = assembly.joined([state.assembly.with_cards(env.markdown), foot])
    env.page.meta["nk_assembly"] = state.assembly
    state.assembly = None


def all_faults(root: Path, docs: Path) -> list[Fault]:
    """Every fault of the data and of the pages, without building: what `python3 dev.py check` prints."""
    state = State({"config_file_path": str(root / "mkdocs.yml"), "docs_dir": str(docs), "repo_url": "", "site_url": ""})
    for source in state.sources:
        page = Page(source, state.library, state.site)
        section.head(page)
        state.faults += pages.evaluate(source, bound(page), state.parser)[1]
        state.faults += prose.faults(source, state.library, state.lexicon)
        state.used |= page.used | {f"source:{one}" for one in page.cited}
    return sorted(set(state.faults + site.orphans(state.library, state.used)))
