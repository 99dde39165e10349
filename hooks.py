"""What the build does beside rendering; MkDocs calls the functions at the end of the file.

* Search folds spellings (``lunr.fold.min.js``) and knows every form of a name (``exports/search_aliases.py``).
* A build shows its result only when it is whole: it renders beside the site folder and takes its place at the end. One
  fault or one warning, whatever flags were given, and the last good site stays.
* ``serve`` picks up edits of the Python files.
"""

from __future__ import annotations

import atexit
import importlib
import logging
import os
import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import click
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import CountHandler

import exports.maps
import exports.open_data
import exports.search_aliases  # noqa: F401  # both are looked up by `fresh`; MkDocs knows this folder only now

log = logging.getLogger("mkdocs.hooks")

SEPARATOR = (
    r"""[\s\-/\\()[\]{}<>"“”„«»‹›;!?…=+*&#@%_~•·‐‑‒–—―։՝՟֊]+"""  # in any place
    r"|[.,:]+(?!\d)"  # but not inside 1,500 or 12.5
    r"|&(?:amp|lt|gt);"
)
"""Where search splits words. Apostrophes and the Armenian stress marks stand inside words and are folded away."""

USED_BY_SEARCH = {"lunr.fold.min.js", "lunr.stemmer.support.min.js"}
THEME_LOOKS = re.compile(r"(?:main|palette)\.\w+\.min\.css|favicon\.png")
"""Of the theme only the search is used; see overrides/base.html."""
CODE = ("macros", "exports")
BUILDING, PREVIOUS = ".building", ".previous"


def faults_of(config: MkDocsConfig) -> Sequence[object]:
    """The faults that the macros gathered while pages were rendered; ``str()`` of each says where and what."""
    state = config.extra.get("nk_state")
    faults: Sequence[object] = state.all_faults() if state else config.extra.get("nk_faults", ())
    return faults


def forms_of(config: MkDocsConfig) -> Mapping[str, Sequence[str]]:
    """All forms of each place's and person's name, by record id, as the macros left them."""
    forms: Mapping[str, Sequence[str]] = config.extra.get("nk_forms", {})
    return forms


def hear_warnings_despite_quiet(*, command: str, dirty: bool) -> None:
    """``-q`` would silence warnings before anything can count them."""
    logger = logging.getLogger("mkdocs")
    logger.setLevel(min(logger.getEffectiveLevel(), logging.WARNING))


@event_priority(100)  # before the macros are imported and before search reads its settings
def prepare(config: MkDocsConfig) -> MkDocsConfig:
    """Sets up search, fresh macros for ``serve``, and the folder to render into."""
    search = config.plugins["material/search"].config
    search["lang"] = ["fold"]  # only here: MkDocs itself would refuse a language it does not know
    search["separator"] = SEPARATOR
    config.extra["nk_scripts"] = {name: theme_file(config, f"{name}.*.min.js") for name in ("bundle", "search")}
    if _is_serve():
        forget_changed_code(Path(config.config_file_path).parent)
    elif not _is_dirty():
        logger = logging.getLogger("mkdocs")
        for handler in [handler for handler in logger.handlers if isinstance(handler, WarningCount)]:
            logger.removeHandler(handler)
        logger.addHandler(WarningCount(level=logging.WARNING))
        config.site_dir += BUILDING
        atexit.register(shutil.rmtree, config.site_dir, ignore_errors=True)  # what a failed build leaves
    return config


def forget_changed_code(root: Path) -> None:
    """Lets ``serve`` import macros and exports anew when a Python file or a template of theirs has changed."""
    files = [path for folder in CODE for path in (root / folder).rglob("*") if path.suffix in (".py", ".html")]
    newest = max((path.stat().st_mtime_ns for path in files), default=0)
    loaded = sys.modules.get("macros")
    if loaded is not None and getattr(loaded, "newest_file", None) != newest:
        for name in [name for name in sys.modules if name.partition(".")[0] in CODE]:
            del sys.modules[name]
        loaded = importlib.import_module("macros")
    if loaded is not None:
        loaded.newest_file = newest  # type: ignore[attr-defined]


def fresh(name: str) -> Any:
    """A module of ours as it is loaded now: what this file imported may be older than the records of ``serve``."""
    return importlib.import_module(name)


def theme_file(config: MkDocsConfig, pattern: str) -> str:
    """The path below the site of the one script of the theme whose name, with its checksum, fits `pattern`."""
    for folder in map(Path, config.theme.dirs):
        for path in sorted(folder.glob(f"assets/javascripts/**/{pattern}")):
            return path.relative_to(folder).as_posix()
    raise Abort(f"The theme has no script {pattern}; overrides/base.html needs it for search.")


def leave_out_unused(files: Files, *, config: MkDocsConfig) -> Files:
    """What nobody loads: source maps, search languages that this site does not speak, the theme's own looks: 2 MB."""
    for file in list(files):
        name = Path(file.src_uri).name
        is_language = "/lunr/" in file.src_uri and name not in USED_BY_SEARCH
        if is_language or name.endswith(".map") or THEME_LOOKS.fullmatch(name):
            files.remove(file)
    return files


def paste_views(html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Puts the HTML that the macros made in the place of their tokens, now that Markdown is done."""
    assembly = page.meta.pop("nk_assembly", None)  # of no use afterwards, and as large as the page
    return html if assembly is None else str(assembly.finish(html))


def stop_on_faults(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Prints every fault of every page, then ends the build once."""
    faults = faults_of(config)
    for fault in faults:
        log.error(str(fault))
    if faults:
        raise Abort(f"{len(faults)} fault{'s' if len(faults) > 1 else ''}; the last good site stays as it was.")
    return env


@event_priority(-50)  # after search has written its index, before the offline plugin (-100) copies it into a script
def write_aliases(*, config: MkDocsConfig) -> None:
    fresh("exports.search_aliases").add_aliases(Path(config.site_dir), forms_of(config))


@event_priority(-50)
def write_tables(*, config: MkDocsConfig) -> None:
    """The files to download: every list, and the table behind each chart."""
    state = config.extra.get("nk_state")
    if state is not None:
        open_data = fresh("exports.open_data")
        open_data.write_lists(state.library, Path(config.site_dir), state.site.address)
        open_data.write_series(state.library, Path(config.site_dir))
        stylesheets = Path(config.config_file_path).parent / "overrides" / "assets" / "stylesheets"
        fresh("exports.maps").write_maps(state.library, Path(config.site_dir), stylesheets)


@event_priority(-1000)  # when everything is written
def show_result(*, config: MkDocsConfig) -> None:
    """Puts the rendered folder in the place of the site, or stops when there was a warning."""
    if not config.site_dir.endswith(BUILDING):
        return
    warned = [handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, WarningCount)]
    if any(handler.counts for handler in warned):
        raise Abort("A warning fails the build; the last good site stays as it was.")
    site = Path(config.site_dir.removesuffix(BUILDING))
    swap(Path(config.site_dir), site)
    config.site_dir = str(site)


def swap(rendered: Path, site: Path) -> None:
    """Moves `rendered` to `site`. Hidden files of the old site (a ``.git``, as MkDocs too keeps them) move along."""
    previous = site.with_name(site.name + PREVIOUS)
    shutil.rmtree(previous, ignore_errors=True)
    if site.exists():
        site.rename(previous)
        for hidden in previous.glob(".*"):
            hidden.rename(rendered / hidden.name)
    rendered.rename(site)
    shutil.rmtree(previous, ignore_errors=True)


class WarningCount(CountHandler):
    """Counts the warnings of one build, strict or not."""


def _is_serve() -> bool:
    context = click.get_current_context(silent=True)
    return context is not None and context.info_name == "serve"


def _is_dirty() -> bool:
    """Whether ``build --dirty`` adds to an earlier result, which has to stay where it is."""
    context = click.get_current_context(silent=True)
    return context is not None and not context.params.get("clean", True)


def date_by_edition(*, config: MkDocsConfig) -> None:
    """Dates the site map and its packed copy by the edition, not by the clock."""
    state = config.extra.get("nk_state")
    if state is not None:
        day = datetime.combine(state.library.edition.on.first_day, time(), UTC)
        os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(day.timestamp())))


on_startup = hear_warnings_despite_quiet
on_pre_build = date_by_edition
on_config = prepare
on_files = leave_out_unused
on_page_content = paste_views
on_env = stop_on_faults
on_post_build = CombinedEvent(write_aliases, write_tables, show_result)  # type: ignore[arg-type]  # typed for methods, fit for both
