"""Statements examined: an article read closely, claim by claim, and opposed official claims side by side."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from ..faults import ViewFault
from ..records import VERDICTS, Claim, Pair, Reading, ReadingId
from . import Page, explore
from .parties import sorting_name

TYPES = ("fact", "interpretation", "prediction", "argument")
STANCES = {"agrees": "Agrees", "agrees in part": "Agrees in part", "disagrees": "Disagrees"}


def close_reading(page: Page, reading: ReadingId) -> Markup:
    """An article read closely: its arguments and who shares them, each claim with a verdict, and what it leaves out.

        {{ close_reading("jacobin-2023") }}
    """
    record = page.library.get(Reading, reading)
    claims = sorted((one for one in page.library.all(Claim) if one.reading == reading), key=lambda one: one.order)
    if not claims:
        raise ViewFault(f'no claim belongs to the reading "{reading}"')
    page.used.update({f"reading:{reading}", f"source:{record.source}", *(f"claim:{one.id}" for one in claims)})
    verdicts: Counter[str] = Counter(part.verdict for one in claims for part in one.parts)
    frame = explore.Listing("claims", "claims", len(claims), [
        explore.facet("verdict", "Has a part that is", {_key(one): one.capitalize() for one in VERDICTS},
                      (_verdicts(one) for one in claims)),
        explore.facet("type", "Kind of claim", {one: one.capitalize() for one in TYPES},
                      ({part.type for part in one.parts} for one in claims)),
    ])
    shown = Markup("\n").join(
        explore.entry(page, one.id, one.id, page.render("claim", claim=one), verdict=sorted(_verdicts(one)),
                      type=sorted({part.type for part in one.parts})) for one in claims)
    return page.render("reading", reading=record, source=page.library.source(record.source), stances=STANCES,
                       verdicts=[(one, says, verdicts[one]) for one, says in VERDICTS.items()],
                       parts=sum(verdicts.values()), claims=explore.listing(page, frame, shown))


def _key(verdict: str) -> str:
    return verdict.replace(" ", "-")


def _verdicts(claim: Claim) -> set[str]:
    return {_key(part.verdict) for part in claim.parts}


def two_accounts(page: Page) -> Markup:
    """Every pair of opposed official claims, with what an independent text adds and a question for a class.

        {{ two_accounts() }}
    """
    records = sorted(page.library.all(Pair), key=lambda one: (one.date.first_day, one.id))
    page.used.update(f"pair:{one.id}" for one in records)
    frame = explore.Listing("pairs", "pairs", len(records), [
        explore.facet("chapter", "Chapter", {one.id: one.title for one in page.library.chapters},
                      ([one.chapter] for one in records))])
    return explore.listing(page, frame, Markup("\n").join(
        explore.entry(page, one.id, one.id, page.render("pair", pair=one, statements=sorted(
            one.statements, key=lambda said: sorting_name(page.library, said.by[0]))), chapter=[one.chapter])
        for one in records))
