"""The build hooks, on a site of one page: what a good build leaves, and that a bad one leaves the last good site."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools import ROOT

SETTINGS = {
    "site_name": "Tiny",
    "theme": {"name": "material", "custom_dir": "theme", "font": False},
    "plugins": {"search": {}, "offline": {}},
    "hooks": [str(ROOT / "hooks.py")],
    "extra": {"polyfills": ["assets/vendor/iframe-worker.js"], "nk_forms": {"shusha": ["Shusha", "Şuşa", "Շուշի"]}},
}
GOOD = "# Tiny\n\nOn the road to Shusha.\n"
BAD_LINK = GOOD + "\n[nowhere](nowhere.md)\n"


def build(folder: Path, page: str, *flags: str, faults: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    """Build a site of one page; the macros' faults are given as they would gather them."""
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "docs/index.md").write_text(page, encoding="utf-8")
    extra = {**SETTINGS["extra"], "nk_faults": list(faults)}  # type: ignore[dict-item]
    (folder / "mkdocs.yml").write_text(json.dumps({**SETTINGS, "extra": extra}), encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *flags],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("good")
    shutil.copytree(ROOT / "overrides/assets", folder / "theme/assets")
    done = build(folder, GOOD)
    assert done.returncode == 0, done.stderr
    return folder


def test_search_folds_and_knows_aliases_also_from_disk(good: Path) -> None:
    script = (good / "site/search/search_index.js").read_text(encoding="utf-8")
    index = json.loads(script.removeprefix("var __index = "))
    assert index["config"]["lang"] == ["fold"]
    assert "\u055e" not in index["config"]["separator"], "a stress mark stands inside an Armenian word"
    assert "շուշի" in index["docs"][0]["aliases"]


def test_what_nobody_loads_is_left_out(good: Path) -> None:
    assert not list((good / "site").rglob("*.map"))
    languages = {path.name for path in (good / "site/assets/javascripts/lunr").rglob("*.js")}
    assert languages == {"lunr.fold.min.js", "lunr.stemmer.support.min.js"}


def test_no_page_names_another_host_for_a_script(good: Path) -> None:
    page = (good / "site/index.html").read_text(encoding="utf-8")
    assert 'src="assets/vendor/iframe-worker.js"' in page
    assert 'src="http' not in page


def test_hidden_files_of_the_old_site_stay_and_nothing_else(good: Path) -> None:
    (good / "site/.kept").touch()
    (good / "site/stale.html").touch()
    assert build(good, GOOD).returncode == 0
    assert (good / "site/.kept").exists()
    assert not (good / "site/stale.html").exists()
    assert {path.name for path in good.iterdir()} == {"docs", "mkdocs.yml", "site", "theme"}


@pytest.mark.parametrize("flags", [(), ("-q",), ("--no-strict",), ("-q", "--no-strict"), ("--strict",)], ids=str)
@pytest.mark.parametrize(
    ("page", "faults", "said"),
    [
        (BAD_LINK, (), ["nowhere.md"]),
        (GOOD, ("data/a.yml:3: no x", "docs/b.md:9: no y"), ["data/a.yml:3: no x", "docs/b.md:9: no y"]),
    ],
    ids=["warning", "faults"],
)
def test_a_bad_build_fails_says_why_and_leaves_the_last_good_site(
    good: Path, flags: tuple[str, ...], page: str, faults: tuple[str, ...], said: list[str]
) -> None:
    before = {path: path.read_bytes() for path in (good / "site").rglob("*") if path.is_file()}
    done = build(good, page + "\nNew words.\n", *flags, faults=faults)
    assert done.returncode == 1
    assert all(line in done.stderr for line in said)
    assert {path: path.read_bytes() for path in (good / "site").rglob("*") if path.is_file()} == before
    assert {path.name for path in good.iterdir()} == {"docs", "mkdocs.yml", "site", "theme"}
