"""Agreements, orders and resolutions: one article, or the whole."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup

from ..faults import ViewFault, did_you_mean
from ..records import Article, Document, DocumentId
from . import Page

MADE: dict[str, str] = {
    "agreement": "Signed by", "court order": "Ordered by", "interim measure": "Indicated by",
    "resolution": "Adopted by", "statement": "Issued by", "opinion": "Given by", "report": "Published by",
}
"""What those in `by` did, by kind of document."""
PART: dict[str, str] = {"agreement": "Article", "statement": "Article"}
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
    """Every document of the data, whole, in the order of their dates.

        {{ documents() }}
    """
    records = sorted(page.library.all(Document), key=lambda record: (record.date.first_day, record.id))
    page.used.update(f"document:{record.id}" for record in records)
    return Markup("").join(
        page.render("document", **_values(record), level=2, anchor=record.id) for record in records)


def _values(record: Document) -> dict[str, Any]:
    return {"record": record, "made": MADE[record.kind], "states": STATES, "labels": {
        article.number: part(record, article) for article in record.articles}}


def part(record: Document, article: Article) -> str:
    """What the number of an article is called; empty where it is no bare number (`para. 98`, `12 July 2023`)."""
    return PART.get(record.kind, "Paragraph") if re.fullmatch(r"\d+\S*", article.number) else ""
