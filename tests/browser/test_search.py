"""Search in a real browser, from disk and over http: every form of every name finds a section that names it."""

from __future__ import annotations

import json
import threading
import unicodedata
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from macros import library
from macros.site import name_forms
from tests.tools import CHROMIUM_ARGUMENTS, ROOT, require_tool

pytestmark = pytest.mark.browser

ASK = """async () => {
  const settings = JSON.parse(document.getElementById("__config").textContent);
  const load = (src) => new Promise((onload) => {
    document.head.append(Object.assign(document.createElement("script"), { src, onload }));
  });
  await load(settings.base + "/search/search_index.js");
  const worker = new Worker(settings.search);
  const ask = (message) => new Promise((answer) => {
    worker.addEventListener("message", (event) => answer(event.data.data), { once: true });
    worker.postMessage(message);
  });
  await ask({ type: 0, data: { config: __index.config, docs: __index.docs, options: {} } });
  self.find = async (query) => {
    const { items } = await ask({ type: 2, data: query });
    return items.flat().filter((item) => item.score > 0).map((item) => item.location);
  };
}"""
"""Starts the theme's own search script as the theme does, and leaves `find(query)`: where the words stand."""


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = require_tool("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(CHROMIUM_ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="module", params=["file", "http"])
def address(request: pytest.FixtureRequest, built_site: Path) -> Iterator[str]:
    """The address of the built site, without a slash at its end."""
    if request.param == "file":
        yield built_site.resolve().as_uri()
        return
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(built_site)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The home page. Fails at the end if anything outside the site was asked for or the console spoke."""
    asked: list[str] = []
    spoken: list[str] = []

    def ask(request: Request) -> None:
        asked.append(request.url)

    def speak(message: ConsoleMessage) -> None:
        spoken.append(message.text)

    page = browser.new_page()
    page.on("request", ask)
    page.on("console", speak)
    page.on("pageerror", lambda error: spoken.append(str(error)))
    page.goto(f"{address}/index.html")
    yield page
    page.close()
    assert not [url for url in asked if not url.startswith(address)]
    assert not spoken


def entries(site: Path) -> dict[str, str]:
    """Title and text of every entry of the index, by location."""
    index: dict[str, Any] = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    return {entry["location"]: f"{entry['title']} {entry['text']}" for entry in index["docs"]}


@pytest.fixture(scope="module")
def forms() -> dict[str, list[str]]:
    """All forms of each place and person in the data, by id."""
    return name_forms(library.read(ROOT / "data")[0])


def test_every_form_of_a_name_finds_the_sections_that_use_one(
    page: Page, built_site: Path, forms: dict[str, list[str]]
) -> None:
    texts = {location: unicodedata.normalize("NFC", text) for location, text in entries(built_site).items()}
    page.evaluate(ASK)
    tried = 0
    missed = []
    for record, names in forms.items():
        naming = {location for location, text in texts.items() if any(name in text for name in names)}
        for form in names if naming else []:
            tried += 1
            if not naming & set(page.evaluate("query => find(query)", form)):
                missed.append((record, form))
    assert tried
    assert not missed


def test_spellings_that_stand_nowhere_find_the_same_sections(page: Page) -> None:
    page.evaluate(ASK)
    typed = {
        "Shusha": ["Susa", "SUSA", "ŞUŞA", "ՇՈՒՇԻ", "ШУША"],
        "Stepanakert": ["Xankendi", "XANKENDİ", "Hankendi", "Khankendi", "ՍՏԵՓԱՆԱԿԵՐՏ", "СТЕПАНАКЕРТ", "Ստեփան"],
        "Karabakh": ["Karabag", "Qarabag", "Garabagh", "ARTSAKH", "КАРАБАХ"],
        "Lachin": ["Lacin", "LAÇIN", "Лачин", "ԲԵՐՁՈՐ"],
    }
    for usual, spellings in typed.items():
        expected = set(page.evaluate("query => find(query)", usual))
        assert expected, usual
        for spelling in spellings:
            assert expected & set(page.evaluate("query => find(query)", spelling)), spelling


@pytest.mark.parametrize("query", ["Susa", "ŞUŞA", "Շուշի", "Степанакерт", "Karabag"])
def test_a_reader_types_a_name_and_lands_on_a_section(page: Page, query: str) -> None:
    box = page.locator("input.md-search__input")
    box.fill(query)
    box.press("End")
    result = page.locator(".md-search-result__link[href*='#']").first
    result.wait_for(timeout=5000)
    target = result.get_attribute("href")
    assert target is not None
    result.click()
    page.wait_for_url(target)
    assert page.locator(f"[id='{target.partition('#')[2]}']").count() == 1


def test_the_stand_in_for_workers_acts_from_disk_only(page: Page, address: str) -> None:
    assert page.evaluate("'IFrameWorker' in window") == address.startswith("file:")
