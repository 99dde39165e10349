"""The annotated templates are records that the models accept, one for every family."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import loading
from macros.records import FAMILIES, Record

TEMPLATES = Path(__file__).parent.parent / "data" / "templates"


@pytest.mark.parametrize("model", FAMILIES, ids=lambda model: model.family)
def test_template_is_a_record(model: type[Record]) -> None:
    path = TEMPLATES / f"{model.family}.yml"
    assert path.is_file(), f"no template to copy for {model.family}"
    into = loading.Loaded(records={one.family: {} for one in FAMILIES})
    loading.load_file(path, f"data/templates/{path.name}", model, into)
    assert [str(fault) for fault in into.faults] == []
    assert into.records[model.family], "the template holds no record"
    assert "#" in path.read_text(encoding="utf-8"), "the template explains nothing"
