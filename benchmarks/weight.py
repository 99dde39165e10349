"""What the first view of a section weighs, beside the same page in stock Material without our theme.

Both sites are built and served on this machine; Chromium opens the page as a reader's first, with an empty cache, and
every file that it asks for is counted: texts as `gzip -9` leaves them, fonts and pictures as they are.
"""

from __future__ import annotations

import argparse
import gzip
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Response, sync_playwright

from benchmarks.common import copy_project, mkdocs, run, save, stock_project
from macros import pages
from tests.tools import CHROMIUM_ARGUMENTS, find_chromium

LIMIT = 25_000
"""Bytes that a first view may weigh above stock Material."""
COUNTED = {"document": "HTML", "stylesheet": "CSS", "script": "JS", "font": "fonts"}
"""Kinds of file that the limit is on, as Chromium calls them; all others are listed beside it."""
PACKED = {".woff", ".woff2", ".png", ".jpg", ".webp", ".gz"}
"""Files that are compressed already."""


class Quiet(SimpleHTTPRequestHandler):
    """A web server that does not comment on what it is asked."""

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address at which a folder is served meanwhile."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def first_view(browser: Browser, address: str, page: str) -> dict[str, tuple[str, int]]:
    """Every file that the first view of a page loads: path → kind and bytes."""
    responses: list[Response] = []
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    view = context.new_page()
    view.on("response", lambda response: responses.append(response))
    view.goto(f"{address}/{page}", wait_until="networkidle")
    found = {}
    for response in responses:
        path = response.url.removeprefix(f"{address}/")
        body = response.body()
        packed = Path(path).suffix in PACKED
        kind = COUNTED.get(response.request.resource_type, "other")
        found[path] = (kind, len(body) if packed else len(gzip.compress(body, 9, mtime=0)))
    context.close()
    return found


def section(project: Path) -> str:
    """The longest section of the project: its path below docs/."""
    sources, _ = pages.read_all(project / "docs")
    sections = [source for source in sources if source.meta.layout == "section"]
    if not sections:
        raise SystemExit("no page has the layout section yet, so there is nothing to weigh")
    return max(sections, key=lambda source: len(source.body)).path


def by_kind(files: dict[str, tuple[str, int]]) -> dict[str, int]:
    """Bytes by kind of file, and all that count."""
    kinds = {kind: sum(size for one, size in files.values() if one == kind) for kind in (*COUNTED.values(), "other")}
    return {**kinds, "counted": sum(size for kind, size in kinds.items() if kind != "other")}


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.weight", description=__doc__)
    parser.add_argument("--page", help="a page below docs/; default: the longest section")
    parser.add_argument("--save", action="store_true", help="keep the figures in benchmarks/figures/weight.json")
    options = parser.parse_args(arguments)
    chromium = find_chromium()
    if chromium is None:
        raise SystemExit("Chromium is missing; install it (Debian: sudo apt-get install chromium)")
    with tempfile.TemporaryDirectory(prefix="nk-weight-") as folder:
        ours = copy_project(Path(folder) / "ours")
        stock = stock_project(ours, Path(folder) / "stock", same_navigation=False)
        page = options.page or section(ours)
        loaded: dict[str, dict[str, tuple[str, int]]] = {}
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=list(CHROMIUM_ARGUMENTS))
            for name, project in (("ours", ours), ("stock", stock)):
                run(mkdocs("build"), project)
                with served(project / "site") as address:
                    loaded[name] = first_view(browser, address, page.removesuffix(".md") + ".html")
            browser.close()
    weights = {name: by_kind(files) for name, files in loaded.items()}
    report(page, loaded, weights)
    if options.save:
        save("weight", {"page": page, "limit": LIMIT, **weights, "files": loaded})


def report(page: str, loaded: dict[str, dict[str, tuple[str, int]]], weights: dict[str, dict[str, int]]) -> None:
    ours, stock = weights["ours"], weights["stock"]
    print(f"first view of {page}, bytes (texts as gzip -9 leaves them)\n\n{'':12}{'ours':>9}{'stock':>9}{'more':>9}")
    for kind in ours:
        print(f"{kind:12}{ours[kind]:>9,}{stock[kind]:>9,}{ours[kind] - stock[kind]:>+9,}")
    more = ours["counted"] - stock["counted"]
    print(f"\n{more:+,} bytes against stock Material; {'within' if more <= LIMIT else 'OVER'} the limit of {LIMIT:,}")
    for name, files in loaded.items():
        print(f"\n{name}:")
        for path, (kind, size) in sorted(files.items(), key=lambda file: -file[1][1]):
            print(f"{size:>9,}  {kind:6} {path}")


if __name__ == "__main__":
    main(sys.argv[1:])
