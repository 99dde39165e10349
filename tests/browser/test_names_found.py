"""Search as a reader uses it: every form of every name in the data finds that place or person; common words find a
section; and the results lead to the very section."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from macros import library
from macros.records import Person, Place
from tests.conftest import Reader
from tests.tools import ROOT

pytestmark = pytest.mark.browser

LISTEN = """
const start = (Original) => class extends Original {
  #asked = 0;
  #answered = 0;
  #waiting = new Map();
  constructor(...how) {
    super(...how);
    self.searches = [];
    this.addEventListener("message", ({ data }) => {
      self.searches.push(data);
      if (data.type === 3) {
        this.#answered += 1;
        this.#waiting.get(this.#answered)?.(data.data.items);
      }
    });
    self.search = (query) => new Promise((answer) => {
      this.postMessage({ type: 2, data: query });
      this.#waiting.set(this.#asked, answer);
    });
  }
  postMessage(message, ...rest) {
    if (message.type === 2) {
      this.#asked += 1;
    }
    super.postMessage(message, ...rest);
  }
};
let made = self.Worker;
Object.defineProperty(self, "Worker", { get: () => made, set: (worker) => { made = start(worker); } });
self.Worker = made;
"""
"""Hears what the theme's own search worker says to the page, and lets a test ask it: `search(query)`. On disk another
worker is put in its place, which is heard just so. The theme asks too (an empty query, when the field is first used):
each answer goes to the question of its number, as the worker answers in order."""

FIND = """async (queries) => {
  const found = [];
  for (const query of queries) {
    found.push((await search(query)).map((page) => page.filter((one) => one.score > 0).map((one) => one.location)));
  }
  return found;
}"""
"""For each query the pages found, best first, each with the places on it that hold the words."""

PAGES_SEEN = 5
"""How far down the list a name may stand: what shows without scrolling."""

COMMON_WORDS = ("road", "checkpoint", "gas", "electricity", "bread", "food", "peacekeepers", "court", "Red Cross",
                "population", "convoy", "sit-in")


@pytest.fixture
def page(reader: Reader, address: str) -> Page:
    page = reader.page()
    page.add_init_script(LISTEN)
    page.goto(f"{address}/index.html")
    page.get_by_role("textbox", name="Search").focus()  # only then the theme starts the search
    page.wait_for_function("self.searches?.some((one) => one.type === 1)")
    return page


def names() -> Iterator[tuple[str, str]]:
    """Each form of each name, with the place in the site that is about it."""
    read, _ = library.read(ROOT / "data")
    entries: list[Place | Person] = [*read.all(Place), *read.all(Person)]
    for record in entries:
        page = "places" if isinstance(record, Place) else "people"
        for form in dict.fromkeys([*(name.text for name in record.names), *record.aliases]):
            yield form, f"explore/{page}.html#{record.id}"


def plain(text: str) -> str:
    """As on a keyboard without accents: Şuşa becomes Susa."""
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


def test_every_form_of_a_name_finds_its_entry(page: Page) -> None:
    wanted = list(names())
    typed = [(way, place) for form, place in wanted for way in dict.fromkeys([form, form.lower(), plain(form)])]
    assert typed
    found = page.evaluate(FIND, [form for form, _ in typed])
    missed = [
        f"{form}: no {place} among {[places[:1] for places in pages[:PAGES_SEEN]]}"
        for (form, place), pages in zip(typed, found, strict=True)
        if place not in [one for places in pages[:PAGES_SEEN] for one in places]
    ]
    assert not missed, f"{len(missed)} of {len(typed)}\n" + "\n".join(missed)


def test_common_words_find_sections_of_a_chapter(page: Page) -> None:
    read, _ = library.read(ROOT / "data")
    chapters = tuple(f"{chapter.id}/" for chapter in read.chapters if chapter.sections)
    found = page.evaluate(FIND, list(COMMON_WORDS))
    missed = [
        word
        for word, pages in zip(COMMON_WORDS, found, strict=True)
        if not any(one.startswith(chapters) and "#" in one for places in pages for one in places)
    ]
    assert not missed


@pytest.mark.parametrize("query", ["Şuşa", "Շուշի", "Шуша", "susa", "Xankəndi", "Ստեփանակերտ", "Vardanyan", "Алиев"])
def test_a_reader_types_and_lands_on_the_section(page: Page, query: str) -> None:
    box = page.get_by_role("textbox", name="Search")
    box.fill(query)
    box.press("End")  # the theme waits for a key to be let go
    result = page.locator(".md-search-result__link[href*='#']").first
    result.wait_for()
    result.click()
    page.wait_for_url(lambda url: "#" in url)
    assert page.locator(":target").count() == 1
    assert page.locator(":target").bounding_box() is not None


def test_spellings_that_stand_nowhere_find_the_same_places(page: Page) -> None:
    typed = {
        "Shusha": ["Susa", "SUSA", "ŞUŞA", "ՇՈՒՇԻ", "ШУША"],
        "Stepanakert": ["Xankendi", "XANKENDİ", "Hankendi", "Khankendi", "ՍՏԵՓԱՆԱԿԵՐՏ", "СТЕПАНАКЕРТ", "Ստեփան"],
        "Karabakh": ["Karabag", "Qarabag", "Garabagh", "ARTSAKH", "КАРАБАХ"],
        "Lachin": ["Lacin", "LAÇIN", "Лачин", "ԲԵՐՁՈՐ"],
    }
    for usual, spellings in typed.items():
        expected, *others = page.evaluate(FIND, [usual, *spellings])
        places = {place for pages in expected for place in pages}
        assert places, usual
        met = [places & {place for page in pages for place in page} for pages in others]
        missed = [spelling for spelling, found in zip(spellings, met, strict=True) if not found]
        assert not missed, usual


def test_pasted_words_are_searched_too(page: Page) -> None:
    page.get_by_role("textbox", name="Search").fill("Xankəndi")  # no key is pressed or let go
    page.locator(".md-search-result__link[href*='#']").first.wait_for()


def test_the_stand_in_for_workers_acts_from_disk_only(page: Page, address: str) -> None:
    assert page.evaluate("'IFrameWorker' in window") == address.startswith("file:")
