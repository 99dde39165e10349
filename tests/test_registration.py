"""What a page can call: registered, documented, and listed where contributors look."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import macros
from macros import MACROS

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("name", sorted(MACROS))
def test_macro_says_what_it_shows_and_how_it_is_called(name: str) -> None:
    text = inspect.getdoc(MACROS[name])
    assert text, f"{name} has no docstring"
    assert re.search(r"^ *\S?.*\{\{ ?" + name + r"\(", text, re.MULTILINE), f"{name} has no example call"


def test_macros_are_sorted_and_listed_for_contributors() -> None:
    assert list(MACROS) == sorted(MACROS)
    listed = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert [name for name in MACROS if f"`{name}(" not in listed] == []


def test_front_matter_shadows_no_macro() -> None:
    """The plugin gives front matter precedence over macros of the same name."""
    assert set(MACROS) & set(macros.pages.Meta.model_fields) == set()


def test_define_env_registers_every_macro_and_nothing_else() -> None:
    good = ROOT / "tests" / "fixtures" / "good"
    registered: dict[str, Any] = {}
    config: dict[str, Any] = {"config_file_path": str(good / "mkdocs.yml"), "docs_dir": str(good / "docs"),
                              "repo_url": "", "site_url": "", "extra": {}}
    env = SimpleNamespace(conf=config, page=None, markdown="",
                          macro=lambda function, name="": registered.setdefault(name, function))
    macros.define_env(env)
    assert sorted(registered) == sorted(MACROS)
    assert config["extra"]["nk_state"].faults == []
    assert [chapter["id"] for chapter in config["extra"]["nk"]["chapters"]] == ["road"]
