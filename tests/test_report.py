"""How hard pages are to read, and what chapters leave untold."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import State
from tests.test_bad_samples import copy_of_good
from tools.report import coverage, grade, plain_prose, prose_of, reading, syllables

SAYS = {"water": [["W", "AO1", "T", "ER0"]], "cat": [["K", "AE1", "T"]]}


@pytest.mark.parametrize(("word", "parts"), [("Water", 2), ("cat", 1), ("Lachine", 2), ("tsk", 1)])
def test_syllables_come_from_the_dictionary_else_from_vowels(word: str, parts: int) -> None:
    assert syllables(word, SAYS) == parts


def test_the_grade_is_that_of_the_formula() -> None:
    assert grade("Cat cat cat water.", SAYS) == pytest.approx(0.39 * 4 + 11.8 * 5 / 4 - 15.59)
    assert grade("Cat cat. Cat water.", SAYS) == pytest.approx(0.39 * 2 + 11.8 * 5 / 4 - 15.59)
    assert grade(" – ", SAYS) == 0


def test_only_running_text_counts_and_names_are_masked() -> None:
    body = ('## Heading\n\nOn {{ when("a") }} the town of Stepanakert lost {{ figure("b", "c") }} homes. '
            '{{ cite("d") }}\n\n## Check yourself\n\nNot this.\n')
    assert prose_of(body) == "On ten the town of Ann lost ten homes."
    assert plain_prose(["In [[place:stepanakert]] [[figure:b.c]] people. [[source:d]]"]).strip() == "In Ann ten people."


def test_the_report_names_pages_and_untold_events(tmp_path: Path) -> None:
    root = copy_of_good(tmp_path)
    events = root / "data/events/road.yml"
    first = events.read_text(encoding="utf-8")
    second = first.replace("2022-12-12-sit-in", "2022-12-13-quiet").replace("importance: key", "importance: supporting")
    events.write_text(first + "\n" + second, encoding="utf-8")
    state = State({"config_file_path": str(root / "mkdocs.yml"), "docs_dir": str(root / "docs"), "repo_url": "",
                   "site_url": ""})
    assert [line.split()[0] for line in reading(state.site)] == ["page", "road/closing.md", "road/index.md"]
    told, *untold = coverage(state)
    assert told == "road: 1 of 2 events told"
    assert [line.split()[-1] for line in untold] == ["2022-12-13-quiet"]
