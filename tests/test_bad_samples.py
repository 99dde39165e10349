"""Every rule bites: each bad sample gets exactly the fault it deserves, with file, line, column and hint."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros import all_faults

FIXTURES = Path(__file__).parent / "fixtures"
SAMPLES: list[dict[str, Any]] = yaml.safe_load((FIXTURES / "bad.yml").read_text(encoding="utf-8"))


def copy_of_good(to: Path) -> Path:
    """A copy of the good data set that may be spoilt."""
    return Path(shutil.copytree(FIXTURES / "good", to / "site"))


def spoil(root: Path, sample: dict[str, Any]) -> None:
    """Make the one slip that the sample describes."""
    path = root / sample["file"]
    if sample.get("gone"):
        path.unlink()
    elif "old" in sample:
        text = path.read_text(encoding="utf-8")
        assert text.count(sample["old"]) >= 1, f"{sample['file']} does not hold {sample['old']!r}"
        times = -1 if sample.get("everywhere") else 1
        path.write_text(text.replace(sample["old"], sample["new"], times), encoding="utf-8")
        if "also" in sample:
            spoil(root, {"file": sample["file"], **sample["also"]})
    else:
        path.write_text(sample["new"], encoding=sample.get("encoding", "utf-8"))


def test_the_good_data_set_has_no_fault(tmp_path: Path) -> None:
    root = copy_of_good(tmp_path)
    assert list(map(str, all_faults(root, root / "docs"))) == []


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["Unix", "Windows"])
def test_marks_and_line_ends_of_other_editors_are_no_fault(ends: str, tmp_path: Path) -> None:
    root = copy_of_good(tmp_path)
    for path in [path for path in root.rglob("*") if path.is_file()]:
        path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8-sig", newline=ends)
    assert list(map(str, all_faults(root, root / "docs"))) == []


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample["name"] for sample in SAMPLES])
def test_bad_sample(sample: dict[str, Any], tmp_path: Path) -> None:
    root = copy_of_good(tmp_path)
    spoil(root, sample)
    said = [str(fault) for fault in all_faults(root, root / "docs")]
    wanted = [sample["says"]] if isinstance(sample["says"], str) else sample["says"]
    if sample.get("partly"):
        assert [line for line in wanted if not any(one.startswith(line) for one in said)] == [], said
    else:
        assert said == wanted


def test_faults_are_gathered(tmp_path: Path) -> None:
    """Two slips in different files are both reported by one run."""
    root = copy_of_good(tmp_path)
    for name in ("an unknown field", "a number typed in prose"):
        spoil(root, next(sample for sample in SAMPLES if sample["name"] == name))
    assert len(all_faults(root, root / "docs")) == 3


def test_what_cannot_be_read_is_reported_once(tmp_path: Path) -> None:
    """Calls that need a file or a page which is faulty as a whole do not complain a second time."""
    root = copy_of_good(tmp_path)
    calls = '{{ chapter_timeline("road") }}\n\n{{ figure_box("people", see="road/closing.md") }}\n'
    (root / "docs/explore/all.md").write_text(f"---\ntitle: All\n---\n{calls}\n{{{{ sources() }}}}\n", encoding="utf-8")
    (root / "data/events/road.yml").write_text("- id: [\n", encoding="utf-8")
    (root / "docs/road/closing.md").write_text("no front matter\n", encoding="utf-8")
    assert [fault.path for fault in all_faults(root, root / "docs")] == ["data/events/road.yml", "docs/road/closing.md"]
