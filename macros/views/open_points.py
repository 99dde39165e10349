"""What is not known, as a list from which a contributor can pick."""

from __future__ import annotations

from markupsafe import Markup

from .. import unknowns
from ..records import Record
from . import ADDRESSES, Page, explore


def open_points(page: Page) -> Markup:
    """Every open point of the data, by kind and chapter, each with a link to its record.

        {{ open_points() }}
    """
    found = [one for one in unknowns.points(page.library) if one.record.family in ADDRESSES]
    groups = [(kind, label, [one for one in found if one.kind == kind]) for kind, label in unknowns.KINDS.items()]
    frame = explore.Listing("open-points", "open points", len(found), [
        explore.facet("kind", "Kind", unknowns.KINDS, ([one.kind] for one in found)),
        explore.facet("chapter", "Chapter", {one.id: one.title for one in page.library.chapters},
                      ([one.chapter] for one in found)),
        explore.facet("family", "In", {family: family.capitalize() for family in ADDRESSES},
                      ([one.record.family] for one in found)),
    ])

    def words(record: Record) -> str:
        return explore.words_for(page, record)

    return explore.listing(page, frame, page.render(
        "open-points", groups=[group for group in groups if group[2]], words=words))
