"""axe-core on every page, folded in light, everything unfolded in light and in dark: no violation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import pytest

from tests.conftest import Reader
from tests.tools import require_tool

pytestmark = pytest.mark.browser

UNFOLD = """() => {
  document.querySelectorAll("details").forEach((one) => one.setAttribute("open", ""));
  document.querySelectorAll("[popover]").forEach((one) => one.removeAttribute("popover"));
}"""
"""Cards and folds all open at once, so that what is in them is looked at too."""

THIN = """(most) => {
  const entries = [...document.querySelectorAll("[data-nk-entry], .nk-event")];
  const step = Math.ceil(entries.length / most);
  entries.forEach((entry, index) => { if (index % step) entry.remove(); });
}"""
"""Leaves so many entries of a list, evenly picked: a thousand of one template take minutes and tell the same."""

MOST_ENTRIES = 60

RUN = """async () => (await axe.run({ resultTypes: ["violations"] })).violations.flatMap((rule) =>
  rule.nodes.map((node) => `${rule.id} at ${node.target.join(" ")}: ${node.failureSummary.replace(/\\s+/g, " ")}`))"""


@pytest.mark.parametrize(("width", "colours"), [(1280, "light"), (390, "dark")])
def test_no_page_shuts_readers_out(
    reader: Reader, served_site: str, page_names: Sequence[str], width: int, colours: Literal["light", "dark"]
) -> None:
    axe = require_tool("axe-core").read_text(encoding="utf-8")
    page = reader.page(colours=colours, width=width)
    violations: dict[str, str] = {}
    for name in page_names:
        page.goto(f"{served_site}/{name}")
        page.evaluate(THIN, MOST_ENTRIES)
        page.evaluate(axe)
        found = page.evaluate(RUN) if colours == "light" else []
        page.evaluate(UNFOLD)
        for violation in [*found, *page.evaluate(RUN)]:
            violations.setdefault(violation, name)
    if violations:
        pytest.fail("\n".join(f"{name}: {violation}" for violation, name in violations.items()), pytrace=False)
