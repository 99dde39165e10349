"""How long an edit takes to show in `mkdocs serve`: of a page, of a record, of a macro.

A copy of the site is served; each edit is written to it, and the page is asked for until it has the new words.
"""

from __future__ import annotations

import argparse
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks.common import copy_project, environment, mkdocs, save
from benchmarks.weight import section

PATIENCE = 120
"""Seconds after which an edit counts as not seen."""
PAUSE = 1.5
"""Seconds between two edits: the server looks for changes once or twice a second."""


@dataclass(frozen=True)
class Edit:
    """A change of one file: `words` puts a number into the text so that the page shows it."""

    name: str
    path: Path
    words: Callable[[str, str], str]


def edits(project: Path, page: Path) -> list[Edit]:
    """One edit of each kind, all of which show on the page."""
    chapters, macro = project / "data/chapters.yml", project / "macros/views/provenance.py"
    stem = page.stem
    title = re.search(rf"(?s)title: ([^\n]+)(?:(?!\n- id:).)*- {stem}\b", chapters.read_text(encoding="utf-8"))
    assert title, f"no chapter lists {stem}"
    return [
        Edit("page", page, lambda text, mark: f"{text}\n## {mark}\n"),
        Edit("record", chapters, lambda text, mark: text.replace(f"title: {title[1]}", f"title: {title[1]} {mark}")),
        Edit("macro", macro, lambda text, mark: re.sub(r'(?m)^WORK = "', f'WORK = "{mark} ', text)),
    ]


def seen(address: str, words: str, since: float) -> float:
    """Seconds from `since` until the page at `address` has the words."""
    while time.perf_counter() - since < PATIENCE:
        try:
            with urlopen(address, timeout=PATIENCE) as answer:
                if words in answer.read().decode():
                    return time.perf_counter() - since
        except URLError:
            pass
        time.sleep(0.02)
    raise SystemExit(f"{words!r} was not served within {PATIENCE} s")


def measure(project: Path, runs: int) -> dict[str, list[float]]:
    """Seconds from each edit until it is served, by kind of edit."""
    path = section(project)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}/{path.removesuffix('.md')}.html"
    with (project / "log.txt").open("wb") as log:
        command = mkdocs("serve", "--dev-addr", f"127.0.0.1:{port}")
        server = subprocess.Popen(command, cwd=project, stdout=log, stderr=log, env=environment())
        try:
            found = {"start": [seen(address, "</html>", time.perf_counter())]}
            for edit in edits(project, project / "docs" / path):
                original = edit.path.read_text(encoding="utf-8")
                for number in range(1, runs + 1):
                    time.sleep(PAUSE)
                    mark = f"seen{edit.name}{number}"
                    edit.path.write_text(edit.words(original, mark), encoding="utf-8")
                    found.setdefault(edit.name, []).append(seen(address, mark, time.perf_counter()))
        finally:
            server.terminate()
            server.wait()
    return found


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.reload", description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="edits of each kind (default %(default)s)")
    parser.add_argument("--save", action="store_true", help="keep the figures in benchmarks/figures/reload.json")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="nk-reload-") as folder:
        found = measure(copy_project(Path(folder) / "site"), options.runs)
    print("seconds from an edit until it is served")
    for name, times in found.items():
        print(f"{name:8}{median(times):6.2f}  of {', '.join(f'{one:.2f}' for one in times)}")
    if options.save:
        save("reload", {"seconds": {name: round(median(times), 2) for name, times in found.items()}})


if __name__ == "__main__":
    main(sys.argv[1:])
