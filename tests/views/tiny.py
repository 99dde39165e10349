"""Tiny data for the tests of views: a page over a library of a few records, typed as an author would type them."""

from __future__ import annotations

from typing import Any

from macros.library import Library
from macros.pages import Meta, PageSource
from macros.records import FAMILIES, Record
from macros.views import Page, Site

Typed = dict[str, Any]
"""A record as in YAML."""

LISTS = ("explore/sources.md", "explore/sources-media.md", "explore/sources-world-media.md")
"""Where the sources that a list names have their addresses."""
MODELS: dict[str, type[Record]] = {model.family: model for model in FAMILIES}


def source(wanted: str, **fields: Any) -> Typed:
    """A source with everything that is required; any field can be given."""
    named = {} if "description" in fields else {"title": f"Title of {wanted}"}
    return {"id": wanted, **named, "publisher": "A paper", "kind": "article", "origin": "media-international",
            "date": "2023-01-05", "url": f"https://example.org/{wanted}",
            "checked": {"on": "2026-11-03", "how": "opened"}, **fields}


def body(wanted: str, short: str, kind: str = "government") -> Typed:
    return {"id": wanted, "name": f"Body {short}", "short": short, "kind": kind, "summary": f"What {short} is."}


def count(wanted: str, value: float, by: str = "armenia", **fields: Any) -> Typed:
    """A count of a figure."""
    return {"id": wanted, "value": value, "what": f"what {wanted} counts", "by": [by], "as_of": "2023",
            "method": "estimate", "sources": ["a"], **fields}


def figure(wanted: str, *counts: Typed, **fields: Any) -> Typed:
    return {"id": wanted, "title": f"Title of {wanted}", "unit": "people", "chapter": "blockade",
            "note": f"Note of {wanted}.", "counts": list(counts), **fields}


def event(wanted: str, date: str, **fields: Any) -> Typed:
    return {"id": wanted, "date": date, "title": f"Title of {wanted}", "label": f"Label {wanted}",
            "chapter": "blockade", "kind": "government", "summary": f"Summary < of {wanted}.",
            "status": "established", "sources": ["a"], **fields}


def place(wanted: str, armenian: str, azerbaijani: str, **fields: Any) -> Typed:
    """A place with an English form for each side."""
    names = [{"lang": "en", "text": armenian, "side": "hy"}, {"lang": "en", "text": azerbaijani, "side": "az"}]
    return {"id": wanted, "kind": "town", "names": names, "summary": f"What {wanted} is.", "sources": ["a"], **fields}


BASICS: dict[str, list[Typed]] = {
    "source": [source(one) for one in "abcd"],
    "body": [body("armenia", "Armenia"), body("azerbaijan", "Azerbaijan"), body("russia", "Russia"),
             body("nk-authorities", "NK de facto authorities", "de facto authority"),
             body("icrc", "ICRC", "humanitarian")],
    "chapter": [{"id": "blockade", "number": 3, "title": "The road closure", "question": "What happened?",
                 "summary": "A road closes.", "period": "2022-12-12/2023-09-18", "sections": ["road", "courts"]}],
    "edition": [{"id": "2026.1", "on": "2026-11-24", "checked_to": "2026-11-24", "summary": "First."}],
}
"""What every tiny page knows: four sources, five bodies, one chapter, one edition."""


def tiny_library(**records: list[Typed]) -> Library:
    """A library of `BASICS` and the given records, by family; a given record replaces a basic one of its id."""
    made: dict[str, dict[str, Record]] = {family: {} for family in MODELS}
    for family, model in MODELS.items():
        for typed in BASICS.get(family, []) + records.pop(family, []):
            record = model.model_validate(typed)
            made[family][record.id] = record
    assert not records, f"no such family: {', '.join(records)}"
    return Library(made, {})


def tiny_page(
    path: str = "blockade/road.md", meta: Typed | None = None, others: tuple[str, ...] = (), **records: list[Typed]
) -> Page:
    """A page at `path` over `tiny_library(**records)`; the site has it and `others`, all of 400 words."""
    front = {"title": "The road", "layout": "section", "period": "2022-12-12/2023-06-15", **(meta or {})}
    here = PageSource(path, Meta.model_validate(front), "", 5)
    site = Site(pages={path: here}, words=dict.fromkeys((path, *others), 400))
    for other in others:
        site.pages[other] = PageSource(other, Meta(title=f"Page {other}"), "", 5)
    return Page(here, tiny_library(**records), site)
