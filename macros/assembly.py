"""From macro results to the finished page.

What views return is HTML. Markdown must not touch it (it would take `*` and `_` in it for its own), and need not spend
time on it. So a call leaves a short token in the text; the HTML is put in its place once Markdown is done.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import Markup

from .faults import Fault
from .pages import attempt
from .views import Page, Shown

_OPEN, _CLOSE = "\ue000", "\ue001"
_TOKEN = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_ALONE = re.compile(f"<p>((?:{_OPEN}\\d+{_CLOSE}\\s*)+)</p>")
_LOOSE_MARKER = re.compile(r"\s+(?=<sup class=\"nk-cite\")")
"""Space before a source marker: authors type it, readers would see the marker wander to the next line."""
_ADJACENT_MARKERS = re.compile(r"</sup><sup class=\"nk-cite\">")
"""Two calls or references side by side: one group, with a comma, as a call with two ids makes it."""
_BLOCK = re.compile(r"<(?:address|article|aside|details|div|dl|figure|footer|form|h[1-6]|nav|ol|p|section|table|ul)\b")


@dataclass(repr=False)  # it hangs in the page's metadata, which the plugin writes out for its log: with it all records
class Assembly:
    """A page being put together: the results of its calls, by token."""

    page: Page
    shown: list[Shown] = field(default_factory=list)
    cards_set: set[str] = field(default_factory=set)

    def token(self, result: Shown, alone: bool = False) -> str:
        """Keep a result and give back the token that stands for it."""
        self.shown.append(result)
        token = f"{_OPEN}{len(self.shown) - 1}{_CLOSE}"
        return f"\n\n{token}\n\n" if alone else token

    def resolve(self, faults: list[Fault]) -> None:
        """Make what had to wait for the whole page: by now every source has its number."""
        for index, result in enumerate(self.shown):
            if callable(result):
                self.shown[index] = attempt(result, functools.partial(self.page.source.fault, 1, 1, ""), faults)

    def with_cards(self, text: str) -> str:
        """Put each card after the paragraph, list or table whose chip first calls for it."""
        blocks = []
        for block in re.split(r"\n{2,}", text):
            wanted = [name for name in self.page.cards if name not in self.cards_set and self._calls(block, name)]
            self.cards_set.update(wanted)
            blocks.append(block + "".join(self.token(self.page.cards[name], alone=True) for name in wanted))
        return "\n\n".join(blocks)

    def _calls(self, block: str, card: str) -> bool:
        wanted = f'popovertarget="{card}"'
        for number in _TOKEN.findall(block):
            result = self.shown[int(number)]
            if isinstance(result, Markup) and wanted in result:
                return True
        return False

    def finish(self, html: str) -> str:
        """Put the results in the place of their tokens; a block alone in a paragraph loses the paragraph. Tables typed
        in Markdown stay out of the search index, as the tables of views do."""
        made = [str(result) for result in self.shown]

        def block(match: re.Match[str]) -> str:
            inner = match[1]
            whole = "".join(made[int(number)] for number in _TOKEN.findall(inner))
            return whole if not whole or _BLOCK.match(whole) else match[0]

        pasted = _TOKEN.sub(lambda match: made[int(match[1])], _ALONE.sub(block, html))
        tight = _ADJACENT_MARKERS.sub(", ", _LOOSE_MARKER.sub("", pasted))
        return tight.replace("<table>", "<table data-search-exclude>")


def joined(parts: Iterable[str]) -> str:
    """Blocks of Markdown, one blank line apart."""
    return "\n\n".join(part.strip("\n") for part in parts if part.strip())
