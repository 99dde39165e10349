"""The frame of a page: what stands above its first heading and below its last."""

from __future__ import annotations

import functools
import math

from markupsafe import Markup

from ..records import Chapter
from ..site import chapter_pages
from . import Page, Shown, provenance
from .cite_as import cite_as
from .notice import notice
from .spelled import spelled
from .wording import words_in_dispute


def head(page: Page) -> Shown:
    """Eyebrow, title, facts bar, content note, words in dispute and brief, by the layout that the front matter names.

    The facts bar counts the sources of the whole page, so it is made last; everything else is made at once, so that
    sources are numbered in the order of reading.
    """
    meta = page.source.meta
    if meta.layout == "home":
        return Markup("")
    if meta.layout in ("plain", "explore"):
        return page.render("section-head-plain", title=meta.title)
    return functools.partial(
        _framed, page,
        content_note=notice(page, "content", meta.content_note) if meta.content_note else "",
        words=words_in_dispute(page, meta.words) if meta.words in page.library.records["wording"] else "",
        brief=[page.text(one) for one in meta.brief],
        plain=[page.text(one) for one in meta.plain],
    )


def _framed(page: Page, **made: object) -> Markup:
    origins = {page.library.source(one).origin for one in page.cited}
    return page.render(
        "section-head", chapter=_chapter(page), place=place_in_chapter(page), origins=spelled(len(origins)),
        minutes=minutes(page.site.words.get(page.path, 0)), plain_minutes=minutes(page.site.plain_words(page.path)),
        **made)


def level_end(page: Page) -> Markup:
    """Where the text that the plain version replaces ends; the questions, sources and lists after it stand in both."""
    return page.render("level-end") if page.source.meta.plain else Markup("")


def foot(page: Page) -> Markup:
    """Previous and next, cite this section, provenance and the ways to report an error."""
    if page.source.meta.layout == "home":
        return Markup("")
    before, after = neighbours(page)
    return page.render(
        "section-foot", before=before, after=after, cite_as=cite_as(page),
        report=provenance.report_address(page), edit=provenance.edit_address(page),
        corrections=provenance.corrections(page), edition=page.library.edition,
        kind="section" if page.source.meta.layout == "section" else "page")


def minutes(words: int) -> str:
    """Reading time at 200 words a minute: `5–6` for 1,040 words, `5` for 1,000, at least `1`."""
    low, high = max(1, words // 200), max(1, math.ceil(words / 200))
    return f"{low}–{high}" if low < high else f"{low}"


def _chapter(page: Page) -> Chapter | None:
    return next((one for one in page.library.chapters if one.id == page.source.chapter), None)


def place_in_chapter(page: Page) -> str:
    """`section 3 of 6`, `overview`, or an empty text for a page outside the chapters."""
    chapter = _chapter(page)
    if chapter is None:
        return ""
    sections = [path for path in chapter_pages(chapter, page.site) if not path.endswith("/index.md")]
    return f"section {sections.index(page.path) + 1} of {len(sections)}" if page.path in sections else "overview"


def neighbours(page: Page) -> tuple[str | None, str | None]:
    """The pages before and after this one in reading order, across chapters; None at the ends."""
    if _chapter(page) is None:
        return None, None
    order = [path for chapter in page.library.chapters for path in chapter_pages(chapter, page.site)]
    if page.path not in order:
        return None, None
    at = order.index(page.path)
    return order[at - 1] if at else None, order[at + 1] if at + 1 < len(order) else None
