"""The recipes of CONTRIBUTING.md do what they say, on a copy of the real data and pages."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from macros import MACROS, State, all_faults, bound, pages
from macros.views import Page

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def recipe(name: str) -> str:
    """The block of code after the mark of a recipe."""
    found = re.search(rf"<!-- recipe: {name} -->\n```\w+\n(.*?)```", TEXT, re.DOTALL)
    assert found, f"CONTRIBUTING.md has no recipe {name}"
    return found[1]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for folder in ("data", "docs"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def said(root: Path) -> list[str]:
    return [str(fault) for fault in all_faults(root, root / "docs")]


def insert(path: Path, after: str, text: str) -> None:
    old = path.read_text(encoding="utf-8")
    assert after in old
    path.write_text(old.replace(after, after + text, 1), encoding="utf-8")


def test_mend_a_sentence(copy: Path) -> None:
    page = copy / "docs/blockade/how-the-road-closed.md"
    first = re.search(r"^[A-Z][^\n]+ ", page.read_text(encoding="utf-8").partition("\n---\n")[2], re.MULTILINE)
    assert first
    insert(page, first[0], "300 ")
    (fault,) = said(copy)
    place, _, message = recipe("sentence").strip().partition(": ")
    assert fault.endswith(message)
    assert fault.split(":")[0] == place.split(":")[0]


def test_correct_a_figure_then_add_its_source(copy: Path) -> None:
    count, source = recipe("figure"), recipe("source")
    insert(copy / "data/figures/blockade.yml", "- id: population\n  title: People in Nagorno-Karabakh, 2015–2023\n"
           "  unit: people\n  chapter: blockade\n  counts:\n", count)
    (fault,) = said(copy)
    assert re.match(r"data/figures/blockade\.yml:\d+:\d+ figure population, counts\[1\]\.sources\[1\]: no source "
                    r'"example-news-2023-10-30-arrivals"', fault)
    sources = copy / "data/sources/media-international.yml"
    sources.write_text(sources.read_text(encoding="utf-8") + "\n" + source, encoding="utf-8")
    assert said(copy) == []


def test_a_source_that_nothing_cites_is_a_fault(copy: Path) -> None:
    sources = copy / "data/sources/media-international.yml"
    sources.write_text(sources.read_text(encoding="utf-8") + "\n" + recipe("source"), encoding="utf-8")
    (fault,) = said(copy)
    assert "is cited by no record and no page" in fault


def test_every_macro_is_listed_with_the_first_line_of_its_docstring() -> None:
    listed = dict(re.findall(r"^\| `(\w+)\(.*?\)` \| (.*) \|$", TEXT, re.MULTILINE))
    assert listed == {name: (macro.__doc__ or "").splitlines()[0] for name, macro in MACROS.items()}


def test_every_example_in_docstrings_and_here_runs() -> None:
    """Each example call is run on a page of the real site: its ids exist and its arguments fit."""
    state = State({"config_file_path": str(ROOT / "mkdocs.yml"), "docs_dir": str(ROOT / "docs"), "repo_url": "",
                   "site_url": ""})
    examples = [call for macro in MACROS.values() for call in re.findall(r"\{\{ ?.*? ?\}\}", macro.__doc__ or "")]
    examples += ["{{ " + call + " }}" for call in re.findall(r"^\| `(\w+\(.*?\))` \|", TEXT, re.MULTILINE)]
    assert len(examples) >= 2 * len(MACROS)
    where = state.site.pages["blockade/how-the-road-closed.md"]
    source = pages.PageSource(where.path, where.meta, "\n".join(examples), 1)
    faults = pages.evaluate(source, bound(Page(source, state.library, state.site)), state.parser)[1]
    assert [str(fault) for fault in faults] == []


def test_real_pages_have_no_fault() -> None:
    assert said(ROOT) == []
