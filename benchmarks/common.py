"""What the benchmarks share: copies of the project to work on, its pages under stock Material, measured runs."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from types import SimpleNamespace
from typing import Any

import jinja2
import yaml

import macros
from macros import pages

ROOT = Path(__file__).resolve().parent.parent
FIGURES = Path(__file__).parent / "figures"
"""Where `--save` leaves what was measured: one JSON file a benchmark."""
PARTS = ("mkdocs.yml", "hooks.py", "macros", "exports", "overrides", "data", "docs")
"""What a build reads."""


# --- runs -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Run:
    """One process from start to end."""

    wall: float
    """Seconds by the clock."""
    cpu: float
    """Seconds of processor time, user and system: steadier than the clock on a busy machine."""
    peak: float
    """Largest memory in megabytes (resident)."""


def run(command: Sequence[str], folder: Path) -> Run:
    """Run a command in `folder` and measure it; ends the benchmark with the command's own words if it fails."""
    log = folder / "log.txt"
    with log.open("wb") as out:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=out, env=environment())
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed in {folder}:\n{log.read_text(encoding='utf-8')[-3000:]}")
    unit = 1_000_000 if sys.platform == "darwin" else 1_000
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def environment() -> dict[str, str]:
    """That of the launcher: no notice by Material about MkDocs."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def mkdocs(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs", *arguments]


def middle(runs: Iterable[Run]) -> Run:
    """The median of each measure."""
    listed = list(runs)
    return Run(*(median(getattr(one, name) for one in listed) for name in ("wall", "cpu", "peak")))


def size(folder: Path) -> float:
    """Megabytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1_000_000


# --- projects ---------------------------------------------------------------------------------------------------


def copy_project(to: Path, change: Callable[[Path], None] = lambda project: None) -> Path:
    """A copy of everything that a build reads, changed by `change`; the project itself is left alone."""
    to.mkdir(parents=True)
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, to / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / part, to)
    change(to)
    return to


class Plugin:
    """Stands in for the macros plugin, so that `macros` runs as in a build."""

    def __init__(self, project: Path) -> None:
        self.conf: dict[str, Any] = {
            "config_file_path": str(project / "mkdocs.yml"), "docs_dir": str(project / "docs"), "repo_url": "",
            "site_url": "", "extra": {}}
        self.page = SimpleNamespace()
        self.markdown = ""
        self.macros: dict[str, Callable[..., Any]] = {}

    def macro(self, function: Callable[..., Any], name: str = "") -> Callable[..., Any]:
        self.macros[name] = function
        return function


def expanded(plugin: Plugin, source: pages.PageSource, parser: jinja2.Environment) -> str:
    """The Markdown of a page with everything that macros show in its place, as HTML."""
    plugin.page = SimpleNamespace(file=SimpleNamespace(src_uri=source.path), meta={})
    plugin.markdown = source.body
    macros.on_pre_page_macros(plugin)
    plugin.markdown = parser.from_string(plugin.markdown).render(plugin.macros)
    macros.on_post_page_macros(plugin)
    html: str = plugin.page.meta["nk_assembly"].finish(plugin.markdown)
    return html


def stock_project(project: Path, to: Path, same_navigation: bool) -> Path:
    """The pages of a project, macros expanded, under Material as it comes: no theme and no macros of ours.

    Search and the offline plugin stay on. `same_navigation` cuts the list of pages to the chapter, as ours is.
    """
    plugin = Plugin(project)
    macros.define_env(plugin)
    state: macros.State = plugin.conf["extra"]["nk_state"]
    parser = pages.parser()
    for source in state.sources:
        html = expanded(plugin, source, parser)
        path = to / "docs" / source.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\ntitle: {json.dumps(source.meta.title)}\n---\n\n{html}\n", encoding="utf-8")
    if state.faults:
        raise SystemExit(f"{len(state.faults)} faults, so there is nothing to measure; the first is\n{state.faults[0]}")
    ours: dict[str, Any] = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    theme: dict[str, Any] = {"name": "material", "font": False}
    if same_navigation:
        theme["custom_dir"] = str(Path(__file__).parent / "stock")
    settings = {
        "site_name": ours["site_name"], "use_directory_urls": False, "theme": theme,
        "plugins": {"search": {}, "offline": {}}, "markdown_extensions": ours["markdown_extensions"],
    }
    (to / "mkdocs.yml").write_text(yaml.safe_dump(settings, sort_keys=False), encoding="utf-8")
    return to


# --- results ----------------------------------------------------------------------------------------------------


def machine() -> str:
    """Processors, memory, system and Python: what a figure has to be read with."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (f"{os.cpu_count()} processors, {memory:.0f} GB, {platform.system()} {platform.machine()}, "
            f"Python {platform.python_version()}")


def save(name: str, figures: Mapping[str, Any]) -> None:
    """Leave what was measured in `figures/`, with machine and day."""
    FIGURES.mkdir(exist_ok=True)
    whole = {"machine": machine(), "on": date.today().isoformat(), **figures}
    text = json.dumps(whole, indent=2, ensure_ascii=False)
    (FIGURES / f"{name}.json").write_text(text + "\n", encoding="utf-8")
    print(f"kept in {(FIGURES / name).relative_to(ROOT)}.json")
