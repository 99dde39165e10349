"""Agreements, orders and resolutions: one article, or the whole."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup

from ..faults import ViewFault, did_you_mean
from ..records import Article, Body, Document, DocumentId
from . import Page, explore

MADE: dict[str, str] = {
    "agreement": "Signed by", "treaty": "Concluded by", "declaration": "Issued by", "court order": "Ordered by",
    "judgment": "Given by", "interim measure": "Indicated by", "resolution": "Adopted by", "decision": "Taken by",
    "decree": "Signed by", "law": "Passed by", "statement": "Issued by", "proposal": "Put forward by",
    "opinion": "Given by", "report": "Published by", "letter": "Sent by",
}
"""What those in `by` did, by kind of document."""
PART: dict[str, str] = {
    "agreement": "Article", "treaty": "Article", "statement": "Article", "law": "Article", "decree": "Point",
    "declaration": "Point", "proposal": "Point",
}
"""What a numbered part is called; elsewhere it is a paragraph."""
STATES: dict[str, str] = {
    "carried out": "check-circle-outline", "in force": "file-document-outline", "disputed": "scale-balance",
    "lapsed": "history", "not carried out": "minus-circle-outline", "open": "help-circle-outline",
}
"""The pictogram of each state of an undertaking."""


def document(page: Page, document: DocumentId, article: str | None = None) -> Markup:
    """A document whole, or one `article`: what it says, how official texts differ, what became of it.

        {{ document("statement-2020", article="6") }} {{ document("icj-order-180") }}
    """
    record = page.library.get(Document, document)
    page.used.add(f"document:{document}")
    if article is None:
        return page.render("document", **_values(record), level=3, anchor="")
    numbers = {one.number: one for one in record.articles}
    if article not in numbers:
        known = did_you_mean(article, numbers) or f"; it has {', '.join(numbers) or 'no articles'}"
        raise ViewFault(f'"{document}" has no article "{article}"{known}')
    return page.render("document-article", **_values(record), article=numbers[article], level=3,
                       whole=page.href("explore/documents.md", document))


def documents(page: Page) -> Markup:
    """Every document of the data, whole, in the order of their dates, with ways to narrow the list.

        {{ documents() }}
    """
    records = sorted(page.library.all(Document), key=lambda record: (record.date.first_day, record.id))
    page.used.update(f"document:{record.id}" for record in records)
    makers = {one.id: one.short for one in sorted(page.library.all(Body), key=lambda one: one.short.casefold())}
    frame = explore.Listing("documents", "documents", len(records), [
        explore.facet("chapter", "Chapter", {one.id: one.title for one in page.library.chapters},
                      ([one.chapter] for one in records)),
        explore.facet("kind", "Kind", {kind.replace(" ", "-"): kind.capitalize() for kind in MADE},
                      ([one.kind.replace(" ", "-")] for one in records)),
        explore.facet("by", "By", makers, (one.by for one in records), fold=True),
    ])
    return explore.listing(page, frame, Markup("\n").join(
        explore.entry(page, one.id, one.id, page.render("document", **_values(one), level=2, anchor=one.id),
                      chapter=[one.chapter], kind=[one.kind.replace(" ", "-")], by=one.by) for one in records))


def _values(record: Document) -> dict[str, Any]:
    return {"record": record, "made": MADE[record.kind], "states": STATES, "labels": {
        article.number: part(record, article) for article in record.articles}}


def part(record: Document, article: Article) -> str:
    """What the number of an article is called; empty where it is no bare number (`para. 98`, `12 July 2023`)."""
    return PART.get(record.kind, "Paragraph") if re.fullmatch(r"\d+\S*", article.number) else ""
