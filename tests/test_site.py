"""The whole site as built: every page keeps every rule of `walk.py`, and every rule finds what it is there to find."""

from __future__ import annotations

import csv
import gzip
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from macros import library
from macros.library import Library
from macros.pages import Meta, PageSource, read_all
from macros.prose import word_count
from macros.records import Discussion, Event, Question, Series
from macros.views import ADDRESSES, Page, Site
from tests import walk
from tests.conftest import build_site
from tests.tools import ROOT
from tests.walk import BuiltPage

OUTSIDE_LINKS = ".nk-sources a, .nk-entry a, .nk-actions a, a[rel~=license]"
"""Where a link may lead outside: to a source, to the project's own repository, to the text of a licence."""

HEAVIEST_PAGE = 600_000
"""Bytes of HTML. A page that names all others, or draws a series at full length, goes beyond."""

HEAVIEST_LIST = 300_000
"""Bytes of a list of records as `gzip -9` leaves them, its page and the table that it saves together."""


@pytest.fixture(scope="session")
def pages(built_site: Path) -> dict[str, BuiltPage]:
    return walk.read(built_site)


@pytest.fixture(scope="session")
def records() -> Library:
    read, faults = library.read(ROOT / "data")
    assert not faults
    return read


def none(problems: Iterable[str]) -> None:
    """Fails with every problem, one a line and once."""
    found = list(dict.fromkeys(problems))
    if found:
        pytest.fail("\n".join(found), pytrace=False)


# --- each rule on a small bad sample ----------------------------------------------------------------------------------

FRAME = '<!doctype html><html lang="en"><body><h1>T</h1><article>{}</article></body></html>'
Rule = Callable[[BuiltPage], Iterator[str]]


def outside_links(page: BuiltPage) -> Iterator[str]:
    return walk.misplaced_links(page, OUTSIDE_LINKS)


@pytest.mark.parametrize(
    ("rule", "bad", "message"),
    [
        (walk.loads_from_outside, '<script src="https://a.example/x.js"></script>', "loaded from outside"),
        (walk.loads_from_outside, '<link rel="stylesheet" href="//a.example/x.css">', "loaded from outside"),
        (walk.loads_from_outside, '<img alt="" src="http://a.example/x.png">', "loaded from outside"),
        (walk.loads_from_outside, '<p style="background: url(https://a.example/x.png)">', "loaded from outside"),
        (outside_links, '<p><a href="https://a.example" rel="noreferrer">a</a>', "is no source"),
        (outside_links, '<ol class="nk-sources"><li><a href="https://a.example">a</a>', "no rel=noreferrer"),
        (walk.bad_headings, "<h1>Two</h1>", "2 h1"),
        (walk.bad_headings, "<h3>Deep</h3>", 'h3 "Deep" follows h1'),
        (walk.bad_headings, "<h2> </h2>", "is empty"),
        (walk.bad_ids, '<p id="a"></p><p id="a"></p>', 'id "a" stands 2 times'),
        (walk.bad_ids, '<button popovertarget="b">', 'refers to "b"'),
        (walk.bad_ids, '<table aria-labelledby="b"></table>', 'refers to "b"'),
        (walk.unnamed_pictures, '<img src="x.png">', "has no alt"),
        (walk.unnamed_pictures, "<svg></svg>", "neither named nor hidden"),
        (walk.unnamed_pictures, '<svg role="img"></svg>', "neither named nor hidden"),
        (walk.unnamed_pictures, "<button>A<svg></svg></button>", "neither named nor hidden"),
        (walk.unmarked_languages, "<p>Շուշի</p>", "is marked en, not hy"),
        (walk.unmarked_languages, '<p lang="hy">Шуша</p>', "is marked hy, not ru"),
        (walk.unmarked_languages, "<p>Gəncə</p>", "is marked en, not az"),
        (walk.unmarked_languages, '<p lang="de">Шуша</p>', "is marked de, not ru"),
        (walk.left_overs, "<p>A {{ name() }}</p>", "{{"),
        (walk.left_overs, "<p>A \ue000 4</p>", "\ue000"),
        (walk.left_overs, "<p>See [[place:shusha]]</p>", "[["),
        (walk.left_overs, "<p>Words { .nk-lead }</p>", "{ .nk-lead"),
        (walk.left_overs, "<p>None</p>", "None"),
        (walk.searchable, "<table><tr><td>1</td></tr></table>", "not kept out of search"),
        (walk.searchable, "<form data-nk-quiz></form>", "not kept out of search"),
    ],
)
def test_a_rule_finds_a_bad_page(rule: Rule, bad: str, message: str) -> None:
    found = list(rule(BuiltPage("a.html", FRAME.format(bad))))
    assert len(found) == 1
    assert message in found[0]


@pytest.mark.parametrize(
    ("rule", "good"),
    [
        (walk.loads_from_outside, '<link rel="canonical" href="https://a.example/"><a href="https://a.example">a</a>'),
        (outside_links, '<ol class="nk-sources"><li><a href="https://a.example" rel="noreferrer">a</a>'),
        (walk.bad_headings, "<h2>A</h2><h3>B</h3><h2>C</h2>"),
        (walk.bad_ids, '<label for="a">A</label><input id="a">'),
        (walk.unnamed_pictures, '<img alt=""><svg role="img" aria-label="A"><svg></svg></svg>'),
        (walk.unnamed_pictures, '<button aria-label="A"><svg></svg></button><i aria-hidden="true"><svg></svg></i>'),
        (walk.unmarked_languages, '<b lang="az">Gəncə</b><script>"Шуша"</script><i lang="hy"><u>Շուշի</u></i>'),
        (walk.left_overs, "<code>{{ name() }}</code><p>[1] {a} None yet</p>"),
        (walk.searchable, "<div data-search-exclude><table></table></div>"),
    ],
)
def test_a_rule_lets_a_good_page_pass(rule: Rule, good: str) -> None:
    none(rule(BuiltPage("a.html", FRAME.format(good))))


@pytest.mark.parametrize(
    ("link", "message"),
    [
        ("b.html", "b.html names no file"),
        ("../a/c.html#d", "../a/c.html#d names no place"),
        ("#d", "#d names no place"),
        ("/a/c.html", "does not work from disk"),
        ("", "names no file"),
    ],
)
def test_broken_links_are_found(tmp_path: Path, link: str, message: str) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/c.html").write_text(FRAME.format(f'<a id="x" href="{link}">l</a><a href="c.html#x">good</a>'))
    pages = walk.read(tmp_path)
    found = list(walk.broken_links(pages["a/c.html"], tmp_path, pages))
    assert [message in one for one in found] == ([True] if link else [])


@pytest.mark.parametrize("css", ["a{b:url('https://a.example/f.woff2')}", '@import "//a.example/x.css";'])
def test_style_sheets_that_load_from_outside_are_found(css: str) -> None:
    assert list(walk.css_from_outside("x.css", css + "a{b:url(../f.woff2)}c{d:url(data:image/png;base64,)}"))[1:] == []
    assert list(walk.css_from_outside("x.css", css))


def test_excluded_text_that_search_holds_is_found() -> None:
    table = "<table data-search-exclude><tr><td>A cell of more than twenty letters</td></tr></table>"
    page = BuiltPage("a.html", FRAME.format(table))
    assert list(walk.indexed(page, "Words. A cell of more than twenty letters"))
    none(walk.indexed(page, "Words."))


def test_a_list_of_pages_with_a_foreign_entry_is_found() -> None:
    nav = '<nav class="nk-side"><a href="b.html#x">B</a><a href="../c/d.html">D</a></nav>'
    found = list(walk.foreign_entries(BuiltPage("a/a.html", FRAME.format(nav)), {"a/a.html", "a/b.html"}))
    assert found == ["a/a.html: its list of pages names c/d.html", "a/a.html: its list of pages lacks a/a.html"]


# --- the real site ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "rule",
    [
        walk.loads_from_outside,
        outside_links,
        walk.bad_headings,
        walk.bad_ids,
        walk.unnamed_pictures,
        walk.unmarked_languages,
        walk.left_overs,
        walk.searchable,
    ],
    ids=lambda rule: rule.__name__,
)
def test_every_page(rule: Rule, pages: Mapping[str, BuiltPage]) -> None:
    none(problem for page in pages.values() for problem in rule(page))


def test_every_link_leads_somewhere(built_site: Path, pages: Mapping[str, BuiltPage]) -> None:
    none(problem for page in pages.values() for problem in walk.broken_links(page, built_site, pages))


def test_no_style_sheet_loads_from_outside(built_site: Path) -> None:
    sheets = sorted(built_site.rglob("*.css"))
    assert sheets
    none(problem for sheet in sheets for problem in walk.css_from_outside(sheet.name, sheet.read_text("utf-8")))


def test_every_page_says_its_language(pages: Mapping[str, BuiltPage]) -> None:
    none(name for name, page in pages.items() if not page.tree.css("html[lang=en]"))


def test_search_holds_every_page_and_nothing_that_is_excluded(built_site: Path, pages: Mapping[str, BuiltPage]) -> None:
    held = walk.index_texts(built_site)
    assert set(held) == set(pages) - {"404.html"}
    none(problem for name, text in held.items() for problem in walk.indexed(pages[name], text))


def test_a_chapter_page_lists_its_own_chapter_only(records: Library, pages: Mapping[str, BuiltPage]) -> None:
    for chapter in records.chapters:
        own = {name for name in pages if name.startswith(f"{chapter.id}/")}
        none(problem for name in sorted(own) for problem in walk.foreign_entries(pages[name], own))


def test_no_page_is_out_of_proportion(built_site: Path, pages: Mapping[str, BuiltPage]) -> None:
    none(f"{name}: {len(page.html)} bytes" for name, page in pages.items()
         if len(page.html) > HEAVIEST_PAGE and not name.startswith("explore/"))
    lists = {name: page.tree.css_first("[data-nk-table]") for name, page in pages.items()}
    for name, frame in lists.items():
        if frame is not None:
            table = (built_site / name).parent / (frame.attributes["data-nk-table"] or "")
            packed = sum(len(gzip.compress(one.read_bytes(), 9)) for one in (built_site / name, table))
            assert packed < HEAVIEST_LIST, f"{name} with {table.name}: {packed} bytes; split it"
    assert sum(frame is not None for frame in lists.values()) > 10


def test_every_section_is_a_reading_of_ten_minutes() -> None:
    """600 to 1,200 words, so that a class reads it within a lesson; the overviews are shorter."""
    sources, _ = read_all(ROOT / "docs")
    words = {source.path: (source.meta.layout, word_count(source.body)) for source in sources
             if source.meta.layout in ("section", "overview")}
    assert sum(layout == "section" for layout, _ in words.values()) >= 30
    assert sum(count for _, count in words.values()) >= 28_000
    none(f"{path}: {count} words" for path, (layout, count) in words.items()
         if not (600 if layout == "section" else 500) <= count <= 1_200)


# --- records and pages ------------------------------------------------------------------------------------------------


def test_every_record_has_an_address(records: Library, pages: Mapping[str, BuiltPage]) -> None:
    """Each record stands where links to it lead: on the page of its family, under its id."""
    listed = {name.removesuffix("html") + "md": PageSource(name, Meta(title=name), "", 1) for name in pages}
    page = Page(PageSource("index.md", Meta(title="Here"), "", 1), records, Site(pages=listed))
    checked = 0
    for family in ADDRESSES:
        for record in records.records[family].values():
            path, _, anchor = page.record_href(family, record.id).partition("#")
            assert anchor in pages[path].ids, f"{family} {record.id}: not at {path}#{anchor}"
            checked += 1
    assert checked > 2_000


def test_events_of_a_written_chapter_stand_in_it_too(records: Library, pages: Mapping[str, BuiltPage]) -> None:
    written = {chapter.id for chapter in records.chapters if chapter.sections}
    none(f"{event.id}: on no page of {event.chapter}" for event in records.all(Event) if event.chapter in written
         and not any(event.id in page.ids for path, page in pages.items() if path.startswith(f"{event.chapter}/")))


def test_every_question_and_prompt_is_asked(records: Library, pages: Mapping[str, BuiltPage]) -> None:
    whole = " ".join(walk.words(page.tree.body) for page in pages.values())
    none(f"question {one.id}" for one in records.all(Question) if " ".join(one.stem.split()) not in whole)
    asked = sum(len(page.tree.css(".nk-discuss section")) for page in pages.values())
    assert asked >= len(records.all(Discussion))


def test_every_chart_comes_with_its_numbers_as_a_file(
    records: Library, built_site: Path, pages: Mapping[str, BuiltPage]
) -> None:
    drawn = 0
    for name, page in pages.items():
        for figure in page.tree.css("figure.nk-chart"):
            (address,) = [link.attributes["href"] or "" for link in figure.css("a[download]")]
            file = (built_site / name).parent / address
            assert file.is_file(), f"{name}: no file {address}"
            assert file.with_name(f"{file.name}-metadata.json").is_file()
            rows = list(csv.DictReader(file.read_text("utf-8").splitlines()))
            wanted = (figure.id or "").removeprefix("chart-")
            if wanted in records.records["series"]:
                points = records.get(Series, wanted).points
                assert [float(row["value"]) for row in rows] == [float(point.value) for point in points]
            assert len(rows) == len(figure.css(".nk-counts tbody tr"))
            drawn += 1
    assert drawn


# --- what is not there, and what is the same --------------------------------------------------------------------------


def test_the_page_for_what_is_missing_stands_alone(pages: Mapping[str, BuiltPage]) -> None:
    page = pages["404.html"]
    assert page.tree.css_first("h1")
    assert not page.tree.css("link[rel=stylesheet], script[src], img[src]"), "it is shown at addresses of any depth"
    assert page.tree.css("a[href='index.html']")


A_YEAR_LATER = """
import datetime, sys, mkdocs.utils
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None): return super().now(tz) + datetime.timedelta(days=366)
mkdocs.utils.datetime = Later
from mkdocs.__main__ import cli
cli()
"""


def digests(folder: Path) -> dict[str, str]:
    """SHA-256 of every file below a folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_the_same_input_gives_the_same_bytes_on_another_day_in_another_folder(
    built_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONHASHSEED", "20")
    again = digests(build_site(tmp_path / "again", "-c", A_YEAR_LATER))
    first = digests(built_site)
    assert set(first) == set(again)
    none(name for name in first if first[name] != again[name])
