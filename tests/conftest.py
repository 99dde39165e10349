"""The real site, built once a session, and readers of it: browsers that report whatever goes wrong on a page."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, AnyStr, Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Request, sync_playwright

from dev import ENVIRONMENT
from tests.tools import CHROMIUM_ARGUMENTS, ROOT, require_tool

if TYPE_CHECKING:
    from _typeshed import SupportsRead, SupportsWrite

FOLDER = "Copy of Şuşa, Շուշի (1)"
"""A folder name as people make them: the site has to open from any."""

BELOW = "/below/a/path"
"""Where the server shows the site a second time, as on a host that keeps several sites."""


def build_site(folder: Path, *python: str) -> Path:
    """Builds the real site into `folder` as `dev.py build` does; `python` replaces how MkDocs is started."""
    done = subprocess.run(
        [sys.executable, *(python or ("-m", "mkdocs")), "build", "--strict", "--site-dir", str(folder)],
        cwd=ROOT,
        env={**os.environ, **ENVIRONMENT},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        said = [line for line in f"{done.stdout}{done.stderr}".splitlines() if line and not line.startswith("INFO")]
        pytest.fail("\n".join(["the site does not build; the last of what was said:", *said[-8:]]), pytrace=False)
    return folder


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site, which no test changes."""
    return build_site(tmp_path_factory.mktemp("built") / FOLDER)


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder at the root and below a path, and its own page for what is missing, as hosts of sites do."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(BELOW))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def copyfile(self, source: SupportsRead[AnyStr], outputfile: SupportsWrite[AnyStr]) -> None:
        with suppress(ConnectionError):  # a reader who goes on to the next page hangs up
            super().copyfile(source, outputfile)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="session")
def served_site(built_site: Path) -> Iterator[str]:
    """The address, without a slash at its end, of a server on this machine that shows the built site."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(built_site))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(params=["disk", "http", "http below a path"])
def address(request: pytest.FixtureRequest, built_site: Path, served_site: str) -> str:
    """The address of the site, without a slash at its end, in each way that readers open it."""
    return {"disk": built_site.as_uri(), "http": served_site, "http below a path": served_site + BELOW}[request.param]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = require_tool("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(CHROMIUM_ARGUMENTS))
        yield browser
        browser.close()


class Reader:
    """Opens pages in the way that one or another reader does, and notes every fault that the browser hears of."""

    def __init__(self, browser: Browser, *addresses: str) -> None:
        self.heard: list[str] = []
        self._browser = browser
        self._addresses = tuple(f"{address}/" for address in addresses)
        self._contexts: list[BrowserContext] = []

    def page(
        self,
        *,
        width: int = 1280,
        colours: Literal["light", "dark", "forced"] = "light",
        script: bool = True,
        paper: bool = False,
    ) -> Page:
        """A new, empty page of a reader with a window of `width` pixels; `paper` shows it as it will be printed."""
        context = self._browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if colours == "dark" else "light",
            forced_colors="active" if colours == "forced" else "none",
            java_script_enabled=script,
            reduced_motion="reduce",
        )
        self._contexts.append(context)
        page = context.new_page()
        page.emulate_media(media="print" if paper else "screen")
        page.on("request", self._asked)
        page.on("requestfailed", self._failed)
        page.on("console", self._said)
        page.on("pageerror", self._broke)
        return page

    def close(self) -> None:
        for context in self._contexts:
            context.close()

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((*self._addresses, "data:", "blob:")):
            self.heard.append(f"{request.frame.url} asks for {request.url}, which is outside the site")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # by the reader who goes on before all is there
            self.heard.append(f"{request.frame.url} does not get {request.url}: {request.failure}")

    def _said(self, message: ConsoleMessage) -> None:
        self.heard.append(f"{message.location['url']} says on the console: {message.text}")

    def _broke(self, error: Error) -> None:
        self.heard.append(f"a script breaks: {error}")


@pytest.fixture
def reader(browser: Browser, built_site: Path, served_site: str) -> Iterator[Reader]:
    """A reader of the site. The test fails if the console spoke or anything outside the site was asked for."""
    reader = Reader(browser, built_site.as_uri(), served_site)
    yield reader
    reader.close()
    if reader.heard:
        pytest.fail("\n".join(dict.fromkeys(reader.heard)), pytrace=False)


@pytest.fixture(scope="session")
def page_names(built_site: Path) -> list[str]:
    """Every page of the site by its path below the folder, but the one for what is missing."""
    names = sorted(page.relative_to(built_site).as_posix() for page in built_site.rglob("*.html"))
    return [name for name in names if name != "404.html"]
