"""`dev.py serve` as contributors use it: the whole site is built in the process that serves it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from dev import ENVIRONMENT, FIRST_PORT, free_port
from tests.tools import ROOT

LONGEST_BUILD = 240
"""Seconds until the first page has to be there, on a slow machine."""


def test_the_site_is_served(tmp_path: Path) -> None:
    port = free_port(FIRST_PORT + 500)
    log = tmp_path / "log"
    with log.open("w", encoding="utf-8") as said:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"], cwd=ROOT,
            env={**os.environ, **ENVIRONMENT}, stdout=said, stderr=subprocess.STDOUT)
        try:
            page = first_answer(f"http://127.0.0.1:{port}/whole-story.html", server)
        finally:
            server.terminate()
            server.wait(timeout=30)
    assert "The whole story in ten minutes" in page, log.read_text(encoding="utf-8")[-2000:]


def first_answer(address: str, server: subprocess.Popen[bytes]) -> str:
    """The page once it is there; an empty text when the server stops or takes too long."""
    end = time.monotonic() + LONGEST_BUILD
    while server.poll() is None and time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                text: str = answer.read().decode()
                return text
        except (urllib.error.URLError, TimeoutError):
            time.sleep(1)
    return ""
