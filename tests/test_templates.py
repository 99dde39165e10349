"""The annotated templates are records that the models accept, one for every family."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from macros import loading
from macros.records import FAMILIES, Record

TEMPLATES = Path(__file__).parent.parent / "data" / "templates"


@pytest.mark.parametrize("model", FAMILIES, ids=lambda model: model.family)
def test_template_is_a_record(model: type[Record], tmp_path: Path) -> None:
    """Copied as its first lines say: a file that holds one record alone bears its id."""
    template = TEMPLATES / f"{model.family}.yml"
    assert template.is_file(), f"no template to copy for {model.family}"
    alone = re.search(r"^id: (\S+)", template.read_text(encoding="utf-8"), re.MULTILINE)
    path = tmp_path / f"{alone[1] if alone else model.family}.yml"
    for part in TEMPLATES.glob(f"{model.family}.*"):
        shutil.copy(part, path.with_suffix(part.suffix))
    into = loading.Loaded(records={one.family: {} for one in FAMILIES})
    loading.load_file(path, f"data/templates/{path.name}", model, into)
    assert [str(fault) for fault in into.faults] == []
    assert into.records[model.family], "the template holds no record"
    assert "#" in path.read_text(encoding="utf-8"), "the template explains nothing"
