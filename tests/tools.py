"""Outside tools that some tests need: where they are, and what happens where they are missing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
CHROMIUM_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
# A test's browser asks the network for nothing on its own account; the sandbox does not start as root.
CHROMIUM_ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--no-sandbox",
)


@dataclass(frozen=True)
class Tool:
    """How to find a tool, and what to tell whoever has not got it."""

    find: Callable[[], str | Path | None]
    install: str


def find_chromium() -> str | Path | None:
    """A Chromium or one of its kin: on PATH, else where macOS and Windows keep it."""
    on_path = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    return on_path or next((place for place in CHROMIUM_PLACES if Path(place).is_file()), None)


def find_axe() -> Path | None:
    """The accessibility engine's script, fetched by `dev.py test`."""
    script = ROOT / ".cache/npm/node_modules/axe-core/axe.min.js"
    return script if script.is_file() else None


TOOLS: Mapping[str, Tool] = {
    "chromium": Tool(find_chromium, "install Chromium or Chrome (Debian: sudo apt-get install chromium)"),
    "axe-core": Tool(find_axe, "install Node.js with npm, then run: python3 dev.py test"),
}


def require_tool(name: str, tools: Mapping[str, Tool] = TOOLS) -> Path:
    """The path of a tool. Where it is missing the calling test is skipped with an install line; in CI it fails."""
    tool = tools[name]
    found = tool.find()
    if found is not None:
        return Path(found)
    message = f"{name} is missing: {tool.install}"
    if os.environ.get("CI"):
        pytest.fail(message, pytrace=False)
    pytest.skip(message)
