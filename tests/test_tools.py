"""A test that lacks its tool skips on a contributor's machine and fails in CI."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools import Tool, require_tool

TOOLS = {"here": Tool(lambda: "/bin/here", "unused"), "absent": Tool(lambda: None, "install it so")}


def test_a_tool_that_is_there_is_named_by_its_path() -> None:
    assert require_tool("here", TOOLS) == Path("/bin/here")


def test_a_missing_tool_skips_with_the_install_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="absent is missing: install it so"):
        require_tool("absent", TOOLS)


def test_a_missing_tool_fails_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="absent is missing: install it so"):
        require_tool("absent", TOOLS)
