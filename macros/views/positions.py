"""A disputed question, and who holds what on it: equal boxes, in a stated order."""

from __future__ import annotations

from markupsafe import Markup

from ..checks import STANCE_WORDS
from ..records import NoStance, Position, PositionId, Stance
from . import Page, explore
from .parties import sorting_name
from .spelled import spelled


def positions(page: Page, position: PositionId) -> Markup:
    """Who holds what on one disputed question, and what a court decided on it.

        {{ positions("was-the-checkpoint-lawful") }}
    """
    record = page.library.get(Position, position)
    page.used.add(f"position:{position}")
    boxes: list[Stance | NoStance] = [*record.stances, *record.silent]
    boxes.sort(key=lambda box: sorting_name(page.library, box.by if isinstance(box, NoStance) else box.by[0]))
    return page.render("positions", record=record, limit=STANCE_WORDS, count=spelled(len(boxes)),
                       columns=columns(len(boxes)), level=2 if page.source.meta.layout == "explore" else 3, boxes=[
        {"who": page.library.speaker(box.by), "silent": box} if isinstance(box, NoStance)
        else {"who": page.library.speakers(box.by), "stance": box} for box in boxes])


def all_positions(page: Page) -> Markup:
    """Every disputed question with who holds what on it, by chapter, with ways to narrow the list.

        {{ all_positions() }}
    """
    chapters = {one.id: one.title for one in page.library.chapters}
    order = list(chapters)
    records = sorted(page.library.all(Position), key=lambda one: order.index(one.chapter))
    heard = {one.id: [who for stance in one.stances for who in stance.by] for one in records}
    speakers = sorted({who for found in heard.values() for who in found},
                      key=lambda who: sorting_name(page.library, who))
    frame = explore.Listing("positions", "questions", len(records), [
        explore.facet("chapter", "Chapter", chapters, ([one.chapter] for one in records)),
        explore.facet("by", "Heard on it", {who: page.library.speaker(who) for who in speakers}, heard.values(),
                      every=True, fold=True),
    ])
    return explore.listing(page, frame, Markup("\n").join(
        explore.entry(page, one.id, f"position-{one.id}", positions(page, one.id), chapter=[one.chapter],
                      by=heard[one.id]) for one in records))


def columns(boxes: int) -> int:
    """How many boxes stand side by side on a wide page: up to four, so that the last row is as full as may be."""
    return min(boxes, max((4, 3), key=lambda width: (-(-boxes % width), width)))
