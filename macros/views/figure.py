"""Numbers that are counted in more than one way: a chip in the text, and the card with every rival count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from ..faults import ViewFault, did_you_mean
from ..records import HARMS, METHODS, Count, Figure, FigureId
from . import Page, count_words, explore, number_words, scale

NARROW, WIDE = 240, 520
"""Pixels across a plot: at least this much in a card on a small phone, and in an open box with its long labels."""
AXIS = (2.5, 97.5)
"""Where the axis starts and ends, in per cent of the plot."""


@dataclass(frozen=True)
class Plot:
    """All counts of a figure on one scale from zero."""

    marks: list[tuple[float, float | None, Count]]
    """Place, for a range the place of its upper end, and the count."""
    labels: list[scale.Label]
    rows: int
    ticks: list[tuple[float, str]]
    """Place, and number in words where there is room for it."""


def figure(page: Page, figure: FigureId, count: str) -> Markup:
    """One count of a figure as a number that opens a card with every rival count, its maker, its date and its kind.

        Most governments wrote of {{ figure("population", "nk-register-2022") }} people.
    """
    record = page.library.get(Figure, figure)
    shown = {one.id: one for one in record.counts}.get(count)
    if shown is None:
        ids = [one.id for one in record.counts]
        hint = did_you_mean(count, ids) or f"; it has {', '.join(ids)}"
        raise ViewFault(f'figure "{figure}" has no count "{count}"{hint}')
    page.used.add(f"figure:{figure}")
    card = f"figure-{figure}"
    first = card not in page.cards
    if first:
        page.cards[card] = Markup("")  # takes its letter before what is inside is drawn
        with page.folded(f"count-{figure}"):
            page.cards[card] = _card(page, record, card, letter(page, card))
    return page.render("figure-chip", figure=record, count=shown, card=card, first=first, letter=letter(page, card))


def figure_box(page: Page, figure: FigureId, title: str | None = None, see: str | None = None) -> Markup:
    """Every rival count of a figure in an open box: the plot, and the table with its sources.

    With `see`, the path of a page that shows the figure, a link to it takes the place of the table.

        {{ figure_box("population", title="How many people were cut off?", see="blockade/how-the-road-closed.md") }}
    """
    record = page.library.get(Figure, figure)
    page.used.add(f"figure:{figure}")
    link = page.href(see, f"count-{figure}") if see else None
    words = {one.id: _long(page, one) for one in record.counts}
    with page.folded(f"box-{figure}"):
        return page.render("figure-box", figure=record, title=title or record.title, counts=ordered(page, record),
                           plot=plot(record, WIDE, words), tracks=tracks(record), methods=METHODS, see=link,
                           span=span(record))


def figures(page: Page) -> Markup:
    """Every figure of the data, each in an open box with all its counts, by chapter, with ways to narrow the list.

        {{ figures() }}
    """
    chapters = {one.id: one.title for one in page.library.chapters}
    order = list(chapters)
    records = sorted(page.library.all(Figure), key=lambda one: order.index(one.chapter))
    frame = explore.Listing("figures", "figures", len(records), [
        explore.facet("chapter", "Chapter", chapters, ([one.chapter] for one in records)),
        explore.facet("harm", "What people suffered", HARMS, ([one.harm or ""] for one in records)),
        explore.facet("method", "Has a number that is", METHODS, (_methods(one) for one in records)),
        explore.facet("rivals", "Counts", {"rival": "Rival counts", "single": "One count"},
                      ([_rivals(one)] for one in records)),
    ])
    return explore.listing(page, frame, Markup("\n").join(
        explore.entry(page, one.id, f"box-{one.id}", figure_box(page, one.id), chapter=[one.chapter],
                      harm=[one.harm or ""], method=_methods(one), rivals=[_rivals(one)]) for one in records))


def _methods(record: Figure) -> list[str]:
    return sorted({one.method for one in record.counts})


def _rivals(record: Figure) -> str:
    """`rival` where more than one maker counted."""
    return "rival" if len({tuple(one.by) for one in record.counts}) > 1 else "single"


def span(record: Figure) -> str:
    """The lowest and the highest number on record, where they share a scale: `from 25,000 to 145,053`."""
    low, high = min(one.value for one in record.counts), max(one.to or one.value for one in record.counts)
    return f"from {number_words(low)} to {number_words(high)}" if record.plot and low != high else ""


def ordered(page: Page, record: Figure) -> list[Count]:
    """The counts A to Z by who says so, then by date."""
    def place(one: Count) -> tuple[str, date, float]:
        return page.library.speakers(one.by).casefold(), one.as_of.first_day, one.value

    return sorted(record.counts, key=place)


def letter(page: Page, card: str) -> str:
    """The letter of a card on paper: A, B, … Z, AA, in the order of the page."""
    number = [name for name in page.cards if name.startswith("figure-")].index(card) + 1
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def plot(record: Figure, width: float, words: dict[str, str] | None = None) -> Plot | None:
    """The counts on one scale, labelled with `words` by count id; None where there is nothing to compare."""
    if not record.plot or len(record.counts) < 2:
        return None
    numbers = scale.ticks(max(one.to or one.value for one in record.counts))
    start, end = AXIS

    def place(value: float) -> float:
        return round(start + (end - start) * value / numbers[-1], 2)

    by_value = sorted(record.counts, key=lambda one: one.value)
    marks = [(place(one.value), None if one.to is None else place(one.to), one) for one in by_value]
    said = {(place(one.value), words[one.id] if words else count_words(one)): None for one in by_value}
    labels = [scale.Label(x, text) for x, text in said]
    rows = scale.in_rows(labels, width)
    places, written = [place(number) for number in numbers], [number_words(number) for number in numbers]
    shown = scale.readable(places, written, NARROW)
    ticks = [(x, text if fits else "") for x, text, fits in zip(places, written, shown, strict=True)]
    return Plot(marks, labels, rows, ticks)


def tracks(record: Figure) -> list[tuple[float, Count]]:
    """Place on a scale of its own line, from zero to the last tick, and the count, smallest first."""
    top = scale.ticks(max(one.to or one.value for one in record.counts))[-1]
    return [(round(100 * one.value / top, 2), one) for one in sorted(record.counts, key=lambda one: one.value)]


def _long(page: Page, count: Count) -> str:
    return f"{count_words(count)}: {page.library.speakers(count.by)}, {count.as_of.words(short=True)}"


def _card(page: Page, record: Figure, card: str, box: str) -> Markup:
    return page.render("figure", figure=record, card=card, letter=box, counts=ordered(page, record),
                       plot=plot(record, NARROW), methods=METHODS)
